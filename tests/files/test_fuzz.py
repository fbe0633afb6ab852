"""Whatever a file holds, reading it ends soon, in a scenario that can be costed or in a list of problems."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ka_terms.calculation.reading import Uncomputable
from ka_terms.calculation.statement import evaluate
from ka_terms.files import nodes
from ka_terms.files.house import read_as, read_catalogue
from ka_terms.files.problems import ReadError
from ka_terms.files.scenario import load
from ka_terms.model.catalogue import CatalogueFile
from ka_terms.model.glossary import Glossary
from ka_terms.model.policy import Policy

SCENARIOS = Path(__file__).parents[2] / "scenarios"
SLOWEST = 2.0
"""Seconds for one file."""
FUZZ = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])

canonical = read_catalogue().canonical


def read_and_cost(content: str | bytes, loader: Any = None) -> str:
    """Read a file of this content. Raises whatever the reader must not raise."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        if loader:
            patch.setattr(nodes, "_LOADER", loader)
        path = Path(folder) / "scenario.yaml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
        for beside in SCENARIOS.glob("*.yaml"):
            (path.parent / beside.name).symlink_to(beside)
        start = time.perf_counter()
        outcome = _outcome(path)
        assert time.perf_counter() - start < SLOWEST
    return outcome


def _outcome(path: Path) -> str:
    try:
        scenario = load(path, canonical).scenario
    except ReadError as error:
        assert error.problems
        report = str(error)
        report.encode()
        for problem in error.problems:
            json.dumps(problem.to_dict()).encode()
            assert "expected" in problem.message
        return "refused"
    try:
        statement = evaluate(scenario)
    except Uncomputable:
        return "uncomputable"
    assert statement.total_fees == sum(line.amount for line in statement.lines)
    return "costed"


# ---------------------------------------------------------------- any text

YAMLISH = st.text(alphabet="[]{}:,-?&*!|>'\"%@`#~=<.\\ \n\t\rab01年％／\u2028\x85", max_size=200)


@FUZZ
@given(st.one_of(st.text(max_size=300), YAMLISH, st.binary(max_size=300)))
@example("&a [*a]")
@example("a: &a\n  b: *a")
@example("? ? ?")
@example("{a: 1, 2, 3: 4, 5}")
@example('"\\U00110000"')
@example('"\\ud800": 1')
def test_any_text(text: str | bytes) -> None:
    """Refused, mostly."""
    read_and_cost(text)


@FUZZ
@given(YAMLISH)
@example('"\\UFFFFFFFF": 1')
@example('"\\UFFFFFFFFF": 1')
@example("%YAML 1." + "9" * 5000 + "\n---\na: 1")
@example('a: "\\ud800"')
def test_any_text_without_the_parser_in_c(text: str) -> None:
    """The parser in Python is no less safe."""
    read_and_cost(text, yaml.SafeLoader)


# ---------------------------------------------------------------- scenarios with slips in them

REAL = [path.read_text("utf-8") for path in sorted(SCENARIOS.glob("*.yaml"))]
REAL.append(
    """scenario: everything at once
currency: JPY
plan:
  last_year: {sales: 402万, stores: {opening: 20}, figures: {promoters: 3}}
  sales: +150%
  volume: 12k
  returns: 0
  vat: 13%
  target: 1.1亿
  stores: {opening: 25, new: 10, closed: 1}
  skus: {existing: 21, new: 14}
  events: {dm: 4, 节庆: 5}
  figures: {promoters: 12, net_purchases: 3.9M}
terms:
  月返: {rate: ２．５％, at_most: 3% of net_sales}
  annual_rebate: {mode: marginal, measure: growth, of: increment, less: [月返], tiers: [{over: 110%, rate: 1%}, {from: +50%, amount: 350k}]}
  volume_rebate: {mode: whole, measure: volume, tiers: [{from: 10k, amount: 1,000}]} # no comma
  bonus: {mode: whole, measure: achievement, tiers: [{from: 90%, rate: 1%}]}
  promoters: {amount: 5000, per: [promoters, last_year.promoters], free: {promoters: 2}, at_least: 8% of sales}
conditions: {payment_days: 60, return_policy: none}
private: {margin: 32%, walk_away: {fee_ratio: 18%}, cost_of_capital: 6%}
""".replace("1,000", "1000")
)
TOKENS = [
    *":,-?&*!|>'\"%@`#{}[]~=<\n\t ",
    *("- ", ": ", "{}", "[]", "null", "~", "NO", "1:30", "010", "1e5", ".nan", "2003-01-01", "\n\t", "\n---\n"),
    *("&a ", "*a", "<<: ", "!!str ", "? ", "|\n", "'", '"', "\\", "\\x00", "\x00", "\ufeff", "\u202e", "\u2028"),
    *("-1", "0", "0%", "100%", "101%", "+0%", "-100%", "9999999999999999", "1.23456789", "999999999999999.999999"),
    *("extends: 2002.yaml\n", "extends: scenario.yaml\n", "last_year: 2003-plan.yaml", "private: {margin: 5}\n"),
    *("sales", "growth", "increment", "last_year.sales", "stores.closing", "tiers", "rate", "amount", "per", "less"),
]


@st.composite
def slips(draw: st.DrawFn) -> str:
    """A real scenario with some characters, words or lines deleted, doubled, moved or replaced."""
    text = draw(st.sampled_from(REAL))
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.sampled_from([0, 0, 1, 1, 2, 5, 20, 80])))
        if draw(st.booleans()):  # whole lines
            start, end = text.rfind("\n", 0, start) + 1, text.find("\n", end) + 1 or len(text)
        piece = text[start:end]
        other = draw(st.one_of(st.sampled_from(TOKENS), st.sampled_from(["", piece * 2, piece * 9, piece[::-1]])))
        text = text[:start] + other + text[end:]
    return text


@FUZZ
@given(slips())
def test_scenarios_with_slips(text: str) -> None:
    """Some still load, and then they can be costed."""
    read_and_cost(text)


@FUZZ
@given(slips())
def test_both_parsers_agree(text: str) -> None:
    """With or without the parser in C a file is taken or refused alike."""
    assert read_and_cost(text) == read_and_cost(text, yaml.SafeLoader)


def test_the_real_ones_load() -> None:
    """Or the slips would prove little."""
    assert [read_and_cost(text) for text in REAL] == ["costed"] * len(REAL)


# ---------------------------------------------------------------- any structure

KEYS = st.one_of(
    st.sampled_from(
        """scenario account year status currency plan terms conditions private extends last_year sales volume returns
        vat target stores skus events figures opening new closed existing rate amount tiers per free of less mode from
        over measure at_least at_most margin walk_away fee_ratio format_version lines term names fees categories
        aliases policy ceilings required review reason""".split()
    ),
    st.text(max_size=5),
)
SCALARS = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8), st.sampled_from(TOKENS), st.dates())
STRUCTURES = st.recursive(
    SCALARS, lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=6)), max_leaves=40
)
ROOTS = st.dictionaries(KEYS, STRUCTURES, max_size=8)


@FUZZ
@given(ROOTS)
def test_any_structure(root: dict[str, Any]) -> None:
    """Of any shape, under keys of the format and others."""
    read_and_cost(yaml.safe_dump(root, allow_unicode=True))


@FUZZ
@given(ROOTS, st.sampled_from([CatalogueFile, Glossary, Policy]))
def test_any_structure_as_a_file_of_the_house(root: dict[str, Any], model: Any) -> None:
    """Catalogues, glossaries and policies are read as carefully."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "house.yaml"
        path.write_text(yaml.safe_dump(root), "utf-8")
        try:
            read_as(model, path)
        except ReadError as error:
            assert str(error).startswith(str(path))


# ---------------------------------------------------------------- almost valid, with numbers that hurt

AMOUNTS = st.sampled_from("0 1 0.000001 999999999999999 99999999999999.99999999 402万 1.2亿 4.5M 350k -1 010 1e5 2.5% '' １２".split())
COUNTS = st.sampled_from("0 1 3 999999999999999 100M 9999亿 0.5 -1".split())
RATES = st.sampled_from("0% 100% 0.000001% 2.5% ２．５％ 99.999999% 2.5 101% -1%".split())
INDEXES = st.sampled_from("0% 100% +150% -100% 110% 99999999999999% 0.000001% -101% 130".split())
FIGURES = st.sampled_from(
    """sales volume returns net_sales sales_incl_tax vat target increment stores.opening stores.new stores.closed
    stores.closing stores.average skus.existing skus.total events.dm promoters last_year.sales last_year.stores.average
    growth achievement nowhere""".split()
)
TERM_KEYS = st.sampled_from(["a", "b", "c", "月返", "annual_rebate"])
LIMITS = st.one_of(AMOUNTS, st.builds("{} of {}".format, RATES, FIGURES))


def _some(required: dict[str, Any], optional: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(required, optional=optional)


LIMITED = {"at_least": LIMITS, "at_most": LIMITS}
BASED = {"of": FIGURES, "less": st.lists(TERM_KEYS, max_size=3, unique=True), **LIMITED}
TIERS = st.one_of(
    *(_some({bound: st.one_of(AMOUNTS, INDEXES), **pay}, {}) for bound in ("from", "over") for pay in ({"rate": RATES}, {"amount": AMOUNTS}))
)
TERMS = st.one_of(
    _some({"rate": RATES}, BASED),
    _some({"amount": AMOUNTS}, {"per": st.lists(FIGURES, max_size=6, unique=True), "free": st.dictionaries(FIGURES, AMOUNTS, max_size=2), **LIMITED}),
    _some({"mode": st.sampled_from(["whole", "marginal"]), "tiers": st.lists(TIERS, min_size=1, max_size=4)}, {"measure": FIGURES, **BASED}),
)  # fmt: skip
STORES = _some({"opening": COUNTS}, {"new": COUNTS, "closed": COUNTS})
YEAR = {
    "volume": AMOUNTS,
    "returns": AMOUNTS,
    "vat": RATES,
    "target": AMOUNTS,
    "stores": STORES,
    "skus": _some({}, {"existing": COUNTS, "new": COUNTS}),
    "events": st.fixed_dictionaries({"dm": COUNTS}),
    "figures": st.fixed_dictionaries({"promoters": AMOUNTS}),
}
PLANS = _some({"sales": st.one_of(AMOUNTS, INDEXES)}, {"last_year": _some({"sales": AMOUNTS}, YEAR), **YEAR})
NEARLY = _some(
    {"scenario": st.just("a"), "plan": PLANS},
    {
        "terms": st.dictionaries(TERM_KEYS, TERMS, max_size=4),
        "currency": st.sampled_from(["CNY", "JPY", "KWD", "XXX"]),
        "conditions": st.fixed_dictionaries({"payment_days": COUNTS}),
        "private": _some({}, {"margin": RATES, "cost_of_capital": RATES, "walk_away": _some({}, {"fee_ratio": RATES})}),
    },
)
DUMPS: list[Callable[[Any], str]] = [
    lambda root: str(yaml.dump(root, Dumper=_Plain, allow_unicode=True)),
    lambda root: json.dumps(root, ensure_ascii=False),
]


class _Plain(yaml.SafeDumper):
    """Writes every text without quotes where it can, as people do."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


@FUZZ
@given(NEARLY, st.sampled_from(DUMPS))
def test_nearly_valid(root: dict[str, Any], dump: Callable[[Any], str]) -> None:
    """Numbers at and beyond every bound."""
    read_and_cost(dump(root))
