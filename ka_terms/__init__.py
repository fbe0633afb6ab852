"""Contract terms of key accounts, kept as files: cost one contract, set several side by side.

The names below are the public interface. They are fetched from `ka_terms.api` on first use, so that
`ka-terms --version` and shell completion do not pay for the whole model.
"""

from __future__ import annotations

# `typing` itself takes a noticeable share of a bare start; type checkers know this name without the import.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from ka_terms.api import (
        approval,
        brief,
        budget_year,
        by_period,
        check,
        compare,
        evaluate,
        growth,
        ladder,
        load,
        moved,
        offers,
        outlook,
        pnl,
        portfolio,
        promo,
        rounds,
        solve,
        steps,
        sweep,
        tornado,
        vpo,
    )

__version__ = "0.1.0"
__all__ = [
    "__version__",
    "approval",
    "brief",
    "budget_year",
    "by_period",
    "check",
    "compare",
    "evaluate",
    "growth",
    "ladder",
    "load",
    "moved",
    "offers",
    "outlook",
    "pnl",
    "portfolio",
    "promo",
    "rounds",
    "solve",
    "steps",
    "sweep",
    "tornado",
    "vpo",
]

# Hidden from type checkers, to whom a module `__getattr__` would make every misspelt name valid.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Raises AttributeError for what is not in `__all__`."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        found = getattr(import_module("ka_terms.api"), name)
        globals()[name] = found
        return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
