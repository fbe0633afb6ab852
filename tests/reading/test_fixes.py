"""What a message of a file says to do: it is always said, it can be done, and it leaves the money as it was meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from ka_terms.reading.problems.problem import Problem, ReadError
from ka_terms.reading.scenario import load

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
