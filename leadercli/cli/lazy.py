"""Groups that know their commands by name only, so that each command loads no other's code."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

import click

from leadercli.cli.spoken import help_option, write_options, write_usage
from leadercli.cli.wrong_usage import NoSuchCommand
from leadercli.errors import USAGE
from leadercli.locale.texts import Texts

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from leadercli.cli.run import Run


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a command stands: the function `make` of a module, called with the texts. `about` is a marked message."""

    module: str
    about: str
    make: str = "make"


class LazyGroup(click.Group):
    """A group whose commands are made, in one language, when they are called."""

    def __init__(
        self,
        name: str,
        texts: Texts,
        entries: Mapping[str, Entry],
        help: str,
        params: Sequence[click.Parameter] = (),
        alone: Callable[[Run], None] | None = None,
    ) -> None:
        super().__init__(
            name,
            help=help,
            params=[*params, help_option(texts)],
            add_help_option=False,
            no_args_is_help=False,
            invoke_without_command=True,
            callback=click.pass_context(self._without_command),
            options_metavar=texts.t("[OPTIONS]"),
            subcommand_metavar=texts.t("COMMAND …"),
        )
        self.texts = texts
        self.entries = entries
        self.alone = alone

    def _without_command(self, ctx: click.Context) -> None:
        """Do what the group does when no command is named: its own thing, or tell which commands there are."""
        if ctx.invoked_subcommand is not None:
            return
        if self.alone:
            self.alone(ctx.obj)
            return
        ctx.obj.out.note(ctx.get_help())
        ctx.exit(USAGE)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click calls it so
        """List the names, in the order of the help."""
        return list(self.entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load and make a command."""
        entry = self.entries.get(cmd_name)
        if entry is None:
            return None
        made = getattr(import_module(entry.module), entry.make)(self.texts)
        assert isinstance(made, click.Command)
        return made

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is called. Raises NoSuchCommand."""
        if args[0] not in self.entries and not ctx.resilient_parsing:
            from difflib import get_close_matches

            raise NoSuchCommand(args[0], get_close_matches(args[0], self.entries), ctx)
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Complete a command's name without loading the commands."""
        from click.shell_completion import CompletionItem

        names = [name for name in self.entries if name.startswith(incomplete)]
        found = [CompletionItem(name, help=self.texts.t(self.entries[name].about)) for name in names]
        return found + click.Command.shell_complete(self, ctx, incomplete)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the group is called."""
        write_usage(self, ctx, formatter, self.texts)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then one line for each command."""
        write_options(self, ctx, formatter, self.texts)
        with formatter.section(self.texts.t("Commands")):
            formatter.write_dl([(name, self.texts.t(entry.about)) for name, entry in self.entries.items()])
