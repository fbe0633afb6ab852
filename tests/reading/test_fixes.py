"""What a message of a file says to do: it is always said, it can be done, and it leaves the money as it was meant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ka_terms.reading.problems.problem import Problem, ReadError
from ka_terms.reading.scenario import load
from ka_terms.reading.settings import read_catalogue, read_glossary, read_policy

HEAD = "scenario: a\nplan: {sales: 4M}\n"


def problems(text: str, folder: Path) -> tuple[Problem, ...]:
    path = folder / "s.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(ReadError) as caught:
        load(path)
    return caught.value.problems


@pytest.mark.parametrize(
    ("term", "mend"),
    [
        ("500", "write `{amount: 500}`"),
        ("5,000", "write `{amount: 5000}`"),
        ("20萬", "write `{amount: 20萬}`"),
        ("2%", "write `{rate: 2%}`"),
        ("２％", "write `{rate: ２％}`"),
        ("2.5％", "write `{rate: 2.5％}`"),
        ("250%", "write a term such as `{rate: 2.5%}`"),
        ("later", "write a term such as `{rate: 2.5%}`"),
        ("", "write a term such as `{rate: 2.5%}`"),
        ("[1]", "write a term such as `{rate: 2.5%}`"),
    ],
)
def test_a_term_of_a_number_alone_keeps_its_number(term: str, mend: str, tmp_path: Path) -> None:
    (problem,) = problems(f"{HEAD}terms:\n  fee: {term}\n", tmp_path)
    assert problem.fault.mend == mend


@pytest.mark.parametrize(
    ("key", "mend"),
    [
        ("annual_rebate", "delete the key, or give it a value"),
        ("monthly_rebat", "write monthly_rebate if that is meant"),
    ],
)
def test_what_is_removed_but_not_inherited_is_no_slip_of_another_fee(
    key: str, mend: str, tmp_path: Path
) -> None:
    base = f"{HEAD}terms:\n  monthly_rebate: {{rate: 2%}}\n"
    (tmp_path / "base.yaml").write_text(base, "utf-8")
    (problem,) = problems(f"extends: base.yaml\nterms:\n  {key}: null\n", tmp_path)
    assert problem.fault.mend == mend


@pytest.mark.parametrize(
    ("text", "place", "mend"),
    [
        ("plan:\n sales: 9M\n  stores: {opening: 3}\n", (3, 3), "align it with `sales`"),
        ("plan:\n sales: 9M # likely\n\n # more\n  stores: {opening: 3}\n", (5, 3), "align it with `sales`"),
        ("plan:\n  stores: {new: 3}\n    sales: 9M\n", (3, 5), "align it with `stores`"),
        ('scenario: "a b"\n  account: c\n', (2, 3), "align it with `scenario`"),
        ("scenario: a\n  plan:\n    sales: 9M\n", (2, 3), "align it with `scenario`"),
        ("tiers:\n  - from: 9M\n     rate: 2%\n", (3, 6), "align it with `from`"),
        ("scenario: a deal\n  agreed: in May\n", (2, 9), "put the value in quotes, or use two lines"),
        ("scenario: a\n  b: c: d\n", (2, 3), "align it with `scenario`"),
        ("plan:\n  sales: 9M\n stores: {new: 3}\n", (3, 2), "align the line with the keys of its level"),
        ("sales: 9M: 3\n", (1, 10), "put the value in quotes, or use two lines"),
    ],
)
def test_a_line_that_is_indented_too_far_is_told_so(
    text: str, place: tuple[int, int], mend: str, tmp_path: Path
) -> None:
    (problem,) = problems(text, tmp_path)
    assert ((problem.line, problem.column), problem.fault.mend) == (place, mend)


def test_a_private_key_is_not_told_by_what_should_stand_below_it(tmp_path: Path) -> None:
    (problem,) = problems("private:\n  margin: 31.7\n    cost_of_capital: 31.7\n", tmp_path)
    assert "31.7" not in "".join(problem.lines())


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("status: signed\nplan: {sales: 4M}\n", "choose one of them"),
        ("year: 26\nplan: {sales: 4M}\n", "write 2026 if that is meant"),
        ("year: 5\nplan: {sales: 4M}\n", "write it in the form that is expected"),
        ("plan: {sales: 4M, stores: {opening: 1, closed: 5}}\n", "correct one of the two numbers"),
        ("plan: {sales: 4M, returns: 5M}\n", "correct one of the two numbers"),
        (
            "plan: {sales: 4M}\nterms: {a: {rate: 1%, at_least: 5, at_most: 4}}\n",
            "correct `at_least` or `at_most`",
        ),
        ("plan: {sales: 4M}\nterms: {a: {amount: -5}}\n", "write a number of zero or more"),
        ("plan: {sales: 4M}\nterms: {a: {mode: half, tiers: []}}\n", "choose one of them"),
        ("plan: {sales: 4M}\nprivate: {margin: 31}\n", "write it in the form that is expected"),
        ("plan: {sales: 9.6.5M}\n", "write it in the form that is expected"),
        ("plan:\n", "add at least one line below it"),
        ("plan: {sales: 4M}\nterms:\n", "add at least one line below it"),
        ("plan: {sale: 4M}\n", "write sales if that is meant"),
        (
            "plan: {sales: 4M, last_year: {sales: 3M}, figures: {own: 5% of sales}}\n"
            "terms: {a: {rate: 1%, only_if: growth of own >= +5%}}\n",
            "add `own: 5% of sales` to `plan.last_year.figures`",
        ),
    ],
)
def test_every_fault_of_a_file_says_what_to_do(text: str, mend: str, tmp_path: Path) -> None:
    (problem,) = problems(f"scenario: a\n{text}", tmp_path)
    assert problem.message.endswith(f" Fix: {mend}.")


def test_a_term_that_is_removed_is_taken_out_of_its_group(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(
        "scenario: a\nplan: {sales: 4M}\nterms: {a: {rate: 1%}, a2: {rate: 1%}, b: {rate: 1%}}\n"
        "together: {g: {terms: [a, b], at_most: 5}}\n",
        "utf-8",
    )
    (problem,) = problems("extends: base.yaml\nterms: {a: null}\n", tmp_path)
    assert problem.fault.mend == "take `a` out of `together.g.terms`"


def test_what_is_cut_off_behind_an_unknown_key_is_marked(tmp_path: Path) -> None:
    (problem,) = problems("scenario: a\nplan: {sales: 9M, strores: {opening: 3}}\n", tmp_path)
    assert [*problem.lines()][1] == "    2 | plan: {sales: 9M, strores: ..."


def test_nothing_is_shown_of_a_file_that_is_no_scenario_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "accounts").write_text("keeper:x:0\n", "utf-8")
    (problem,) = problems("scenario: a\nextends: accounts\nplan: {sales: 1}\n", tmp_path)
    told = "\n".join(problem.lines())
    assert "keeper" not in told
    assert "Found a file that cannot be read as a scenario (accounts)." in told


@pytest.mark.parametrize(
    ("read", "expected"),
    [(read_policy, "house rules"), (read_catalogue, "fee types"), (read_glossary, "labels")],
)
def test_a_contract_in_place_of_settings_is_told_so(
    read: Callable[[str], object], expected: str, tmp_path: Path
) -> None:
    path = tmp_path / "s.yaml"
    path.write_text(HEAD, "utf-8")
    with pytest.raises(ReadError) as caught:
        read(str(path))
    assert [problem.message for problem in caught.value.problems] == [
        f"Found a contract. Expected a file with {expected}. Fix: name another file."
    ]
