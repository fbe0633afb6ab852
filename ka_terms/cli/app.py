"""The commands side by side, each loaded only when it is the one asked for.

A new command is one file beside this one, holding a function `command`, and one line in `COMMANDS`.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Annotated, Any

import typer
import typer.main
from typer.core import TyperGroup

from ka_terms import __version__
from ka_terms.cli import READER_LEFT, discard_output

COMMANDS = {
    "show": "Show all fees of one contract.",
    "compare": "Compare contracts: terms, fees and reasons for the difference.",
    "sweep": "Calculate fees for many combinations of input values.",
    "solve": "Find the input value that meets a rule or gives a break-even.",
    "ladder": "Show each tier: its threshold, the jump in fee and the dead zone.",
    "tornado": "Rank the inputs by their effect on a result (sensitivity).",
    "outlook": "Calculate expected fees when sales or openings are estimates.",
    "check": "Check files for errors and against house rules.",
    "init": "Write a scenario template with comments.",
    "schema": "Print the JSON Schema of the file format, for editors.",
    "catalogue": "List the known fee types with their names and aliases.",
    "help": "Print a page of the manual.",
}
"""In the order of the help. The line is the short description: it is shown without loading the command."""


class LateGroup(TyperGroup):
    """Swaps a command's stand-in for the command itself once the words typed, or being completed, name it."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args[0] in COMMANDS:
            self.commands[args[0]] = _load(args[0])
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        """Writes out what is still buffered while the outcome can still be reported."""
        try:
            try:
                return super().invoke(ctx)
            finally:
                sys.stdout.flush()
        except BrokenPipeError:
            discard_output()
            # typer would end with 1, which says bad input here.
            raise typer.Exit(READER_LEFT) from None


def build() -> Any:
    """The callable program: takes `prog_name`, reads `sys.argv` and ends the process."""
    app = _bare_app(cls=LateGroup, add_completion=True)
    app.callback(no_args_is_help=True)(_about)
    for name, line in COMMANDS.items():
        app.command(name, short_help=line)(_stand_in)
    return typer.main.get_command(app)


def _load(name: str) -> Any:
    module = import_module(f"ka_terms.cli.commands.{name}")
    app = _bare_app(add_completion=False)
    app.command(name, short_help=COMMANDS[name])(module.command)
    return typer.main.get_command(app)


def _bare_app(**settings: Any) -> typer.Typer:
    """Help is drawn without rich, which would cost more than all the rest of `--help`."""
    return typer.Typer(
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"]},
        **settings,
    )


def _stand_in() -> None:
    """Holds a command's place in the help."""


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"ka-terms {__version__}")
        raise typer.Exit


def _about(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit."),
    ] = False,
) -> None:
    """Calculate the fees of a retail contract and compare contracts.

    \b
    Example: ka-terms compare scenarios/2002.yaml scenarios/2003-proposal.yaml
    """
