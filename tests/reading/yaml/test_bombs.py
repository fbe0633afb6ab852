"""The largest files of every odd kind: an answer that ends and takes little memory, whatever is in them."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from ka_terms.reading.problems.problem import MOST_REPORTED, ReadError
from ka_terms.reading.scenario import load
from tests.limits import ending, steps

MIB = 1 << 20
SMALL = "scenario: a contract\nplan: {sales: 4M}\n"
TERMS = f"{SMALL}terms:\n"


def many(pattern: str, count: int) -> str:
    """The pattern with 0, 1, 2... in it."""
    return "".join(map(pattern.format, range(count)))


def written(path: Path, content: str) -> Path:
    """The path, with the content in it."""
    path.write_bytes(content.encode())
    return path


def refused(path: Path) -> ReadError:
    """What the reader says of a file that it must not take."""
    with pytest.raises(ReadError) as caught:
        load(path)
    return caught.value


BOMBS: dict[str, Callable[[], str]] = {
    "brackets": lambda: "[" * MIB,
    "braces": lambda: "{" * MIB,
    "closed brackets": lambda: "a: " + "[" * (MIB // 2 - 2) + "]" * (MIB // 2 - 2),
    "dashes": lambda: "- " * (MIB // 2),
    "question marks": lambda: "? " * (MIB // 2),
    "explicit keys": lambda: "? a\n" * (MIB // 4),
    "colons": lambda: "a: " * (MIB // 3),
    "colons alone": lambda: ":" * MIB,
    "aliases": lambda: "&a *a " * (MIB // 6),
    "anchors": lambda: "&a " * (MIB // 3),
    "aliases in a list": lambda: "a: &a [x]\nb: [" + "*a," * (MIB // 3 - 10) + "]",
    "quotes": lambda: '"' * MIB,
    "single quotes": lambda: "'" * MIB,
    "open quote": lambda: 'a: "' + "x" * (MIB - 4),
    "backslashes": lambda: 'a: "' + "\\" * (MIB - 5) + '"',
    "escapes": lambda: 'a: "' + "\\n" * (MIB // 2 - 3) + '"',
    "comment": lambda: "#" * MIB,
    "comments": lambda: "#\n" * (MIB // 2),
    "line breaks": lambda: "\n" * (MIB - 1) + "x",
    "spaces": lambda: " " * (MIB - 1) + "x",
    "tabs": lambda: "\t" * (MIB - 1) + "x",
    "bangs": lambda: "!" * MIB,
    "tags": lambda: "!a " * (MIB // 3),
    "directives": lambda: "%YAML 1.1\n" * (MIB // 10),
    "percent": lambda: "%" * MIB,
    "pipes": lambda: "a: |\n" * (MIB // 5),
    "block text": lambda: "a: |\n" + "  x\n" * (MIB // 4 - 2),
    "one line": lambda: "scenario: " + "x" * (MIB - 20),
    "one key": lambda: "? " + "x" * (MIB - 20) + "\n: 1\n",
    "words": lambda: "a: " + "x " * (MIB // 2 - 2),
    "digits": lambda: "scenario: a\nplan: {sales: " + "1" * 300_000 + "}\n",
    "grouped digits": lambda: "scenario: a\nplan: {sales: " + "1" + ",111" * 250_000 + "x}\n",
    "split digits": lambda: "a: {b: 1" + ",111" * 250_000 + "}\n",
    "wide digits": lambda: "scenario: a\nplan: {sales: " + "１" * 300_000 + "}\n",
    "ligatures": lambda: "scenario: a\nplan: {sales: " + "\ufdfa" * 300_000 + "}\n",
    "percent signs": lambda: "scenario: a\nplan: {sales: 1" + "%" * 1_000_000 + "}\n",
    "keys": lambda: "".join(f"{n:x}:\n" for n in range(150_000)),
    "short keys": lambda: "a:\n" * (MIB // 3),
    "same key": lambda: "ab: 1\n" * 9_000,
    "unknown keys": lambda: SMALL + many("key_{}: 1\n", 9_900),
    "unknown keys in one line": lambda: "{scenario: a, " + many("key_{}: 1,", 9_900) + "plan: {}}",
    "unknown keys in a term": lambda: SMALL + "terms: {a: {" + many("k{}: 1,", 9_900) + "rate: 1%}}",
    "faulty terms": lambda: TERMS + many("  t{}: {{rate: 2.5}}\n", 6_000),
    "terms without shape": lambda: TERMS + many("  t{}: {{rat: 2}}\n", 4_900),
    "unknown figures": lambda: TERMS + many("  t{0}: {{amount: 2, per: [a{0}, b{0}, c{0}, d{0}]}}\n", 299),
    "faulty tiers": lambda: SMALL + "terms: {a: {mode: whole, tiers: [" + "{from: 1, rate: 1%}," * 3_900 + "]}}",
    "chain of less": lambda: TERMS + "".join(f"  t{n}: {{rate: 1%, less: [t{n + 1}]}}\n" for n in range(2_800)),
    "circle of less": lambda: TERMS + "".join(f"  t{n}: {{rate: 1%, less: [t{(n + 1) % 299}]}}\n" for n in range(299)),
    "private keys": lambda: SMALL + many("private{}: {{margin: 31.7}}\n", 4_900),
    "private nests": lambda: SMALL + "private: " + "{private: " * 35 + "1" + "}" * 35 + "\nprivate: 1\n" * 9_000,
    "tags in private": lambda: SMALL + "private: [" + "!x 1," * 19_000 + "]",
    "surrogates": lambda: 'scenario: "' + "\\ud800" * 100_000 + '"',
}  # fmt: skip

GROWING: dict[str, Callable[[int], str]] = {
    "keys": lambda n: "".join(f"{k:x}:\n" for k in range(n)),
    "same key": lambda n: "ab: 1\n" * n,
    "unknown keys": lambda n: SMALL + many("key_{}: 1\n", n),
    "unknown keys in one line": lambda n: "{scenario: a, " + many("key_{}: 1,", n) + "plan: {}}",
    "unknown keys in a term": lambda n: SMALL + "terms: {a: {" + many("k{}: 1,", n) + "rate: 1%}}",
    "faulty terms": lambda n: TERMS + many("  t{}: {{rate: 2.5}}\n", n),
    "terms without shape": lambda n: TERMS + many("  t{}: {{rat: 2}}\n", n),
    "unknown figures": lambda n: TERMS + many("  t{0}: {{amount: 2, per: [a{0}, b{0}]}}\n", n),
    "faulty tiers": lambda n: SMALL + "terms: {a: {mode: whole, tiers: [" + "{from: 1, rate: 1%}," * n + "]}}",
    "chain of less": lambda n: TERMS + "".join(f"  t{k}: {{rate: 1%, less: [t{k + 1}]}}\n" for k in range(n)),
    "private keys": lambda n: SMALL + many("private{}: {{margin: 31.7}}\n", n),
    "tags in private": lambda n: SMALL + "private: [" + "!x 1," * n + "]",
}  # fmt: skip
"""Files of so many odd entries."""
ENTRIES, LARGER = 250, 4
MOST_GROWTH = 4.4
"""Of the steps, in a file four times as large: a loop over all entries for each of them would come to more."""
MOST_MEMORY = 200 * MIB


@pytest.mark.thorough
@pytest.mark.parametrize("kind", GROWING)
def test_work_grows_no_faster_than_the_file(tmp_path: Path, kind: str) -> None:
    small, large = (
        written(tmp_path / f"{times}.yaml", GROWING[kind](times * ENTRIES)) for times in (1, LARGER)
    )
    _report(small)  # what is made once only is made here
    assert steps(lambda: _report(large)) <= MOST_GROWTH * steps(lambda: _report(small))


@pytest.mark.parametrize("bomb", BOMBS)
def test_bombs(tmp_path: Path, bomb: str) -> None:
    """The largest file of every odd kind: an answer, and no more than a short report."""
    path = written(tmp_path / "bomb.yaml", BOMBS[bomb]())
    assert path.stat().st_size <= MIB
    with ending():
        report = _report(path)
    assert len(report.splitlines()) <= 3 * MOST_REPORTED + 1
    assert len(report) < 100_000
    assert "31.7" not in report


def _report(path: Path) -> str:
    try:
        load(path)
    except ReadError as error:
        return str(error)
    return ""


@pytest.mark.thorough
@pytest.mark.parametrize(
    "bomb", ["brackets", "comments", "one line", "ligatures", "unknown keys", "tags in private"]
)
def test_bombs_in_little_memory(tmp_path: Path, bomb: str) -> None:
    """A file of a megabyte takes a bounded multiple of that."""
    path = written(tmp_path / "bomb.yaml", BOMBS[bomb]())
    tracemalloc.start()
    refused(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < MOST_MEMORY


def test_deep_aliases(tmp_path: Path) -> None:
    """Levels add up through aliases too."""
    text = "x0: &x0 1\n"
    for n in range(1, 100):
        text += f"x{n}: &x{n} " + "[" * 30 + f"*x{n - 1}" + "]" * 30 + "\n"
    (problem,) = refused(written(tmp_path / "deep.yaml", text)).problems
    assert "more than 40 levels" in problem.message
    assert problem.line == 3


def test_long_chain_of_files(tmp_path: Path) -> None:
    """Every file may extend another, but not without end."""
    for n in range(60):
        written(tmp_path / f"{n}.yaml", f"extends: {n + 1}.yaml\nplan: {{last_year: {n + 1}.yaml}}\n")
    with ending():
        assert "more than 20 files that refer to each other" in str(refused(tmp_path / "0.yaml"))


def test_many_large_files(tmp_path: Path) -> None:
    """What several files hold together is bounded like one."""
    for n in range(19):
        body = "".join(f"  k{n}_{m}: 1\n" for m in range(9_000))
        written(tmp_path / f"{n}.yaml", f"extends: {n + 1}.yaml\nconditions:\n{body}")
    with ending():
        assert "more than 20,000 values in this file and those before it" in str(refused(tmp_path / "0.yaml"))
