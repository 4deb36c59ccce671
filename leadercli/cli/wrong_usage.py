"""Say in the person's language what was wrong with a command line that click refused."""

from __future__ import annotations

import click

from leadercli.locale.texts import Texts


class NoSuchCommand(click.UsageError):
    """A command that does not exist; `near` are those that look like it."""

    def __init__(self, typed: str, near: list[str], ctx: click.Context) -> None:
        super().__init__(typed, ctx)
        self.typed = typed
        self.near = near


class TooMuch(click.UsageError):
    """Words that the command has no place for."""

    def __init__(self, words: list[str], ctx: click.Context) -> None:
        super().__init__(" ".join(words), ctx)
        self.words = words


def usage_sentence(error: click.UsageError, texts: Texts) -> str:
    """Say what is wrong, and where the help is."""
    help_ = f"{error.ctx.command_path if error.ctx else 'leadercli'} --help"
    return f"{_what(error, texts)} {texts.t('See: {command}', command=help_)}"


def _what(error: click.UsageError, texts: Texts) -> str:
    if isinstance(error, NoSuchCommand):
        if error.near:
            return texts.t(
                "There is no command “{name}”. Did you mean {near}?", name=error.typed, near=", ".join(error.near)
            )
        return texts.t("There is no command “{name}”.", name=error.typed)
    if isinstance(error, TooMuch):
        return texts.t("This is too much: {words}.", words=" ".join(error.words))
    if isinstance(error, click.MissingParameter) and error.param:
        is_option = isinstance(error.param, click.Option)
        name = error.param.opts[0] if is_option else error.param.human_readable_name
        return texts.t("{name} is missing.", name=name)
    if isinstance(error, click.NoSuchOption):
        return texts.t("There is no option {name}. Put -- before words that begin with a dash.", name=error.option_name)
    if isinstance(error, click.BadOptionUsage):
        return texts.t("The option {name} needs a value, or takes none.", name=error.option_name)
    if isinstance(error, click.BadParameter) and error.param and isinstance(error.param.type, click.Choice):
        choices = ", ".join(str(choice) for choice in error.param.type.choices)
        name = error.param.opts[0]
        return texts.t("{name} is one of: {choices}.", name=name, choices=choices)
    return texts.t("This cannot be understood: {reason}", reason=error.format_message())


def _parameter(error: click.MissingParameter) -> str:
    """Name a parameter as the help does: an option by its name, an argument by its word in capitals."""
    if isinstance(error.param, click.Option):
        return error.param.opts[0]
    return error.param.make_metavar(error.ctx or click.Context(click.Command(None))) if error.param else "?"
