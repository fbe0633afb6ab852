"""The files a house keeps besides its scenarios: fee catalogues, glossaries and policies."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ValidationError

from ka_terms.files.nodes import read_tree
from ka_terms.files.places import doubtful_points
from ka_terms.files.problems import Problem, ReadError, in_file_order
from ka_terms.files.source import read_source
from ka_terms.model.catalogue import Catalogue, FeeType
from ka_terms.model.faults import Fault, nearest
from ka_terms.model.meant import doubtful_in

# Models of files that few runs read are imported by the function that reads them.
if TYPE_CHECKING:
    from ka_terms.model.glossary import Label
    from ka_terms.model.policy import Policy

DATA = Path(__file__).parent / "data"
M = TypeVar("M", bound=BaseModel)


def read_as(model: type[M], path: Path | str, name: str = "", amounts: tuple[str, ...] = ()) -> M:
    """A file as the model it should be, with amounts under some keys. Errors: `ReadError` with every problem."""
    root, problems = read_tree(read_source(Path(path), name or str(path)))
    content = root.plain()
    problems += doubtful_points(root, doubtful_in(content, amounts))
    try:
        value = model.model_validate(content)
    except ValidationError as error:
        from ka_terms.files.diagnosis import problems_of  # only a mistake needs it

        raise ReadError(*in_file_order([*problems, *problems_of(error, root, model)])) from None
    if problems:
        raise ReadError(*in_file_order(problems))
    return value


def read_catalogue(path: Path | str | None = None) -> Catalogue:
    """The fee types that ship with the program, with those of the file at `path` added or replaced."""
    if path is None:
        return _shipped_catalogue()
    from ka_terms.model.catalogue_file import CatalogueFile

    return _shipped_catalogue().extended(read_as(CatalogueFile, path).catalogue())


def _shipped_catalogue() -> Catalogue:
    """The shipped file, taken as it stands: a test holds it against the model, which would cost every start a while."""
    root, _ = read_tree(read_source(DATA / "catalogue.yaml", "catalogue.yaml"))
    content = root.plain()
    fees = {
        key: FeeType(
            key,
            fee["names"],
            fee["category"],
            fee["conditional"] == "true",
            tuple(fee.get("aliases", ())),
            fee["note"],
        )
        for key, fee in content["fees"].items()
    }
    return Catalogue(fees, content["categories"])


def read_glossary(path: Path | str | None) -> dict[str, Label]:
    """The user's own labels; none without a file."""
    if path is None:
        return {}
    from ka_terms.model.glossary import Glossary

    return read_as(Glossary, path).root


def policy_names() -> list[str]:
    """The policies that ship with the program, by the name they can be asked for."""
    return sorted(path.stem for path in (DATA / "policies").glob("*.yaml"))


def read_policy(name: str, canonical: Callable[[str], str] = str) -> Policy:
    """House rules from a file, or one of the shipped policies by its name, under the keys of the catalogue."""
    from ka_terms.model.policy import Policy

    path = Path(name)
    shipped = DATA / "policies" / f"{name}.yaml"
    if path.suffix or os.path.lexists(path):
        return _under_known_keys(read_as(Policy, path, amounts=("ceilings",)), canonical)
    if name in policy_names():
        return _under_known_keys(read_as(Policy, shipped, name), canonical)
    expected = f"a policy file, or one of: {', '.join(policy_names())}"
    raise ReadError(Problem(name, Fault("no such file or policy", expected, nearest(name, policy_names()))))


def _under_known_keys(policy: Policy, canonical: Callable[[str], str]) -> Policy:
    return policy.model_copy(
        update={
            "ceilings": {canonical(key): ceiling for key, ceiling in policy.ceilings.items()},
            "required": tuple(map(canonical, policy.required)),
            "review": {canonical(key): entry for key, entry in policy.review.items()},
        }
    )
