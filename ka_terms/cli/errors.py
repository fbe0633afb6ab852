"""What goes wrong, told to the user in one place: messages, exit codes, and which option a fault belongs to."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

import typer
from typer._click.globals import get_current_context  # typer has no public name for it

from ka_terms.analysis.comparison import Incomparable
from ka_terms.calculation.readings.reading import Uncomputable
from ka_terms.model.faults import Fault, faults_of, in_a_row
from ka_terms.presentation.words import parse_languages, words
from ka_terms.reading.problems.problem import ReadError
from ka_terms.text.messages import message
from ka_terms.text.safe import visible, visible_lines

BAD_INPUT = 1
NOT_MET = 3
"""A guardrail or a house rule is crossed, or what was asked for cannot be attained."""


def say(text: str) -> None:
    """Print a text for the user on stderr, apart from the data; names from files act on no terminal."""
    print(visible_lines(text), file=sys.stderr)


@contextmanager
def answering(lang: str) -> Iterator[None]:
    """Turn what can go wrong with the input into a message in the user's language, and an exit code."""
    try:
        yield
    except ReadError as error:
        say(error.translated(_translator(lang)))
        raise typer.Exit(BAD_INPUT) from None
    except Incomparable as error:
        for fault in error.faults:
            say(visible(_translator(lang)(message("Error: {text}", text=fault.or_as_expected().sentence()))))
        raise typer.Exit(BAD_INPUT) from None
    except Uncomputable as error:
        say(visible(_translator(lang)(message("Error: {text}", text=error.args[0]))))
        raise typer.Exit(BAD_INPUT) from None


def _translator(lang: str) -> Callable[[str], str]:
    """What says a message in the first of the user's languages; in English where those are not known."""
    try:
        return words(parse_languages(lang)).translate
    except ValueError:
        return str


def refused(option: str, fault: Fault) -> typer.BadParameter:
    """The refusal of what stands under an option or argument, to be raised."""
    return typer.BadParameter(fault.or_as_expected().sentence(), param_hint=stated_as(option))


def stated_as(option: str) -> str:
    """What gave an option its value: the environment variable that did, or the option itself."""
    context = get_current_context(silent=True)
    params = context.command.params if context else ()
    param = next((param for param in params if option in param.opts), None)
    source = context.get_parameter_source(param.name or "") if context and param else None
    return str(param.envvar) if param and source and source.name == "ENVIRONMENT" else option


@contextmanager
def file_of(option: str) -> Iterator[None]:
    """Tell of a file that is not there which environment variable names it, where one does."""
    try:
        yield
    except ReadError as error:
        if (variable := stated_as(option)) == option:
            raise
        named = (
            problem if problem.line else problem._replace(file=f"{variable}: {problem.file}")
            for problem in error.problems
        )
        raise ReadError(*named) from None


def both(first: str, second: str) -> typer.BadParameter:
    """The refusal of two options that exclude each other."""
    found = message("{first} and {second}", first=first, second=second)
    return refused(first, Fault(found, message("only one of them"), message("remove one of them")))


@contextmanager
def blamed_on(option: str, **options: str) -> Iterator[None]:
    """Tell a `ValueError` as a wrong value of an option: of `options` that for the argument it is about, else `option`.

    The analysis notes the argument on it; see `about`. Contracts that cannot stand side by side are no wrong value.
    """
    try:
        yield
    except Incomparable:
        raise
    except ValueError as error:
        argument = next(iter(getattr(error, "__notes__", ())), "")
        hint = stated_as(options.get(argument, option))
        raise typer.BadParameter(reason(error), param_hint=hint) from None


def reason(error: ValueError) -> str:
    """What was found, what was expected and how to mend it, without what pydantic adds around it."""
    from pydantic import ValidationError

    if isinstance(error, ValidationError):
        details = error.errors(include_url=False)
        faults = ((detail, (detail.get("ctx") or {}).get("faults", ())) for detail in details)
        return in_a_row(*(_sentences(known) or detail["msg"] for detail, known in faults))
    return _sentences(faults_of(error)) or error.args[0]


def _sentences(faults: Iterable[Fault]) -> str:
    sentences = [fault.or_as_expected().sentence() for fault in faults]
    return in_a_row(*sentences) if sentences else ""
