"""A file is written whole or not at all, and never over another unless asked for."""

from __future__ import annotations

import os
import signal
import stat
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ka_terms.reading.problems.problem import ReadError
from ka_terms.writing import writer
from ka_terms.writing.writer import replacing, unwinding, write
from tests.systems import needs_links, needs_permissions

NO_ROOT = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="the system lets this user write anywhere"
)
ON_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="this system has other signals")


def refused(path: Path, text: str = "new", force: bool = False) -> str:
    """The message; nothing else may be left behind."""
    before = sorted(path.parent.iterdir()) if path.parent.is_dir() else []
    with pytest.raises(ReadError) as caught:
        write(path, text, force)
    assert not path.parent.is_dir() or sorted(path.parent.iterdir()) == before
    return str(caught.value)


def test_new_file(tmp_path: Path) -> None:
    """UTF-8, and line ends as they are, on every system."""
    path = tmp_path / "a.csv"
    write(path, "年返\r\n1\n")
    assert path.read_bytes() == "年返\r\n1\n".encode()
    assert [*tmp_path.iterdir()] == [path]


def test_existing_file_stays(tmp_path: Path) -> None:
    """The message says how to replace it."""
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")
    assert (
        refused(path)
        == f"{path}: Found an existing file. Expected a new file to write to. Fix: add --force to overwrite it."
    )
    assert path.read_text(encoding="utf-8") == "old"


@needs_permissions
def test_force_replaces_and_keeps_the_mode(tmp_path: Path) -> None:
    """What others may do with the file does not change."""
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    write(path, "new", force=True)
    assert path.read_text(encoding="utf-8") == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [*tmp_path.iterdir()] == [path]


def test_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    """That of the user's mask, not the tight one of a temporary file."""
    usual, path = tmp_path / "usual", tmp_path / "a.txt"
    usual.touch()
    write(path, "new")
    assert path.stat().st_mode == usual.stat().st_mode


def test_force_on_a_new_file(tmp_path: Path) -> None:
    """There need be nothing to replace."""
    write(tmp_path / "a.txt", "new", force=True)
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "new"


def test_missing_folder(tmp_path: Path) -> None:
    """Not made: the name may be a slip."""
    folder = tmp_path / "nowhere"
    assert (
        f"Found no such folder. Expected a new file to write to. Fix: create the folder {folder} first"
        in refused(folder / "a.txt")
    )
    assert not folder.exists()


def test_a_file_for_a_folder(tmp_path: Path) -> None:
    """The system's own words."""
    (tmp_path / "file").touch()
    words = "no such folder" if sys.platform == "win32" else "Not a directory"
    assert words in refused(tmp_path / "file" / "a.txt")


@pytest.mark.parametrize("force", [False, True])
def test_directory(tmp_path: Path, force: bool) -> None:
    """Never replaced."""
    assert "Found a directory. Expected a new file to write to. Fix: name a file in it" in refused(
        tmp_path, force=force
    )


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_devices_are_never_replaced(tmp_path: Path, force: bool) -> None:
    """A pipe stands for /dev/null here."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert "Found a device or pipe" in refused(path, force=force)
    assert stat.S_ISFIFO(path.stat().st_mode)


@NO_ROOT
def test_read_only_folder(tmp_path: Path) -> None:
    """The system's own words."""
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    assert "Permission denied" in refused(folder / "a.txt")


def test_a_disk_that_refuses_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even half a file, and an old one stays whole."""
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert "Found a file that cannot be written: No space left on device" in refused(path, force=True)
    assert path.read_text(encoding="utf-8") == "old"


def test_a_read_only_folder_as_the_system_tells_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For those who may write anywhere."""

    def locked(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(writer, "NamedTemporaryFile", locked)
    assert (
        "Found a file that cannot be written: Permission denied. Expected a new file to write to"
        in refused(tmp_path / "a.txt")
    )


def test_a_file_that_appears_in_the_meantime_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Looking first is not enough: the last step itself must not replace."""
    path = tmp_path / "a.txt"

    def appears(_: int) -> None:
        path.write_text("theirs", encoding="utf-8")

    monkeypatch.setattr(os, "fsync", appears)
    with pytest.raises(ReadError, match="an existing file"):
        write(path, "ours")
    assert path.read_text(encoding="utf-8") == "theirs"
    assert [*tmp_path.iterdir()] == [path]


def test_a_file_system_without_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There a rename has to do."""

    def unknown(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", unknown)
    write(tmp_path / "a.txt", "new")
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "new"
    assert [*tmp_path.iterdir()] == [tmp_path / "a.txt"]


@needs_links
def test_link_is_followed(tmp_path: Path) -> None:
    """The file it leads to is replaced, the link stays."""
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text("old", encoding="utf-8")
    link.symlink_to(real)
    assert "Found an existing file" in refused(link)
    write(link, "new", force=True)
    assert (real.read_text(encoding="utf-8"), link.is_symlink()) == ("new", True)


@pytest.mark.parametrize("name", ["a\x00b", "x" * 5000, "loop"])
@needs_links
def test_names_that_no_file_can_have(tmp_path: Path, name: str) -> None:
    """Refused in words."""
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert "Expected a new file to write to" in refused(tmp_path / name)


def test_a_text_that_no_file_can_hold(tmp_path: Path) -> None:
    """Half of a character is no character."""
    assert "a name or a text that no file can have" in refused(tmp_path / "a.txt", "\ud800")


@pytest.mark.parametrize("force", [False, True])
def test_the_file_is_closed_before_it_gets_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, force: bool
) -> None:
    """Windows renames and removes no file that is open."""
    named = []
    name = writer._name

    def spy(half_written: Path, target: Path, force: bool) -> None:
        named.append(file.closed)
        name(half_written, target, force)

    monkeypatch.setattr(writer, "_name", spy)
    with replacing(tmp_path / "a.csv", force) as file:
        file.write(b"1\n")
    assert named == [True]


def test_stream_becomes_the_file_at_its_end(tmp_path: Path) -> None:
    """Until then what is written stands beside it, under another name."""
    path = tmp_path / "a.csv"
    with replacing(path) as file:
        file.write(b"1\n")
        assert not path.exists()
        assert [*tmp_path.iterdir()] == [Path(file.name)]
    assert path.read_bytes() == b"1\n"
    assert [*tmp_path.iterdir()] == [path]


@pytest.mark.parametrize("fault", [KeyboardInterrupt, ValueError, BrokenPipeError])
def test_stream_that_ends_early_leaves_nothing(tmp_path: Path, fault: type[BaseException]) -> None:
    """The cause comes out as itself."""
    path = tmp_path / "a.csv"
    path.write_text("old", encoding="utf-8")

    def ends() -> None:
        with replacing(path, force=True) as file:
            file.write(b"1\n")
            raise fault

    with pytest.raises(fault):
        ends()
    assert path.read_text(encoding="utf-8") == "old"
    assert [*tmp_path.iterdir()] == [path]


@ON_POSIX
def test_request_to_end_unwinds() -> None:
    """With the code of that signal; afterwards the system ends the program again, at once."""
    with pytest.raises(SystemExit) as caught, unwinding():
        signal.raise_signal(signal.SIGTERM)
    assert caught.value.code == 143
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


@ON_POSIX
def test_a_program_keeps_its_own_way_of_ending() -> None:
    """What imports this as a library may have asked for the signal itself."""
    before = signal.signal(signal.SIGTERM, signal.SIG_IGN)
    try:
        with unwinding():
            signal.raise_signal(signal.SIGTERM)
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGTERM, before)


def test_files_are_written_from_any_thread(tmp_path: Path) -> None:
    """Only the main thread can take signals."""
    with ThreadPoolExecutor(1) as other:
        other.submit(write, tmp_path / "a.txt", "new").result()
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "new"
