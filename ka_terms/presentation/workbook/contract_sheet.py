"""The sheet from which a workbook is read back: every contract as the text of its file."""

from __future__ import annotations

from collections.abc import Sequence

from ka_terms.presentation.sheet import Role, Sheet, SheetCell
from ka_terms.presentation.workbook.setting import Setting
from ka_terms.reading.sent_workbook import Sent


def contract_sheet(name: str, contracts: Sequence[Sent], setting: Setting) -> Sheet:
    """The texts of contracts below each other, each behind a line that tells of it."""
    words = setting.words
    sheet = setting.sheet(name, (100,), words("workbook.contracts"), words.say("workbook.contracts_note"))
    for sent in contracts:
        for line in sent.lines():
            sheet.add(SheetCell(line, role=Role.MUTED))
    return sheet
