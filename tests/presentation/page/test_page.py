"""What a page is as a file: one that asks nobody for anything, tells nothing private, and in which no text acts."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.cli.material import AGREED, INTERNAL, LAST, PRIVATE_NUMBERS, PROPOSAL
from tests.cli.running import run
from tests.cli.test_hostile_names import NAMES, hostile


class Elements(HTMLParser):
    """Every element with its attributes, and the text of scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.inside: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.found and self.found[-1][0] in ("script", "style"):
            self.inside.append(data)

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


def page(*words: object) -> str:
    done = run("report", *words)
    assert done.code == 0, done.err
    return done.out


def _hashed(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_the_policy_allows_the_one_script_and_the_one_style() -> None:
    text = page(LAST, AGREED)
    elements = Elements(text)
    (policy,) = (
        meta["content"] or ""
        for meta in elements.of("meta")
        if meta.get("http-equiv") == "Content-Security-Policy"
    )
    (style,) = re.findall("<style>(.*?)</style>", text, re.DOTALL)
    (script,) = re.findall("<script>(.*?)</script>", text, re.DOTALL)
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules == {
        "default-src": "'none'",
        "script-src": _hashed(script),
        "style-src": _hashed(style),
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert len(elements.of("script")) == 2  # with the data, which no browser runs


@pytest.mark.parametrize("words", [(AGREED,), (LAST, PROPOSAL, AGREED), (INTERNAL, "--internal")], ids=len)
def test_nothing_is_asked_of_anybody(words: tuple[object, ...]) -> None:
    text = page(*words)
    assert not re.search(r"https?:|//[a-z]|url\((?!#)|@import|fetch\(|XMLHttp|sendBeacon|WebSocket", text)
    for tag, attributes in Elements(text).found:
        assert tag not in ("link", "iframe", "object", "embed", "img", "base", "form", "a")
        # A drawing uses its own signs again; nothing else refers to anything.
        own = tag == "use" and str(attributes.get("href")).startswith("#")
        asks = ("src", "style") if own else ("src", "href", "style")
        assert not any(name in asks or name.startswith("on") for name in attributes), tag


def test_nothing_private_without_internal() -> None:
    for words in ((INTERNAL,), (INTERNAL, LAST), (LAST, INTERNAL)):
        text = page(*words)
        drawn = re.compile(r"(?<= )(?:d|x|y|cx|cy|transform|x1|x2|y1|y2)=\"[^\"]*\"")  # places on the paper
        assert not [number for number in PRIVATE_NUMBERS if number in drawn.sub("", text)]
        assert "ontribution" not in re.sub(r"<script>.*?</script>", "", text, flags=re.DOTALL)
        assert "<!-- internal -->" not in text
        assert "outside the company" not in text


def test_what_is_internal_says_so_in_its_first_line() -> None:
    text = page(INTERNAL, "--internal")
    assert "<!-- internal -->" in text.partition("\n")[0]
    body = text.partition("<body>\n")[2]
    assert body.startswith("<p class=banner>")
    assert "do not share outside the company" in body.partition("\n")[0]
    assert "1,911,119" in text or "2,218,064" in text


@pytest.mark.parametrize("key", NAMES)
def test_hostile_names_are_texts(tmp_path: Path, key: str) -> None:
    file = hostile(tmp_path, NAMES[key])
    text = page(file, file)
    elements = Elements(text)
    assert len(elements.of("script")) == 2
    assert not elements.of("img")
    assert not any(name.startswith("on") for _, attributes in elements.found for name in attributes)
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff\u200b]", text
    )
    data = re.findall('<script type="application/json" id=data>(.*?)</script>', text, re.DOTALL)
    assert json.loads(data[0])["operations"]


def test_nothing_that_may_move_is_told_as_left_out() -> None:
    """The tables that move have all terms and columns, whatever is zero or unchanged in the plan."""
    text = page(LAST, LAST, "--slider", "sales=2M..9M")
    assert "not shown" not in text
    assert "Columns" not in text


def test_a_page_names_files_without_their_folders(tmp_path: Path) -> None:
    file = tmp_path / "doubtful.yaml"
    text = "scenario: d\nplan: {sales: 1M}\nterms: {monthly_rebat: {rate: 1%}}\n"
    file.write_text(text, encoding="utf-8")
    told = "doubtful.yaml: 1 entry to check."
    assert f"{file.parent}" in run("show", file).out
    for shown in (page(file), *(run("show", file, "--format", kind).out for kind in ("html", "md"))):
        assert told in shown
        assert str(tmp_path) not in shown


def test_a_fee_that_is_not_owed_says_that_it_does_not_count(tmp_path: Path) -> None:
    """It stands among fees whose sum it is not in."""
    file = tmp_path / "fund.yaml"
    terms = "{fund: {rate: 2%, owed: no}, claims: {amount: 10}}"
    file.write_text(f"scenario: f\nplan: {{sales: 1M}}\nterms: {terms}\n", encoding="utf-8")
    for words in ((file,), (file, file)):
        assert page(*words).count("Fund; calculated only, not counted as a fee") == 1


def test_what_stays_as_planned_says_so() -> None:
    text = page(LAST, AGREED)
    assert text.count("<section class=planned><p class=label>") == 3  # sentences, pictures, notes


def test_no_slider_goes_around_a_plan_without_sales(tmp_path: Path) -> None:
    file = tmp_path / "zero.yaml"
    file.write_text("scenario: zero\nplan: {sales: 0}\nterms: {a: {rate: 1%}}\n", encoding="utf-8")
    done = run("report", file)
    assert (done.code, done.out) == (2, "")
    assert "write --slider sales=LOW..HIGH" in done.err
    assert "In the plan" in page(file, "--slider", "sales=0..1M")


def test_a_slider_of_a_hostile_name_stays_data(tmp_path: Path) -> None:
    name = "</script><script>alert(1)</script>"
    content = {
        "scenario": "x",
        "plan": {"sales": 1000, "figures": {name: 4}},
        "terms": {"fee": {"amount": 5, "per": [name]}},
    }
    file = tmp_path / "a.json"
    file.write_text(json.dumps(content), encoding="utf-8")
    text = page(file, "--slider", f"{name}=1..9")
    assert len(Elements(text).of("script")) == 2
    data = re.findall("id=data>(.*?)</script>", text, re.DOTALL)[0]
    assert json.loads(data)["sliders"][0]["name"] == name


def test_every_language_is_there_and_the_first_is_shown() -> None:
    for language in ("en", "zh-Hant", "zh-Hans"):
        text = page(AGREED, "--lang", language)
        assert f'<html lang="{language}" data-lang="{language}">' in text
        for total in ("Total fees", "費用合計", "费用合计"):
            assert total in text


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("--slider", "skus.existing=1..9"),
            "Expected an input on which a fee depends. Fix: write one of these: sales,",
        ),
        (("--slider", "nothing=1..9"), "Expected a figure of the plan or a parameter of a term"),
        (("--slider", "sales=8M,9M"), "Expected a range such as 8M..12M or 8M..12M..250k"),
        (("--slider", "sales=8M..8M"), "Fix: write two different ends"),
        (("--slider", "sales=8M..9M", "--slider", "growth=+1%..+2%"), "Expected each input once"),
        (("--slider", "annual_rebate.tiers.1.from=5M..10M"), "Expected a threshold above 10,000,000"),
        (("--slider", "stores.closed=0..40"), "--slider: Found"),
        (("--output", "a.txt"), "Expected a file name that ends in one of .html, .htm"),
    ],
)
def test_what_cannot_be_moved_is_refused(words: tuple[str, ...], told: str) -> None:
    done = run("report", AGREED, *words)
    assert (done.code, done.out) == (2, "")
    assert told in done.err


def test_a_fact_does_not_slide(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    terms = "terms: {fee: {amount: 100, only_if: hardware}}"
    file.write_text(
        f"scenario: x\nplan: {{sales: 1000, facts: {{hardware: yes}}}}\n{terms}\n", encoding="utf-8"
    )
    done = run("report", file, "--slider", "hardware=1..2")
    assert "a fact is yes or no. Fix: write one of these: sales, fee.amount" in done.err


def test_a_slider_moves_where_it_is_stated_and_says_where_not() -> None:
    text = page(LAST, AGREED, "--slider", "last_year.sales=1M..9M")
    assert "It moves nothing in 2002 contract." in text
