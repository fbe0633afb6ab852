"""The commands side by side, each loaded only when it is the one asked for.

A new command is one file beside this one, holding a function `command`, and one line in `COMMANDS`.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from itertools import pairwise
from typing import Annotated, Any, NoReturn, cast

import typer
import typer.main
from typer._click.exceptions import (  # typer has no public names for these
    ClickException,
    MissingParameter,
    UsageError,
)
from typer.core import TyperCommand, TyperGroup, TyperOption

from ka_terms import __version__
from ka_terms.cli import READER_LEFT, discard_output
from ka_terms.cli.language import language_of
from ka_terms.text.messages import enumerated, message

COMMANDS = {
    "show": "Show all fees of one contract.",
    "compare": "Compare contracts: terms, fees and reasons for the difference.",
    "sweep": "Calculate fees for many combinations of input values.",
    "solve": "Find the input value that meets a rule or gives a break-even.",
    "ladder": "Show each tier: its threshold, the jump in fee and the dead zone.",
    "tornado": "Rank the inputs by their effect on a result (sensitivity).",
    "outlook": "Calculate expected fees when sales or openings are estimates.",
    "report": "Write a page with sliders that recalculates by itself.",
    "check": "Check files for errors and against house rules.",
    "approval": "Write the page on which a contract is approved: one A4, internal.",
    "brief": "Write the page for a meeting: positions, steps, no deal.",
    "offers": "Find offers that cost us the same and differ most.",
    "steps": "Price the steps that people say aloud at the table, and no deal.",
    "pnl": "Show the customer P&L: from gross sales to account contribution.",
    "rounds": "Show what moved in each round of a negotiation, and by whom.",
    "growth": "Split growth into stores and VPO, and say what a target needs.",
    "portfolio": "Sum up all accounts: what they cost, what moved, what is due.",
    "promo": "Check whether a promotion pays: fee share and uplift needed.",
    "vpo": "Compare the VPO of accounts; find VPOs that contradict their row.",
    "import": "Read a workbook back: what was edited, and what it costs.",
    "init": "Write a scenario template with comments.",
    "schema": "Print the JSON Schema of the file format, for editors.",
    "catalogue": "List the known fee types with all their names.",
    "help": "Print a page of the manual.",
}
"""In the order of the help. The line is the short description: it is shown without loading the command."""


class UserContext(typer.Context):
    """What typer knows while it reads the words typed, which are its object; it draws help in the user's language."""

    def make_formatter(self) -> Any:
        from ka_terms.cli.help.page import formatter

        return formatter(language_of(self.obj), self.terminal_width)


class LateGroup(TyperGroup):
    """Swaps a command's stand-in for the command itself once the words typed, or being completed, name it."""

    context_class = UserContext

    def main(self, args: Sequence[str] | None = None, *others: Any, **settings: Any) -> NoReturn:
        """Answer the words typed, and end the process; what cannot be read is told in the user's language."""
        typed = sys.argv[1:] if args is None else [*args]
        try:
            code = super().main(args, *others, **{**settings, "standalone_mode": False, "obj": typed})
        except ClickException as error:
            from ka_terms.cli.usage import tell

            tell(error, language_of(typed))
            code = error.exit_code
        sys.exit(code)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The words as typed, a --lang before the command put behind it."""
        args = [] if args == ["--"] else args  # either way no command is named
        return super().parse_args(ctx, _language_behind(args))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args[0] in COMMANDS:
            self.commands[args[0]] = _load(args[0])
        elif not ctx.resilient_parsing:
            from ka_terms.model.faults import none_of

            ctx.fail(none_of(args[0], COMMANDS).sentence())
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        return _explained(ctx, super().shell_complete(ctx, incomplete))

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


def _language_behind(args: list[str]) -> list[str]:
    """The words typed with a --lang before the command put behind it; without a command it says how to help."""
    taken = 1 if args[0:1] and args[0].startswith("--lang=") else 2 if args[0:1] == ["--lang"] else 0
    first, rest = args[:taken], args[taken:]
    if rest and rest[0] in COMMANDS:
        return [rest[0], *first, *rest[1:]]
    return rest if len(first) == taken else args


class LateCommand(TyperCommand):
    """A command that refuses surplus words in a message of this program's."""

    allow_extra_args = True
    context_class = UserContext

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        return _explained(ctx, super().shell_complete(ctx, incomplete))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The words that no argument takes: there may be none.

        Errors: `UsageError`, which knows its command; also for an option that is typed with an empty text, which is no
        way to leave it out.
        """
        try:
            if not ctx.resilient_parsing:
                self._refuse_empty(ctx, args)
            surplus = super().parse_args(ctx, args)
        except UsageError as error:
            error.ctx = error.ctx or ctx  # some leave it out
            raise
        if surplus and not ctx.resilient_parsing:
            from ka_terms.model.faults import Fault, quoted

            fix = message("remove it") if len(surplus) == 1 else message("remove them")
            ctx.fail(Fault(enumerated(map(quoted, surplus)), message("no further word"), fix).sentence())
        return surplus

    def _refuse_empty(self, ctx: Any, args: Sequence[str]) -> None:
        """Errors: `MissingParameter` for the option before an empty text; an empty argument is the first one's."""
        options = {
            name: param for param in self.params for name in param.opts if isinstance(param, TyperOption)
        }
        for before, word in pairwise(["", *args]):
            name = word.removesuffix("=") if word.startswith("--") and word.endswith("=") else before
            option = options.get(name)
            if word and name == before:
                continue
            if option and not option.is_flag:
                raise MissingParameter(ctx=ctx, param=option)
            if not word and (
                argument := next((one for one in self.params if one not in options.values()), None)
            ):
                raise MissingParameter(ctx=ctx, param=cast("TyperOption", argument))


def _explained(ctx: Any, items: list[Any]) -> list[Any]:
    """What the shell offers, explained in the user's language."""
    if (language := language_of(ctx.obj)) != "en":
        from ka_terms.cli.help.page import help_texts

        texts = help_texts(language)
        for item in items:
            item.help = texts.get(item.help, item.help)
    return items


def build() -> Any:
    """The callable program: takes `prog_name`, reads `sys.argv` and ends the process."""
    app = _bare_app(cls=LateGroup, add_completion=True)
    app.callback(no_args_is_help=True)(_about)
    for name, line in COMMANDS.items():
        app.command(name, short_help=line)(_stand_in)
    return typer.main.get_command(app)


@cache
def _load(name: str) -> Any:
    module = import_module(f"ka_terms.cli.commands.{name}")
    app = _bare_app(add_completion=False)
    app.command(name, cls=LateCommand, short_help=COMMANDS[name])(module.command)
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
