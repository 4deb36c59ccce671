"""The command line's front door: its commands by name, each loaded when it is called, and its options."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

import click

from leadercli.cli.command import NoSuchCommand, help_option, write_options, write_usage
from leadercli.cli.context import Context
from leadercli.errors import USAGE
from leadercli.locale import N_
from leadercli.locale.texts import LANGUAGES, Texts

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


NAME = "leadercli"


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a command stands: the function `make` of a module, called with the texts. `about` is a marked message."""

    module: str
    about: str
    make: str = "make"


COMMANDS: Mapping[str, Entry] = {
    "today": Entry("leadercli.cli.commands.today", N_("What waits today: agreements, conversations, the scale")),
    "next": Entry("leadercli.cli.commands.next", N_("All open agreements, by deadline")),
    "people": Entry("leadercli.cli.commands.people", N_("Everyone you talk with"), "make_people"),
    "person": Entry("leadercli.cli.commands.person", N_("Add, show, edit, pause or archive a person")),
    "note": Entry("leadercli.cli.commands.notes", N_("Write in today's note about a person"), "make_note"),
    "inbox": Entry(
        "leadercli.cli.commands.notes", N_("Remember something to raise with a person next time"), "make_inbox"
    ),
    "add": Entry("leadercli.cli.commands.add", N_("Add an agreement in one line: @name what >owner when")),
    "done": Entry("leadercli.cli.commands.agreements", N_("An agreement is done"), "make_done"),
    "drop": Entry("leadercli.cli.commands.agreements", N_("An agreement is no longer to be done"), "make_drop"),
    "move": Entry("leadercli.cli.commands.agreements", N_("Give an agreement another deadline"), "make_move"),
    "reopen": Entry(
        "leadercli.cli.commands.agreements", N_("Take up a done or dropped agreement again"), "make_reopen"
    ),
    "undo": Entry(
        "leadercli.cli.commands.history.undo", N_("Take back the latest change, or a certain one"), "make_undo"
    ),
    "redo": Entry("leadercli.cli.commands.history.undo", N_("Make the undone change again"), "make_redo"),
    "bin": Entry("leadercli.cli.commands.history.bin", N_("What was put in the bin, and taking it back")),
    "history": Entry(
        "leadercli.cli.commands.history.history", N_("What became of a record in the last 30 days, and going back")
    ),
    "scale": Entry("leadercli.cli.commands.scale.show", N_("Your own loads and resources, week by week")),
    "search": Entry("leadercli.cli.commands.search", N_("Search everything")),
    "export": Entry(
        "leadercli.cli.commands.admin.exchange",
        N_("Print the journal, or all about one person, as JSON or Markdown"),
        "make_export",
    ),
    "import": Entry("leadercli.cli.commands.admin.exchange", N_("Read notes from other programs"), "make_import"),
    "merge": Entry("leadercli.cli.commands.admin.exchange", N_("Take in other copies of the journal"), "make_merge"),
    "check": Entry("leadercli.cli.commands.admin.check", N_("Whether all is well with the journal, and mending it")),
    "backups": Entry(
        "leadercli.cli.commands.admin.backups", N_("The copies of the journal that this machine keeps"), "make_backups"
    ),
    "restore": Entry(
        "leadercli.cli.commands.admin.backups", N_("Make the journal what it was in a backup"), "make_restore"
    ),
    "where": Entry(
        "leadercli.cli.commands.admin.program", N_("Where the journal, the settings and the rest lie"), "make_where"
    ),
    "keys": Entry("leadercli.cli.commands.admin.program", N_("The keys of the app"), "make_keys"),
    "demo": Entry(
        "leadercli.cli.commands.admin.program",
        N_("Look around in a sample journal that touches nothing of yours"),
        "make_demo",
    ),
}


def root(texts: Texts) -> LazyGroup:
    """Make the whole command line in one language."""
    return LazyGroup(
        NAME,
        texts,
        COMMANDS,
        texts.t(
            "A private journal of your own leadership: 1:1 conversations, agreements, and your own balance. "
            "Without a command it opens the app on Today."
        ),
        params=[
            click.Option(
                ["--journal"],
                metavar=texts.t("FILE"),
                expose_value=False,
                help=texts.t("Use this journal."),
            ),
            click.Option(
                ["--lang"],
                type=click.Choice(LANGUAGES),
                expose_value=False,
                help=texts.t("Speak Danish or English."),
            ),
            click.Option(
                ["--version"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_version,
                help=texts.t("Show the version."),
            ),
        ],
        alone=_open_app,
    )


def _open_app(run: Context) -> None:
    raise click.exceptions.Exit(run.open_app(run.session, ""))


def _version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if not asked or ctx.resilient_parsing:
        return
    from importlib.metadata import PackageNotFoundError, version

    try:
        ctx.obj.out.text(f"{NAME} {version(NAME)}")
    except PackageNotFoundError:
        ctx.obj.out.text(f"{NAME} {ctx.obj.texts.t('(not installed)')}")
    ctx.exit()


class LazyGroup(click.Group):
    """A group whose commands are made, in one language, when they are called."""

    def __init__(
        self,
        name: str,
        texts: Texts,
        entries: Mapping[str, Entry],
        help: str,
        params: Sequence[click.Parameter] = (),
        alone: Callable[[Context], None] | None = None,
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
