"""Gives a command the options that it shares with others, and the session made of them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from copy import copy
from dataclasses import fields
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Annotated, Any, get_args, get_type_hints

from ka_terms.cli.options import SharedOptions

_HINTS = get_type_hints(SharedOptions, include_extras=True)
_SHARED = [
    Parameter(field.name, Parameter.KEYWORD_ONLY, default=field.default, annotation=_HINTS[field.name])
    for field in fields(SharedOptions)
]
FOR_FILES = frozenset({"force", "lang", "catalogue_file"})
"""Shared options of a command that writes a file of its own form."""
FOR_LISTS = FOR_FILES | {"format", "output", "ascii", "bom", "glossary"}
"""Those of one that answers with a report."""
FOR_AMOUNTS = FOR_LISTS | {"internal", "unit"}
"""Those of one whose report holds the amounts of contracts."""


def _without_labels(option: Parameter) -> Parameter:
    """An option of a command that shows no table: of its language all that is said of labels is left out."""
    if option.name != "lang":
        return option
    kind, info = get_args(option.annotation)
    plain = copy(info)
    plain.help = "en, zh-Hant or zh-Hans."
    return option.replace(annotation=Annotated[kind, plain])


def shared(names: Collection[str]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the shared options of these names.

    They stand where the command has its parameter `session`, which it receives made of them; what goes wrong with the
    input is told in the language of that. An option that the command declares itself stays in its own place, and the
    session has it all the same.
    """

    def with_options(function: Callable[..., None]) -> Callable[..., None]:
        # The class of the session is loaded only when a command runs, so its name may mean anything here.
        own = get_type_hints(function, localns={"Session": object}, include_extras=True)
        parameters: list[Parameter] = []
        for parameter in signature(function).parameters.values():
            if parameter.name == "session":
                options = (option for option in _SHARED if option.name in {*names} - {*own})
                parameters += options if "format" in names else map(_without_labels, options)
            else:
                annotation = own[parameter.name]
                parameters.append(parameter.replace(annotation=annotation, kind=Parameter.KEYWORD_ONLY))

        @wraps(function)
        def command(**given: Any) -> None:
            from ka_terms.cli.errors import answering
            from ka_terms.cli.session import Session

            options = {option.name: given[option.name] for option in _SHARED if option.name in given}
            session = Session(**options)
            with answering(session.lang):
                function(session=session, **{name: given[name] for name in given.keys() & own.keys()})

        vars(command)["__signature__"] = Signature(parameters)
        command.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
        return command

    return with_options
