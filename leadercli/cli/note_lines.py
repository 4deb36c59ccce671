"""Tell what became of the lines that were added to a note."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadercli.cli.said import agreed_words, feedback_words, note_no_date, raise_words
from leadercli.model.dates.format import say_long
from leadercli.model.text import plain_line

if TYPE_CHECKING:
    from leadercli.cli.run import Run
    from leadercli.journal.journal import Journal
    from leadercli.journal.verbs.meetings import Added
    from leadercli.model.entry.note_line import Captured


def print_note(run: Run, added: Added, as_json: bool) -> None:
    """Print the note, as JSON or in words, and on stderr which names were not understood."""
    journal = run.writing()
    if as_json:
        run.out.json(_shape(run, journal, added))
    else:
        run.out.lines(_lines(run, journal, added))
    for captured in added.unknown:
        run.out.note(_unknown(run, captured))
    undated = [one.text for one in added.agreements if one.due is None]
    undated += [one.text for one in added.feedback if one.follow_up is None]
    for text in undated:
        note_no_date(run, text, added.meeting.day)


def _shape(run: Run, journal: Journal, added: Added) -> dict[str, object]:
    from leadercli.cli.shapes import agreement_shape, feedback_shape, inbox_shape

    name_of, meeting = journal.people.name, added.meeting
    return {
        "id": meeting.id,
        "person": name_of(meeting.person_id),
        "person_id": meeting.person_id,
        "date": meeting.day.isoformat(),
        "text": meeting.text,
        "agreements": [agreement_shape(one, name_of, run.today) for one in added.agreements],
        "inbox": [inbox_shape(one, name_of) for one in added.inbox],
        "feedback": [feedback_shape(one, name_of) for one in added.feedback],
    }


def _lines(run: Run, journal: Journal, added: Added) -> Iterator[str]:
    texts, meeting = run.texts, added.meeting
    count = len(added.lines)
    yield texts.n(
        "Added {count} line to the note about {name}, {date}",
        "Added {count} lines to the note about {name}, {date}",
        count,
        name=plain_line(journal.people.name(meeting.person_id)),
        date=say_long(meeting.day, texts.lang, year=meeting.day.year != run.today.year),
    )
    yield from (agreed_words(one, journal, run.today, texts) for one in added.agreements)
    yield from (raise_words(one, journal, texts) for one in added.inbox)
    yield from (feedback_words(one, journal, run.today, texts) for one in added.feedback)


def _unknown(run: Run, captured: Captured) -> str:
    name, names = captured.unknown, ", ".join(sorted(person.name for person in captured.candidates))
    if captured.is_owner_unknown and names:
        return run.texts.t("“{name}” can be {people}: yours until you write more", name=name, people=names)
    if captured.is_owner_unknown:
        return run.texts.t("nobody is called “{name}”: the agreement is yours", name=name)
    if names:
        return run.texts.t("“{name}” can be {people}, so it stayed text.", name=name, people=names)
    return run.texts.t("There is nobody called “{name}”, so it stayed text.", name=name)
