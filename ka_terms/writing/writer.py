"""The one place that writes files: whole or not at all, and never over another file unless told to."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, NoReturn, cast

from ka_terms.model.faults import Fault
from ka_terms.presentation.renderers.registry import Extra, Format
from ka_terms.reading.problems.problem import Problem, ReadError
from ka_terms.text.messages import message
from ka_terms.text.system_reasons import reason_of

_EXISTS = (message("an existing file"), message("add --force to overwrite it"))
_NO_NAME = (message("a name or a text that no file can have"), message("choose another name"))
_ELSEWHERE = message("choose another folder")


def write(path: Path, content: bytes | str, force: bool = False) -> None:
    """The file appears only once it is complete; an existing one is replaced only with `force`. A text is in UTF-8.

    Errors: `ReadError` where the file exists, its folder does not, the disk refuses, or a text has no UTF-8.
    """
    try:
        encoded = content.encode() if isinstance(content, str) else content
    except UnicodeEncodeError:
        raise _refused(path, *_NO_NAME) from None
    with replacing(path, force) as file:
        file.write(encoded)


def check_target(file_format: Format, target: Path | None) -> None:
    """Refuse what cannot be written in this format, before any work is done; `target` None is standard output.

    Errors: `ReadError` where the format needs a library that is not installed, or, being binary, a file.
    """
    check_extra(file_format.extra, str(target or file_format.name))
    if file_format.binary and target is None:
        fault = Fault(
            message("the terminal or a pipe"),
            message("a file"),
            message("add {option}", option=f"--output FILE{file_format.suffixes[0]}"),
        )
        raise ReadError(Problem(file_format.name, fault))


def check_extra(extra: Extra | None, name: str) -> None:
    """Errors: `ReadError` about the file of that name where it needs a library that is not installed."""
    if extra is None or extra.is_installed:
        return
    fault = Fault(
        message("an installation without {library}", library=extra.module),
        message("the extra {extra} of ka-terms", extra=extra.name),
        message("install it with {command}", command=f"`pip install 'ka-terms[{extra.name}]'`"),
    )
    raise ReadError(Problem(name, fault))


@contextmanager
def replacing(path: Path, force: bool = False) -> Iterator[IO[bytes]]:
    """A file to write into, by the object or by its name; it becomes `path` at the end.

    Where anything ends the block early (an error, Ctrl-C, a request to end from the system), nothing is left behind
    and an old file stays as it was. Errors: those of `write`.
    """
    with _in_words(path):
        _refuse_what_stands_there(path, force)
        target = _resolved(path)
        with unwinding(), NamedTemporaryFile(dir=target.parent, prefix=".", delete=False) as file:
            half_written = Path(file.name)
            try:
                yield cast(IO[bytes], file)
                file.flush()
                os.fsync(file.fileno())
                file.close()  # some systems rename no open file, and remove none
                _name(half_written, target, force)
            finally:
                file.close()
                half_written.unlink(missing_ok=True)


@contextmanager
def unwinding() -> Iterator[None]:
    """While it lasts, a request of the system to end does as Ctrl-C does: what was begun is cleared away first.

    Only the main thread can ask for that, and a program that has its own way of ending keeps it.
    """
    import signal
    import threading

    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    if threading.current_thread() is not threading.main_thread():
        numbers = []
    taken = [number for number in numbers if signal.getsignal(number) is signal.SIG_DFL]
    for number in taken:
        signal.signal(number, _end)
    try:
        yield
    finally:
        for number in taken:
            signal.signal(number, signal.SIG_DFL)


def _end(number: int, _: object) -> NoReturn:
    """With the code by which a shell reports a program ended by that signal."""
    raise SystemExit(128 + number)


@contextmanager
def _in_words(path: Path) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:  # of a stream that has nothing to do with the file
        raise
    except FileExistsError:
        raise _refused(path, *_EXISTS) from None
    except FileNotFoundError:
        mend = message("create the folder {folder} first", folder=path.parent)
        if path.parent.is_dir():  # of a system that takes no files there
            raise _refused(path, message("a file that cannot be written"), _ELSEWHERE) from None
        raise _refused(path, message("no such folder"), mend) from None
    except OSError as error:
        reason = message("a file that cannot be written: {reason}", reason=reason_of(error))
        found = reason if reason_of(error) else message("a file that cannot be written")
        raise _refused(path, found, _ELSEWHERE) from None


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (ValueError, RuntimeError):  # a zero in the name, links in a circle
        raise _refused(path, *_NO_NAME) from None


def _refuse_what_stands_there(path: Path, force: bool) -> None:
    if path.is_dir():
        raise folder(path)
    if path.exists():
        # A device or pipe would itself be replaced, which is never what is meant.
        if not path.is_file():
            mend = message("remove --output to write to the terminal or a pipe")
            raise _refused(path, message("a device or pipe"), mend)
        if not force:
            raise _refused(path, *_EXISTS)


def _name(complete: Path, target: Path, force: bool) -> None:
    """Give a complete file its name. Unlike a rename, a link never replaces a file that appeared in the meantime."""
    complete.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
    if force:
        complete.replace(target)
        return
    try:
        os.link(complete, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        complete.replace(target)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def folder(path: Path) -> ReadError:
    """The refusal of a folder where a file is to be written."""
    return _refused(path, message("a directory"), message("name a file in it"))


def _refused(path: Path, found: str, mend: str) -> ReadError:
    return ReadError(Problem(str(path), Fault(found, message("a new file to write to"), mend)))
