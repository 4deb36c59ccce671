"""Say what was understood and kept, before anyone wonders."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from leadercli.cli.short_ids import short_ids
from leadercli.cli.words import owner_words
from leadercli.locale.texts import Texts
from leadercli.model.dates.format import say_long
from leadercli.model.records import Agreement, Feedback, InboxItem
from leadercli.model.text import plain_line

if TYPE_CHECKING:
    from leadercli.cli.run import Run
    from leadercli.journal.journal import Journal


def agreed_words(one: Agreement, journal: Journal, today: date, texts: Texts) -> str:
    """Say an agreement: text, whom it is about, owner, date in words, id."""
    name_of = journal.people.name
    owner = plain_line(owner_words(one.owner, one.person_id, name_of, texts))
    parts = (
        plain_line(one.text),
        plain_line(name_of(one.person_id)),
        texts.t("owner: {name}", name=owner),
        date_words(one.due, today, texts),
        _private(one.private, texts),
    )
    short = short_ids(journal.table("agreements"))[one.id]
    return texts.t("Agreed: {what} ({id})", what=" · ".join(part for part in parts if part), id=short)


def raise_words(one: InboxItem, journal: Journal, texts: Texts) -> str:
    """Say what is to be raised next time, and with whom."""
    parts = (plain_line(one.text), plain_line(journal.people.name(one.person_id)), _private(one.private, texts))
    return texts.t("To raise next time: {what}", what=" · ".join(part for part in parts if part))


def feedback_words(one: Feedback, journal: Journal, today: date, texts: Texts) -> str:
    """Say what was noted as praise or as something that could be better."""
    again = texts.t("look again {date}", date=date_words(one.follow_up, today, texts)) if one.follow_up else ""
    parts = (plain_line(one.text), plain_line(journal.people.name(one.person_id)), again)
    what = " · ".join(part for part in parts if part)
    if one.kind == "praise":
        return texts.t("Praise: {what}", what=what)
    return texts.t("Could be better: {what}", what=what)


def note_no_date(run: Run, text: str, day: date) -> None:
    """Note on stderr that the last words of a text without a date, 31/2, are none; `day` is the day of the text."""
    from leadercli.model.dates.reader import impossible_date

    if phrase := impossible_date(text, day):
        run.out.note(run.texts.t("{phrase} is no date: kept as text", phrase=plain_line(phrase)))


def date_words(day: date | None, today: date, texts: Texts) -> str:
    """Say a date in full, so that a wrong one is seen; the year when it is another."""
    return say_long(day, texts.lang, year=day.year != today.year) if day else texts.t("no date")


def _private(private: bool, texts: Texts) -> str:
    return texts.t("only for you") if private else ""
