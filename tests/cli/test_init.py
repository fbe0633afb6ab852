"""Scenarios to start from: the templates, and next year's draft out of this year's contract."""

from __future__ import annotations

import json
import os
import re
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from ka_terms.api import evaluate, load
from ka_terms.calculation.costs import exact_figures
from ka_terms.model.contract.plan.plan import Plan, Skus
from ka_terms.model.contract.plan.stores import Stores
from ka_terms.model.contract.private import Limits, Private
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms.terms import AmountTerm, RateTerm
from ka_terms.model.contract.terms.tiers import Tier, TieredTerm
from ka_terms.model.numbers.number import Index
from ka_terms.text.languages import LANGUAGES
from ka_terms.writing.schema import FILE_NAME, MODELINE
from ka_terms.writing.templates import template_names, template_text
from tests.cli.material import scenario
from tests.cli.running import run

SCENARIOS = Path(__file__).parents[2] / "scenarios"
UNCERTAIN = Path(__file__).parent / "golden" / "uncertain.yaml"
EVERY_LANGUAGE = pytest.mark.parametrize("lang", LANGUAGES)
CHINESE = [lang for lang in LANGUAGES if lang != "en"]
CONTRACTS = ["2002", "2003-ask", "2003-proposal", "2003-agreed"]
MODELS = (Scenario, Plan, Stores, Skus, RateTerm, AmountTerm, TieredTerm, Tier, Private, Limits)
KEYS = {field.alias or name for model in MODELS for name, field in model.model_fields.items()}


# ---------------------------------------------------------------- templates


def test_there_is_one_for_each_channel() -> None:
    assert template_names() == ["convenience", "ecommerce", "hypermarket"]


@EVERY_LANGUAGE
@pytest.mark.parametrize("name", template_names())
def test_a_template_is_valid_as_it_stands(name: str, lang: str, tmp_path: Path) -> None:
    file = tmp_path / "start.yaml"
    assert run("init", "--template", name, "--output", file, "--lang", lang).code == 0
    assert run("check", file, "--strict").code == 0
    statement = evaluate(load(file))
    assert statement.fee_ratio is not None
    assert Decimal("0.05") < statement.fee_ratio < Decimal("0.3")
    assert len(statement.lines) >= 8


@EVERY_LANGUAGE
@pytest.mark.parametrize("name", template_names())
def test_a_template_names_every_key_of_the_format(name: str, lang: str) -> None:
    text = template_text(name, lang)
    assert text.splitlines()[0] == MODELINE
    assert not [key for key in {"extends", *KEYS} if not re.search(rf"\b{key}:|`?\b{key}\b`?", text)]


@EVERY_LANGUAGE
@pytest.mark.parametrize("name", template_names())
def test_its_private_part_holds_once_it_is_no_comment(name: str, lang: str, tmp_path: Path) -> None:
    known = _loaded(template_text(name, lang), tmp_path).private
    assert known is not None
    assert known.margin is not None
    assert known.walk_away is not None


@pytest.mark.parametrize("lang", CHINESE)
@pytest.mark.parametrize("name", template_names())
def test_a_template_is_the_same_contract_in_every_language(name: str, lang: str, tmp_path: Path) -> None:
    """But for its texts, the names that are the user's own, and where it is Taiwan's, currency and business tax."""
    english = _loaded(template_text(name), tmp_path)
    text = template_text(name, lang)
    for own, in_english in zip(_own_names(_loaded(text, tmp_path)), _own_names(english), strict=True):
        text = text.replace(own, in_english)
    if lang == "zh-Hant":
        assert "currency: TWD " in text
        assert "vat: 5% " in text
        text = text.replace("vat: 5%", f"vat: {english.plan.vat * 100}%" if english.plan.vat else "")
        text = text.replace("currency: TWD", f"currency: {english.currency}")
    same = _loaded(text, tmp_path)
    assert (same.plan, same.terms, same.private) == (english.plan, english.terms, english.private)
    assert (same.year, same.status, same.currency) == (english.year, english.status, english.currency)
    assert [*same.conditions] == [*english.conditions]
    assert same.conditions["payment_days"] == english.conditions["payment_days"]


def _own_names(template: Scenario) -> list[str]:
    return [
        *template.plan.events,
        *template.plan.figures,
        *template.plan.facts,
        *template.terms,
        *template.together,
    ]


def _loaded(template: str, folder: Path) -> Scenario:
    """A template with its private part."""
    start, private = template.split("# private:")
    file = folder / "whole.yaml"
    file.write_text(start + "private:" + private.replace("\n# ", "\n"), encoding="utf-8")
    return load(file)


@pytest.mark.parametrize("lang", CHINESE)
@pytest.mark.parametrize("name", template_names())
def test_what_a_template_says_is_in_its_language(name: str, lang: str) -> None:
    """Command lines and keys are as they are."""
    text = template_text(name, lang)
    assert not re.search("[A-Za-z]+ [a-z]+ [a-z]+", text)
    agreed = re.findall(r"^  \w+: (.*)$", text.partition("\nconditions:")[2], re.MULTILINE)
    assert [each for each in agreed if not re.search("[\u4e00-\u9fff]", each)] == [agreed[0]]  # the days


def test_online_there_are_no_stores(tmp_path: Path) -> None:
    file = tmp_path / "shop.yaml"
    run("init", "--template", "ecommerce", "--output", file)
    assert evaluate(load(file)).vpo is None
    assert {"platform_commission", "traffic_fee", "coupon_share"} <= {*load(file).terms}


def test_the_first_one_is_printed_unless_said() -> None:
    assert run("init").out == template_text("hypermarket")
    assert run("init", "--template", "convenience").out == template_text("convenience")
    assert run("init", "--lang", "zh-TW,en").out == template_text("hypermarket", "zh-Hant")


def test_a_misspelt_template_is_refused_with_the_nearest() -> None:
    refused = run("init", "--template", "hypermarkt")
    assert refused.code == 2
    assert "write hypermarket if that is meant" in refused.err


def test_a_template_and_a_contract_are_refused_together() -> None:
    assert run("init", "--template", "ecommerce", "--from", SCENARIOS / "2002.yaml").code == 2


def test_nothing_is_written_over_unless_forced(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("mine", encoding="utf-8")
    refused = run("init", "--output", file)
    assert (refused.code, refused.out, file.read_text(encoding="utf-8")) == (1, "", "mine")
    assert run("init", "--output", file, "--force").code == 0
    assert file.read_text(encoding="utf-8") == template_text("hypermarket")


def test_it_tells_how_the_editor_gets_its_schema(tmp_path: Path) -> None:
    first = run("init", "--output", tmp_path / "one.yaml")
    assert first.out == ""
    assert f"ka-terms schema --output {tmp_path / FILE_NAME}" in first.err
    run("schema", "--output", tmp_path / FILE_NAME)
    assert "schema" not in run("init", "--output", tmp_path / "two.yaml").err


# ---------------------------------------------------------------- drafts


def drafted(source: Path, to: Path, lang: str = "en") -> Scenario:
    made = run("init", "--from", source, "--output", to, "--lang", lang)
    assert made.code == 0, made.err
    assert run("check", to).code == 0
    return load(to)


@EVERY_LANGUAGE
@pytest.mark.parametrize("name", CONTRACTS)
def test_a_draft_has_the_terms_on_a_plan_without_growth(name: str, lang: str, tmp_path: Path) -> None:
    source = load(SCENARIOS / f"{name}.yaml")
    draft = drafted(SCENARIOS / f"{name}.yaml", tmp_path / "next.yaml", lang)
    before, after = evaluate(source), evaluate(draft)
    assert source.year is not None
    named = f"{source.year + 1} {'draft' if lang == 'en' else '草案'}"
    assert (draft.year, draft.scenario) == (source.year + 1, named)
    assert (draft.account, draft.status, draft.currency) == (source.account, "draft", source.currency)
    assert (draft.terms, draft.conditions, draft.private) == (source.terms, source.conditions, None)
    assert draft.plan.sales == Index(Decimal(1))
    assert after.sales == before.sales
    assert before.stores is not None
    assert draft.plan.stores == Stores(opening=before.stores["closing"], new=Decimal(0), closed=Decimal(0))
    assert draft.plan.skus == Skus(existing=Decimal(35), new=Decimal(0))
    assert draft.plan.events == source.plan.events


def test_a_draft_out_of_estimates_starts_from_the_likely_case(tmp_path: Path) -> None:
    draft = drafted(UNCERTAIN, tmp_path / "next.yaml")
    assert draft.estimates() == {}
    assert evaluate(draft).sales == evaluate(load(UNCERTAIN)).sales
    assert draft.plan.stores == Stores(opening=Decimal(35), new=Decimal(0), closed=Decimal(0))
    assert "last_year: {" not in (tmp_path / "next.yaml").read_text(encoding="utf-8")


def test_estimates_are_not_copied_where_the_plan_is_written_in_place(tmp_path: Path) -> None:
    folder = tmp_path / "C:\\contracts"  # no way that a file may be referred to by
    folder.mkdir()
    text = "plan: {sales: {low: 1M, likely: 2M, high: 3M}, stores: {opening: 3, new: {low: 0, likely: 1, high: 2}}}\n"
    source = scenario(folder, text=text)
    made = run("init", "--from", source, "--output", tmp_path / "next.yaml")
    assert made.code == 0, made.err
    assert "  last_year: {sales: 2000000, stores: {opening: 3, new: 1}}\n" in (
        tmp_path / "next.yaml"
    ).read_text("utf-8")


def test_a_draft_reads_well() -> None:
    text = run("init", "--from", SCENARIOS / "2003-agreed.yaml").out
    assert text.splitlines()[0] == MODELINE
    assert "  sales: +0%  # growth on last year's 10,050,000; or write an amount\n" in text
    assert "  stores: {opening: 35, new: 0, closed: 0}  # last year's stores at end\n" in text
    assert "  # DM + TG: 3,500 per store, for each of 4 events. Fee last year: 490,000.\n" in text
    assert "  dm_tg_fee: {amount: 3500, per: [stores.closing, events.dm]}\n" in text


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("zh-Hant", "  # DM + TG：每店每次 3,500，共 4 次。去年費用：490,000。\n"),
        ("zh-Hans", "  # DM + TG：每店每次 3,500，共 4 次。去年费用：490,000。\n"),
    ],
)
def test_a_draft_is_commented_in_the_language_asked_for(lang: str, line: str) -> None:
    text = run("init", "--from", SCENARIOS / "2003-agreed.yaml", "--lang", f"{lang},en").out
    assert line in text
    comments = [comment for comment in re.findall("# (.*)", text) if not comment.startswith("yaml-")]
    assert len(comments) == 11
    assert all(re.search("[\u4e00-\u9fff]", comment) for comment in comments)


@EVERY_LANGUAGE
@pytest.mark.parametrize("name", template_names())
def test_a_template_can_be_drafted_from(name: str, lang: str, tmp_path: Path) -> None:
    source = tmp_path / f"{name}.yaml"
    source.write_text(template_text(name, lang), encoding="utf-8")
    assert drafted(source, tmp_path / "next.yaml", lang).terms == load(source).terms


def test_last_year_is_found_from_where_the_draft_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("contracts", "drafts"):
        (tmp_path / folder).mkdir()
    source = tmp_path / "contracts" / "2002.yaml"
    source.write_text((SCENARIOS / "2002.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    drafted(source, tmp_path / "drafts" / "2003.yaml")
    assert "last_year: ../contracts/2002.yaml\n" in (tmp_path / "drafts" / "2003.yaml").read_text(
        encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    assert "last_year: contracts/2002.yaml\n" in run("init", "--from", "contracts/2002.yaml").out


@pytest.mark.skipif(os.name == "nt", reason="no file there has a colon in its name")
def test_a_file_that_cannot_be_referred_to_is_written_out(tmp_path: Path) -> None:
    source = tmp_path / "2002: signed.yaml"
    source.write_text((SCENARIOS / "2002.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    draft = drafted(source, tmp_path / "next.yaml")
    assert draft.plan.last_year == load(source).plan


def test_nor_one_on_another_drive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_way(path: object, start: object) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr(os.path, "relpath", no_way)
    draft = drafted(SCENARIOS / "2003-agreed.yaml", tmp_path / "next.yaml")
    assert draft.plan.last_year is not None
    assert draft.plan.last_year.sales == 10_050_000


def test_a_draft_out_of_a_saved_statement(tmp_path: Path) -> None:
    saved = tmp_path / "agreed.json"
    run("show", SCENARIOS / "2003-agreed.yaml", "--output", saved)
    draft = drafted(saved, tmp_path / "next.yaml")
    assert draft.terms == load(SCENARIOS / "2003-agreed.yaml").terms
    assert evaluate(draft).sales == 10_050_000


def test_what_is_private_stays_where_it_is(tmp_path: Path) -> None:
    source = tmp_path / "this.yaml"
    source.write_text("scenario: a\nplan: {sales: 1M}\nprivate: {margin: 31.25%}\n", encoding="utf-8")
    drafted(source, tmp_path / "next.yaml")
    text = (tmp_path / "next.yaml").read_text(encoding="utf-8")
    assert "31.25" not in text
    assert "`private:` are not copied" in text


def test_a_year_unknown_or_the_last_one(tmp_path: Path) -> None:
    source = tmp_path / "this.yaml"
    for year in ("", "year: 2199\n"):
        source.write_text(f"scenario: a\n{year}plan: {{sales: 1M}}\n", encoding="utf-8")
        (tmp_path / "next.yaml").unlink(missing_ok=True)
        draft = drafted(source, tmp_path / "next.yaml")
        assert (draft.scenario, draft.year) == ("next year's draft", None)


def test_a_term_whose_figure_is_gone_is_left_as_a_comment(tmp_path: Path) -> None:
    source = tmp_path / "this.yaml"
    source.write_text(
        "scenario: a\nplan: {sales: 1M, last_year: {sales: 1M, volume: 10}}\n"
        "terms:\n"
        "  old: {rate: 1%, at_most: 5% of last_year.sales}\n"
        "  per_unit: {amount: 2, per: [last_year.volume]}\n"
        "  on_net: {rate: 1%, less: [after_it]}\n"
        "  after_it: {mode: whole, measure: last_year.volume, tiers: [{from: 5, rate: 1%}]}\n",
        encoding="utf-8",
    )
    draft = drafted(source, tmp_path / "next.yaml")
    assert {*draft.terms} == {"old"}
    text = (tmp_path / "next.yaml").read_text(encoding="utf-8")
    assert "  # Left out because the plan does not give last_year.volume:\n  # per_unit: {amount: 2" in text


def test_what_is_left_out_is_ready_to_be_taken_in_again(tmp_path: Path) -> None:
    """Taking the mark of a comment away gives valid lines; a part with nothing left is a comment as a whole."""
    source = tmp_path / "now.yaml"
    source.write_text(
        "scenario: a\nplan: {sales: 1M, last_year: {sales: 1M, volume: 10}}\n"
        "terms:\n"
        "  kept: {rate: 1%}\n"
        "  old: {amount: 3, per: last_year.volume, note: " + "long " * 20 + "}\n"
        "together: {cap: {terms: [old], at_most: 5}}\n",
        encoding="utf-8",
    )
    assert {*drafted(source, tmp_path / "next.yaml").terms} == {"kept"}
    text = (tmp_path / "next.yaml").read_text(encoding="utf-8")
    assert "\n# together:\n" in text
    bare = text.replace("# together:", "together:").replace("  # old:", "  old:").replace("  #   ", "    ")
    again = yaml.safe_load(bare.replace("  # cap: ", "  cap: "))
    assert again["terms"]["old"]["per"] == "last_year.volume"
    assert again["together"] == {"cap": {"terms": ["old"], "at_most": 5}}


def test_what_is_so_or_not_so_is_written_without_quotes(tmp_path: Path) -> None:
    source = tmp_path / "now.yaml"
    source.write_text(
        "scenario: a\nplan: {sales: 1M, facts: {built: yes, shared: 'no'}}\n"
        "terms: {fund: {rate: 1%, owed: no, only_if: built}}\n",
        encoding="utf-8",
    )
    draft = drafted(source, tmp_path / "next.yaml")
    assert (draft.plan.facts, draft.terms["fund"].owed) == ({"built": True, "shared": False}, False)
    text = (tmp_path / "next.yaml").read_text(encoding="utf-8")
    assert "facts: {built: yes, shared: no}" in text
    assert "owed: no," in text


NAMES = [
    "[red]",
    "=cmd|' /c calc'!A1",
    'a "quoted" name',
    "two\nlines",
    "# no comment",
    "NO",
    "1:30",
    "2003-01-01",
]
NAMES += [
    "क्\u200dष",
    "a: b",
    "- a",
    "{a}",
    "ends with \\",
    "\x1b[31m",
    "null",
    "0x10",
    "　",
    "y",
    "'",
    "\x85",
]


@pytest.mark.parametrize("lang", ["en", "zh-Hans"])
@pytest.mark.parametrize("name", [name for name in NAMES if name.strip()], ids=ascii)
def test_names_come_out_as_they_went_in(name: str, lang: str, tmp_path: Path) -> None:
    source = tmp_path / "this.yaml"
    content = {
        "scenario": name,
        "account": name,
        "plan": {"sales": "1M", "events": {name: 3}, "figures": {f"my {name}": 4}},
        "terms": {
            name: {"amount": 5, "per": [f"events.{name}", f"my {name}"]},
            "on net": {"rate": "1%", "less": [name]},
        },
        "conditions": {name: name},
    }
    source.write_text(json.dumps(content), encoding="utf-8")
    draft = drafted(source, tmp_path / "next.yaml", lang)
    assert (draft.account, draft.terms) == (name, load(source).terms)
    assert draft.conditions == {name: name}
    assert draft.plan.figures == {f"my {name}": 4}
    assert evaluate(draft).total_fees == evaluate(load(source)).total_fees


def test_a_draft_does_not_replace_what_it_refers_to(tmp_path: Path) -> None:
    source = tmp_path / "this.yaml"
    source.write_text("scenario: a\nplan: {sales: 1M}\n", encoding="utf-8")
    refused = run("init", "--from", source, "--output", source, "--force")
    assert (refused.code, source.read_text(encoding="utf-8")) == (2, "scenario: a\nplan: {sales: 1M}\n")


def test_a_contract_with_mistakes_makes_no_draft(tmp_path: Path) -> None:
    source = tmp_path / "this.yaml"
    source.write_text("scenario: a\nplan: {sales: abc}\n", encoding="utf-8")
    refused = run("init", "--from", source, "--output", tmp_path / "next.yaml")
    assert refused.code == 1
    assert f"{source}:2:15: plan.sales" in refused.err
    assert not (tmp_path / "next.yaml").exists()


def test_a_draft_keeps_formulas_and_categories_as_they_are_written(tmp_path: Path) -> None:
    now, draft = tmp_path / "now.yaml", tmp_path / "draft.yaml"
    plan = "  sales: volume x price\n  volume: 5\n  figures: {price: 3, own: 20% of sales}\n"
    now.write_text(f"scenario: a\nplan:\n{plan}", "utf-8")
    assert run("init", "--from", now, "--output", draft).code == 0
    assert "  sales: volume x price\n" in draft.read_text("utf-8")
    assert "own: 20% of sales" in draft.read_text("utf-8")
    now.write_text("scenario: a\nplan:\n  categories: {a: {sales: 3}, b: {sales: 4}}\n", "utf-8")
    assert run("init", "--from", now, "--output", draft, "--force").code == 0
    assert "sales: +0%" not in draft.read_text("utf-8")
    assert load(draft).plan.is_sum


def test_a_draft_opens_every_class_with_its_stores_at_the_end(tmp_path: Path) -> None:
    now, draft = tmp_path / "now.yaml", tmp_path / "draft.yaml"
    classes = "{hyper: {opening: 5}, market: {opening: 20, new: 3, closed: 1}}"
    stores = f"{{new: {{low: 2, likely: 3, high: 9}}, classes: {classes}}}"
    terms = "  fee: {amount: 10, per: [stores.hyper.average]}\n"
    labels = "labels: {hyper: big box}\n"
    now.write_text(f"scenario: a\n{labels}plan:\n  sales: 1M\n  stores: {stores}\nterms:\n{terms}", "utf-8")
    assert run("init", "--from", now, "--output", draft).code == 0
    written = draft.read_text("utf-8")
    opened = "{hyper: {opening: 5, new: 0, closed: 0}, market: {opening: 22, new: 0, closed: 0}}"
    assert f"  stores: {{classes: {opened}}}  # last year's stores at end\n" in written
    assert terms in written
    assert "  hyper: big box" in written
    plan = load(draft).plan
    assert exact_figures(plan, "stores.opening", "last_year.stores.opening") == [27, 25]
