"""A command line that cannot be read: what is wrong with it, in the user's language and the form of all messages."""

from __future__ import annotations

from typing import Any

from typer._click.exceptions import (  # typer has no public names for them
    BadOptionUsage,
    BadParameter,
    ClickException,
    MissingParameter,
    NoArgsIsHelpError,
    NoSuchOption,
    UsageError,
)

from ka_terms.cli.errors import say
from ka_terms.model.faults import Fault, nearest, quoted
from ka_terms.presentation.words.languages import message_templates
from ka_terms.text.messages import Message, message, translated
from ka_terms.text.safe import visible


def tell(error: ClickException, language: str) -> None:
    """Print how the command is used, where its help is, and what is wrong; without any words, the help itself."""
    if isinstance(error, NoArgsIsHelpError):
        say(error.message)
        return
    templates = message_templates(language)
    if isinstance(error, UsageError) and error.ctx:
        say(error.ctx.get_usage())
        say(translated(message("Try '{command}' for help.", command=_help(error.ctx)), templates))
        say("")
    say(visible(translated(message("Error: {text}", text=_text(error)), templates)))


def _text(error: ClickException) -> str:
    """What is wrong, behind the name of the option or argument that it belongs to."""
    match error:
        case MissingParameter(ctx=context, param=param) if context and param:
            return _named(_name(param), _missing(context, param).sentence())
        case BadParameter(param_hint=str(hint)):
            return _named(hint, error.message)
        case BadParameter(param=param) if param:
            return _named(_name(param), error.message)
        case BadOptionUsage(ctx=context, option_name=option) if context:
            return _named(option, _misused(context, option).sentence())
        case NoSuchOption(ctx=context) if context:
            return _unknown(context, error.option_name).sentence()
    return error.message


def _named(name: str, text: str) -> Message:
    return message("{option}: {text}", option=name, text=text)


def _name(param: Any) -> str:
    """The long name of an option; for an argument what the help calls it."""
    return str(max(param.opts, key=len) if param.param_type_name == "option" else param.metavar)


def _missing(context: Any, param: Any) -> Fault:
    argument = param.param_type_name == "argument"
    example = f"{context.command_path if argument else _name(param)} {param.metavar}"
    return Fault(quoted(None), message("a value"), message("write `{line}`", line=example))


def _misused(context: Any, option: str) -> Fault:
    """The fault of an option without its value, or of a switch with one."""
    param = next(param for param in context.command.params if option in param.opts)
    found, expected = quoted(None), message("a value")
    if param.is_flag:
        found, expected = expected, message("no value")
    example = option if param.is_flag else f"{option} {param.metavar or param.name.upper()}"
    return Fault(found, expected, message("write `{line}`", line=example))


_NEVER_PROPOSED = frozenset({"--internal"})
"""Options that nobody may come to by a slip: they show what is private."""


def _unknown(context: Any, option: str) -> Fault:
    params = context.command.get_params(context)
    options = [name for param in params for name in param.opts if name not in _NEVER_PROPOSED]
    # The dashes are no letters that a slip could leave out: `--from` is no slip of `--bom`.
    long = [name[2:] for name in options if name.startswith("--")]
    near = nearest(option[2:], long, "--") if option.startswith("--") else nearest(option, options)
    fix = near or message("see `{command}`", command=_help(context))
    return Fault(quoted(option), message("an option of {command}", command=context.command_path), fix)


def _help(context: Any) -> str:
    return f"{context.command_path} {context.help_option_names[0]}"
