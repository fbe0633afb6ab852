"""What was read or computed once cannot be changed afterwards."""

from __future__ import annotations

import dataclasses
import inspect
import pkgutil
from importlib import import_module
from types import ModuleType

import pytest
from pydantic import BaseModel

import ka_terms.analysis
import ka_terms.calculation
import ka_terms.model


def classes(package: ModuleType) -> list[type]:
    modules = [
        import_module(found.name) for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    ]
    made = [kind for module in modules for _, kind in inspect.getmembers(module, inspect.isclass)]
    return sorted({kind for kind in made if kind.__module__.startswith(package.__name__)}, key=str)


@pytest.mark.parametrize("package", [ka_terms.model, ka_terms.calculation, ka_terms.analysis])
def test_every_value_of_the_core_is_frozen(package: ModuleType) -> None:
    found = classes(package)
    assert found
    for kind in found:
        if dataclasses.is_dataclass(kind):
            assert vars(kind)["__dataclass_params__"].frozen, kind
        elif issubclass(kind, BaseModel) and "root" not in kind.model_fields:
            assert kind.model_config.get("frozen"), kind
