"""The page about json lists every key that a result has, and no other: the json of every command is walked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.cli.test_golden import COMMANDS, ROOT

_PAGE = (ROOT / "ka_terms" / "docs" / "json.md").read_text(encoding="utf-8")
_SECTION = re.compile(r"^## [^\n]*\(`([^`]+)`\)\n\n\| key \|.*\n.*\n((?:\|.*\n)+)", re.MULTILINE)
_ROW = re.compile(r"^\| (.*?) \| (.*) \|$", re.MULTILINE)
TABLES = {
    result: {key: meaning for keys, meaning in _ROW.findall(rows) for key in re.findall(r"`([^`]+)`", keys)}
    for result, rows in _SECTION.findall(_PAGE)
}
"""What each listed key is, by the result."""
_AS_IN_A_FILE = "under the keys of a contract file"
_WHOLE = {"each a statement": "show", "each a contract by period": "show --by"}
"""Of a key that holds whole results, which have the keys of their own table."""

_CONTRACTS = {
    "flat.yaml": "scenario: flat\ncurrency: KRW\nplan: {sales: 10000}\nterms: {fee: {rate: 2.5%}}\n",
    "slow.yaml": "scenario: slow\ncurrency: KRW\nplan: {sales: 100k}\nterms: {a: {rate: 30%}, b: {amount: 10}}\n",
    "returns.yaml": "scenario: returns\nplan: {sales: 1M, returns: 50k, volume: 200}\nterms:\n"
    "  rebate: {mode: whole, tiers: [{from: 10k, rate: 1%}, {over: 1.2M, rate: 2%}]}\n",
    "growing.yaml": "scenario: growing\nplan: {sales: +10%, last_year: {sales: 1M}}\nterms:\n"
    "  rebate: {mode: whole, measure: growth, tiers: [{from: +5%, rate: 1%}]}\n  aniversary_fee: {amount: 1}\n",
    "conditions.yaml": "scenario: conditions\nplan: {sales: 1M, figures: {facings: 30%}, facts: {hardware: yes}}\n"
    "terms:\n  award: {rate: 1%, only_if: [facings >= 33%, hardware]}\n  bonus: {amount: 500, only_if: sales >= 1M}\n"
    "  rebate: {rate: 5%}\ntogether: {cap: {terms: [award, rebate], at_most: 4% of sales}}\n"
    "private: {margin: 30%}\n",
    "periods.yaml": "scenario: periods\nplan: {sales: 1M, months: {events: {dm: {mar: 1, 9: 2}}}}\n"
    "terms: {rebate: {rate: 1%, each: quarter}, award: {rate: 1%, in: [10]}}\n",
    "signed.yaml": "scenario: signed\nyear: 2003\nsigned: 2003-05-20\nplan: {sales: 1M, stores: {opening: 9, new: 1}, "
    "skus: {new: 1}, events: {dm: 1}}\nterms: {monthly_rebate: {rate: 3%}}\n",
    "uncertain.yaml": "scenario: uncertain\nplan: {sales: {low: 1M, likely: 2M, high: 3M}}\nterms:\n"
    "  rebate: {mode: whole, each: half, tiers: [{from: 1M, rate: 1%}]}\n",
    "approve.yaml": "scenario: approve\nstatus: agreed\nplan: {sales: 1M}\nterms: {fee: {rate: 2%}}\n"
    "private: {margin: 30%, walk_away: {fee_ratio: 5%}}\n",
    "discounted.yaml": "scenario: discounted\nplan: {sales: 1M, returns: 1%}\n"
    "terms: {fee: {rate: 2%, paid: on_invoice}}\nprivate: {margin: 30%}\n",
    "rounds.yaml": "rounds:\n  - {file: flat.yaml, side: theirs, date: 2003-01-10, with: b, gives: {display: 5}}\n"
    "  - {file: slow.yaml, side: ours, note: n}\n",
    "blocks.yaml": "scenario: blocks\nyear: 2003\nplan: {sales: 1M, stores: {opening: 5, new: 1}, blocks: {price: 5k}, "
    "last_year: {sales: 900k, stores: {opening: 4}}, months: {events: {dm: [3]}}}\nterms: {fee: {rate: 2%}}\n",
    "promoted.yaml": "scenario: promoted\nplan: {sales: 1M, stores: {opening: 5}}\nterms: {fee: {rate: 2%}}\n"
    "promotions: {b: {fee: 5}, a: {fee: 1k, items_share: 10%, allowed: 9%, planned: +60%, actual: 5k, "
    "retailer: {margin: 20%}}}\n"
    "private: {margin: 30%}\n",
    "wrong.yaml": "scenario: wrong\nplan: {sales: 1M}\nterms: {fee: {rate: 2}}\n",
}
_PLAN = "scenarios/2003-proposal.yaml"
_INTERNAL = "tests/cli/golden/internal.yaml --internal"
_MORE = (
    f"show {_INTERNAL}",
    f"show {_PLAN} --explain dm_tg_fee",
    f"compare scenarios/2003-ask.yaml {_INTERNAL}",
    f"sweep {_INTERNAL} --vary sales=8M,9M --metric contribution",
    f"sweep {_PLAN} --vary sales=8M..9M/9 --spread",
    f"sweep {_PLAN} scenarios/2002.yaml --vary sales=500k..2.5M..500k --metric total_fees",
    "sweep returns.yaml --vary sales=10k,1M",
    f"solve {_PLAN} scenarios/2003-ask.yaml --vary dm_tg_fee --for total_fees",
    f"solve {_PLAN} --vary stores.new --for new_store_fee=52,000",
    f"solve {_PLAN} --vary sales=9M..12M --for fee_ratio=8.8%",
    f"solve {_PLAN} --vary sales=9.5M..12M --for fee_ratio>=9%",
    "solve flat.yaml --vary sales=9990..10050 --for fee_ratio<=2.5%",
    "solve slow.yaml --vary sales=5000..20000 --for fee_ratio<=30.1%",
    "tornado scenarios/2002.yaml --by 90% --all",
    f"tornado {_INTERNAL} --metric contribution",
    f"outlook {_INTERNAL.replace('internal.yaml', 'outlook.yaml')}",
    "ladder returns.yaml growing.yaml",
    "ladder conditions.yaml",
    "show conditions.yaml",
    "show periods.yaml",
    "show periods.yaml --by month --view owed",
    "compare periods.yaml returns.yaml --by quarter",
    f"show {_PLAN} --from 2003-02 --to 2003-04",
    "show scenarios/2002.yaml signed.yaml --from 2003-01",
    "show signed.yaml",
    "ladder conditions.yaml --internal",
    "outlook uncertain.yaml --draws 100",
    f"ladder {_INTERNAL}",
    "approval scenarios/2002.yaml scenarios/2003-ask.yaml scenarios/2003-agreed.yaml tests/cli/golden/internal.yaml "
    "--policy china-supplier-charges",
    "approval approve.yaml --internal",
    "brief scenarios/2003-ask.yaml scenarios/2003-proposal.yaml scenarios/finance.yaml --internal "
    "--vary events.dm=2..6..1 --vary monthly_rebate=1.5%..4%..0.1%",
    "offers scenarios/finance.yaml --internal --vary events.dm=2..6..1 --vary monthly_rebate=1.5%..4%..0.1%",
    "steps scenarios/finance.yaml --internal --against dm_tg_fee --request scenarios/2003-ask.yaml",
    "pnl tests/cli/golden/outlook.yaml conditions.yaml --internal --high 20M",
    "pnl discounted.yaml --internal",
    "rounds scenarios/2003-ask.yaml scenarios/2003-proposal.yaml --internal",
    "growth blocks.yaml",
    "promo promoted.yaml --internal",
    "portfolio scenarios --date 2003-11-15 --sweep sales=+5%",
    "portfolio promoted.yaml --internal",
    "portfolio returns.yaml approve.yaml conditions.yaml signed.yaml --date 2003-11-15 --policy china-supplier-charges",
    "promo promoted.yaml",
    "growth flat.yaml",
    "vpo flat.yaml slow.yaml",
    "rounds flat.yaml slow.yaml --rounds rounds.yaml --internal",
    "check wrong.yaml",
    "check growing.yaml --policy china-supplier-charges",
    "catalogue",
)


def test_every_result_has_a_table(results: dict[str, set[str]]) -> None:
    assert set(TABLES) == set(results)


@pytest.mark.parametrize("result", TABLES)
def test_every_key_of_a_result_is_listed(result: str, results: dict[str, set[str]]) -> None:
    assert _unlike(results[result], [*TABLES[result], *_of_statements(result)]) == []


@pytest.mark.parametrize("result", TABLES)
def test_every_listed_key_is_one_of_a_result(result: str, results: dict[str, set[str]]) -> None:
    assert [
        key for key in TABLES[result] if len(_unlike(results[result], [key])) == len(results[result])
    ] == []


@pytest.mark.parametrize(
    "command",
    [
        "show",
        "ladder",
        "solve",
        "tornado",
        "outlook",
        "approval",
        "pnl",
        "rounds",
        "growth",
        "promo",
        "portfolio",
        "vpo",
        "steps",
        "offers",
        "brief",
        "check",
    ],
)
def test_the_columns_of_csv_are_those_of_the_page(command: str) -> None:
    (columns,) = re.findall(rf"^\| `{command}` \| (.*) \|$", _PAGE, re.MULTILINE)
    golden = (ROOT / "tests" / "cli" / "golden" / f"{command}.csv").read_text(encoding="utf-8")
    assert golden.partition("\n")[0].split(",") == re.findall(r"`(\w+)`", columns)


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The keys of every result, for the inputs of all golden outputs and for some more."""
    folder = tmp_path_factory.mktemp("contracts")
    for name, content in _CONTRACTS.items():
        (folder / name).write_text(content, encoding="utf-8")
    keys: dict[str, set[str]] = {}
    golden = (re.sub(r" --(format|layout|unit|lang) \S+| --ascii", "", words) for words in COMMANDS.values())
    for command in dict.fromkeys((*golden, *_MORE)):
        done = run(*(_path(word, folder) for word in command.split()), "--format", "json")
        assert done.code in (0, 1, 3), done.err
        result = _result(command)
        keys.setdefault(result, set()).update(_walked(json.loads(done.out)))
    return keys


def _result(command: str) -> str:
    """The result that a command gives, by the name of its table."""
    name = command.split(maxsplit=1)[0]
    if "--explain" in command:
        return f"{name} --explain"
    if "--from" in command:
        return f"{name} --from"
    is_by_period = name in ("show", "compare") and ("--by" in command or "--view" in command)
    return f"{name} --by" if is_by_period else name


def _path(word: str, folder: Path) -> str:
    if not word.endswith(".yaml"):
        return word
    return str(folder / word if word in _CONTRACTS else ROOT / word)


def _walked(value: object, path: str = "") -> Iterator[str]:
    """The path of every key, `[]` for the entries of a list; a point inside a key is no step and becomes a slash."""
    if isinstance(value, list):
        for item in value:
            yield from _walked(item, f"{path}[]")
    elif isinstance(value, dict):
        for key, inner in value.items():
            step = f"{path}.{key.replace('.', '/')}".removeprefix(".")
            yield step
            own = "vpo" in value and _AS_IN_A_FILE in TABLES["show"].get(key, "")
            yield from () if own else _walked(inner, step)


def _of_statements(result: str) -> Iterator[str]:
    """The keys of the whole results that a result holds, one or a list of them under a key."""
    for key, meaning in TABLES[result].items():
        for words, whole in _WHOLE.items():
            if words in meaning:
                yield from (f"{key}{entry}.{inner}" for entry in ("", "[]") for inner in TABLES[whole])


def _unlike(keys: Iterable[str], listed: Iterable[str]) -> list[str]:
    """The keys that are none of the listed ones, whose words in capitals stand for any name."""
    patterns = [re.compile(re.sub(r"\b[A-Z]+\b", "[^.]+", re.escape(key))) for key in listed]
    return sorted(key for key in keys if not any(pattern.fullmatch(key) for pattern in patterns))
