"""The sliders of a page, and the data that its script reads."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING, Any

from ka_terms.model.numbers.units import SCALES
from ka_terms.presentation.numbers import forms
from ka_terms.presentation.page.markup import Languages
from ka_terms.presentation.page.operations import Operations
from ka_terms.presentation.wording.input_names import input_label, input_text
from ka_terms.presentation.words import Words
from ka_terms.text.safe import visible

if TYPE_CHECKING:
    from ka_terms.analysis.sliders import Movable, Slider


def controls(made: Movable, languages: Languages) -> str:
    """Every slider with its label, a field for exact values, and the contracts it moves in."""
    names = [statement.scenario.scenario for statement in made.statements]
    currency = made.statements[0].scenario.currency
    parts = [_control(at, slider, names, currency, languages) for at, slider in enumerate(made.sliders)]
    heading = languages.text(lambda words: words("page.move"))
    back = languages.text(lambda words: words("page.back"))
    return (
        f"<section class=controls aria-labelledby=move><h2 id=move>{heading}</h2>{''.join(parts)}"
        f"<p><button type=button id=back disabled>{back}</button></p></section>"
    )


def _control(at: int, slider: Slider, names: Sequence[str], currency: str, languages: Languages) -> str:
    label = languages.text(lambda words: input_label(slider.input, words))
    planned = [
        (name, input_text(input, input.value, currency))
        for name, input in zip(names, slider.inputs, strict=True)
        if input
    ]
    value = escape(planned[-1][1])
    scope = languages.text(lambda words: _scope(slider, names, planned, words))
    return (
        f'<div class=slider><label id="label-{at}" for="slide-{at}">{label}</label>'
        f'<input type=range id="slide-{at}" min=0 max={slider.axis.count - 1} step=1>'
        f'<input type=text id="field-{at}" inputmode=decimal autocomplete=off spellcheck=false value="{value}" '
        f'aria-labelledby="label-{at}" aria-describedby="fault-{at} plan-{at}">'
        f'<p class=fault id="fault-{at}" role=alert></p>'
        f'<p class=note id="plan-{at}">{scope}</p></div>'
    )


def _scope(slider: Slider, names: Sequence[str], planned: Sequence[tuple[str, str]], words: Words) -> str:
    """What it is in each plan, and where it moves nothing."""
    if len(names) == 1:
        return words.say("page.planned", value=planned[0][1])
    told = words.say("join.list").join(
        words.say("join.value", name=name, value=value) for name, value in planned
    )
    said = words.say("page.planned_each", values=told, count=len(planned))
    without = [name for name, input in zip(names, slider.inputs, strict=True) if not input]
    return f"{said} {words.say('page.not_in', names=words.listed(without))}" if without else said


def page_data(
    made: Movable, operations: Operations, languages: Languages, digits: int, titles: Mapping[str, str]
) -> str:
    """What the script reads, as JSON that no text can end; `digits` are the decimals of the currency."""
    style = languages.voices[0].look.style
    data = {
        "operations": operations.entries,
        "sliders": [_slider(slider) for slider in made.sliders],
        "forms": forms(style.unit),
        "digits": digits,
        "no_change": style.no_change,
        "units": {sign: power for sign, power in SCALES.items() if sign},
        "languages": [voice.language for voice in languages.voices],
        "words": {
            voice.language: {
                "na": voice.look.style.na,
                "points": voice.look.style.points,
                "range": voice.words("page.range"),
                "title": visible(titles[voice.language]),
            }
            for voice in languages.voices
        },
    }
    written = json.dumps(data, separators=(",", ":"))
    return written.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _slider(slider: Slider) -> dict[str, Any]:
    axis = slider.axis
    # Whole numbers over a power of ten that is none below one.
    scale = max(axis.scale, 0)
    whole = 10 ** (scale - axis.scale)
    plans: list[Decimal | None] = [input and input.value for input in slider.inputs]
    return {
        "name": slider.name,
        "kind": slider.input.kind,
        "growth": slider.input.is_growth,
        "decimals": slider.decimals,
        "finest": slider.finest,
        "scale": scale,
        **{key: str(getattr(axis, key) * whole) for key in ("first", "last", "step")},
        "count": axis.count,
        "plans": [None if value is None else f"{value:f}" for value in plans],
    }
