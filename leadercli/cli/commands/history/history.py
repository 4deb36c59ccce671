"""`leadercli history`: what a record was in the last 30 days, and making it so again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from leadercli.cli.command import TranslatedCommand
from leadercli.cli.context import Context
from leadercli.cli.output import Line, Toned
from leadercli.cli.parameters import complete_open, json_flag, option, private_flag
from leadercli.errors import AppError
from leadercli.journal.store.table import name_of, words_of
from leadercli.locale import N_
from leadercli.locale.texts import Texts
from leadercli.model.privacy import shared_value
from leadercli.model.schema import KIND_OF, day_of, person_in
from leadercli.model.text import plain_line
from leadercli.words.fields import moment_words
from leadercli.words.history import change_lines, folded_words, now_words, record_words, title_words, version_words

if TYPE_CHECKING:
    from leadercli.journal.history.versions import Version
    from leadercli.journal.journal import Journal
    from leadercli.model.schema import RecordRef


def make(texts: Texts) -> click.Command:
    """Make the command."""
    about = texts.t("An id is that of any record, as --json prints it, or as much of it as is needed.")
    return TranslatedCommand(
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


def _run(run: Context, words: tuple[str, ...], restore: str | None, private: bool, as_json: bool) -> None:
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


def _meant(run: Context, journal: Journal, words: Sequence[str]) -> RecordRef:
    """Find the record that is meant: by its id, by a person's name, or a conversation by name and day."""
    from leadercli.journal.store.table import NotFoundError, meant
    from leadercli.model.merge.deletion import is_deleted
    from leadercli.model.schema import KIND_OF, RecordRef

    if len(words) > 1 and (found := _conversation(run, journal, words)):
        return found
    typed = " ".join(words)
    everything = {RecordRef(table, id_): raw for table in KIND_OF for id_, raw in journal.table(table).items()}
    nothing = N_("There is nothing with the id “{id}”, and nobody of that name.")
    try:
        try:
            return meant(typed, [place for place, raw in everything.items() if not is_deleted(raw)], nothing)
        except NotFoundError as trouble:
            if trouble.message != nothing:
                raise
            return meant(typed, list(everything), nothing)
    except NotFoundError as trouble:
        try:
            return RecordRef("people", journal.people.named(typed).id)
        except NotFoundError:
            raise trouble from None


def _conversation(run: Context, journal: Journal, words: Sequence[str]) -> RecordRef | None:
    """Find a conversation by the name and the day that the words begin and end with, if they do."""
    from datetime import timedelta

    from leadercli.journal.verbs.meetings import meeting_id
    from leadercli.model.dates.calendar import add_months
    from leadercli.model.dates.reader import read_date
    from leadercli.model.schema import RecordRef

    for at in range(1, len(words)):
        day = read_date(" ".join(words[at:]), run.today)
        if day is None:
            continue
        person = journal.people.named(" ".join(words[:at]))
        # A day without its year, or a weekday, is the next such day elsewhere; here it is one that has been.
        days = (day, add_months(day, -12), day - timedelta(days=7))
        ids = [meeting_id(person.id, one) for one in days if one]
        found = next((id_ for id_ in ids if id_ in journal.meetings.ids()), None)
        if found is None:
            raise AppError(
                N_("There is no conversation with {name} on {date}."), name=person.name, date=day.isoformat()
            )
        return RecordRef("meetings", found)
    return None


def _restore(run: Context, journal: Journal, versions: Sequence[Version], typed: str, as_json: bool) -> None:
    from leadercli.journal.history.versions import restore_version
    from leadercli.words.history import STANDS_ALREADY

    if not typed.isdecimal() or not 1 <= int(typed) <= len(versions):
        raise AppError(
            N_("There is no version {number}. `leadercli history` shows them, from 1 to {count}."),
            number=typed,
            count=len(versions),
        )
    differs = restore_version(journal, versions[int(typed) - 1])
    if not as_json:
        words = run.texts.t("Version {number} stands there again.", number=typed)
        run.out.text(words if differs else run.texts.t(STANDS_ALREADY))
    if differs:
        run.hint_undo()


def _hides(version: Version) -> bool:

    return any(shown(version, value, False) != value for value in version.values.values())


def _shape(number: int, version: Version, private: bool) -> dict[str, object]:

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


def history_lines(
    versions: Sequence[Version], journal: Journal, texts: Texts, today: date, *, private: bool
) -> Iterator[Line]:
    """Write a record's versions, the latest first, each with what it changed below it."""
    yield Toned("heading", _title(versions[0], journal, texts, today))
    for number, version in enumerate(versions, 1):
        when = moment_words(version.at, today, texts.lang) if version.at else ""
        parts = [when, version_words(version, texts), now_words(texts) if number == 1 else ""]
        yield ""
        yield f"{number}  " + " · ".join(part for part in parts if part)
        yield from _changes(version, journal, texts, today, private=private)


def shown(version: Version, value: Any, private: bool) -> Any:
    """Give a value without the lines of a note that are only for the leader, unless they are asked for."""
    return value if private else shared_value(version.table, value)


def _title(version: Version, journal: Journal, texts: Texts, today: date) -> str:
    table, raw = version.table, dict(version.values)
    words = record_words(table, words_of(table, raw), day_of(table, raw), texts, today)
    person = "" if table == "people" else plain_line(journal.people.name(person_in(table, version.id, raw)))
    return title_words(KIND_OF[table], person, words, texts)


def _changes(version: Version, journal: Journal, texts: Texts, today: date, *, private: bool) -> Iterator[Line]:
    changes = [
        (one.field, shown(version, one.old, private), shown(version, one.new, private)) for one in version.fields
    ]
    if not version.command:
        changes = [(name, None, shown(version, value, private)) for name, value in version.values.items()]
        changes = [one for one in changes if one[2] not in (None, "", False)]
    for line in change_lines(changes, texts, today, name_of(journal.store)):
        if line.sign == "…":
            yield Toned("quiet", f"     … {folded_words(line, texts)}")
        else:
            yield f"   {line.sign} {plain_line(line.text)}".rstrip()
