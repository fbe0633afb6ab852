"""The commands on drawn scenarios and drawn options: never a traceback, never a hang, and sums that hold."""

from __future__ import annotations

import gc
import io
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from decimal import Decimal
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from ka_terms.cli import answer_in_exit_codes
from tests.cli.material import FORMATS, LANGUAGES, LAST, record
from tests.cli.running import Run
from tests.examples import examples
from tests.limits import ending
from tests.reading.drawn_scenarios import NEARLY, SOUND, TERM_KEYS, words
from tests.reading.drawn_texts import slips

CODES = {0, 1, 2, 3}

bounded = settings(examples(60), suppress_health_check=[HealthCheck.function_scoped_fixture])


def answer(*line: object) -> Run:
    """The whole program in this process: what it prints, and an exit code that is one of its own."""
    out, err = io.StringIO(), io.StringIO()
    typed = patch.object(sys, "argv", ["ka-terms", *map(str, line)])
    with ending(), typed, redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as end:
        answer_in_exit_codes()
    code = end.value.code or 0
    assert code in CODES, (line, err.getvalue())
    assert "Traceback" not in out.getvalue() + err.getvalue()
    assert isinstance(code, int)
    return Run(code, out.getvalue(), err.getvalue())


@pytest.fixture(autouse=True)
def _keep_collecting(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The program does not tidy up behind itself, since its process ends; here it goes on."""
    monkeypatch.setattr(gc, "freeze", lambda: None)
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


Write = Callable[[str, Any], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(name: str, content: Any) -> Path:
        file = tmp_path / name
        file.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        return file

    return written


def _flags(**choices: st.SearchStrategy[str]) -> st.SearchStrategy[list[str]]:
    """Any of the options, each with a value."""
    some = st.fixed_dictionaries({}, optional=dict(choices))
    return some.map(lambda chosen: [f"--{key.replace('_', '-')}={value}" for key, value in chosen.items()])


SWITCHES = st.lists(st.sampled_from(["--ascii", "--internal"]), unique=True)
RULES = st.builds(
    "{} {} {}".format,
    words("fee_ratio total_fees sales vpo vpo_volume fees_a_store net_net_sales a 月返 margin"),
    words("< <= > >= == != ＞ =>"),
    words("0 1 25% 100% 0.000001% 4.5M 999999999999999 -1 x"),
)
LOOKS = {
    "format": st.sampled_from(FORMATS),
    "lang": st.sampled_from([*LANGUAGES, "zh-Hans", "fr"]),
    "unit": words("1 k 万 M 億 x"),
}
SCENARIOS = st.one_of(SOUND, SOUND, NEARLY)


@bounded
@given(SCENARIOS, _flags(**LOOKS, fail_if=RULES, explain=TERM_KEYS), SWITCHES)
def test_show(write: Write, content: Any, flags: list[str], switches: list[str]) -> None:
    answer("show", write("a.json", content), *flags, *switches)


@bounded
@given(
    st.lists(SCENARIOS, min_size=2, max_size=3),
    st.one_of(st.none(), SCENARIOS),
    _flags(**LOOKS, fail_if=RULES, layout=words("wide tidy x")),
    SWITCHES,
    st.booleans(),
)
def test_compare(
    write: Write, contents: list[Any], plan: Any, flags: list[str], switches: list[str], everything: bool
) -> None:
    files = [write(f"{at}.json", content) for at, content in enumerate(contents)]
    more = [f"--plan={write('plan.json', plan)}"] if plan else []
    answer("compare", *files, *more, *flags, *switches, *(["--all"] if everything else []))


@bounded
@given(
    SCENARIOS,
    _flags(
        **LOOKS,
        distribution=words("pert triangular uniform x"),
        draws=words("99 100 300"),
        metric=words("vpo,fee_ratio total_fees 月返 vpo_volume stores.new x"),
    ),
    SWITCHES,
)
def test_outlook(write: Write, content: Any, flags: list[str], switches: list[str]) -> None:
    answer("outlook", write("a.json", content), *flags, *switches)


@bounded
@given(st.lists(SCENARIOS, min_size=1, max_size=2), _flags(**LOOKS), SWITCHES)
def test_ladder(write: Write, contents: list[Any], flags: list[str], switches: list[str]) -> None:
    files = [write(f"{at}.json", content) for at, content in enumerate(contents)]
    answer("ladder", *files, *flags, *switches)


INPUTS = words(
    "sales sales=1..9M growth stores.new stores.opening=0..9 returns volume a a.rate a.tiers.1.from last_year.sales x"
)


@bounded
@given(
    st.lists(SCENARIOS, min_size=1, max_size=2),
    INPUTS,
    st.one_of(RULES, words("fee_ratio total_fees a")),
    _flags(**LOOKS, step=words("1 500 0.1% 0 x")),
    SWITCHES,
)
def test_solve(
    write: Write, contents: list[Any], input: str, rule: str, flags: list[str], switches: list[str]
) -> None:
    files = [write(f"{at}.json", content) for at, content in enumerate(contents)]
    answer("solve", *files, f"--vary={input}", f"--for={rule}", *flags, *switches)


CEILINGS = st.dictionaries(
    words("fee_ratio total_fees fees_a_store a 月返 sales"), words("0 0% 25% 100% 4.5M x"), max_size=3
)
POLICIES = st.fixed_dictionaries(
    {"policy": st.just("p")},
    optional={
        "ceilings": CEILINGS,
        "required": st.lists(TERM_KEYS, max_size=3),
        "review": st.dictionaries(
            TERM_KEYS, st.fixed_dictionaries({"reason": st.text(max_size=9)}), max_size=2
        ),
    },
)


@bounded
@given(
    st.lists(SCENARIOS, min_size=1, max_size=3), POLICIES, _flags(format=LOOKS["format"], lang=LOOKS["lang"])
)
def test_check(write: Write, contents: list[Any], policy: Any, flags: list[str]) -> None:
    files = [write(f"{at}.json", content) for at, content in enumerate(contents)]
    answer("check", *files, f"--policy={write('policy.json', policy)}", *flags)


@bounded
@given(slips(), st.sampled_from(["show", "check", "compare"]), st.sampled_from(FORMATS))
def test_real_scenarios_with_slips_in_them(tmp_path: Path, text: str, command: str, kind: str) -> None:
    for good in LAST.parent.glob("*.yaml"):
        (tmp_path / good.name).write_bytes(good.read_bytes())
    file = tmp_path / "scenario.yaml"
    file.write_text(text, encoding="utf-8", errors="surrogatepass")
    answer(command, file, *([LAST] if command == "compare" else []), "--format", kind)


# ---------------------------------------------------------------- sums that hold


@bounded
@given(SCENARIOS)
def test_a_saved_statement_comes_to_the_same(write: Write, content: Any) -> None:
    shown = answer("show", write("a.json", content), "--format", "json")
    assume(shown.code == 0)
    saved = write("saved.json", None)
    saved.write_text(shown.out, encoding="utf-8")
    again = answer("show", saved, "--format", "json")
    assert (again.code, again.err) == (0, "")
    first, second = record(shown), record(again)
    for key in ("lines", "total_fees", "fee_ratio", "sales", "stores", "growth", "tiers", "plan", "terms"):
        assert second[key] == first[key]
    assert "amounts saved" not in answer("show", saved).out


@bounded
@given(SCENARIOS)
def test_lines_add_up_to_the_total(write: Write, content: Any) -> None:
    shown = answer("show", write("a.json", content), "--format", "json")
    assume(shown.code == 0)
    statement = record(shown)
    assert sum((line["amount"] for line in statement["lines"]), Decimal(0)) == statement["total_fees"]
    assert statement["net_net_sales"] + statement["total_fees"] == statement["sales"]


@bounded
@given(SCENARIOS, SCENARIOS)
def test_every_change_is_its_two_effects(write: Write, old: Any, new: Any) -> None:
    files = [write(f"{at}.json", {**content, "currency": "KWD"}) for at, content in enumerate((old, new))]
    compared = answer("compare", *files, "--format", "json")
    assume(compared.code == 0)
    told = record(compared)
    for one in (*told["differences"], *told["totals"]):
        assert one["change"] == one["amounts"][1] - one["amounts"][0]
        assert (one["terms_effect"] is None) == (one["plan_effect"] is None)
        if one["terms_effect"] is not None:
            assert one["change"] == one["terms_effect"] + one["plan_effect"]
    assert told["totals"][0]["amounts"] == [one["total_fees"] for one in told["scenarios"]]
