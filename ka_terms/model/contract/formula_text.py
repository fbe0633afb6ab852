"""Formulas as a file writes them: `15% of sales`, `sales - own_label`, `volume x price`, `0.34 x last_year.volume`.

`N% of FIGURE` binds first, then `x`, then `+` and `-`, from left to right. There are no brackets and no division.
Operators stand between spaces, so that names may hold any sign.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from ka_terms.model.contract.formula import Formula, Operand, Summand
from ka_terms.model.faults import Fault, only, quoted, refusal, refuse
from ka_terms.model.numbers.number import read_multiple, read_number, reads_as_number
from ka_terms.text.messages import Message, message

MOST_OPERANDS = 12
LONGEST_FORMULA = 500
_OPERATORS = {**dict.fromkeys("+＋", "+"), **dict.fromkeys("-－", "-"), **dict.fromkeys("x×*ｘ＊", "x")}
_SIGNS = re.escape("".join(_OPERATORS))
_OPERATOR = re.compile(rf" +([{_SIGNS}]) +")
_DANGLING = re.compile(rf"(?:[{_SIGNS}] .*|.* [{_SIGNS}]|[{_SIGNS}]?)")
_SIGNED_NAME = re.compile(r"[+＋－-]\s*[^\W\d]")
_SHARE = re.compile(r"([0-9０-９][0-9０-９.．,，]* ?[%％])(?: *of\b)? *(.*)")
_NOT_WRITTEN = re.compile(r"[()（）÷]| / ")
_SPACES = dict.fromkeys((0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")
ANY_FORMULA = "^[A-Za-z_\u00c0-\u024f\u3400-\u9fff].*$|^.+ [+＋x×*ｘ＊-] .+$|^.+ of .+$"
"""What editors take for a formula; the check tells what is wrong with it."""
FORMULA_EXAMPLE = message("a formula over figures of the plan, such as sales - own_label or 20% of sales")
_NAMES_FIGURE = message("a formula that names a figure of the plan")


def looks_like_formula(raw: object) -> bool:
    """Whether a text is meant as a formula and not as a number: it has an operator, or begins with a letter."""
    if not isinstance(raw, str):
        return False
    text = _plain(raw)
    if reads_as_number(text):
        return False
    shared = _SHARE.fullmatch(text)
    # A sign before a name too, so that it is told what is missing.
    name = text.lstrip("+＋－- ")
    begins_with_name = name[:1].isalpha() or name[:1] == "_"
    return bool(begins_with_name or (shared and shared[2]) or _OPERATOR.search(text) or " of " in text)


def has_operator(text: str) -> bool:
    """Whether a text has a sign of formulas between spaces."""
    return bool(_OPERATOR.search(_plain(text)))


def _plain(raw: str) -> str:
    return raw.translate(_SPACES).strip()


def read_formula(raw: object) -> Formula:
    """A formula as a file writes it. Errors: an operator without an operand, a percentage of nothing, brackets."""
    if isinstance(raw, Formula):
        return raw
    if not isinstance(raw, str) or len(raw) > LONGEST_FORMULA:
        longest = message("a formula of at most {most} characters", most=LONGEST_FORMULA)
        raise refuse(raw, longest if isinstance(raw, str) else FORMULA_EXAMPLE)
    text = _plain(raw)
    first, *rest = _OPERATOR.split(text)
    pairs = [
        ("+", first),
        *((_OPERATORS[sign], part) for sign, part in zip(rest[::2], rest[1::2], strict=True)),
    ]
    if len(pairs) > MOST_OPERANDS:
        raise refuse(raw, message("a formula of at most {most} numbers and figures", most=MOST_OPERANDS))
    _refuse_shape(raw, [part for _, part in pairs])
    summands: list[Summand] = []
    for position, (sign, part) in enumerate(pairs):
        operand = _operand(text, pairs, position, part)
        if sign == "x":
            last = summands.pop()
            summands.append(Summand((*last.operands, operand), last.minus))
        else:
            summands.append(Summand((operand,), sign == "-"))
    formula = Formula(str(raw), tuple(summands))
    if not formula.paths():
        raise refuse(raw, _NAMES_FIGURE, message("work it out and write the number"))
    return formula


def _refuse_shape(raw: str, parts: Sequence[str]) -> None:
    """Errors: brackets, a division, and an operator with nothing beside it."""
    if any(map(_NOT_WRITTEN.search, parts)):
        expected = message("a formula of +, -, x and percentages, without brackets or division")
        mend = message("give the part in brackets a name of its own under `figures`")
        if "(" not in raw and "（" not in raw:
            mend = message("write a percentage of the figure, such as {example}", example="50% of sales")
        raise refuse(raw, expected, mend)
    if any(map(_DANGLING.fullmatch, parts)) or _SIGNED_NAME.match(raw.strip()):
        expected = message("a number or a figure on both sides of every +, - and x")
        raise refuse(raw, expected, message("add what is missing, or delete the sign"))


def _operand(text: str, pairs: Sequence[tuple[str, str]], position: int, part: str) -> Operand:
    share, of, path = part.partition(" of ")
    if of and (reads_as_number(share) or share[-1:] in "%％"):
        return Operand(path.strip(), read_multiple(share.strip()))
    if shared := _SHARE.fullmatch(part):
        raise refusal(_share_of_nothing(text, pairs, position, *shared.groups()))
    return Operand(number=read_number(part)) if reads_as_number(part) else Operand(part)


def _share_of_nothing(
    text: str, pairs: Sequence[tuple[str, str]], position: int, share: str, rest: str
) -> Fault:
    """The fault of `20% sales`, `20% x sales` or `sales - 20%`: of what is the percentage?"""
    expected = message("a percentage with what it is of, such as 20% of sales")
    signs = [sign for sign, _ in pairs]
    mend: str = message("write what it is a percentage of, such as {example}", example=f"{share} of sales")
    if rest:
        mend = only(text.replace(pairs[position][1], f"{share} of {rest}", 1))
    elif position == 0 and signs == ["+", "x"] and not _begins_with_number(pairs[1][1]):
        mend = only(f"{share} of {pairs[1][1]}")
    return Fault(quoted(text), expected, mend)


def _begins_with_number(text: str) -> bool:
    return reads_as_number(text) or bool(_SHARE.fullmatch(text))


def spaced_out(name: str, known: Collection[str]) -> Message | str:
    """The mend of `sales-own_label`: spaces around the operators, where all between them is known."""
    parts = [part.strip() for part in re.split(f"[{_SIGNS}]", name)]
    are_known = all(part in known or reads_as_number(part) for part in parts)
    signs = [_OPERATORS[sign] for sign in re.findall(f"[{_SIGNS}]", name)]
    if len(parts) < 2 or not are_known:
        return ""
    return only(parts[0] + "".join(f" {sign} {part}" for sign, part in zip(signs, parts[1:], strict=True)))
