"""Commands whose help, and whose answer to wrong usage, speak the person's language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import click

from leadercli.locale.texts import Texts


class TranslatedCommand(click.Command):
    """A click command with translated help. Its callback gets the `Run` first, then its parameters by name."""

    def __init__(
        self,
        name: str,
        texts: Texts,
        callback: Callable[..., None],
        help: str,
        params: Sequence[click.Parameter] = (),
    ) -> None:
        super().__init__(
            name,
            callback=callback,
            help=help,
            params=[*params, help_option(texts)],
            add_help_option=False,
            options_metavar=texts.t("[OPTIONS]"),
            context_settings={"allow_extra_args": True},
        )
        self.texts = texts

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the words after the command. Raises UsageError."""
        rest = super().parse_args(ctx, [shielded(word) for word in args])
        if rest and not ctx.resilient_parsing:
            raise ExtraArguments([bared(word) for word in rest], ctx)
        return rest

    def invoke(self, ctx: click.Context) -> None:
        """Run the command."""
        assert self.callback
        self.callback(ctx.obj, **{name: bared(value) for name, value in ctx.params.items()})

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the command is called."""
        write_usage(self, ctx, formatter, self.texts)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what can be added to the command."""
        write_options(self, ctx, formatter, self.texts)


_SHIELD = "\0"


def shielded(word: str) -> str:
    """Keep a bullet or a number below zero ("- call HR", "-3") from being taken for an option."""
    return _SHIELD + word if word[:1] == "-" and (word[1:2].isspace() or word[1:2].isdigit()) else word


def bared(value: Any) -> Any:
    """Take away what `shielded` put on a word, in a parameter's value of any shape."""
    if isinstance(value, str):
        return value.replace(_SHIELD, "")
    return tuple(bared(one) for one in value) if isinstance(value, tuple) else value


def help_option(texts: Texts) -> click.Option:
    """Make the option that shows a command's help."""

    def show(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
        if asked and not ctx.resilient_parsing:
            ctx.obj.out.text(ctx.get_help())
            ctx.exit()

    return click.Option(
        ["-h", "--help"],
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=show,
        help=texts.t("Show this help."),
    )


def write_usage(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter, texts: Texts) -> None:
    """Write how a command is called."""
    formatter.write_usage(ctx.command_path, " ".join(command.collect_usage_pieces(ctx)), texts.t("Usage:") + " ")


def write_options(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter, texts: Texts) -> None:
    """Write the options of a command with their help."""
    options = (param for param in command.get_params(ctx) if isinstance(param, click.Option))
    records = [record for option in options if (record := option.get_help_record(ctx))]
    if records:
        with formatter.section(texts.t("Options")):
            formatter.write_dl(records)


class NoSuchCommand(click.UsageError):
    """A command that does not exist; `near` are those that look like it."""

    def __init__(self, typed: str, near: list[str], ctx: click.Context) -> None:
        super().__init__(typed, ctx)
        self.typed = typed
        self.near = near


class ExtraArguments(click.UsageError):
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
    if isinstance(error, ExtraArguments):
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
