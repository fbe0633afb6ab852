"""The JSON Schema: all of the format is in it, described; `test_language_server` shows what an editor makes of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from ka_terms.model.contract.conditions import CONDITIONS
from ka_terms.model.contract.plan.plan import Plan, Skus
from ka_terms.model.contract.plan.stores import StoreClass, Stores
from ka_terms.model.contract.private import Limits, Private
from ka_terms.model.contract.scenario import Scenario
from ka_terms.model.contract.terms.terms import AmountTerm, RateTerm
from ka_terms.model.contract.terms.tiers import Tier, TieredTerm
from ka_terms.model.vocabulary.figures import BUILT_IN, MEASURES
from ka_terms.presentation.words import words
from ka_terms.presentation.words.languages import schema_texts
from ka_terms.reading.settings import read_catalogue
from ka_terms.writing.schema import Schema, scenario_schema
from tests.cli.running import run

SCHEMA = scenario_schema()
PARTS: Schema = SCHEMA["definitions"]
MODELS: dict[str, tuple[type[BaseModel], ...]] = {
    "Plan": (Plan,),
    "Stores": (Stores,),
    "StoreClass": (StoreClass,),
    "Skus": (Skus,),
    "Private": (Private,),
    "Limits": (Limits,),
    "Tier": (Tier,),
    "Term": (RateTerm, AmountTerm, TieredTerm),
}


def keys_of(*models: type[BaseModel]) -> set[str]:
    return {field.alias or name for model in models for name, field in model.model_fields.items()}


def described() -> Iterator[tuple[str, Schema]]:
    """Every entry a user can write, by its path; the rules laid over them say no more than what is required."""
    for part, schema in {"": SCHEMA, **{name: PARTS[name] for name in MODELS}}.items():
        for key, entry in schema["properties"].items():
            yield f"{part}.{key}", entry
            yield from (
                (f"{part}.{key}.{inner}", known) for inner, known in entry.get("properties", {}).items()
            )
            if isinstance(entry.get("additionalProperties"), dict):
                yield f"{part}.{key}.*", entry["additionalProperties"]


def inside(schema: object) -> Iterator[Schema]:
    if isinstance(schema, dict):
        yield schema
        for inner in schema.values():
            yield from inside(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from inside(inner)


@pytest.mark.parametrize(("path", "entry"), [pytest.param(*pair, id=pair[0]) for pair in described()])
def test_every_field_is_described(path: str, entry: Schema) -> None:
    assert len(entry.get("description", "")) > 10


def test_it_has_every_key_of_the_models_and_no_other() -> None:
    assert {*SCHEMA["properties"]} == {"extends", *keys_of(Scenario)}
    assert {name: {*PARTS[name]["properties"]} for name in MODELS} == {
        name: keys_of(*models) for name, models in MODELS.items()
    }
    for schema in (SCHEMA, *(PARTS[name] for name in MODELS)):
        assert schema["additionalProperties"] is False


def test_every_reference_leads_somewhere() -> None:
    targets = {schema["$ref"] for schema in inside(SCHEMA) if "$ref" in schema}
    assert targets == {f"#/definitions/{name}" for name in PARTS}


def test_nothing_is_offered_as_a_value_for_nothing() -> None:
    assert not [schema for schema in inside(PARTS) if "default" in schema and "type" in schema]


def test_the_known_fees_are_offered_under_their_names() -> None:
    fees = read_catalogue().fees
    terms = SCHEMA["properties"]["terms"]["properties"]
    assert {*terms} == {*fees}
    assert terms["listing_fee"]["title"] == "Listing fee"
    assert "新品上架費" in terms["listing_fee"]["description"]
    assert "新品上架费" in terms["listing_fee"]["description"]


@pytest.mark.parametrize("key", ["of", "measure", "per", "less"])
def test_suggested_names_are_known_names(key: str) -> None:
    fees = {*read_catalogue().fees}
    figures = {*BUILT_IN, *MEASURES, "last_year.sales"}
    known = {"less": fees, "of": figures | fees}.get(key, figures)
    suggested = [
        name for schema in inside(PARTS["Term"]["properties"][key]) for name in schema.get("enum", ())
    ]
    assert suggested
    assert {*suggested} <= known
    assert {"type": "string"} in inside(PARTS["Term"]["properties"][key])  # a user's own is taken as well


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans"])
def test_the_conditions_offered_have_a_label(language: str) -> None:
    assert {*SCHEMA["properties"]["conditions"]["properties"]} == {*CONDITIONS}
    for key in CONDITIONS:
        assert key in words((language,)).texts[0]


def test_it_is_printed() -> None:
    printed = run("schema")
    assert printed.code == 0
    assert json.loads(printed.out) == json.loads(json.dumps(SCHEMA))
    assert printed.err == ""


def test_fees_of_the_users_own_are_offered_too(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("fees:\n  gondola_tax:\n    names: {zh-Hans: 端架税}\n    note: Ours.\n", encoding="utf-8")
    offered: dict[str, Any] = json.loads(run("schema", "--catalogue", own).out)["properties"]["terms"][
        "properties"
    ]
    assert offered["gondola_tax"]["title"] == "gondola_tax"
    assert offered["gondola_tax"]["description"] == "端架税. Ours."


def test_it_is_written_and_never_over_another_file(tmp_path: Path) -> None:
    file = tmp_path / "ka-terms.schema.json"
    assert run("schema", "--output", file).err == f"saved: {file}\n"
    assert json.loads(file.read_text(encoding="utf-8"))["properties"]
    file.write_text("mine", encoding="utf-8")
    refused = run("schema", "--output", file)
    assert (refused.code, file.read_text(encoding="utf-8")) == (1, "mine")
    assert "--force" in refused.err
    assert run("schema", "--output", file, "--force").code == 0
    assert file.read_text(encoding="utf-8") != "mine"


@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans"])
def test_everything_it_says_is_in_the_language_of_the_user(language: str) -> None:
    """Not one text is left in English, and no translation is of a text that is no longer there."""
    done = run("schema", "--lang", language)
    assert (done.code, done.err) == (0, "")
    told = [*_said(json.loads(done.out))]
    names = {" · ".join(dict.fromkeys(fee.names.values())) for fee in read_catalogue().fees.values()}
    assert [text for text in told if text not in names and not re.search("[\u4e00-\u9fff]", text)] == []
    assert {*schema_texts(language)} <= {*_said(SCHEMA)}
    assert {*schema_texts(language).values()} <= {*told}
    assert json.loads(run("schema", "--lang", "en").out) == SCHEMA


def _said(schema: Schema) -> Iterator[str]:
    for entry in inside(schema):
        yield from (entry[key] for key in ("description", "errorMessage") if isinstance(entry.get(key), str))
