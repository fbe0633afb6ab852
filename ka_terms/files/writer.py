"""The one place that writes files: whole or not at all, and never over another file unless told to."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from ka_terms.files.problems import Problem, ReadError
from ka_terms.model.faults import Fault

_EXISTS = ("a file that exists", "add --force to replace it")


def write(path: Path, text: str, force: bool = False) -> None:
    """Write `text` in UTF-8. The file appears only once it is complete; an existing one is replaced only with `force`.

    Errors: `ReadError` where the file exists, its folder does not, or the disk refuses.
    """
    try:
        _refuse_what_stands_there(path, force)
        _write_whole(path.resolve(), text, force)
    except FileExistsError:
        raise _refused(path, *_EXISTS) from None
    except FileNotFoundError:
        raise _refused(path, "no such folder", f"make the folder {path.parent} first") from None
    except OSError as error:
        raise _refused(path, error.strerror or "a file that cannot be written", "") from None
    except (ValueError, RuntimeError):  # a zero in the name, a letter no file can hold, links in a circle
        raise _refused(path, "a name or a text that no file can have", "") from None


def _refuse_what_stands_there(path: Path, force: bool) -> None:
    if path.is_dir():
        raise _refused(path, "a directory", "name a file in it")
    if path.exists():
        # A device or pipe would itself be replaced, which is never what is meant.
        if not path.is_file():
            raise _refused(path, "a device or pipe", "leave out --output to write to the terminal or a pipe")
        if not force:
            raise _refused(path, *_EXISTS)


def _write_whole(target: Path, text: str, force: bool) -> None:
    with NamedTemporaryFile(
        "w", encoding="utf-8", newline="", dir=target.parent, prefix=".", delete=False
    ) as stream:
        half_written = Path(stream.name)
        try:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
            half_written.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
            if force:
                half_written.replace(target)
            else:
                _link(half_written, target)
        finally:
            half_written.unlink(missing_ok=True)


def _link(complete: Path, target: Path) -> None:
    """Give a complete file its name. Unlike a rename, a link never replaces a file that appeared in the meantime."""
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


def _refused(path: Path, found: str, mend: str) -> ReadError:
    return ReadError(Problem(str(path), Fault(found, "a new file to write to", mend)))
