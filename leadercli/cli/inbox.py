"""`leadercli inbox`: something to raise with a person next time."""

from __future__ import annotations

import click

from leadercli.cli.params import json_flag, person_argument, words_argument
from leadercli.cli.run import Run
from leadercli.cli.said import raise_words
from leadercli.cli.spoken import Spoken
from leadercli.locale.texts import Texts
from leadercli.model.entry.tokens import read_signs


def make_inbox(texts: Texts) -> click.Command:
    """Make the command."""
    return Spoken(
        "inbox",
        texts,
        _inbox,
        texts.t("Remember something to raise with a person next time. Text that begins with % is only for you."),
        [person_argument(texts), words_argument(texts.t("TEXT")), json_flag(texts)],
    )


def _inbox(run: Run, name: str, words: tuple[str, ...], as_json: bool) -> None:
    person = run.looking().people.named(name)
    typed = " ".join(words)
    private, kind, body = read_signs(typed)
    journal = run.writing()
    put = journal.inbox.put(person.id, body if private or kind == "inbox" else typed, private=private)
    if as_json:
        from leadercli.cli.shapes import inbox_shape

        run.out.json(inbox_shape(put, journal.people.name))
    else:
        run.out.text(raise_words(put, journal, run.texts))
    run.hint_undo()
