"""Run one command line from its words to its exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

import click

from leadercli.cli.context import Context, OpenApp
from leadercli.cli.output import Output
from leadercli.cli.root import NAME, root
from leadercli.errors import UNREADABLE, USAGE, AppError
from leadercli.locale.texts import Texts
from leadercli.session import begin, choose_language

COMPLETE = "_LEADERCLI_COMPLETE"
"""By this variable the shell asks for completions."""


def run(args: Sequence[str], env: Mapping[str, str], open_app: OpenApp) -> int:
    """Run one command line. Returns the exit code; whatever goes wrong is said in a sentence on stderr.

    `open_app` opens the app on a session, and on the note about a person if there is an id.
    """
    asked = leading_options(args)
    out = Output(env)
    texts = Texts(choose_language(env, asked.get("--lang")))
    try:
        try:
            session = begin(env, journal=asked.get("--journal"), lang=asked.get("--lang"))
            texts = session.texts
            named = bool(asked.get("--journal") or env.get("LEADERCLI_JOURNAL"))
            return _call(args, Context(session, out, open_app, named=named))
        except click.UsageError as error:
            from leadercli.cli.command import usage_sentence

            out.note(usage_sentence(error, texts))
            return USAGE
        except AppError as trouble:
            out.note(trouble.sentence(texts))
            return trouble.code
        except BrokenPipeError:
            raise
        except OSError as error:
            _forget_stdout_if_broken()
            out.note(_system_sentence(error, texts))
            return UNREADABLE
    except BrokenPipeError:
        _forget_stdout()
        return 0


def _call(args: Sequence[str], run: Context) -> int:
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
    finally:
        run.tell_remarks()
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


def _system_sentence(error: OSError, texts: Texts) -> str:
    reason = error.strerror or str(error)
    if error.filename:
        return texts.t("{path}: {reason}. Nothing more was done.", path=error.filename, reason=reason)
    return texts.t("The system said: {reason}. Nothing more was done.", reason=reason)


def _forget_stdout_if_broken() -> None:
    """Keep what could not be written to stdout from being tried again when the program ends."""
    try:
        sys.stdout.flush()
    except OSError:
        _forget_stdout()


def _forget_stdout() -> None:
    """Let nothing more be written where nobody reads, not even when the program ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
