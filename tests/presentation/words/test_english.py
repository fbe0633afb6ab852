"""English that a reader of any first language understands: labels of one form, and no word of a private dialect."""

from __future__ import annotations

import re

import pytest

from ka_terms.cli.app import COMMANDS
from ka_terms.presentation.words.languages import messages
from tests.cli.material import AGREED, ASK, LAST, PROPOSAL, ROOT
from tests.cli.running import run

ENGLISH = messages("en")
LABELS = {
    key: text
    for key, text in ENGLISH.items()
    if "{" not in text
    and not text.endswith((".", "|"))
    and not key.startswith(("unit.", "join.", "distribution.", "solve.why.", "plan_effect", "terms_effect"))
    and key
    not in ("internal_banner", "today", "explain.no_tier", "ladder.never", "solve.join", "points", "na")
    and not key.startswith(
        (
            "says.each_",
            "explain.full_",
            "approval.title.",
            "approval.basis.",
            "cost.",
            "steps.half_",
            "brief.ask_base",
        )
    )
    and not key.startswith(("approval.case.", "approval.marks", "approval.numbers", "approval.date_blank"))
    and key not in ("approval.banner", "approval.last_year", "approval.see_contract")
    and key not in ("approval.yes", "approval.no", "approval.column.approval")
    and key
    not in ("promo.join", "promo.never", "promo.leaves.level", "portfolio.join", "portfolio.moved.level")
    and not key.startswith(("rounds.theirs.", "rounds.ours_too.", "rounds.ours.", "rounds.against."))
    and key not in ("says.to_date", "says.times.one", "today_note", "spread_note", "draws_note")
}
DIALECT = re.compile(
    r"\b(held|holds?|lever|at worst|of the whole|on the whole|comes? to|cliffs?|leaps?|hangs?|stands?|told|mend"
    r"|bounds?|pts|(?<!percentage )points?|unless said|dearer|unattainable|drawn|from there on"
    r"|guardrail|a (?:store|new SKU|unit sold)|[Tt]oday|rung|house)\b"
)
HOUSE_RULES = re.compile(r"[Hh]ouse rules?")
REPORTS = (
    ("show", PROPOSAL),
    ("show", ASK, "--explain", "dm_tg_fee"),
    ("compare", LAST, ASK),
    ("compare", LAST, ASK, PROPOSAL, AGREED),
    ("compare", LAST, ASK, PROPOSAL, "--layout", "tidy"),
    ("solve", PROPOSAL, "--vary", "dm_tg_fee", "--for", "fee_ratio <= 8%"),
    ("solve", ASK, PROPOSAL, "--vary", "sales", "--for", "total_fees"),
    ("sweep", ASK, PROPOSAL, "--vary", "monthly_rebate=1%,2%", "--metric", "monthly_rebate,total_fees"),
    ("tornado", PROPOSAL, "--metric", "dm_tg_fee"),
    ("ladder", ASK, PROPOSAL),
    ("outlook", ROOT / "scenarios" / "uncertain-sales.yaml", "--draws", "500"),
)


@pytest.mark.parametrize("key", LABELS)
def test_a_label_is_in_sentence_case_and_has_no_comma(key: str) -> None:
    label = LABELS[key]
    assert ", " not in label
    assert label[0].isupper() or label[0] == "%"
    later = re.findall(r"(?<![(/] )(?<!\()\b[A-Z]\w*", label)[1:]
    assert all(word.isupper() or word == "SKUs" for word in later), later


@pytest.mark.parametrize("key", ENGLISH)
def test_no_text_has_a_word_of_the_dialect(key: str) -> None:
    assert not DIALECT.findall(HOUSE_RULES.sub("", re.sub(r"{\w+}", "x", ENGLISH[key])))


@pytest.mark.parametrize("command", COMMANDS)
def test_no_help_has_a_word_of_the_dialect(command: str) -> None:
    shown = run(command, "--help").out
    assert not DIALECT.findall(HOUSE_RULES.sub("", shown))


@pytest.mark.parametrize("command", REPORTS, ids=lambda command: command[0])
def test_no_two_columns_of_a_table_have_one_label(command: tuple[object, ...]) -> None:
    lines = run(*command, "--format", "md").out.splitlines()
    rules = [at for at, line in enumerate(lines) if re.fullmatch(r"\|[-:| ]+\|", line)]
    assert rules
    for at in rules:
        labels = [label.strip() for label in lines[at - 1].strip("|").split("|") if label.strip()]
        assert len({*labels}) == len(labels), labels


@pytest.mark.parametrize(
    "command", [REPORTS[0], REPORTS[1], REPORTS[5], REPORTS[8]], ids=lambda command: command[0]
)
def test_no_two_rows_of_a_table_have_one_label(command: tuple[object, ...]) -> None:
    for table in run(*command, "--format", "md").out.split("\n\n"):
        names = [line.split("|")[1].strip() for line in table.splitlines() if line.startswith("|")]
        named = [name for name in names if name]
        assert len({*named}) == len(named), named
