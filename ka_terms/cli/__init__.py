"""Where the process starts and ends: before any command is known, and after one has failed.

Only modules that every Python process has loaded anyway are imported here.
"""

from __future__ import annotations

import gc
import io
import os
import sys

from ka_terms import __version__

WRITE_FAILED = 1
INTERNAL_ERROR = 70
"""EX_SOFTWARE of sysexits.h."""
INTERRUPTED = 130
"""128 + SIGINT, as a shell reports it."""
READER_LEFT = 141
"""128 + SIGPIPE, as a shell reports a program whose reader (`| head`) closed the pipe."""
_COLLECT_AFTER = 200_000
"""Container objects allocated before the first collection. All imports together make some 45,000, so starting never
collects, while a run on large input still gives memory back."""


def main() -> None:
    """Answers `sys.argv`; ends with an exit code above, one of a command's own or 2, never by a traceback."""
    _prepare_process()
    try:
        answer_in_exit_codes()
    except SystemExit as ending:
        if "polars" in sys.modules and isinstance(ending.code, int) and ending.code:
            _leave(ending.code)
        raise
    finally:
        # Nothing is reused after this line, so the interpreter need not look for cycles on its way out.
        gc.freeze()


def _leave(code: int) -> None:
    """Ends at once. Threads of polars that were stopped on their way may still wind down: one that then meets an
    interpreter already taken apart aborts the whole process, and the exit code is lost.
    """
    from contextlib import suppress

    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # nobody reads it any more
            stream.flush()
    os._exit(code)


def answer_in_exit_codes() -> None:
    """Answers `sys.argv` in this process; ends with the exit codes of `main`, and leaves the process as it is."""
    try:
        _answer()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        discard_output()
        sys.exit(READER_LEFT)
    except OSError as error:
        discard_output()
        sys.exit(_say(_reason(error), WRITE_FAILED))
    except Exception as error:
        sys.exit(_report_internal(error))


def _prepare_process() -> None:
    gc.set_threshold(_COLLECT_AFTER, 10, 10)
    # Looking for plugins reads the metadata of every installed package. Nothing that loads pydantic is started from
    # here, so the setting reaches no other program.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by the caller: `>&-`
            setattr(sys, name, os.fdopen(open_nothing(), "w", encoding="utf-8"))
        elif isinstance(stream, io.TextIOWrapper):  # not so where a test has put its own object in place
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _answer() -> None:
    if sys.argv[1:] == ["--version"]:  # the one answer that needs no command-line library
        print(f"ka-terms {__version__}", flush=True)
        return
    from ka_terms.cli.app import build

    build()(prog_name="ka-terms")


def _reason(error: OSError) -> str:
    from ka_terms.text.system_reasons import reason_of

    where = f"{error.filename!r}: " if error.filename else ""
    return f"{where}{_translated(reason_of(error)) or type(error).__name__}"


def _report_internal(error: Exception) -> int:
    """Names the kind and place of a fault but not its message, which may quote a private value of the input."""
    if os.environ.get("KA_TERMS_DEBUG") == "1":
        import traceback

        traceback.print_exception(error)
    from ka_terms.text.messages import message

    text = message(
        "internal error: {kind} at {place}; please report it (KA_TERMS_DEBUG=1 shows the details)",
        kind=type(error).__name__,
        place=_place(error),
    )
    return _say(_translated(text), INTERNAL_ERROR)


def _place(error: Exception) -> str:
    """`file:line` of the innermost frame."""
    from ka_terms.text.messages import message

    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    if frame is None:
        return message("an unknown place")
    return f"{os.path.basename(frame.tb_frame.f_code.co_filename)}:{frame.tb_lineno}"


def _translated(text: str) -> str:
    """A message in the user's language."""
    from ka_terms.cli.language import language_of
    from ka_terms.presentation.words.languages import message_templates
    from ka_terms.text.messages import translated

    return translated(text, message_templates(language_of(sys.argv[1:])))


def _say(text: str, code: int) -> int:
    """Writes one line to stderr and hands the exit code back."""
    print(f"ka-terms: {text}", file=sys.stderr)
    return code


def discard_output() -> None:
    """Points stdout at nothing, so that the interpreter's last flush does not fail a second time and say so."""
    try:
        target = sys.stdout.fileno()
    except (OSError, ValueError, AttributeError):
        return
    nothing = open_nothing()
    os.dup2(nothing, target)
    os.close(nothing)


def open_nothing() -> int:
    return os.open(os.devnull, os.O_WRONLY)
