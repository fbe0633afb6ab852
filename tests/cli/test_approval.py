"""`approval`: one page, in the form of each language, and nothing private on it unless it is asked for."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.cli.material import AGREED, ASK, LANGUAGES, LAST, PLAN, PROPOSAL, ROOT, crowded
from tests.cli.printing import CHROMIUM, SOFFICE, pages_of, printed
from tests.cli.running import Run, run

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OTHERS = (LAST, ASK, PROPOSAL)
ASKED = ("--low", "+80%", "--policy", "china-supplier-charges", "--date", "2003-01-15")
PRIVATE = "private: {margin: 32%, walk_away: {fee_ratio: 18%}}\n"


@pytest.fixture
def approved(tmp_path: Path) -> Path:
    """The agreed contract with private figures, invented."""
    file = tmp_path / "for-approval.yaml"
    file.write_text(f"extends: {os.path.relpath(AGREED, tmp_path)}\n{PRIVATE}", encoding="utf-8")
    return file


def asked(approved: Path, *more: object) -> Run:
    return run("approval", approved, *OTHERS, *ASKED, *more)


def words_of(file: Path) -> str:
    """All text of a docx document, a paragraph a line."""
    with zipfile.ZipFile(file) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    signs = {f"{W}noBreakHyphen": "-"}
    return "\n".join(
        "".join(signs.get(part.tag, part.text or "") for part in one.iter() if part.tag in (f"{W}t", *signs))
        for one in root.iter(f"{W}p")
    )


class Texts(HTMLParser):
    """The texts of a page, a line each."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.feed(content)

    def handle_data(self, data: str) -> None:
        self.lines.append(data)


SAID = {
    "en": (
        "Contract approval 2003",
        "Subject",
        "Details",
        "Action",
        "Please approve the terms agreed for 2003: fees of 1,541,850, 15.3% of planned sales of 10,050,000.",
        "203,650 (2.0 percentage points) below the 2002 terms on the same plan.",
        "927,400 (9.2 percentage points) below their request.",
        "Leaves 1,674,150 (16.7% of sales) at a margin of 32%, before logistics, people and payment days.",
        "Stores: 25 at the start, but last year closed with 31. With 31: fees 192,000 higher, 17.3% of sales.",
        "Accrue annual rebate at 1.2% from Jan.",
        "Walk-away (18%)",
    ),
    "zh-Hant": (
        "2003 年合約簽呈",
        "主旨",
        "說明",
        "擬辦",
        "未扣物流、人員、帳期成本",
        "對方要求",
        "底線（18%）",
    ),
    "zh-Hans": (
        "2003 年合同审批表",
        "审批事项",
        "说明",
        "拟办意见",
        "未扣物流、人员、账期成本",
        "对方要求",
        "底线（18%）",
    ),
}
FIGURES = ("1,745,500", "2,469,250", "913,750", "1,809,000", "6,235,294", "669,412", "-314,000", "+70,350")


@pytest.mark.parametrize("kind", ["docx", "html"])
@pytest.mark.parametrize("language", SAID)
def test_the_form_of_each_language(approved: Path, tmp_path: Path, language: str, kind: str) -> None:
    file = tmp_path / f"page.{kind}"
    assert asked(approved, "--internal", "--lang", language, "-o", file).code == 0
    text = words_of(file) if kind == "docx" else "\n".join(Texts(file.read_text(encoding="utf-8")).lines)
    assert [words for words in (*SAID[language], *FIGURES) if words not in text] == []
    assert "internal" in text.strip().splitlines()[0] or "internal" in file.read_bytes()[:40].decode(
        errors="ignore"
    )


@pytest.mark.parametrize("kind", ["table", "md", "csv", "html", "json"])
def test_without_internal_nothing_private_is_shown(approved: Path, kind: str) -> None:
    done = asked(approved, "-f", kind)
    assert done.code == 0
    private = ("1674150", "1,674,150", "0.32", "32%", "1809000", "1,809,000", "18%")
    said = [number for number in private if number in done.out]
    assert said == []
    assert "internal" in done.out.splitlines()[0] or kind == "csv"


def test_what_is_not_shown_is_said(approved: Path) -> None:
    told = "What the contract leaves is not on this page: it needs the margin, and --internal."
    assert told in asked(approved).out
    assert told not in asked(approved, "--internal").out


def record_of(*words: object) -> Any:
    done = run("approval", *words, "-f", "json")
    assert done.code == 0, done.err
    return json.loads(done.out)


def test_a_file_that_is_not_given_has_no_column(approved: Path) -> None:
    roles = [column["role"] for column in record_of(approved, LAST, ASK)["columns"]]
    assert roles == ["last_contract", "old_terms", "request", "approval"]
    page = run("approval", approved, LAST).out
    assert "request" not in page
    assert "first offer" not in page


def test_the_last_contract_is_the_file_of_last_year(approved: Path) -> None:
    """Which the plan refers to, whatever files are named."""
    assert record_of(approved)["columns"][0]["fees"] == 986100
    assert record_of(approved)["columns"] == record_of(approved, LAST)["columns"]


def test_a_file_without_a_part_is_told(approved: Path) -> None:
    assert f"not on the page: {PLAN}" in run("approval", approved, PLAN).err


def test_an_unclear_contract_is_refused_with_the_option(approved: Path) -> None:
    done = run("approval", approved, AGREED)
    assert done.code == 2
    assert "--approve" in done.err
    assert record_of(approved, AGREED, "--approve", AGREED, "--baseline", LAST)["scenario"] == "2003 agreed"
    assert run("approval", ASK).code == 2


def test_growth_without_a_sign_is_refused(approved: Path) -> None:
    done = run("approval", approved, "--low", "5%")
    assert (done.code, "--low" in done.err) == (2, True)
    assert run("approval", approved, "--date", "yesterday").code == 2


def test_growth_on_an_unknown_year_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(
        "scenario: a\nstatus: agreed\nplan: {sales: 1M}\nterms: {fee: {rate: 1%}}\n", encoding="utf-8"
    )
    done = run("approval", file, "--low", "+80%")
    assert (done.code, "an amount of sales" in done.err) == (2, True)
    assert [case["sales"] for case in record_of(file, "--low", "700k")["low_sales"]] == [700_000, 1_000_000]


def test_two_languages_have_every_label_once(approved: Path) -> None:
    page = asked(approved, "--lang", "zh-Hant,en").out
    assert "2002 年條件 2002 terms" in page
    assert "2002 年 2002 年" not in page


def test_every_file_has_its_hash(approved: Path) -> None:
    known = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (approved, AGREED, PLAN, *OTHERS)
    }
    page = record_of(approved, *OTHERS, "--date", "2003-01-15")
    assert {file["name"]: file["sha256"] for file in page["files"]} == known
    assert page["date"] == "2003-01-15"
    assert f"{approved.name} {known[approved.name][:12]}" in asked(approved).out


def test_the_unit_stands_in_the_headers(approved: Path) -> None:
    page = asked(approved, "--unit", "M").out
    assert "1.54" in page
    assert "Total fees (M)" in page


def test_a_selection_is_no_form(approved: Path) -> None:
    page = asked(approved, "--parts", "4 Watch")
    assert page.code == 2
    html = asked(approved, "-f", "html", "--without-notes").out
    assert "Signature" not in html
    assert "General manager" not in html
    assert "General manager" in asked(approved, "-f", "html").out


def test_the_page_comes_in_place_of_the_marker_of_a_template(approved: Path, tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    for text in ("Our letter head", "[ka-terms]", "Yours faithfully"):
        document.add_paragraph(text)
    document.save(str(tmp_path / "house.docx"))
    file = tmp_path / "page.docx"
    assert asked(approved, "--template", tmp_path / "house.docx", "-o", file).code == 0
    lines = words_of(file).split("\n")
    assert (lines[0], lines[-1]) == ("Our letter head", "Yours faithfully")
    assert "FOR APPROVAL" in lines


HOSTILE = '=cmd() <script>alert(1)</script> & "x"'


def test_hostile_names_act_on_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    name = json.dumps(HOSTILE)
    file.write_text(
        f"scenario: {name}\naccount: {name}\nstatus: agreed\nplan: {{sales: 1M}}\n"
        f"terms: {{fee: {{rate: 1%, label: {name}}}}}\n",
        encoding="utf-8",
    )
    page = run("approval", file, "-f", "html").out
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert set(re.findall(r"<([a-z]+)", page)) <= {
        *("html", "meta", "title", "style", "div", "table", "colgroup", "col", "thead", "tbody"),
        *("tr", "th", "td", "p", "br"),
    }
    assert run("approval", file, "-o", tmp_path / "a.docx").code == 0
    assert "<script>" in words_of(tmp_path / "a.docx")


@pytest.mark.thorough
@pytest.mark.skipif(not (SOFFICE and CHROMIUM and shutil.which("pdfinfo")), reason="nothing here prints")
@pytest.mark.parametrize("kind", ["docx", "html"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_one_page(approved: Path, tmp_path: Path, language: str, kind: str) -> None:
    options = ("--internal", *ASKED, "--lang", language)
    for name, files in (("usual", (approved, *OTHERS)), ("crowded", crowded(tmp_path))):
        file = tmp_path / f"{name}.{kind}"
        assert run("approval", *files, *options, "-o", file).code == 0
        assert pages_of(printed(file, tmp_path)) == 1, name


def test_the_names_of_files_lead_nowhere(approved: Path) -> None:
    assert str(ROOT) not in asked(approved, "-f", "json").out


def test_parts_are_numbered_without_a_gap() -> None:
    """Without an earlier contract there is no second table."""
    shown = run("approval", LAST).out
    assert "1 Figures" in shown
    assert "2 If sales come in lower" in shown
    assert "3 Watch" in run("approval", LAST, "--format", "html").out
