"""The form for those who write no files: rows to fill in, with the fee types to choose from in their language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ka_terms.model.settings.catalogue import Catalogue
from ka_terms.presentation.numbers import NONE
from ka_terms.presentation.sheet import Place, Role, Sheet, SheetCell, Workbook, sheet_names
from ka_terms.presentation.table import Kind
from ka_terms.presentation.words import Words
from ka_terms.presentation.workbook.setting import Setting
from ka_terms.reading.form import BASES, COLUMNS, COUNTED, FIGURES, HEAD, MARK, MODES, PERCENT

_ROWS = 40
"""Fees that there is room for."""
_CHOICES: Mapping[str, str] = {
    "fee": "fees",
    "of": "bases",
    "per": "counted",
    "per_2": "counted",
    "mode": "modes",
}
"""The list that a column chooses from."""


def form(words: Words, catalogue: Catalogue) -> Workbook:
    """A sheet of the plan, one of the fees, and the lists that these choose from."""
    setting = Setting(words, NONE)
    plan_name, fees_name, lists_name = sheet_names(words(f"form.{key}") for key in ("plan", "fees", "lists"))
    lists, places = _lists(lists_name, setting, catalogue)
    sheets = (_plan(plan_name, setting), _fees(fees_name, setting, places), lists)
    return Workbook(sheets, words("form.title"))


def _plan(name: str, setting: Setting) -> Sheet:
    words = setting.words
    sheet = setting.sheet(name, (26, 34, 24), words("form.title"), words.say("form.plan_note"))
    setting.header(sheet, words("workbook.key"), words("figure"), words("form.value"))
    sheet.freeze(columns=2)
    for key in HEAD:
        sheet.add(
            SheetCell(key, role=Role.MUTED), SheetCell(words(f"form.{key}")), SheetCell(role=Role.INPUT)
        )
    for path in FIGURES:
        label = words.figure(path)
        sheet.add(SheetCell(path, role=Role.MUTED), SheetCell(label), _input(Kind.COUNT, words))
    return sheet


def _fees(name: str, setting: Setting, places: Mapping[str, Place]) -> Sheet:
    words = setting.words
    sheet = setting.sheet(
        name, (26, *(13,) * (len(COLUMNS) - 1)), words("form.fees"), words.say("form.fees_note")
    )
    sheet.add(*(SheetCell(key, role=Role.MUTED) for key in COLUMNS))
    setting.header(sheet, *(_header(key, words) for key in COLUMNS))
    sheet.freeze()
    for _ in range(_ROWS):
        sheet.add(*_fee_cells(words, places))
    return sheet


def _fee_cells(words: Words, places: Mapping[str, Place]) -> Iterator[SheetCell]:
    for key in COLUMNS:
        if key in _CHOICES:
            # Of a fee any other name may be written too.
            error = "" if key == "fee" else words.say("workbook.choice_wanted")
            yield SheetCell(role=Role.INPUT, choices_at=places[_CHOICES[key]], error=error)
        else:
            yield _input(Kind.RATIO if key in PERCENT else Kind.COUNT, words)


def _header(key: str, words: Words) -> str:
    name, _, number = key.rpartition("_")
    if number.isdigit() and name in ("from", "tier_rate"):
        return words.joined(lambda one: one.say(f"form.{name}", number=number))
    return words(f"form.{key}")


def _input(kind: Kind, words: Words) -> SheetCell:
    return SheetCell(None, kind, role=Role.INPUT, error=words.say("workbook.number_wanted"))


def _lists(name: str, setting: Setting, catalogue: Catalogue) -> tuple[Sheet, dict[str, Place]]:
    """Keys and labels below each other, and where each list stands."""
    words = setting.words
    sheet = Sheet(name, (30, 40), is_protected=True)
    sheet.add(SheetCell(MARK, role=Role.MUTED))
    lists = {
        "fees": {key: words.fee(fee) for key, fee in catalogue.fees.items()},
        "bases": {path: words.figure(path) for path in BASES},
        "counted": {path: words.figure(path) for path in COUNTED},
        "modes": {mode: words(f"form.{mode}") for mode in MODES},
    }
    places = {}
    for key, entries in lists.items():
        first = sheet.height
        for path, label in entries.items():
            sheet.add(SheetCell(path, role=Role.MUTED), SheetCell(label))
        places[key] = sheet.range(1, first, sheet.height - 1)
    return sheet, places
