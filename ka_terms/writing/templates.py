"""The commented scenarios to start from; each is a file under `data/templates`, and adding one is adding a file."""

from __future__ import annotations

from ka_terms.reading.settings import DATA

_FOLDER = DATA / "templates"


def template_names() -> list[str]:
    """The names a template can be asked for by."""
    return sorted(path.stem for path in _FOLDER.glob("*.yaml"))


def template_text(name: str) -> str:
    """A template as it ships. Errors: `KeyError` for a name there is none of."""
    if name not in template_names():
        raise KeyError(name)
    return (_FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
