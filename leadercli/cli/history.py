"""`leadercli history`: what a record was in the last 30 days, and making it so again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from leadercli.cli.completion import complete_open
from leadercli.cli.history_lines import history_lines
from leadercli.cli.params import json_flag, option, private_flag
from leadercli.cli.run import Run
from leadercli.cli.spoken import Spoken
from leadercli.errors import Trouble
from leadercli.locale import N_
from leadercli.locale.texts import Texts

if TYPE_CHECKING:
    from leadercli.journal.history.versions import Version
    from leadercli.journal.journal import Journal
    from leadercli.journal.store.table import Place


def make(texts: Texts) -> click.Command:
    """Make the command."""
    about = texts.t("An id is that of any record, as --json prints it, or as much of it as is needed.")
    return Spoken(
        "history",
        texts,
        _run,
        texts.t(
            "Show what became of a record in the last 30 days, the latest version first. A conversation may also be "
            "named by its person and day: history lise 2/3."
        )
        + f"\n\n{about}",
        [
            click.Argument(
                ["words"], metavar=texts.t("ID|PERSON [DATE]"), nargs=-1, required=True, shell_complete=complete_open
            ),
            option("--restore", "N", texts.t("Write the version with this number again.")),
            private_flag(texts),
            json_flag(texts),
        ],
    )


def _run(run: Run, words: tuple[str, ...], restore: str | None, private: bool, as_json: bool) -> None:
    from leadercli.journal.history.versions import history

    journal = run.reading() if restore is None else run.changing()
    if not journal.id:
        return
    place = _meant(run, journal, words)
    versions = history(journal, place.table, place.id)
    if restore is not None:
        _restore(run, journal, versions, restore, as_json)
        versions = history(journal, place.table, place.id)
    if as_json:
        run.out.json([_shape(number, one, private) for number, one in enumerate(versions, 1)])
    elif restore is None:
        run.out.lines(history_lines(versions, journal, run.texts, run.today, private=private))
    if not private and any(_hides(one) for one in versions) and restore is None:
        run.out.note(run.texts.t("Lines that are only for you are left out; --private shows them."))


def _meant(run: Run, journal: Journal, words: Sequence[str]) -> Place:
    """Find the record that is meant: by its id, by a person's name, or a conversation by name and day."""
    from leadercli.journal.store.table import KINDS, NotFound, Place, meant
    from leadercli.model.merge.deletion import is_deleted

    if len(words) > 1 and (found := _conversation(run, journal, words)):
        return found
    typed = " ".join(words)
    everything = {Place(table, id_): raw for table in KINDS for id_, raw in journal.table(table).items()}
    nothing = N_("There is nothing with the id “{id}”, and nobody of that name.")
    try:
        try:
            return meant(typed, [place for place, raw in everything.items() if not is_deleted(raw)], nothing)
        except NotFound as trouble:
            if trouble.message != nothing:
                raise
            return meant(typed, list(everything), nothing)
    except NotFound as trouble:
        try:
            return Place("people", journal.people.named(typed).id)
        except NotFound:
            raise trouble from None


def _conversation(run: Run, journal: Journal, words: Sequence[str]) -> Place | None:
    """Find a conversation by the name and the day that the words begin and end with, if they do."""
    from datetime import timedelta

    from leadercli.journal.store.table import Place
    from leadercli.journal.verbs.meetings import meeting_id
    from leadercli.model.dates.calendar import add_months
    from leadercli.model.dates.reader import read_date

    for at in range(1, len(words)):
        day = read_date(" ".join(words[at:]), run.today)
        if day is None:
            continue
        person = journal.people.named(" ".join(words[:at]))
        # A day without its year, or a weekday, is the next such day elsewhere; here it is one that has been.
        days = (day, add_months(day, -12), day - timedelta(days=7))
        ids = [meeting_id(person.id, one) for one in days if one]
        found = next((id_ for id_ in ids if id_ in journal.table("meetings")), None)
        if found is None:
            raise Trouble(N_("There is no conversation with {name} on {date}."), name=person.name, date=day.isoformat())
        return Place("meetings", found)
    return None


def _restore(run: Run, journal: Journal, versions: Sequence[Version], typed: str, as_json: bool) -> None:
    from leadercli.journal.history.versions import restore_version

    if not typed.isdecimal() or not 1 <= int(typed) <= len(versions):
        raise Trouble(
            N_("There is no version {number}. `leadercli history` shows them, from 1 to {count}."),
            number=typed,
            count=len(versions),
        )
    differs = restore_version(journal, versions[int(typed) - 1])
    if not as_json:
        words = run.texts.t("Version {number} stands there again.", number=typed)
        run.out.text(words if differs else run.texts.t("It stands there already."))
    if differs:
        run.hint_undo()


def _hides(version: Version) -> bool:
    from leadercli.cli.history_lines import shown

    return any(shown(version, value, False) != value for value in version.values.values())


def _shape(number: int, version: Version, private: bool) -> dict[str, object]:
    from leadercli.cli.history_lines import shown

    arrived = version.command == "arrived"
    return {
        "number": number,
        "at": version.at.isoformat() if version.at else None,
        "command": version.command or None,
        "what": None if arrived else version.what or None,
        "came_in": (version.what or "journal") if arrived else None,
        "undone": version.undone,
        "changes": [
            {"field": one.field, "old": shown(version, one.old, private), "new": shown(version, one.new, private)}
            for one in version.fields
        ],
        "values": {name: shown(version, value, private) for name, value in version.values.items()},
    }
