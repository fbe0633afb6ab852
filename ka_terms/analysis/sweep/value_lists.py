"""How a list is split into values, though elsewhere commas, semicolons and points have other meanings."""

from __future__ import annotations

import re
from functools import partial

from ka_terms.analysis.inputs.input import Input
from ka_terms.model.faults import Fault, any_of, only, quoted, refusal
from ka_terms.model.names import Enclosed
from ka_terms.model.numbers.notations import Taken, folded_number, plainly_meant, taken_by
from ka_terms.model.numbers.units import UNIT_PATTERN
from ka_terms.text.messages import Message, message

MORE_DOTS = re.compile(r"\.{3,}|…+|。。+")
"""What some people type for the two dots of a range."""
_UNIT = rf" ?(?:{UNIT_PATTERN}|)%?"
_GROUPED = re.compile(rf"(?<![0-9.])[+-]?[1-9][0-9]{{0,2}}(?:,[0-9]{{3}})+(?![0-9])(?:\.[0-9]+)?{_UNIT}")
"""One number of several groups, or several numbers."""
_DIVIDED = re.compile(
    rf"(?<![0-9.])[+-]?(?:(?!0,)[0-9]+,[0-9]{{1,2}} ?(?:{UNIT_PATTERN})|[0-9]+,[0-9]{{1,2}} ?%|0,[0-9]{{3,}}{_UNIT})"
)
"""`4,5M`: one number with a comma for its point, or 4 and 5M. Only 0 needs no unit: `0,1M` are two."""
_OTHER_COMMAS = re.compile("[;、]")
"""What divides values elsewhere; a semicolon does where the comma is the point."""


def parts(text: str, input: Input, currency: str) -> list[str]:
    """The values of a list. Errors: `1,500`, which is one value or two; with a space behind the comma it is two."""
    plain = folded_number(text)
    expected = message("values with commas that cannot be read in two ways")
    if sign := _OTHER_COMMAS.search(plain):
        expected = message("commas between the values, not '{sign}'", sign=sign[0])
        raise refusal(Fault(quoted(text), expected, _with_commas(plain, input, currency)))
    for pattern, point in ((_GROUPED, ""), (_DIVIDED, ".")):
        if match := pattern.search(plain):
            mend = _which(plain, match, pattern, point, partial(_is_list, input, currency))
            raise refusal(Fault(quoted(text), expected, mend))
    return [Enclosed(part.strip()) for part in plain.split(",")]


def _is_list(input: Input, currency: str, text: str) -> bool:
    """Whether a text is a list of values of an input that can be split in one way only."""
    one_way = not (_GROUPED.search(text) or _DIVIDED.search(text))
    return one_way and taken_by(partial(input.read_all, currency=currency))(text.split(","))


def _with_commas(text: str, input: Input, currency: str) -> Message | str:
    """A list with other dividing signs, written with commas; commas inside of its values are dropped."""
    values = (plainly_meant(part) or part for part in map(str.strip, _OTHER_COMMAS.split(text)))
    listed = ", ".join(value.replace(",", "") for value in values)
    return only(listed) if _is_list(input, currency, listed) else ""


def _which(
    text: str, match: re.Match[str], pattern: re.Pattern[str], point: str, taken: Taken
) -> Message | str:
    """How to write what is meant; in a longer row of commas nobody knows where the number in doubt begins."""
    if text[: match.start()].endswith(",") or re.match(r",\S", text[match.end() :]):
        return message("put a space after each comma between values")

    def each_with(comma: str) -> str:
        return pattern.sub(lambda number: number[0].replace(",", comma), text)

    # With a percent sign, 1,125% may be 1.125% as well.
    points = dict.fromkeys((point, ".") if "%" in match[0] else (point,))
    wholes = [whole for whole in map(each_with, points) if taken(whole)]
    several = each_with(", ")
    if not taken(several):
        return any_of(wholes)
    if not wholes:
        return only(several)
    return message("write {whole} for one value, or {several} for several", whole=wholes[0], several=several)


def mend_of_range(text: str, taken: Taken) -> Message | str:
    """How to mend a range that lacks its step, or has three dots. Nothing is proposed that is not `taken`."""
    dotted = MORE_DOTS.sub("..", text)
    if dotted != text and taken(dotted):
        return only(dotted)
    if dotted.count("..") == 1 and taken(f"{dotted}/2"):
        ways = {"stepped": f"{dotted}..STEP", "divided": f"{dotted}/N"}
        return message("add the step or the number of values: {stepped} or {divided}", **ways)
    return ""
