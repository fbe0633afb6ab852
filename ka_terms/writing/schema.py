"""JSON Schema of the scenario file, for editors: out of the models, with what only an editor needs added.

Draft 07, which yaml-language-server knows best. It guides and completes; what holds is decided by `ka-terms check`.

A file with `extends` may leave out anything, or take a key away with null. So every key is described once, with
nothing required, and what a file without `extends` has to have is laid over that.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

from ka_terms.model.contract.conditions import CONDITIONS
from ka_terms.model.contract.plan.estimate import CASES
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms.terms import SHAPES
from ka_terms.model.settings.catalogue import Catalogue, FeeType
from ka_terms.model.vocabulary.figures import BUILT_IN, LAST_YEAR, MEASURES
from ka_terms.presentation.words.languages import schema_texts
from ka_terms.reading.settings import read_catalogue

FILE_NAME = "ka-terms.schema.json"
MODELINE = f"# yaml-language-server: $schema={FILE_NAME}"
"""The first line of a scenario: its editor finds the schema in the file beside it."""

Schema = dict[str, Any]

_EXTENDS = (
    "Relative path of another scenario; this file holds what differs, null takes out what that one has."
)
_OWN = {
    "categories": "A part of the business under a name of your own.",
    "classes": "A class of stores under a name of your own. Its figures are `stores.NAME.opening` and so on.",
    "blocks": "Sales that this measure adds, an amount or a formula.",
    "events": "How many times a year. The figure is called `events.` and this name.",
    "figures": "A number of your own. `per`, `of` and `measure` know it by this name.",
    "facts": "Yes or no. `only_if` and `unless` know it by this name.",
    "free": "How many of this figure are free.",
    "for_every": "How many of this figure make one full lot.",
    "together": "Terms that share one minimum or maximum.",
    "promotions": "A promotion under a name of your own.",
    "terms": "A fee of your own: a rate, an amount or tiers.",
    "conditions": "An agreed point of your own.",
    "labels": "What it is called: a text, or one a language.",
}
"""What stands under a name of the user's own, by the key above it."""
_OWN_BY_MONTH = {
    "events": "The months of this event, such as [3, 9], or how often in each.",
    "figures": "This figure in each month.",
    "facts": "Yes or no for each month.",
    "categories": "The sales and the volume of this category by month.",
}
"""The same of what is listed by month."""
_EVENT_BY_QUARTER = "How often this event takes place in each quarter."

_MONEY = (*(path for path, figure in BUILT_IN.items() if figure.kind == "money"), f"{LAST_YEAR}sales")
_COUNTED = tuple(path for path, figure in BUILT_IN.items() if figure.kind in ("count", "number"))
_SUGGESTED = {"of": _MONEY, "measure": ("sales", *MEASURES, "net_sales", "volume"), "per": _COUNTED}
_ONE_SHAPE = f"Expected exactly one of {', '.join(SHAPES)} in a term."
_NULL = {"type": "null"}
_SHOWN = ("description", "errorMessage")
"""The keys under which a schema has what an editor shows."""


def schema_text(catalogue: Catalogue | None = None, language: str = "en") -> str:
    """The schema as a file, with what it says in a language."""
    return json.dumps(scenario_schema(catalogue, language), ensure_ascii=False, indent=2) + "\n"


def scenario_schema(catalogue: Catalogue | None = None, language: str = "en") -> Schema:
    """The schema; the fee types of `catalogue`, by default those that ship, are offered as terms."""
    schema: Schema = _told(_english_schema(catalogue, language), schema_texts(language))
    return schema


def _told(schema: Any, texts: Mapping[str, str]) -> Any:
    """The schema with what an editor shows out of `texts`."""
    if isinstance(schema, list):
        return [_told(inner, texts) for inner in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: texts.get(inner, inner) if key in _SHOWN and isinstance(inner, str) else _told(inner, texts)
        for key, inner in schema.items()
    }


def _english_schema(catalogue: Catalogue | None, language: str) -> Schema:
    """The schema in English, but for the fee types, which have names in every language."""
    fees = (catalogue or read_catalogue()).fees
    root: Schema = Scenario.model_json_schema(ref_template="#/definitions/{model}")
    models: Schema = root.pop("$defs")
    shapes = [_keys(models.pop(model.__name__)) for model in SHAPES.values()]
    parts = {name: _closed(_keys(model)) for name, model in models.items()}
    keys = _keys(root)
    keys["terms"] |= {
        "properties": {
            key: _ref("Term", _about(fee, language)) | {"title": fee.names.get(language, key)}
            for key, fee in fees.items()
        },
        "additionalProperties": _ref("Term", _OWN["terms"]),
    }
    keys["conditions"]["properties"] = _known_conditions(keys["conditions"]["additionalProperties"])
    parts["Plan"]["properties"]["last_year"]["anyOf"].insert(0, {"type": "string"})
    members = parts["Group"]["properties"]["terms"]
    parts["Group"]["properties"]["terms"] = _nullable(_suggesting(members, list(fees)))
    for name, key in product(("PlanMonths", "Periods"), _OWN_BY_MONTH):
        own = parts[name]["properties"][key]
        own["additionalProperties"] = {**own["additionalProperties"], "description": _OWN_BY_MONTH[key]}
    parts["Periods"]["properties"]["events"]["additionalProperties"]["description"] = _EVENT_BY_QUARTER
    parts["Tier"]["allOf"] = [*_exactly_one("from", "over"), *_exactly_one("rate", "amount")]
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "description": "A scenario of ka-terms: one version of one contract, its plan and its terms.",
        **_closed({"extends": {"type": "string", "description": _EXTENDS}, **keys}),
        "if": {"required": ["extends"]},
        "else": _standing_alone(root["required"]),
        "definitions": {
            **parts,
            "Term": _term(shapes, fees),
            "WholePlan": _whole_plan(models),
            "WholeTerm": _whole_term(),
        },
    }


def _ref(name: str, description: str) -> Schema:
    return {"description": description, "$ref": f"#/definitions/{name}"}


def _known_conditions(point: Schema) -> Schema:
    return {key: _nullable({**point, "description": about}) for key, about in CONDITIONS.items()}


def _about(fee: FeeType, language: str) -> str:
    """The names in all languages, and the note, which is English."""
    names = " · ".join(dict.fromkeys(fee.names.values()))
    return f"{names}. {fee.note}".strip() if language == "en" else names


def _closed(keys: Schema) -> Schema:
    return {"type": "object", "properties": keys, "additionalProperties": False}


def _keys(model: Schema) -> Schema:
    return {key: _nullable(_for_editors(key, schema)) for key, schema in model["properties"].items()}


def _for_editors(key: str, schema: Schema) -> Schema:
    """Without what editors would offer for nothing, made-up titles and defaults, and with what they should offer."""
    kept = {name: value for name, value in schema.items() if name not in ("title", "default")}
    if key in _OWN and "additionalProperties" in kept:
        kept["additionalProperties"] = {**kept["additionalProperties"], "description": _OWN[key]}
    return _suggesting(kept, _SUGGESTED[key]) if key in _SUGGESTED else kept


def _suggesting(schema: Schema, names: Sequence[str]) -> Schema:
    """Text, or a list of texts, that completes to `names` and takes others as well."""
    name = [{"enum": list(names)}, {"type": "string"}]
    takes_list = any("items" in choice for choice in schema.get("anyOf", ()))
    several = [{"type": "array", "items": {"anyOf": name}}] if takes_list else []
    return {"description": schema["description"], "anyOf": [*several, *name]}


def _nullable(schema: Schema) -> Schema:
    """The same or null, which in a file with `extends` removes the key."""
    choices = [choice for choice in schema.get("anyOf", ()) if choice != _NULL]
    described = {key: value for key, value in schema.items() if key not in ("anyOf", "$ref", "enum", "type")}
    if "$ref" in schema or "enum" in schema:
        choices = [{key: schema[key] for key in ("$ref", "type", "enum") if key in schema}]
    if len(choices) > 1 or (choices and {"$ref", "enum"} & {*choices[0]}):
        removal = {**_NULL, "description": "Takes out what the extended file has."}
        return {**described, "anyOf": [*choices, removal]}
    # One kind of value: said without alternatives, since editors report a miss among alternatives at length.
    plain = {**schema, **(choices[0] if choices else {})}
    kinds = plain["type"] if isinstance(plain["type"], list) else [plain["type"]]
    return {**{key: value for key, value in plain.items() if key != "anyOf"}, "type": [*kinds, "null"]}


def _term(shapes: Sequence[Schema], fees: Mapping[str, FeeType]) -> Schema:
    """The keys of all shapes in one mapping, so that each is offered, and which of them exclude each other."""
    keys = {key: schema for shape in shapes for key, schema in shape.items()}
    keys["less"] = _nullable(_suggesting(keys["less"], list(fees)))
    keys["of"] = _nullable(_suggesting(keys["of"], [*_MONEY, *fees]))
    rules = []
    for name, shape in zip(SHAPES, shapes, strict=True):
        others = [key for key in keys if key not in shape]
        apart = {key: _ONE_SHAPE if key in SHAPES else f"`{key}` does not go with `{name}`" for key in others}
        rules.append(_only_with(name, apart))
    return {**_closed(keys), "type": ["object", "null"], "allOf": rules}


def _given(key: str) -> Schema:
    return {"required": [key], "properties": {key: {"not": _NULL}}}


def _only_with(key: str, refused: Mapping[str, str]) -> Schema:
    """Where `key` has a value, those `refused` have none; each with what an editor says of it."""
    nothing = {
        other: {**_NULL, "errorMessage": message, "doNotSuggest": True} for other, message in refused.items()
    }
    return {"if": _given(key), "then": {"properties": nothing}}


def _exactly_one(*keys: str) -> list[Schema]:
    """One of `keys` has to be there, and no other of them beside it."""
    message = f"Expected exactly one of {' and '.join(keys)}."
    others = [_only_with(key, {other: message for other in keys if other != key}) for key in keys]
    return [{"anyOf": [{"required": [key], "errorMessage": message} for key in keys]}, *others]


def _standing_alone(required: Sequence[str]) -> Schema:
    terms = {"additionalProperties": {"$ref": "#/definitions/WholeTerm"}}
    return {"required": required, "properties": {"plan": {"$ref": "#/definitions/WholePlan"}, "terms": terms}}


def _whole_plan(models: Schema) -> Schema:
    """What a plan must have, last year's in place too."""
    estimate = {"required": list(CASES)}  # no rule for a number, which has no keys
    of_class = {"required": models["StoreClass"]["required"]}
    stores = {
        "if": {"required": ["classes"]},
        "else": {"required": models["Stores"]["required"]},
        "properties": {"new": estimate, "classes": {"additionalProperties": of_class}},
    }
    inner = {"last_year": {"$ref": "#/definitions/WholePlan"}, "sales": estimate, "stores": stores}
    return {
        "anyOf": [
            {"required": models["Plan"]["required"]},
            {"required": ["categories"]},
            {"required": ["months"]},
        ],
        "properties": inner,
    }


def _whole_term() -> Schema:
    """What a term must have."""
    mode = "Expected `mode: whole` (全额累进) or `mode: marginal` (超额累进)."
    return {
        "type": "object",
        "errorMessage": _ONE_SHAPE,
        "anyOf": [{"required": [shape], "errorMessage": _ONE_SHAPE} for shape in SHAPES],
        "if": _given("tiers"),
        "then": {"required": ["mode"], "errorMessage": mode},
    }
