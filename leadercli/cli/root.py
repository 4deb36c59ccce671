"""The command line's front door: its commands by name, its options, and what becomes of trouble."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

import click

from leadercli.cli.lazy import Entry, LazyGroup
from leadercli.cli.output import Output
from leadercli.cli.run import Run
from leadercli.locale.mark import N_
from leadercli.locale.texts import LANGUAGES, Texts
from leadercli.session import begin, choose_language
from leadercli.trouble import UNREADABLE, USAGE, Trouble

NAME = "leadercli"
COMPLETE = "_LEADERCLI_COMPLETE"
INTERRUPTED = 130
"""The exit code after Ctrl+C that shells expect."""

COMMANDS: Mapping[str, Entry] = {
    "today": Entry("leadercli.cli.today", N_("What waits today: agreements, conversations, the scale")),
    "next": Entry("leadercli.cli.next_steps", N_("All open agreements, by deadline")),
    "people": Entry("leadercli.cli.people", N_("Everyone you talk with")),
    "person": Entry("leadercli.cli.person", N_("Add, show, edit, pause or archive a person")),
    "note": Entry("leadercli.cli.note", N_("Write in today's note about a person")),
    "inbox": Entry("leadercli.cli.inbox", N_("Remember something to raise with a person next time")),
    "add": Entry("leadercli.cli.add", N_("Add an agreement in one line: @name what >owner when")),
    "done": Entry("leadercli.cli.agreement", N_("An agreement is done"), "make_done"),
    "drop": Entry("leadercli.cli.agreement", N_("An agreement is no longer to be done"), "make_drop"),
    "move": Entry("leadercli.cli.move", N_("Give an agreement another deadline")),
    "reopen": Entry("leadercli.cli.agreement", N_("Take up a done or dropped agreement again"), "make_reopen"),
    "undo": Entry("leadercli.cli.undoing", N_("Take back the latest change, or a certain one"), "make_undo"),
    "redo": Entry("leadercli.cli.undoing", N_("Make the undone change again"), "make_redo"),
    "scale": Entry("leadercli.cli.scale", N_("Your own loads and resources, week by week")),
    "search": Entry("leadercli.cli.search", N_("Search everything")),
    "export": Entry("leadercli.cli.exporting", N_("Print the journal, or what concerns one person, as JSON or Markdown")),
    "import": Entry("leadercli.cli.importing", N_("Read notes from other programs")),
    "where": Entry("leadercli.cli.where", N_("Where the journal, the settings and the rest lie")),
    "keys": Entry("leadercli.cli.keys", N_("The keys of the app")),
    "demo": Entry("leadercli.cli.demo", N_("Look around in a sample journal that touches nothing of yours")),
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


def run(args: Sequence[str], env: Mapping[str, str]) -> int:
    """Run one command line. Returns the exit code; whatever goes wrong is said in a sentence on stderr."""
    asked = leading_options(args)
    out = Output(env)
    texts = Texts(choose_language(env, asked.get("--lang")))
    try:
        try:
            session = begin(env, journal=asked.get("--journal"), lang=asked.get("--lang"))
            texts = session.texts
            return _call(args, Run(session, out, named=bool(asked.get("--journal") or env.get("LEADERCLI_JOURNAL"))))
        except click.UsageError as error:
            from leadercli.cli.wrong_usage import usage_sentence

            out.note(usage_sentence(error, texts))
            return USAGE
        except Trouble as trouble:
            out.note(trouble.sentence(texts))
            return trouble.code
        except BrokenPipeError:
            raise
        except OSError as error:
            out.note(_system_sentence(error, texts))
            return UNREADABLE
    except BrokenPipeError:
        _forget_stdout()
        return 0
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED


def _call(args: Sequence[str], run: Run) -> int:
    command = root(run.texts)
    if instruction := run.session.env.get(COMPLETE):
        from click.shell_completion import shell_complete

        return shell_complete(command, {"obj": run}, NAME, COMPLETE, instruction)
    try:
        with command.make_context(NAME, list(args), obj=run) as ctx:
            if run.session.config_trouble:
                run.out.note(run.session.config_trouble.sentence(run.texts))
            command.invoke(ctx)
    except click.exceptions.Exit as done:
        return done.exit_code
    return 0


def leading_options(args: Sequence[str]) -> dict[str, str]:
    """Find the values of --journal and --lang before the command, which are needed before the help can be made."""
    found: dict[str, str] = {}
    words = iter(args)
    for word in words:
        if not word.startswith("-"):
            break
        name, equals, value = word.partition("=")
        if name in ("--journal", "--lang"):
            found[name] = value if equals else next(words, "")
    return found


def _open_app(run: Run) -> None:
    from leadercli.__main__ import open_app

    raise click.exceptions.Exit(open_app(run.session))


def _version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if not asked or ctx.resilient_parsing:
        return
    from importlib.metadata import PackageNotFoundError, version

    try:
        ctx.obj.out.text(f"{NAME} {version(NAME)}")
    except PackageNotFoundError:
        ctx.obj.out.text(f"{NAME} {ctx.obj.texts.t('(not installed)')}")
    ctx.exit()


def _system_sentence(error: OSError, texts: Texts) -> str:
    reason = error.strerror or str(error)
    if error.filename:
        return texts.t("{path}: {reason}. Nothing more was done.", path=error.filename, reason=reason)
    return texts.t("The system said: {reason}. Nothing more was done.", reason=reason)


def _forget_stdout() -> None:
    """Let nothing more be written where nobody reads, not even when the program ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
