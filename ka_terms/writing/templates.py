"""The commented scenarios to start from: in `data/templates` a folder a language, and in each a file a template.

Adding a template is adding a file to every folder.
"""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).parents[1] / "data" / "templates"
DEFAULT = "hypermarket"


def template_names() -> list[str]:
    """The names a template can be asked for by."""
    return sorted(path.stem for path in (_FOLDER / "en").glob("*.yaml"))


def template_text(name: str, language: str = "en") -> str:
    """A template as it ships, in a language. Errors: `KeyError` for a name there is none of."""
    if name not in template_names():
        raise KeyError(name)
    return (_FOLDER / language / f"{name}.yaml").read_text(encoding="utf-8")
