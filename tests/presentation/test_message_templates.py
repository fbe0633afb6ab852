"""Messages about what was typed, in every language."""

from __future__ import annotations

import ast
import copy
import re
import string
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import takewhile
from pathlib import Path

import pytest

import ka_terms
from ka_terms.model.faults import Fault, quoted
from ka_terms.presentation.words import words
from ka_terms.presentation.words.languages import message_templates
from ka_terms.text.messages import Message, message, translated

CHINESE = ("zh-Hant", "zh-Hans")
TAKE_TEMPLATES = ("message", "plain_fault")


def _calls() -> Iterator[tuple[str, ast.Call]]:
    for path in sorted(Path(ka_terms.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in TAKE_TEMPLATES
            ):
                yield f"{path.name}:{node.lineno}", node


def _templates() -> set[str]:
    found = set()
    for place, call in _calls():
        for argument in call.args:
            assert isinstance(argument, ast.Constant), f"{place}: not a literal"
            assert isinstance(argument.value, str), f"{place}: not a text"
            found.add(argument.value)
    return found


def _placeholders(text: str) -> set[str]:
    """The names of what fills a text, without the Unicode name of a sign, which is English."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name} - {"unicode"}


@pytest.mark.parametrize("language", CHINESE)
def test_every_message_is_told_in_every_language_with_the_same_fillings(language: str) -> None:
    templates = message_templates(language)
    assert _templates() == set(templates)
    assert [text for text in templates if _placeholders(text) != _placeholders(templates[text])] == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Found '5'. Expected a name. Fix: leave it out."),
        ("zh-Hant", "讀到：「5」。應為：a name。修正：leave it out。"),
        ("zh-Hans", "读到：“5”。应为：a name。修正：leave it out。"),
    ],
)
def test_a_fault_is_told_in_the_order_of_the_language(language: str, sentence: str) -> None:
    fault = Fault(quoted(5), "a name", "leave it out")
    assert words([language]).translate(fault.sentence()) == sentence
    assert str(fault) == "Found '5'. Expected a name. Fix: leave it out."


def test_a_message_is_a_text_and_stays_one_when_copied() -> None:
    sentence = message("write {text}", text=message("an estimate"))
    for same in (sentence, copy.copy(sentence), copy.deepcopy(sentence)):
        assert isinstance(same, Message)
        assert same == "write an estimate"
        assert translated(same, message_templates("zh-Hans")) == "改为“估计值”"


PACKAGE = Path(ka_terms.__file__).parent
TREES = {
    path: ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted(PACKAGE.rglob("*.py"))
    if "words" not in path.parts
}
PARTS = {"Fault": ("found", "expected", "mend"), "refuse": ("", "expected", "mend")}
OF_PROGRAMS = ("TypeError", "KeyError", "AttributeError", "InterruptedError", "NotImplementedError")
"""Errors of whoever programs; a user's run raises none of them to be read."""
Named = dict[str, list[ast.expr]]
FILLINGS = frozenset({"message", "quoted", "enumerated", "either", "only", "str"})


def _returns(trees: Iterable[ast.AST]) -> Named:
    """What the functions of modules give, by their names."""
    found: Named = {}
    for tree in trees:
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef):
                values = [node.value for node in ast.walk(function) if isinstance(node, ast.Return)]
                found.setdefault(f"{function.name}()", []).extend(value for value in values if value)
    return found


@cache
def _assigned(tree: ast.AST) -> Named:
    """What every variable of a module is set to and its functions give, by name; what others give that it may call."""
    found: Named = {**PUBLIC, **_returns([tree])}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                names, values = _pairs(target, node.value)
                for name, value in zip(names, values, strict=True):
                    found.setdefault(name, []).append(value)
    return found


def _pairs(target: ast.expr, value: ast.expr) -> tuple[list[str], list[ast.expr]]:
    if isinstance(target, ast.Name):
        return [target.id], [value]
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        pairs = [pair for pair in zip(target.elts, value.elts, strict=False) if isinstance(pair[0], ast.Name)]
        return [name.id for name, _ in pairs if isinstance(name, ast.Name)], [value for _, value in pairs]
    return [], []


PUBLIC = {name: given for name, given in _returns(TREES.values()).items() if not name.startswith("_")}


def _plain(value: ast.expr, assigned: Named, seen: frozenset[str] = frozenset()) -> Iterator[str]:
    """The plain English that an expression may give, through variables of the module and functions of the package."""
    if isinstance(value, ast.Constant | ast.JoinedStr) and re.search("[a-z]", _text(value)):
        yield _text(value)
    name = _named(value)
    if name not in seen:
        for part in _inner(value, name, assigned):
            yield from _plain(part, assigned, seen | {name} if name else seen)


def _text(value: ast.Constant | ast.JoinedStr) -> str:
    """A text in the code; of one with placeholders what stands between them."""
    if isinstance(value, ast.JoinedStr):
        return "".join(_text(part) for part in value.values if isinstance(part, ast.Constant))
    return value.value if isinstance(value.value, str) else ""


def _named(value: ast.expr) -> str:
    called = value.func if isinstance(value, ast.Call) else value
    return called.id if isinstance(called, ast.Name) else ""


def _inner(value: ast.expr, name: str, assigned: Named) -> list[ast.expr]:
    """The expressions that an expression may be."""
    match value:
        case ast.IfExp():
            return [value.body, value.orelse]
        case ast.BoolOp():
            return value.values
        case ast.Tuple():
            return value.elts
        case ast.Starred():
            return [value.value]
        case ast.Call():
            return [] if name in FILLINGS else assigned.get(f"{name}()", [])
        case _:
            return assigned.get(name, [])


def _parts(call: ast.Call) -> Iterator[ast.expr]:
    """What a call makes the parts of a fault from."""
    match call.func:
        case ast.Name(id=name) if name in PARTS:
            known = [*takewhile(lambda part: not isinstance(part, ast.Starred), call.args)]
            yield from (part for key, part in zip(PARTS[name], known, strict=False) if key)
            yield from (part for part in call.args if isinstance(part, ast.Starred))
        case ast.Attribute(attr="_replace"):
            pass
        case _:
            return
    yield from (keyword.value for keyword in call.keywords if keyword.arg in ("found", "expected", "mend"))


def test_no_part_of_a_fault_is_plain_english() -> None:
    """Or it stays English in every language."""
    plain = [
        f"{path.relative_to(PACKAGE)}:{call.lineno}: {text}"
        for path, tree in TREES.items()
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        for part in _parts(call)
        for text in _plain(part, _assigned(tree))
    ]
    assert plain == []


def test_nothing_plain_is_raised_to_a_user() -> None:
    """Commands, and the Python interface with what a program asked wrongly, are not among these."""
    plain = [
        f"{path.relative_to(PACKAGE)}:{node.lineno}: {text}"
        for path, tree in TREES.items()
        if not {"cli", "api"} & {*path.parts} and path.name != "__init__.py"
        for node in ast.walk(tree)
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call)
        if isinstance(node.exc.func, ast.Name) and node.exc.func.id not in OF_PROGRAMS
        for argument in (_parts(node.exc) if node.exc.func.id in PARTS else node.exc.args)
        for text in _plain(argument, _assigned(tree))
    ]
    assert plain == []


@pytest.mark.parametrize(
    ("code", "plain"),
    [
        ('Fault("a", message("b"))', ["a"]),
        ('Fault(message("a"), mend="c", expected=d)\nd = "d" if e else f"{e} d"', ["c", "d", " d"]),
        ('refuse("a", message("b"), "")', []),
        ('fault._replace(mend="c" or missing_for(path))', ["c"]),
        ('Fault(quoted("a"), EXPECTED)\nEXPECTED = message("b")', []),
    ],
)
def test_plain_english_is_found_wherever_it_comes_from(code: str, plain: list[str]) -> None:
    tree = ast.parse(code)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    assert [
        text for call in calls for part in _parts(call) for text in _plain(part, _assigned(tree))
    ] == plain


HAN = "[\u3400-\u9fff]"
MARK = "[，。：；（）、]"
WRONG = (
    *(f"{HAN} +{HAN}", f"{MARK} | {MARK}", f"{HAN}[,.;:!?()]", "您|你|我們|我们"),
    *(f"{HAN}[A-Za-z0-9%]", f"[A-Za-z0-9%](?![萬億万亿]){HAN}"),
)
WRONG_WORDS = {
    "zh-Hant": "合同 計劃 文件名 數據 概率 檔位 成本價 字符 默認 文件夾",
    "zh-Hans": "合约 品项 成长 档案 机率 级距 資料 字元 「 」",
}


@pytest.mark.parametrize("language", CHINESE)
def test_chinese_messages_keep_the_rules_of_chinese_text(language: str) -> None:
    """What fills a message gets its spaces as it is filled in; code and quoted texts are as they are."""
    for text in message_templates(language).values():
        bare = re.sub(r"`[^`]*`|'[^']*'|\"[^\"]*\"", "x", text)
        found = [pattern for pattern in WRONG if re.search(pattern, bare)]
        assert not found, text
        assert not [word for word in WRONG_WORDS[language].split() if word in text], text
