"""Gives a command the options that it shares with others, and the session made of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from copy import copy
from dataclasses import MISSING, fields, is_dataclass
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Annotated, Any, get_args, get_type_hints

from ka_terms.cli.options import SharedOptions, either
from ka_terms.text.languages import LANGUAGES


def _parameters(options: type) -> list[Parameter]:
    """The options that are the fields of a class, in their order."""
    hints, parameters = get_type_hints(options, include_extras=True), []
    for field in fields(options):
        default = field.default if field.default_factory is MISSING else field.default_factory()
        parameter = Parameter(field.name, Parameter.KEYWORD_ONLY, annotation=hints[field.name])
        parameters.append(parameter if default is MISSING else parameter.replace(default=default))
    return parameters


_SHARED = _parameters(SharedOptions)
FOR_FILES = frozenset({"force", "lang", "catalogue_file"})
"""Shared options of a command that writes a file of its own form."""
FOR_PAGES = FOR_FILES | {"internal", "unit", "glossary"}
"""Those of one whose file holds the amounts of contracts in a form of its own."""
FOR_LISTS = FOR_FILES | {
    *("format", "output", "ascii", "bom", "glossary", "house", "chart", "parts", "columns", "without_notes"),
}
"""Those of one that answers with a report."""
FOR_AMOUNTS = FOR_LISTS | {"internal", "unit"}
"""Those of one whose report holds the amounts of contracts."""


def _is_group(annotation: Any) -> bool:
    return isinstance(annotation, type) and is_dataclass(annotation)


def _made(options: type, given: Mapping[str, Any]) -> Any:
    """A class of options with those that were given."""
    return options(**{field.name: given[field.name] for field in fields(options) if field.name in given})


def _without_labels(option: Parameter) -> Parameter:
    """An option of a command that shows no table: of its language all that is said of labels is left out."""
    if option.name != "lang":
        return option
    kind, info = get_args(option.annotation)
    plain = copy(info)
    plain.help = f"{either(LANGUAGES)}."
    return option.replace(annotation=Annotated[kind, plain])


def shared(names: Collection[str]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the shared options of these names.

    The command has a parameter `session`, which receives a session with the values of these options; help lists them
    in its place. An option that the command declares itself keeps its own place in help, and its value is in the
    session too. A parameter whose type is a dataclass stands for one option per field. Errors in the input are
    reported in the language of the session.
    """

    def with_options(function: Callable[..., None]) -> Callable[..., None]:
        """The command that typer sees: with a parameter for each option."""
        # The class of the session is loaded only when a command runs, so its name may mean anything here.
        own = get_type_hints(function, localns={"Session": object}, include_extras=True)
        groups: dict[str, type] = {name: kind for name, kind in own.items() if _is_group(kind)}
        parameters: list[Parameter] = []
        for parameter in signature(function).parameters.values():
            if parameter.name == "session":
                options = (option for option in _SHARED if option.name in {*names} - {*own})
                parameters += options if "format" in names else map(_without_labels, options)
            elif parameter.name in groups:
                parameters += _parameters(own[parameter.name])
            else:
                annotation = own[parameter.name]
                parameters.append(parameter.replace(annotation=annotation, kind=Parameter.KEYWORD_ONLY))

        @wraps(function)
        def command(**given: Any) -> None:
            """Run the function with a session and groups of options made of what was given."""
            from ka_terms.cli.errors import answering
            from ka_terms.cli.session import Session

            session = _made(Session, given)
            with answering(session.lang):
                grouped = {name: _made(kind, given) for name, kind in groups.items()}
                single = {name: given[name] for name in given.keys() & own.keys()}
                function(session=session, **grouped, **single)

        vars(command)["__signature__"] = Signature(parameters)
        command.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
        return command

    return with_options
