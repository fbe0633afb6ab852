"""One invalid file a rule, and what its message has to say: where, and in which words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from ka_terms.reading.problems.problem import ReadError
from ka_terms.reading.scenario import load
from ka_terms.reading.settings import read_catalogue
from ka_terms.reading.yaml import yaml_reader as tree

FILES = Path(__file__).parent / "invalid"
NUMBER = "expected a number such as 4020000, 4,020,000, 402万, 4.5M or 350k"

# File -> its problems from top to bottom: line, column, and words of the message.
INVALID: dict[str, list[tuple[int, int, str]]] = {
    "a-list": [(1, 1, "found a list; expected lines of the form `key: value`")],
    "a-text": [(1, 1, "found 'a contract of some kind'; expected lines of the form `key: value`")],
    "absurd-decimals": [(3, 10, "with at most 6 decimals; round it as the contract does")],
    "absurd-digits": [(3, 10, "below 10^15 and with at most 6 decimals; it has too many digits")],
    "absurd-magnitude": [(3, 10, "below 10^15; check for a slip in the digits or the unit")],
    "alias-bomb": [(7, 10, "more than 20,000 values")],
    "alias-without-anchor": [(1, 11, "found *name; expected &name above it")],
    "amount-bound-of-growth": [(10, 16, "tiers.1.from: found '5M'; expected an index such as 110%")],
    "blank-name": [(1, 10, "scenario: found nothing; expected a text")],
    "colon-in-value": [(1, 21, "a second colon in one entry")],
    "comments-only": [(1, 1, "found nothing but comments; expected a scenario")],
    "currency-sign": [(3, 10, "leave out the currency sign")],
    "footnote-mark": [
        (3, 10, "found '1000000¹'"),
        (4, 21, "② (U+2461, circled digit two) is no part of a number"),
        (6, 26, "² (U+00B2, superscript two) is no part of a number"),
    ],
    "marks-in-braces": [
        (4, 19, "found amount: 1,500¹ in braces; expected no comma in a number there"),
        (4, 19, "¹ (U+00B9, superscript one) is no part of a number"),
        (5, 30, "in braces it ends the entry; write at_most: 8.5% of sales"),
        (6, 19, "found amount: 1,500元 in braces"),
        (6, 19, "leave out the currency sign"),
    ],
    "date-as-name": [(1, 11, 'unquoted it reads as a date: write "2003-01-01"')],
    "duplicate-key": [(5, 3, "found a second 'sales'; expected each key once; the first stands in line 3")],
    "empty": [(1, 1, "found an empty file; expected a scenario")],
    "estimate-elsewhere": [(4, 11, "found a mapping; expected a number such as 4020000, 4,020,000, 402万, 4.5M or 350k;"
                                   " only plan.sales and plan.stores.new take low, likely and high")],
    "estimate-in-braces": [(3, 16, 'found low: 8,000,000 in braces; expected no comma in a number there: in braces it'
                                   ' ends the entry; write low: 8000000 or low: "8,000,000"')],
    "estimate-key-missing": [(3, 3, "likely: found nothing; expected the key likely of an estimate; add `likely:`")],
    "estimate-key-unknown": [(5, 5, "plan.sales.likly: found 'likly'; expected a known key; did you mean likely?")],
    "estimate-mixed": [(4, 28, "found '+150%'; expected low, likely and high all as amounts, or all as growth")],
    "estimate-of-growth-on-nothing": [(3, 10, "expected last year's sales beside it; add `last_year:` to the plan")],
    "estimate-of-half-a-store": [(4, 47, "plan.stores.new.likely: found '7.5'; expected a whole number")],
    "estimate-of-growth-without-sign": [(4, 30, "sales.likely: found '5%'; expected growth with its sign")],
    "estimate-of-last-year": [
        (4, 12, "found an estimate; expected the number that last year came to; write the one number"),
        (5, 32, "plan.last_year.stores.new: found an estimate"),
    ],
    "estimate-out-of-order": [
        (3, 28, "plan.sales.likely: found '7M'; expected likely no lower than low; low is 8000000"),
        (3, 38, "plan.sales.high: found '6M'; expected high no lower than likely; likely is 7000000"),
    ],
    "exponent": [(3, 10, f"found '1e5'; {NUMBER}; write the zeros out")],
    "extends-absolute": [(1, 10, "found '/etc/hostname'; expected the relative path of another scenario file")],
    "extends-directory": [(1, 10, "extends: found a directory: extended")],
    "extends-list": [(1, 10, "extends: found no file name")],
    "extends-missing": [
        (1, 10, "no such file: extended/basis.yaml; expected the relative path of another scenario"),
        (4, 26, "found '2.5'; expected a share in percent"),
    ],
    "figure-taken": [
        (4, 13, "plan.figures.sales: found 'sales'; expected a name that is not a figure or a total already")
    ],
    "free-not-charged": [(9, 12, "expected a figure that this term's `per` names; add stores.new to `per`")],
    "group-for-figure": [(6, 40, "found 'store'; expected a figure of the plan; write the one that is meant:"
                                 " stores.average, stores.closed, stores.closing, stores.new, stores.opening")],
    "growth-bound-without-sign": [(11, 16, "tiers.2.over: found '5%'; expected growth with its sign, such as +5%")],
    "growth-on-nothing": [(8, 14, "found 'growth'; expected last_year.sales above zero")],
    "growth-without-sign": [(4, 10, "found '5%'; expected growth with its sign, such as +5%")],
    "growth-without-last-year": [(3, 10, "expected last year's sales beside it; add `last_year:` to the plan")],
    "half-a-store": [(4, 21, "found '2.5'; expected a whole number")],
    "infinite": [(3, 10, f"found '.inf'; {NUMBER}")],
    "last-year-circle": [(3, 14, "a circle: last-year-circle.yaml -> last-year-circle.yaml")],
    "last-year-without-plan": [(3, 14, "found a file without a plan")],
    "least-above-most": [(6, 40, "found '9% of sales'; expected at_least no higher than at_most")],
    "less-circle": [(6, 25, "a circle: one -> other -> one; expected terms that do not wait for each other")],
    "less-no-term": [(6, 37, "found 'anual_rebate'; expected a term of this contract; did you mean annual_rebate")],
    "list-for-mapping": [(3, 3, "plan: found a list; expected lines of the form `key: value` below it")],
    "mapping-as-key": [(2, 3, "expected a name as key")],
    "merge-key": [(5, 3, "found the merge key <<; expected plain keys; take over another file with `extends:`")],
    "misaligned": [(4, 2, "found a line that fits no indentation")],
    "misgrouped-in-braces": [
        (4, 17, 'in braces it ends the entry; write rate: 3.5%'),
        (5, 19, 'found amount: 1.500,00 in braces; expected no comma in a number there: in braces it ends the entry;'
                ' write amount: 1500.00'),
        (6, 19, 'write amount: 1500.50 or amount: "1,500.50"'),
        (7, 19, 'found amount: １,５００ in braces'),
    ],
    "misgrouped-number": [(3, 10, "a comma groups exactly three digits: group all of them so, or none")],
    "missing-colon": [(2, 1, "found a line without a colon; expected `key: value`")],
    "missing-mode": [(6, 3, "annual_rebate.mode: found nothing; expected the key mode; add `mode: whole`")],
    "missing-plan": [(1, 1, "plan: found nothing; expected the key plan; add `plan:`")],
    "misspelt-key": [(2, 1, "found 'acount'; expected a known key; did you mean account?")],
    "misspelt-key-in-term": [(6, 32, "found 'at_leest'; expected a known key; did you mean at_least")],
    "misspelt-shape": [(6, 20, "exactly one of rate, amount or tiers in a term; did you mean rate?")],
    "mode-unknown": [(7, 11, "found 'hole'; expected whole or marginal; did you mean whole?")],
    "more-closed-than-stores": [(4, 40, "expected no more closed stores than there are; opening and new stores are 4")],
    "more-closed-than-low": [(4, 69, "found '5'; expected no more closed stores than there are; opening and the low of"
                                     " new stores are 4 together")],
    "more-returns-than-growth": [(5, 12, "found '900'; expected no more returns than sales; sales come to 800")],
    "more-returns-than-low": [(4, 12, "found '9M'; expected no more returns than sales; the low of sales is 8000000")],
    "needs-last-year": [(6, 33, "found 'increment'; expected a figure of the plan; add `last_year:` to `plan`")],
    "negative-stores": [(4, 21, "zero or more; it cannot be negative")],
    "nesting-bomb": [(1, 51, "found more than 40 levels")],
    "not-a-number": [(3, 10, f"found '.nan'; {NUMBER}")],
    "null-of-nothing": [(4, 3, "a key of the extended file to remove; did you mean monthly_rebate?")],
    "number-in-braces": [(9, 16, "found from: 4,500,000 in braces; expected no comma in a number there: in braces it"
                                 ' ends the entry; write from: 4500000 or from: "4,500,000"')],
    "octal": [(3, 10, "leave out the leading zero")],
    "one-fee-under-two-names": [
        (6, 3, "found '月返利', another name of the fee 'monthly_rebate'; expected each fee once; the first"
               " stands in line 5: keep one of them"),
        (8, 3, "found 'annual_rebate', another name of the fee '年返'; expected each fee once"),
    ],
    "open-brace": [(2, 7, "found a brace or bracket that is never closed")],
    "open-bracket": [(4, 36, "expected a comma or ] after each entry")],
    "open-quote": [(1, 11, "found a quote that is never closed")],
    "payment-days": [(3, 28, "found 'two months'; expected a whole number of days, such as 60")],
    "per-figure-not-given": [(6, 37, "per.1: found 'skus.new'; expected a figure of the plan; add `skus:` to `plan`")],
    "per-no-figure": [(6, 39, "found 'stores.newest'; expected a figure of the plan; did you mean stores.new")],
    "percent-bound": [(9, 16, "expected a number, as the bounds are measured in sales; for bounds in percent")],
    "percent-first": [(3, 10, "found a value that starts with %; expected quotes around it")],
    "private-misspelt": [(3, 1, "found 'privat'; expected a known key; did you mean private?")],
    "private-misspelt-block": [(3, 1, "did you mean private?"), (5, 3, "expected each key once")],
    "rate-above-all": [(6, 26, "found '250%'; expected a share in percent, such as 2.5%, from 0% to 100%")],
    "rate-and-amount": [(6, 3, "found rate and amount; expected exactly one of rate, amount or tiers")],
    "rate-as-fraction": [(6, 26, "found '0.025'; expected a share in percent, such as 2.5%; is it 2.5% or 0.025%?")],
    "rate-of-a-count": [(6, 34, "expected a money figure, such as sales, to take a share of")],
    "rate-without-percent": [(6, 26, "expected a share in percent, such as 2.5%; write the percent sign: 2.5%")],
    "share-of-nothing": [(6, 40, "expected an amount, or a share of a figure such as 8% of sales; say of what")],
    "six-faults": [
        (1, 11, "unquoted it reads as a truth value"),
        (2, 1, "did you mean account?"),
        (4, 10, "a comma groups exactly three digits"),
        (5, 21, "it cannot be negative"),
        (7, 26, "write the percent sign: 2.5%"),
        (8, 39, "did you mean stores.new"),
    ],
    "small-m": [(3, 10, "write 4.5M")],
    "status-unknown": [(2, 9, "found 'agreeed'; expected agreed, ask, proposal or draft; did you mean agreed?")],
    "tab-indentation": [(3, 1, "found a tab; expected spaces to indent with; replace each tab by two spaces")],
    "tag": [(1, 11, "found the tag !!python/name:os.system; expected plain YAML without tags")],
    "point-or-group": [
        (3, 10, "expected a number that cannot be read in two ways; write 1,500 or 1.5, whichever is meant"),
        (5, 21, "found '2.340'"),
    ],
    "term-as-number": [(6, 19, "found '2.5%'; expected a term with a rate, an amount or tiers; such as {rate: 2.5%}")],
    "term-without-shape": [(6, 3, "found none; expected exactly one of rate, amount or tiers in a term")],
    "tier-from-and-over": [(9, 9, "tiers.1: found both; expected exactly one of from and over in a tier")],
    "tier-without-bound": [(9, 9, "tiers.1: found neither; expected exactly one of from and over in a tier")],
    "tiers-empty": [(6, 39, "found an empty list; expected at least one tier; such as {from: 9M, rate: 0.5%}")],
    "tiers-that-fall": [
        (10, 16, "tiers.2.from: found '9M'; expected a bound above the one before it"),
        (11, 16, "tiers.3.from: found '8M'; expected a bound above the one before it"),
    ],
    "time-as-number": [(3, 10, f"found '1:30'; {NUMBER}; this reads as a time")],
    "truth-value-as-name": [(1, 11, "found 'NO'; expected a name; unquoted it reads as a truth value: write \"NO\"")],
    "two-documents": [(5, 1, "found a second document (---); expected one document in a file; split the file")],
    "unknown-currency": [(2, 11, "found 'RMB'; expected a currency by its ISO 4217 code")],
    "unknown-escape": [(1, 11, "found an unknown escape in double quotes")],
    "unknown-key": [(5, 1, "found 'colour'; expected a known key; known here: extends, scenario, account")],
    "wide-characters": [(3, 20, "terms.monthly_rebate.rate: found '2.5'")],
    "year-of-two-digits": [(2, 7, "found '03'; expected a year, such as 2003")],
}  # fmt: skip

# Those whose problem lies, wholly or in part, in the file they extend.
ELSEWHERE = {
    "extends-circle": [("extended/circle.yaml", 1, 10, "a circle: ")],
    "extends-faulty": [
        ("extended/faulty.yaml", 3, 10, "plan.sales: found '4,02,000'"),
        ("extends-faulty.yaml", 3, 9, "did you mean agreed?"),
    ],
}

# What belongs to the program and not to its user.
_OURS = re.compile(
    r"pydantic|Model|dict\b|tuple|\bstr\b|NoneType|Decimal|Traceback|Input should|\\[dswb]|\(\?|\[0-9\]"
)

LOADERS = {"c": getattr(yaml, "CSafeLoader", yaml.SafeLoader), "python": yaml.SafeLoader}


@pytest.fixture(autouse=True)
def _in_their_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages name files as they were named on the command line."""
    monkeypatch.chdir(FILES)


@pytest.fixture(params=list(LOADERS))
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both parsers: PyYAML does without the one in C where that is not installed."""
    monkeypatch.setattr(tree, "_LOADER", LOADERS[request.param])
    return str(request.param)


def refused(path: Path) -> ReadError:
    """What the reader says of a file that it must not take."""
    with pytest.raises(ReadError) as caught:
        load(path, read_catalogue().canonical)
    return caught.value


@pytest.mark.parametrize("name", INVALID)
@pytest.mark.usefixtures("parser")
def test_invalid(name: str) -> None:
    """Every problem of the file, at its place, in the promised words."""
    problems = refused(Path(f"{name}.yaml")).problems
    assert [(problem.line, problem.column) for problem in problems] == [row[:2] for row in INVALID[name]]
    for problem, (*_, words) in zip(problems, INVALID[name], strict=True):
        assert words in problem.message
        assert problem.file == f"{name}.yaml"


@pytest.mark.parametrize("name", ELSEWHERE)
@pytest.mark.usefixtures("parser")
def test_invalid_elsewhere(name: str) -> None:
    """A problem of an extended file is reported there, under a path as seen from here."""
    problems = refused(Path(f"{name}.yaml")).problems
    assert len(problems) == len(ELSEWHERE[name])
    for problem, (file, line, column, words) in zip(problems, ELSEWHERE[name], strict=True):
        assert problem.place == f"{file}:{line}:{column}"
        assert words in problem.message


def test_every_file_has_its_row() -> None:
    """No invalid file without expectations."""
    assert {path.stem for path in FILES.glob("*.yaml")} == {*INVALID, *ELSEWHERE}


@pytest.mark.parametrize("name", [*INVALID, *ELSEWHERE])
@pytest.mark.usefixtures("parser")
def test_message_reads_well(name: str) -> None:
    """Found, expected and an excerpt with a caret; nothing in a message comes from inside the program."""
    error = refused(Path(f"{name}.yaml"))
    assert not _OURS.search(str(error))
    for problem in error.problems:
        assert "expected " in problem.message
        first, *excerpt = problem.lines()
        assert first.startswith(f"{problem.file}:{problem.line}:{problem.column}: ")
        if not problem.private and name != "empty":
            shown, caret = excerpt
            assert shown.startswith(f"{problem.line:5} | ")
            assert caret.endswith("^")


def test_caret_stands_below_the_culprit_after_wide_characters() -> None:
    """A Chinese character takes two columns on a terminal."""
    (problem,) = refused(Path("wide-characters.yaml")).problems
    _, shown, caret = problem.lines()
    before = shown[: shown.index("2.5")]
    wide = sum(letter in "月返" for letter in before)
    assert wide == 2
    assert caret.index("^") == len(before) + wide


def test_caret_in_a_long_line(tmp_path: Path) -> None:
    """Of an overlong line the part around the culprit is shown."""
    path = tmp_path / "long.yaml"
    path.write_text("{scenario: " + "x" * 250 + ", plan: {sales: ~5}, account: " + "y" * 250 + "}", "utf-8")
    (problem,) = refused(path).problems
    _, shown, caret = problem.lines()
    assert len(shown) < 170
    assert shown[caret.index("^") :].startswith("~5}")
    assert shown[8:11] == shown[-3:] == "..."
