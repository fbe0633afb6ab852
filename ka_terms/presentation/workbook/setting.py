"""What all sheets of a workbook have in common: words, the unit of amounts, and the banner over what is internal."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from ka_terms.presentation.numbers import EXACT, Unit
from ka_terms.presentation.sheet import Role, Sheet, SheetCell
from ka_terms.presentation.table import Kind
from ka_terms.presentation.words import Words

_SCALED = frozenset({Kind.MONEY, Kind.AVERAGE})


class Setting(NamedTuple):
    """Words, unit and banner of one workbook; the banner is empty where nothing is internal."""

    words: Words
    unit: Unit
    banner: str = ""

    def sheet(self, name: str, widths: tuple[int, ...], title: str = "", note: str = "") -> Sheet:
        """A sheet that begins with the banner, its title and a sentence on it."""
        sheet = Sheet(name, widths, is_protected=True)
        for text, role in ((self.banner, Role.BANNER), (title, Role.TITLE), (note, Role.NOTE)):
            if text:
                sheet.add(SheetCell(text, role=role))
        return sheet

    def header(self, sheet: Sheet, *texts: str) -> None:
        """The header of a table."""
        sheet.add(*(SheetCell(text, role=Role.HEADER) for text in texts))

    def formula(self, amount: str, kind: Kind = Kind.MONEY) -> str:
        """A formula in the unit: `(B12)/10000`."""
        return f"({amount})/{10**self.unit.power}" if self.unit.power and kind in _SCALED else amount

    def value(self, value: Decimal | None, kind: Kind = Kind.MONEY) -> Decimal | None:
        """What such a formula comes to."""
        return value if value is None or kind not in _SCALED else value.scaleb(-self.unit.power, EXACT)

    def label(self, text: str, kind: Kind = Kind.MONEY) -> str:
        """A label with the unit of its amounts."""
        if not self.unit.power or kind not in _SCALED:
            return text
        return self.words.first("join.unit").format(label=text, unit=self.unit.label).strip()

    def amount(
        self, formula: str, value: Decimal | None, kind: Kind = Kind.MONEY, role: Role = Role.PLAIN
    ) -> SheetCell:
        """A cell of an amount in the unit; without a formula the value as it is."""
        return SheetCell(self.value(value, kind), kind, formula and self.formula(formula, kind), role)
