"""`leadercli search`: find words in everything."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from leadercli.cli.command import TranslatedCommand
from leadercli.cli.context import Context
from leadercli.cli.parameters import json_flag, private_flag, words_argument
from leadercli.errors import AppError
from leadercli.locale import N_
from leadercli.locale.texts import Texts
from leadercli.model.text import plain_line
from leadercli.words.fields import KIND_NAMES

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal
    from leadercli.journal.search import Hit


def make(texts: Texts) -> click.Command:
    """Make the command."""
    return TranslatedCommand(
        "search",
        texts,
        _run,
        texts.t(
            "Find records that hold every word: people first, then the newest. Case and accents do not matter: "
            "aase finds Åse. A name narrows the search to what is about that person. "
            "Lines that are only for you are left out unless --private asks for them."
        ),
        [words_argument(texts.t("TEXT")), private_flag(texts), json_flag(texts)],
    )


def _run(run: Context, words: tuple[str, ...], private: bool, as_json: bool) -> None:
    from leadercli.journal.search import Search, prefilter
    from leadercli.model.search import read_query

    query = " ".join(words)
    if not query.strip():
        raise AppError(N_("What shall be searched for? Write a word or more."))
    journal = run.reading(prefilter(read_query(query)))
    hits = Search(journal, once=True).find(query, private=private)
    if as_json:
        run.out.json([_shape(hit, journal) for hit in hits])
    elif hits:
        run.out.lines(_lines(hits, journal, run.texts))
    elif journal.id:
        run.out.note(run.texts.t("Nothing holds “{text}”.", text=query))


def _shape(hit: Hit, journal: Journal) -> dict[str, object]:
    return {
        "id": hit.id,
        "kind": hit.kind,
        "person": journal.people.name(hit.person_id) or None,
        "person_id": hit.person_id or None,
        "date": hit.day.isoformat() if hit.day else None,
        "snippet": hit.snippet,
    }


def _lines(hits: Sequence[Hit], journal: Journal, texts: Texts) -> list[str]:
    """Write a hit in a line: day, kind, person, snippet; the first three in columns."""
    kinds = {kind: texts.t(KIND_NAMES[kind]) for kind in {hit.kind for hit in hits}}
    people = {person_id: plain_line(journal.people.name(person_id)) for person_id in {hit.person_id for hit in hits}}
    kind_width = max(map(len, kinds.values()))
    kinds = {kind: name.ljust(kind_width) for kind, name in kinds.items()}
    width = max(map(len, people.values()))
    people = {person_id: name.ljust(width) for person_id, name in people.items()}
    day = " " * 10
    return [
        f"{hit.day or day}  {kinds[hit.kind]}  {people[hit.person_id]}  "
        + (hit.snippet if hit.snippet.isprintable() else plain_line(hit.snippet))
        for hit in hits
    ]
