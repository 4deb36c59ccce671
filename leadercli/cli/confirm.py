"""Say what was understood and kept, before anyone wonders."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from leadercli.cli.record_lines import short_ids
from leadercli.locale.texts import Texts
from leadercli.model.dates.format import format_long
from leadercli.model.records import Agreement, Feedback, InboxItem
from leadercli.model.text import plain_line
from leadercli.words.agreements import owned_words, owner_words, whole_day_words
from leadercli.words.entry import not_understood

if TYPE_CHECKING:
    from leadercli.cli.context import Context
    from leadercli.journal.journal import Journal
    from leadercli.journal.store.table import HasId
    from leadercli.journal.verbs.base import Group
    from leadercli.journal.verbs.meetings import Added


R = TypeVar("R", bound="HasId")


def agreed_words(one: Agreement, journal: Journal, today: date, texts: Texts) -> str:
    """Say an agreement: text, whom it is about, owner, date in words, id."""
    name_of = journal.people.name
    owner = plain_line(owner_words(one.owner, one.person_id, name_of, texts))
    parts = (
        plain_line(one.text),
        plain_line(name_of(one.person_id)),
        owned_words(owner, texts),
        whole_day_words(one.due, today, texts),
        _private(one.private, texts),
    )
    short = short_ids(journal.agreements.ids())[one.id]
    return texts.t("Agreed: {what} ({id})", what=" · ".join(part for part in parts if part), id=short)


def raise_words(one: InboxItem, journal: Journal, texts: Texts) -> str:
    """Say what is to be raised next time, and with whom."""
    parts = (plain_line(one.text), plain_line(journal.people.name(one.person_id)), _private(one.private, texts))
    return texts.t("To raise next time: {what}", what=" · ".join(part for part in parts if part))


def feedback_words(one: Feedback, journal: Journal, today: date, texts: Texts) -> str:
    """Say what was noted as praise or as something that could be better."""
    from leadercli.words.entry import again_words

    again = again_words(whole_day_words(one.follow_up, today, texts), texts) if one.follow_up else ""
    parts = (plain_line(one.text), plain_line(journal.people.name(one.person_id)), again)
    what = " · ".join(part for part in parts if part)
    if one.kind == "praise":
        return texts.t("Praise: {what}", what=what)
    return texts.t("Could be better: {what}", what=what)


def note_no_date(run: Context, text: str, day: date) -> None:
    """Note on stderr that the last words of a text without a date, 31/2, are none; `day` is the day of the text."""
    from leadercli.words.entry import no_date_words

    if words := no_date_words(text, day, run.texts):
        run.out.note(plain_line(words))


def _private(private: bool, texts: Texts) -> str:
    return texts.t("only for you") if private else ""


def print_note(run: Context, added: Added, as_json: bool) -> None:
    """Print the note, as JSON or in words, and on stderr which names were not understood."""
    journal = run.writing()
    if as_json:
        run.out.json(_shape(run, journal, added))
    else:
        run.out.lines(_lines(run, journal, added))
    for captured in added.unknown:
        run.out.note(plain_line(not_understood(run.texts, captured)))
    undated = [one.text for one in _made(journal.agreements, added) if one.due is None]
    undated += [one.text for one in _made(journal.feedback, added) if one.follow_up is None]
    for text in undated:
        note_no_date(run, text, added.meeting.day)


def _shape(run: Context, journal: Journal, added: Added) -> dict[str, object]:
    from leadercli.cli.record_json import agreement_json, feedback_json, inbox_json

    name_of, meeting = journal.people.name, added.meeting
    return {
        "id": meeting.id,
        "person": name_of(meeting.person_id),
        "person_id": meeting.person_id,
        "date": meeting.day.isoformat(),
        "text": meeting.text,
        "agreements": [agreement_json(one, name_of, run.today) for one in _made(journal.agreements, added)],
        "inbox": [inbox_json(one, name_of) for one in _made(journal.inbox, added)],
        "feedback": [feedback_json(one, name_of) for one in _made(journal.feedback, added)],
    }


def _lines(run: Context, journal: Journal, added: Added) -> Iterator[str]:
    texts, meeting = run.texts, added.meeting
    count = len(added.lines)
    yield texts.n(
        "Added {count} line to the note about {name}, {date}",
        "Added {count} lines to the note about {name}, {date}",
        count,
        name=plain_line(journal.people.name(meeting.person_id)),
        date=format_long(meeting.day, texts.lang, year=meeting.day.year != run.today.year),
    )
    yield from (agreed_words(one, journal, run.today, texts) for one in _made(journal.agreements, added))
    yield from (raise_words(one, journal, texts) for one in _made(journal.inbox, added))
    yield from (feedback_words(one, journal, run.today, texts) for one in _made(journal.feedback, added))


def _made(group: Group[R], added: Added) -> list[R]:
    """List the records of one kind that added lines made."""
    return [group.named(id_) for id_ in added.made.get(group.TABLE, ())]
