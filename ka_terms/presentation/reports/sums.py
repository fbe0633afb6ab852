"""The sums of a statement: its fees by what drives them and by their nature, and what is left of sales."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from ka_terms.model.contract.terms.naming import CONDITIONAL
from ka_terms.model.vocabulary.metrics import TOTALS
from ka_terms.presentation.table import Cell, Kind, Table, text
from ka_terms.presentation.wording.metric_words import metric_cell
from ka_terms.presentation.words import Words

if TYPE_CHECKING:
    from ka_terms.calculation.statement import Statement

_LEFT = TOTALS["net_net_sales"]


def sums_table(statement: Statement, words: Words) -> Table:
    """Fees by what drives them and by their nature, and what is left of sales."""
    by_volume = {line.driven_by for line in statement.lines} & {"volume_driven"}
    drivers = (_part(words(key), key, statement) for key in ("fixed", "sales_driven", *by_volume))
    rows = [*drivers, *_by_nature(statement, words)]
    rows.append((text(words("fees_a_store")), metric_cell(statement, TOTALS["fees_a_store"]), text("")))
    amount, share = (metric_cell(statement, metric) for metric in (_LEFT, _LEFT.as_share()))
    rows.append((text(words(_LEFT.name)), amount, share))
    return Table((words("measure"), words("amount"), words("share")), tuple(rows), title=words("result"))


def _by_nature(statement: Statement, words: Words) -> Iterator[tuple[Cell, ...]]:
    """Unconditional against conditional fees, these by grade where there are several; apparent ones between them."""
    grades = {line.fee.nature for line in statement.lines}
    yield _part(words("unconditional"), "unconditional", statement)
    if "apparent" in grades:
        yield _part(words("apparent"), "apparent", statement)
    yield _part(words("conditional"), "conditional", statement)
    if grades >= CONDITIONAL:
        for grade in sorted(CONDITIONAL):
            yield _part(words.joined(partial(_of_which, grade)), grade, statement)
    if any(line.fee.nature is None for line in statement.lines):
        amount = statement.total(lambda line: line.fee.nature is None)
        share = Cell(statement.share(amount), Kind.RATIO)
        yield text(words("correction")), Cell(amount, Kind.MONEY), share


def _of_which(grade: str, words: Words) -> str:
    return words.say("of_which", name=words.within(words(grade)))


def _part(label: str, key: str, statement: Statement) -> tuple[Cell, ...]:
    """The fees of one driver or grade, or all conditional ones, with their share of sales."""
    amount = statement.total(
        lambda line: (
            key in (line.driven_by, line.fee.nature) or (key == "conditional" and line.fee.conditional)
        )
    )
    return text(label), Cell(amount, Kind.MONEY), Cell(statement.share(amount), Kind.RATIO)
