"""The command line's front door: its commands by name, each loaded when it is called, and its options."""

from __future__ import annotations

from collections.abc import Mapping

import click

from leadercli.cli.lazy import Entry, LazyGroup
from leadercli.cli.run import Run
from leadercli.locale import N_
from leadercli.locale.texts import LANGUAGES, Texts

NAME = "leadercli"
COMMANDS: Mapping[str, Entry] = {
    "today": Entry("leadercli.cli.today", N_("What waits today: agreements, conversations, the scale")),
    "next": Entry("leadercli.cli.next_steps", N_("All open agreements, by deadline")),
    "people": Entry("leadercli.cli.people", N_("Everyone you talk with"), "make_people"),
    "person": Entry("leadercli.cli.person", N_("Add, show, edit, pause or archive a person")),
    "note": Entry("leadercli.cli.note", N_("Write in today's note about a person"), "make_note"),
    "inbox": Entry("leadercli.cli.inbox", N_("Remember something to raise with a person next time"), "make_inbox"),
    "add": Entry("leadercli.cli.add", N_("Add an agreement in one line: @name what >owner when")),
    "done": Entry("leadercli.cli.agreement", N_("An agreement is done"), "make_done"),
    "drop": Entry("leadercli.cli.agreement", N_("An agreement is no longer to be done"), "make_drop"),
    "move": Entry("leadercli.cli.move", N_("Give an agreement another deadline"), "make_move"),
    "reopen": Entry("leadercli.cli.agreement", N_("Take up a done or dropped agreement again"), "make_reopen"),
    "undo": Entry("leadercli.cli.undoing", N_("Take back the latest change, or a certain one"), "make_undo"),
    "redo": Entry("leadercli.cli.undoing", N_("Make the undone change again"), "make_redo"),
    "bin": Entry("leadercli.cli.bin", N_("What was put in the bin, and taking it back")),
    "history": Entry("leadercli.cli.history", N_("What became of a record in the last 30 days, and going back")),
    "scale": Entry("leadercli.cli.scale", N_("Your own loads and resources, week by week")),
    "search": Entry("leadercli.cli.search", N_("Search everything")),
    "export": Entry(
        "leadercli.cli.exporting", N_("Print the journal, or all about one person, as JSON or Markdown"), "make_export"
    ),
    "import": Entry("leadercli.cli.importing", N_("Read notes from other programs"), "make_import"),
    "merge": Entry("leadercli.cli.merge", N_("Take in other copies of the journal"), "make_merge"),
    "check": Entry("leadercli.cli.check", N_("Whether all is well with the journal, and mending it")),
    "backups": Entry("leadercli.cli.backups", N_("The copies of the journal that this machine keeps"), "make_backups"),
    "restore": Entry("leadercli.cli.restore", N_("Make the journal what it was in a backup"), "make_restore"),
    "where": Entry("leadercli.cli.where", N_("Where the journal, the settings and the rest lie"), "make_where"),
    "keys": Entry("leadercli.cli.keys", N_("The keys of the app"), "make_keys"),
    "demo": Entry(
        "leadercli.cli.demo", N_("Look around in a sample journal that touches nothing of yours"), "make_demo"
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


def _open_app(run: Run) -> None:
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
