"""One list of fields, and the table, the csv and the json made of it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from ka_terms.presentation.fields import Field, In, cells, filled, flat, in_order, record, table
from ka_terms.presentation.table import Cell, Emphasis, Kind, text
from ka_terms.presentation.words import words

WORDS = words(["en"])


class Item(NamedTuple):
    term: str
    amount: Decimal
    reached: bool


ITEM = Item("fee", Decimal(5), True)
FIELDS: tuple[Field[Item], ...] = (
    Field("term", places=In.PROGRAMS),
    Field("label", lambda item: item.term.title(), places=In.TABLE, label=lambda words: words("term") + "!"),
    Field("amount", kind=Kind.MONEY, label="costs", signed=True),
    Field("share", lambda _: Decimal("0.5"), lambda item: Kind.RATIO if item.reached else Kind.TEXT),
    Field("reached", shown=lambda item: text(str(item.reached), Emphasis.BAD)),
)


def test_people_get_labels_and_cells_that_read_well() -> None:
    found = table(FIELDS, [ITEM], WORDS, "title")
    assert found.columns == ("Term!", "Fee", "% of sales", "Reached")
    assert found.title == "title"
    assert found.rows == (cells(FIELDS, ITEM),)
    assert found.rows[0] == (
        Cell("Fee"),
        Cell(Decimal(5), Kind.MONEY, signed=True),
        Cell(Decimal("0.5"), Kind.RATIO),
        text("True", Emphasis.BAD),
    )


def test_programs_get_keys_and_plain_cells() -> None:
    found = flat(FIELDS, [ITEM])
    assert found.columns == ("term", "amount", "share", "reached")
    assert found.rows[0] == (
        Cell("fee"),
        Cell(Decimal(5), Kind.MONEY),
        Cell(Decimal("0.5"), Kind.RATIO),
        Cell("true"),
    )
    assert record(FIELDS, ITEM) == {
        "term": "fee",
        "amount": Decimal(5),
        "share": Decimal("0.5"),
        "reached": True,
    }


def test_a_field_more_joins_every_form() -> None:
    more = (*FIELDS, Field[Item]("more", lambda item: item.term * 2, label="term"))
    assert table(more, [ITEM], WORDS).rows[0][-1] == flat(more, [ITEM]).rows[0][-1] == Cell("feefee")
    assert record(more, ITEM)["more"] == "feefee"


def test_a_row_that_is_no_result_has_cells_under_its_keys_alone() -> None:
    assert filled(FIELDS, In.CSV, amount=text("x")) == (Cell(""), text("x"), Cell(""), Cell(""))


def test_the_order_of_a_form_may_be_its_own() -> None:
    assert [field.key for field in in_order(FIELDS, "reached", "amount")] == [
        *("reached", "amount", "term", "label", "share")
    ]
