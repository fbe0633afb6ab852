"""No message shows a private value, in whatever notation it stands and whatever else is wrong with the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from ka_terms.model.privacy import looks_private
from ka_terms.reading.problems.privacy import suspects
from ka_terms.reading.problems.problem import ReadError
from ka_terms.reading.scenario import load
from ka_terms.reading.yaml import yaml_reader as tree

SECRET = "31.7"
HEAD = "scenario: a contract\nplan: {sales: 4M}\n"

# Every one is invalid, and holds the secret under `private` or what may be meant as that.
NOTATIONS = {
    "block": "private:\n  margin: 31.7\n",
    "block after a blank line": "private:\n\n  # ours\n  margin: 31.7\n",
    "deeper block": "private:\n  walk_away:\n    fee_ratio: 31.7\n    total_fees: 31.7%\n",
    "flow": "private: {margin: 31.7}\n",
    "flow list": "private: [31.7]\n",
    "bare": "private: 31.7\n",
    "value below": "private:\n  31.7\n",
    "flow below": "private:\n{margin: 31.7}\n",
    "flow at the margin": "private: {\nmargin: 31.7,\nwalk_away: {fee_ratio:\n31.7}}\n",
    "nested braces": "private: {margin: 31.7, walk_away: {\n  fee_ratio: 31.7,\n total_fees: 31.7%\n}}\n",
    "quoted key": '"private":\n  "margin": "31.7"\n',
    "single-quoted key": "'private': {'margin': '31.7'}\n",
    "escaped key": '"priv\\u0061te": {margin: 31.7}\n',
    "escaped key in a block": '"\\x70\\x72ivate":\n  a: 31.7\n  a: 31.7\n',
    "escaped throughout": '"\\x70\\x72\\x69\\x76\\x61\\x74\\x65": {a: 31.7}\n',
    "explicit key": "? private\n: margin: 31.7\n",
    "explicit key, value apart": "? private\n:\n  margin: 31.7\n  margin: 31.7\n",
    "quoted over lines": 'private: "one\n31.7"\n',
    "folded text": "private: >\n  margin\n  31.7\n",
    "as a key": "private: {31.7: 1}\n",
    "as a key alone": "private: {31.7}\n",
    "as an unknown key": "private: {margin: 20%, 31.7%: 1}\n",
    "unknown key": "private: {marge: 31.7%}\n",
    "unknown deeper key": "private: {walk_away: {margin_least: 31.7%}}\n",
    "twice": "private: {margin: 31.7%}\nprivate: {margin: 31.7%}\n",
    "twice inside": "private:\n  margin: 31.7%\n  margin: 31.7%\n",
    "digits in braces": "private: {walk_away: {total_fees: 31.7,500,000}}\n",
    "whole digits in braces": "private: {walk_away: {total_fees: 317,500,31.7}}\n",
    "tag": "private: {margin: !31.7 32%}\n",
    "tagged": "private: {margin: !!float 31.7}\n",
    "anchor": "private: {margin: &a 31.7, cost_of_capital: *a}\n",
    "alias": "private: {margin: *31.7}\n",
    "merge key": "private: {<<: {margin: 31.7}}\n",
    "key is a list": "private: {[31.7]: 1}\n",
    "too deep": "private: " + "[" * 60 + "31.7" + "]" * 60 + "\n",
    "open brace": "private: {margin: 31.7\n",
    "open quote": 'private: {margin: "31.7}\n',
    "open quote below": 'private:\n  margin: "31.7\n',
    "two colons": "private: margin: 31.7\n",
    "two colons below": "private:\n  margin: a: 31.7\n",
    "tab": "private:\n\tmargin: 31.7\n",
    "misaligned": "private:\n   margin: 31.7\n  cost_of_capital: 31.7\n",
    "bad escape": 'private: {margin: "\\q31.7"}\n',
    "bad start": "private: {margin: @31.7}\n",
    "bad start below": "private:\n  margin: `31.7`\n",
    "no colon": "private\n  margin: 31.7\n",
    "no colon in braces": "private {margin: 31.7}\n",
    "fault before it": "terms: {a: {per: [x}\nprivate: {margin: 31.7}\n",
    "open bracket before it": "terms: {a: {per: [x\nprivate: {margin: 31.7}\n",
    "open quote before it": 'account: "x\nprivate: {margin: 31.7}\n',
    "misspelt": "privat: {margin: 31.7%}\n",
    "misspelt block": "pirvate:\n  margin: 31.7%\n",
    "misspelt, faulty inside": "prvate:\n  a: 31.7%\n  a: 31.7%\n",
    "misspelt, number in braces": "privte: {walk_away: {total_fees: 31.7,500,000}}\n",
    "capital": "Private: {margin: 31.7%}\n",
    "capitals, faulty inside": "PRIVATE:\n  x: 31.7%\n  x: 31.7%\n",
    "longer": "private_figures: {a: 31.7%, a: 31.7%}\n",
    "in the plan": "plan: {sales: 4M, private: {margin: 31.7%}}\n",
    "in a term": "terms: {a: {rate: 1%, private: {margin: 31.7%}}}\n",
    "as a term": "terms: {private: {margin: 31.7%}}\n",
    "margin at the top": "margin: 31.7%\n",
    "margin in the plan": "plan: {sales: 4M, margin: 31.7%}\n",
    "margin as a term": "terms: {margin: 31.7%}\n",
    "margin as a term, misspelt rate": "terms: {margin: {rate: 31.7}}\n",
    "in a nest of its own name": "private: {private: {private: 31.7}}\n",
    "two documents": "private: {margin: 31.7%}\n---\n31.7\n",
    "another document": "private: {margin: 20%}\n--- {private: {margin: 31.7%}}\n",
    "number too long": "private: {margin: 31.7" + "1" * 90 + "%}\n",
    "negative": "private: {walk_away: {total_fees: -31.7}}\n",
    "control character": "private: {margin: 31.7\x01}\n",
    "slipped out": "private:\n  margin\n: 31.7%\n",
    "slipped out in quotes": 'private:\n  m\n"argin: 31.7%\n',
    "slipped out as a key": "private:\n  cost_of_capital:\n?  31.7%\n",
    "slipped out as a key with letters": "private:\n  cost_of_capital:\nm31.7%: 1\n",
    "slipped out twice": "private:\n  margin:\n? 31.7%\n? 31.7%\n",
    "slipped out behind a tag": "private:\n  walk_away:\n\n!    fee_ratio: 20%\n    total_fees: 31.7%\n",
    "slipped out as a tag": "private:\n  margin:\n!31.7 x: 1\n",
    "slipped out as an alias": "private:\n  margin:\n*31.7 : 1\n",
    "slipped out behind another key": "private:\nmarg:\n--- 31.7%\n",
    "slipped out behind a tag and a key": "private:\nmarg:\n!a total: 31.7%\n",
    "slipped out behind an unknown key": "private:\nmarg:\n? 31.7%\n",
    "slipped out, run together": "private:\nmargin:= 31.7%:\n",
    "slipped out, run together as a key": "private:\n? margin:/ 31.7%\n",
    "far below": "private:\n  margin: [\n#\n#\nx: 31.7\n",
    "below a comment of it": "# private\nx: [\ny: 31.7\n",
    "behind lines in which words would run together": "account: é\nmargin: 31.7 [\n",
    "inside": "inside:\n  margin: 31.7\n  margin: 31.7\n",
}


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both parsers of PyYAML."""
    monkeypatch.setattr(tree, "_LOADER", getattr(yaml, request.param, yaml.SafeLoader))


def everything_said(path: Path) -> str:
    """All that a refusal says, to people and to programs."""
    with pytest.raises(ReadError) as caught:
        load(path)
    problems = caught.value.problems
    return "\n".join(
        [
            str(caught.value),
            repr(problems),
            *(json.dumps(problem.to_dict(), ensure_ascii=False) for problem in problems),
        ]
    )


@pytest.mark.parametrize("notation", NOTATIONS)
@pytest.mark.parametrize("head", [HEAD, HEAD + "colour: 1\nstatus: gone\n", "# ours\n"])
@pytest.mark.usefixtures("parser")
def test_not_shown(tmp_path: Path, notation: str, head: str) -> None:
    """With and without other problems in the file."""
    path = tmp_path / "scenario.yaml"
    path.write_bytes((head + NOTATIONS[notation]).encode())
    said = everything_said(path)
    assert SECRET not in said, said
    assert "scenario.yaml" in said


@pytest.mark.parametrize("notation", NOTATIONS)
@pytest.mark.parametrize(
    "reference",
    ["extends: base.yaml\nscenario: b\n", "scenario: b\nplan: {last_year: base.yaml, sales: gone}\n"],
)
def test_not_shown_through_another_file(tmp_path: Path, notation: str, reference: str) -> None:
    """As well where the file is extended, or gives last year's plan."""
    (tmp_path / "base.yaml").write_bytes((HEAD + NOTATIONS[notation]).encode())
    path = tmp_path / "scenario.yaml"
    path.write_text(reference + "colour: 1\n", "utf-8")
    said = everything_said(path)
    assert SECRET not in said, said


@pytest.mark.parametrize("notation", [*NOTATIONS])
def test_not_shown_indented(tmp_path: Path, notation: str) -> None:
    """As JSON would have it: everything within one pair of braces, or deeper than expected."""
    inner = NOTATIONS[notation].rstrip("\n").replace("\n", "\n  ")
    for text in (
        f'{{"scenario": "a", "plan": {{}}, {inner}, "colour": 1}}\n',
        f"scenario: a\nwhere:\n  {inner}\n  x: 1\n  x: 1\n",
    ):
        path = tmp_path / "scenario.yaml"
        path.write_bytes(text.encode())
        said = everything_said(path)
        assert SECRET not in said, said


def test_pretty_json(tmp_path: Path) -> None:
    """What stands beside the private block is shown all the same."""
    path = tmp_path / "scenario.json"
    text = json.dumps(
        {"scenario": "a", "private": {"margin": 31.7}, "status": "gone", "plan": {"sales": "4M"}}, indent=2
    )
    path.write_text(text, "utf-8")
    said = everything_said(path)
    assert SECRET not in said
    assert '    6 |   "status": "gone",\n      |             ^' in said


def test_keys_of_the_format_are_named(tmp_path: Path) -> None:
    """Neither they nor what is expected are secrets."""
    path = tmp_path / "scenario.yaml"
    path.write_text(HEAD + "private:\n  margn: 31.7%\n  walk_away: {fee_ratio: 0.2}\n", "utf-8")
    said = everything_said(path)
    assert (
        f"{path}:4:3: private: Found a hidden value (private). "
        "Expected a known key: margin, logistics, people, cost_of_capital, " in said
    )
    assert (
        f"{path}:5:26: private.walk_away.fee_ratio: Found a hidden value (private). "
        "Expected a percentage with its sign, such as 2.5%." in said
    )


def test_lines_around_stay_visible() -> None:
    """Only the block itself is hidden."""
    text = "a: 1\nprivate:\n  margin: 1\n\n  # note\n  x: {y:\n1}\nb: 2\n  c: 3\nd: don't\n# private\ne: 5"
    assert suspects(text.split("\n")).hidden == {2, 3, 4, 5, 6, 7, 11}


@pytest.mark.parametrize(
    "word",
    [
        "private",
        "Private",
        "privat",
        "pirvate",
        "privaze",
        "prvate",
        "pivate",
        "priv",
        "margin",
        "our_private",
        "walk_away",
    ],
)
def test_looks_private(word: str) -> None:
    """The keys themselves, and what a slip of the finger makes of them."""
    assert looks_private(word)


@pytest.mark.parametrize(
    "word",
    [
        "plan",
        "terms",
        "sales",
        "rate",
        "tiers",
        "rebate",
        "target",
        "fee_ratio",
        "scenario",
        "status",
        "extends",
        "last_year",
    ],
)
def test_looks_public(word: str) -> None:
    """The keys of the format that are shown."""
    assert not looks_private(word)


# Each with the secret, as bytes that are no UTF-8 text or hardly one.
NO_TEXT = {
    name: (HEAD + "private: {margin: 31.7%}\n").encode(name)
    for name in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "cp037")
} | {
    "latin-1": "account: é\nprivate: {margin: 31.7%}\n".encode("latin-1"),
    "latin-1 in the line": "private: {é: 31.7%}\n".encode("latin-1"),
    "letters spaced": b"private: {m: 1}\nm\xfea\xfer\xfeg: 31.7%\n",
    "nul in the key": b"pri\0vate: 31.7%\n",
    "nuls throughout": b"\0".join(bytes([letter]) for letter in b"mar: 31.7"),
    "control character in the key": b"mar\x01gin: 31.7%\n",
    "soft hyphen in the key": "mar\u00adgin: 31.7%\nmar\u00adgin: 31.7%\n".encode(),
    "invisible sign in the key": "pri\u200bvate: {a: 31.7%, a: 31.7%}\n".encode(),
    "full-width key": "ｍａｒｇｉｎ: 31.7%\nｍａｒｇｉｎ: 31.7%\n".encode(),
    "full-width colon": f"{HEAD}private：{{margin: 31.7%}}\n".encode(),
    "no space behind the colons": f"{HEAD}private:{{margin:31.7%}}\n".encode(),
    "no colon in the plan": b"scenario: a\nplan:\n  margin:31.7%\n",
    "no colons in a term": f"{HEAD}terms: {{a: {{margin：31.7%}}}}\n".encode(),
}


@pytest.mark.parametrize("kind", NO_TEXT)
def test_not_shown_of_what_is_no_text(tmp_path: Path, kind: str) -> None:
    """Letter by letter neither: only the digits that are asked for are looked at, however they are apart."""
    path = tmp_path / "scenario.yaml"
    path.write_bytes(NO_TEXT[kind])
    with pytest.raises(ReadError) as caught:
        load(path)
    for view in (everything_said(path), repr(caught.value), repr(caught.value.problems)):
        bare = "".join(letter for letter in view.replace("\\x00", "") if letter.isdigit() or letter == ".")
        assert SECRET not in bare, view


CARRIED_OUT = {
    "the whole of it": ("private: &p {margin: 31.7%}\nconditions: *p\n", 4, 13, 3),
    "a value": ("private: {margin: &p 31.7%}\nconditions: {days: *p}\n", 4, 20, 3),
    "a key": ("private:\n  ? &p 31.7%\n  : 1\naccount: *p\n", 6, 10, 4),
    "a misspelt key": ("privat:\n  margin: &p 31.7%\naccount: *p\n", 5, 10, 4),
    "deep": ("private: {walk_away: &p {fee_ratio: 31.7%}}\nconditions: *p\n", 4, 13, 3),
    "in a list": ("private: {margin: &p 31.7%}\nterms: {a: {rate: 1%, less: [*p]}}\n", 4, 30, 3),
    "named by it": ("private: {margin: &31 31.7%}\naccount: *31\n", 4, 10, 3),
    "by an anchor set again": ("account: &p x\nprivate: {margin: &p 31.7%}\nconditions: {a: *p}\n", 5, 17, 4),
}


@pytest.mark.parametrize("case", CARRIED_OUT)
@pytest.mark.usefixtures("parser")
def test_an_alias_carries_nothing_private_out(tmp_path: Path, case: str) -> None:
    text, line, column, anchored = CARRIED_OUT[case]
    path = tmp_path / "scenario.yaml"
    path.write_text(HEAD + text, "utf-8")
    with pytest.raises(ReadError) as caught:
        load(path)
    assert str(caught.value) == (
        f"{path}:{line}:{column}: Found an alias of a private value. Expected a value of its own, "
        f"because the anchor in line {anchored} is private. Fix: write the value itself if others may see it."
    )


@pytest.mark.parametrize(
    "text",
    [
        "private: {margin: &p 31.7%, cost_of_capital: *p}\n",
        "terms: {a: {rate: &p 31.7%}}\nprivate: {margin: *p}\n",
        "private: {margin: &p 31.7%}\nterms: {a: {rate: &p 31.7%}, b: {rate: *p}}\n",
        "&p private: {margin: 31.7%}\naccount: *p\n",
    ],
)
@pytest.mark.usefixtures("parser")
def test_any_other_alias_is_taken(tmp_path: Path, text: str) -> None:
    path = tmp_path / "scenario.yaml"
    path.write_text(HEAD + text, "utf-8")
    assert load(path).scenario.private is not None
