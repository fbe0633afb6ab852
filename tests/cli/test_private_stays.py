"""Random private values, and everything that may go wrong around them: their digits are in nothing that is said."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from yaml import SafeLoader

from ka_terms.api import evaluate, load
from ka_terms.reading.problems.problem import ReadError
from ka_terms.reading.yaml import yaml_reader as tree
from tests.cli.material import FORMATS
from tests.cli.running import run
from tests.examples import examples

COMMANDS = (
    ("show",),
    ("check",),
    ("ladder",),
    ("outlook",),
    ("approval",),
    ("approval", "{file}"),
    ("steps",),
    ("brief",),
    ("offers", "--vary", "monthly_rebate=1%,2%"),
    ("pnl",),
    ("pnl", "--low", "1M"),
    ("rounds", "--internal"),
    ("tornado",),
    ("growth",),
    ("promo", "monthly_rebate"),
    ("portfolio",),
    ("portfolio", "{file}"),
    ("growth", "{file}"),
    ("vpo",),
    ("vpo", "{file}"),
    ("compare", "{file}"),
    ("solve", "--vary", "sales", "--for", "fee_ratio <= 20%"),
    ("sweep", "--vary", "sales=8M,9M"),
    ("sweep", "--vary", "sales=8M,9M", "--metric", "contribution"),
    ("sweep", "--vary", "sales=8M,9M", "--where", "room.fee_ratio > 5"),
    ("show", "--fail-if", "contribution < 5"),
    ("compare", "{file}", "--fail-if", "room.total_fees < 5"),
    ("solve", "--vary", "sales", "--for", "contribution_ratio >= 10%"),
    ("tornado", "--metric", "contribution"),
    ("outlook", "--metric", "contribution"),
)
BREAKAGES = {
    "": "",
    "no colon": "colour\n",
    "full-width colon": "plan：\n",
    "open brace": "conditions: {a: b\n",
    "open quote": 'account: "x\n',
    "unknown key": "colour: 1\n",
    "again": "private: {margin: {secret}}\n",
    "tab": "\tx: 1\n",
    "control character": "account: \x01\n",
    "nul": "account: \0\n",
    "invisible sign": "acc\u200bount: x\n",
}
NOTATIONS = (
    "private: {margin: {secret}%}\n",
    "private:\n  margin: {secret}%\n",
    "private：{margin: {secret}%}\n",
    "private: {margin:{secret}%}\n",
    "private: {margin: {secret}}\n",
    "pri\u200bvate: {margin: {secret}%}\n",
    '"private": {"marge": "{secret}%"}\n',
    "private: {walk_away: {fee_ratio: {secret}%}}\n",
)
ENCODINGS = (
    "utf-8",
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "utf-32-le",
    "latin-1",
)


@settings(examples(200), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text("3679", min_size=6, max_size=6),
    st.sampled_from(COMMANDS),
    st.sampled_from(FORMATS),
    st.sampled_from(ENCODINGS),
    st.sampled_from(sorted(BREAKAGES)),
    st.sampled_from(NOTATIONS),
    st.booleans(),
)
def test_no_private_digits_are_said(
    tmp_path: Path,
    digits: str,
    command: tuple[str, ...],
    kind: str,
    encoding: str,
    breakage: str,
    notation: str,
    before: bool,
) -> None:
    secret = f"{digits[:2]}.{digits[2:]}"
    parts = [notation, BREAKAGES[breakage]]
    text = "scenario: a\nplan: {sales: 8M}\nterms: {x: {rate: 1%}}\n" + "".join(
        parts[::-1] if before else parts
    )
    file = tmp_path / "a.yaml"
    file.write_bytes(codecs.encode(text.replace("{secret}", secret), encoding, "replace"))
    name, *words = command
    done = run(name, file, *(word.replace("{file}", str(file)) for word in words), "--format", kind)
    said = [done.out, done.err]
    try:
        statement = evaluate(load(file))
        said += [repr(statement), str(statement.scenario), repr(statement.scenario)]
    except ValueError as error:
        pytest.fail(repr(error))
    except Exception as error:
        said += [str(error), repr(error), repr(getattr(error, "problems", ""))]
    for view in said:
        bare = view.replace(str(tmp_path), "").replace("\\x00", "")
        assert digits not in "".join(letter for letter in bare if letter.isalnum())


BLOCKS = (
    ("private:", "  margin: {secret}%"),
    ("private:", "  margin", "  cost_of_capital: {secret}%"),
    ("private:", "  cost_of_capital:", "   {secret}%"),
    ("private:", "  walk_away:", "", "    fee_ratio: {secret}%", "    total_fees: {secret}"),
    ("# ours", "pri\u200bvate:", "  # margin", "  margin: {secret}%"),
    ("ｐｒｉｖａｔｅ:", "  margin: {secret}%"),
    ('"private":', '  "margin": "{secret}%"'),
    ("private: {", "margin: {secret}%", "}"),
)
PUBLIC = ("scenario: a", "plan: {sales: 8M}", "terms: {x: {rate: 1%}}")
OPENINGS = ("? ", ": ", "- ", "<<: ", "*a: ", "&a ", "!a ", "--- ", "... ", "%YAML ", "'x", '"x', "[x", "{x")
SIGNS = st.one_of(
    st.sampled_from("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\t\r\x85\u2028\u2029\ufeff：，｛“\u3000"),
    st.sampled_from(OPENINGS),
    st.characters(exclude_categories=["Cs", "Nd", "Nl", "No"]),
)


@settings(examples(600), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text("3679", min_size=6, max_size=6),
    st.sampled_from(BLOCKS),
    st.integers(0, len(PUBLIC)),
    st.lists(st.tuples(st.integers(0, 9), SIGNS, st.booleans(), st.integers(0, 9)), min_size=1, max_size=2),
    st.booleans(),
)
def test_a_line_that_slips_out_of_its_block_is_not_quoted(
    tmp_path: Path,
    digits: str,
    block: tuple[str, ...],
    before: int,
    slips: list[tuple[int, str, bool, int]],
    in_python: bool,
) -> None:
    """Signs at the start of any line inside `private`, or in it, with and without its indentation."""
    secret = f"{digits[:2]}.{digits[2:]}"
    lines = [line.replace("{secret}", secret) for line in block]
    for at, sign, keeps_indentation, column in slips:
        number = 1 + at % (len(lines) - 1)
        line = lines[number] if keeps_indentation else lines[number].lstrip()
        start = min(column, len(line)) if column % 2 else 0
        lines[number] = line[:start] + sign + line[start:]
    file = tmp_path / "a.yaml"
    file.write_text("\n".join([*PUBLIC[:before], *lines, *PUBLIC[before:]]) + "\n", "utf-8", newline="")
    with pytest.MonkeyPatch.context() as patch:
        if in_python:
            patch.setattr(tree, "_LOADER", SafeLoader)
        try:
            load(file)
        except ReadError as error:
            said = str(error), repr(error), str([problem.to_dict() for problem in error.problems])
            bare = "".join(said).replace(str(tmp_path), "")
            assert digits not in "".join(letter for letter in bare if letter.isalnum()), said[0]
