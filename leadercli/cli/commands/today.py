"""`leadercli today`: the morning review in the shell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from leadercli.cli.command import TranslatedCommand
from leadercli.cli.context import Context
from leadercli.cli.output import Line, Toned, titled
from leadercli.cli.parameters import json_flag
from leadercli.cli.record_lines import agreement_lines, short_ids
from leadercli.journal.history.conflicts import unsettled
from leadercli.journal.today import gather_review
from leadercli.locale.texts import Texts
from leadercli.model.dates.format import format_day, format_due, format_long, format_week
from leadercli.model.overview.today import Review, TodaysMeeting
from leadercli.model.people.rhythm import Due
from leadercli.model.records import Agreement, Feedback, Meeting
from leadercli.model.text import plain_line
from leadercli.words import people, today
from leadercli.words.agreements import VERSIONS_TITLE, due_words
from leadercli.words.today import scale_words, talk_facts, talk_time, title

if TYPE_CHECKING:
    from pathlib import Path

    from leadercli.journal.journal import Journal
    from leadercli.journal.local.drafts import Draft


def make(texts: Texts) -> click.Command:
    """Make the command."""
    return TranslatedCommand(
        "today",
        texts,
        _run,
        texts.t("Print what waits today: agreements overdue, due and coming, conversations, follow-ups, the scale."),
        [json_flag(texts)],
    )


def _run(run: Context, as_json: bool) -> None:
    journal = run.reading()
    found = gather_review(journal, run.today)
    drafts, unread = _drafts(journal)
    if as_json:
        from leadercli.cli.commands.today_json import today_json

        run.out.json(today_json(found, drafts, unread, journal))
    else:
        run.out.lines(morning_lines(found, drafts, unread, journal, run.texts))


def _drafts(journal: Journal) -> tuple[list[Draft], list[Path]]:
    """Find the drafts that were left behind, and what cannot be read of what was typed."""
    from leadercli.journal.note_drafts import left_behind, unread

    return left_behind(journal), unread(journal)


def morning_lines(
    found: Review, drafts: Sequence[Draft], unread: Sequence[Path], journal: Journal, texts: Texts
) -> Iterator[Line]:
    """Write what waits: the date, then each group under its heading. `unread` are drafts that cannot be read."""
    short = short_ids(journal.agreements.ids())

    everything = (*found.overdue, *found.due_today, *found.coming)
    width = max((len(due_words(one.due, found.day, texts)) for one in everything), default=0)

    def listed(agreements: Sequence[Agreement]) -> list[str]:
        return agreement_lines(agreements, short, journal.people.name, found.day, texts, width)

    yield Toned("heading", f"{format_long(found.day, texts.lang)} · {format_week(found.day, texts.lang)}")
    unfinished = [_draft(one, found, journal, texts) for one in drafts]
    unfinished += [_unread(path, texts) for path in unread]
    yield from titled(title("unfinished", texts), unfinished, "overdue")
    yield from titled(title("overdue", texts, len(found.overdue)), listed(found.overdue), "overdue")
    yield from titled(title("due_today", texts, len(found.due_today)), listed(found.due_today))
    talks = [_talk(one, journal, texts) for one in found.talks]
    talks += [_missed(one, found, journal, texts) for one in found.missed]
    talks += [_due(one, journal, texts) for one in found.to_meet]
    yield from titled(title("talks", texts), talks)
    yield from titled(texts.t(VERSIONS_TITLE), _versions(journal, texts), "overdue")
    yield from titled(title("follow_ups", texts), [_follow_up(one, found, journal, texts) for one in found.follow_ups])
    yield from titled(title("scale", texts), _scale(found, texts))
    yield from titled(title("coming", texts, len(found.coming)), listed(found.coming))
    if journal.id and found.empty and not unfinished:
        yield from ("", texts.t("Nothing is due today."))


def _row(when: str, *parts: str) -> str:
    return f"  {when.ljust(9)}  " + " · ".join(part for part in parts if part)


def _talk(talk: TodaysMeeting, journal: Journal, texts: Texts) -> str:
    name = plain_line(journal.people.name(talk.meeting.person_id))
    return _row(plain_line(talk_time(talk, texts)), name, *talk_facts(talk, texts))


def _missed(meeting: Meeting, found: Review, journal: Journal, texts: Texts) -> str:
    when = format_due(meeting.day, found.day, texts.lang)
    return _row(when, plain_line(journal.people.name(meeting.person_id)), texts.t(today.MISSED))


def _due(due: Due, journal: Journal, texts: Texts) -> str:
    person = journal.people.get(due.person_id)
    assert person
    return _row(texts.t(today.DUE), plain_line(person.name), people.due_words(due, person.cadence, texts))


def _draft(draft: Draft, found: Review, journal: Journal, texts: Texts) -> str:
    name = plain_line(journal.people.name(draft.person_id))
    day = format_day(draft.date, found.day, texts.lang)
    if draft.date == found.day:
        from leadercli.cli.parameters import typed_name

        words = texts.t(
            "your note is kept; leadercli note {name} goes on with it", name=typed_name(journal, draft.person_id)
        )
    else:
        words = texts.t("your note is kept; it stands first when you open leadercli")
    return _row(texts.t(today.DRAFT), name, day, words)


def _unread(path: Path, texts: Texts) -> str:
    return _row(texts.t(today.DRAFT), texts.t("could not be read: {path}", path=plain_line(str(path))))


def _follow_up(one: Feedback, found: Review, journal: Journal, texts: Texts) -> str:
    assert one.follow_up
    kind = texts.t(today.FEEDBACK_KINDS[one.kind])
    when = format_due(one.follow_up, found.day, texts.lang)
    return _row(when, plain_line(one.text), plain_line(journal.people.name(one.person_id)), kind)


def _versions(journal: Journal, texts: Texts) -> list[str]:
    count = len(unsettled(journal))
    if not count:
        return []
    words = texts.n(
        "{count} thing was changed on two machines at once: V in the app chooses what holds",
        "{count} things were changed on two machines at once: V in the app chooses what holds",
        count,
    )
    return [f"  {words}"]


def _scale(found: Review, texts: Texts) -> list[str]:
    return [_row(*scale_words(found.scale, texts))] if found.scale else []
