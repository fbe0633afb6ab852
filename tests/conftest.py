"""Drawn examples are the same for everyone, so that a clone that passes today passes tomorrow.

`python -m pytest` draws a fifth of the examples and leaves out the tests that are marked `thorough`; with `--thorough`
it draws twice as many and leaves out nothing; with KA_TERMS_THOROUGH=2 in the environment it draws all of them.

`KA_TERMS_FUZZ=5000 python -m pytest tests/reading/test_fuzz.py` draws that many new ones, wherever a test sets no
number of its own.

While `mutmut` runs, no test gets dask or polars: their threads do not live on in the process that is forked for each
mutant, which would wait for them for ever. The tests that need them are skipped, as where they are not installed. Nor
does a mutant get more memory than any test needs: one that grows for ever ends there. A mutant of a floor is held
against the tests of that floor, one of the model also against those of calculation, which reads it, and against a
tenth of the drawn examples, or the few that no test finds would take minutes each.

The program speaks English to the tests, whatever the locale of the machine: a test of another language names it.
"""

from __future__ import annotations

import os
import sys

import pytest
from hypothesis import HealthCheck, settings

from tests.examples import THOROUGH, examples

os.environ["KA_TERMS_LANG"] = "en"

_MEMORY_OF_A_MUTANT = 4 << 30

if "MUTANT_UNDER_TEST" in os.environ:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_OF_A_MUTANT, _MEMORY_OF_A_MUTANT))
    sys.modules.update({"dask": None, "polars": None})  # type: ignore[dict-item]  # an import of None is an ImportError


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--thorough", action="store_true", help="draw all examples and run what takes long too")


def pytest_configure(config: pytest.Config) -> None:
    """Say how many examples are drawn before the modules that ask for them are imported."""
    if config.getoption("thorough"):
        os.environ.setdefault(THOROUGH, "1")
    # How fast examples are drawn says more of what else the machine does than of the tests.
    slow = [HealthCheck.too_slow]
    settings.register_profile(
        "same", examples(50), derandomize=True, deadline=None, suppress_health_check=slow
    )
    settings.load_profile("same")
    if wanted := os.environ.get("KA_TERMS_FUZZ"):
        settings.register_profile("fuzz", derandomize=False, deadline=None, max_examples=int(wanted))
        settings.load_profile("fuzz")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is thorough; leave a mutant the tests of its own floor, those of its own module first."""
    if not config.getoption("thorough"):
        left_out = [item for item in items if item.get_closest_marker("thorough")]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if not item.get_closest_marker("thorough")]
    _, *place = os.environ.get("MUTANT_UNDER_TEST", "").split(".")
    if len(place) > 1:
        floor = f"tests/{place[0]}/"
        held = (floor, "tests/calculation/") if place[0] == "model" else (floor,)
        own = [item for item in items if item.nodeid.startswith(held)]

        def distance(item: pytest.Item) -> tuple[bool, bool]:
            return f"/test_{place[-2]}.py" not in item.nodeid, not item.nodeid.startswith(floor)

        items[:] = sorted(own, key=distance) or items
