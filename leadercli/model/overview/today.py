"""The morning review: what Today shows, from the records and a date."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from leadercli.model.overview.next_steps import by_due, is_open
from leadercli.model.people.rhythm import Due, due_for_talk, has_left
from leadercli.model.records import Agreement, Feedback, InboxItem, Meeting, Person, ScaleItem, WeighIn
from leadercli.model.scale.due import Ask, ScaleDue, asks, scale_due

# How far "coming" looks ahead. Ours.
_COMING = timedelta(days=7)

LOOKED_BACK = timedelta(days=30)
"""How long a planned conversation whose day has passed without a note is asked about. Ours."""


@dataclass(frozen=True, slots=True)
class TodaysMeeting:
    """A conversation today, and how much there is to take up: open agreements about them, and the inbox."""

    meeting: Meeting
    agreements: int
    inbox: int


@dataclass(frozen=True, slots=True)
class Review:
    """What Today shows: agreements by deadline, talks by the clock, due talks by how long they waited.

    `missed` are planned conversations whose day has passed without a note, the oldest first.
    """

    day: date
    overdue: tuple[Agreement, ...]
    due_today: tuple[Agreement, ...]
    coming: tuple[Agreement, ...]
    talks: tuple[TodaysMeeting, ...]
    missed: tuple[Meeting, ...]
    to_meet: tuple[Due, ...]
    follow_ups: tuple[Feedback, ...]
    scale: ScaleDue | None
    asks: tuple[Ask, ...]

    @property
    def empty(self) -> bool:
        """Tell whether nothing waits today; what is only coming does not wait."""
        waiting = (self.overdue, self.due_today, self.talks, self.missed, self.to_meet, self.follow_ups)
        return not any(waiting) and self.scale is None


def todays_review(
    people: Iterable[Person],
    meetings: Iterable[Meeting],
    agreements: Iterable[Agreement],
    inbox: Iterable[InboxItem],
    feedback: Iterable[Feedback],
    weigh_ins: Iterable[WeighIn],
    items: Iterable[ScaleItem],
    today: date,
) -> Review:
    """Gather what waits on a day. One pass over each kind of record."""
    overdue: list[Agreement] = []
    due_today: list[Agreement] = []
    coming: list[Agreement] = []
    last = today + _COMING
    open_with: Counter[str] = Counter()
    for agreement in agreements:
        if not is_open(agreement):
            continue
        open_with[agreement.person_id] += 1
        due = agreement.due
        if due is None or due > last:
            continue
        (overdue if due < today else due_today if due == today else coming).append(agreement)
    raise_with = Counter(it.person_id for it in inbox if it.raised is None and it.deleted is None)

    theirs: defaultdict[str, list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        if meeting.deleted is None:
            theirs[meeting.person_id].append(meeting)
    todays = [it for held in theirs.values() for it in held if it.day == today and it.state != "cancelled"]
    talks = (TodaysMeeting(it, open_with[it.person_id], raise_with[it.person_id]) for it in sorted(todays, key=_clock))
    people = list(people)
    gone = {it.id for it in people if has_left(it, today)}
    missed = (it for who, held in theirs.items() if who not in gone for it in held if _is_missed(it, today))
    to_meet = (due_for_talk(person, theirs[person.id], today) for person in people)

    history = list(weigh_ins)
    scale = scale_due(history, today)
    return Review(
        day=today,
        overdue=tuple(sorted(overdue, key=by_due)),
        due_today=tuple(sorted(due_today, key=by_due)),
        coming=tuple(sorted(coming, key=by_due)),
        talks=tuple(talks),
        missed=tuple(sorted(missed, key=lambda it: (it.day, *_clock(it)))),
        to_meet=tuple(sorted((it for it in to_meet if it), key=_waited)),
        follow_ups=tuple(sorted((it for it in feedback if _to_follow(it, today)), key=_follow_order)),
        scale=scale,
        asks=asks(history, items, scale.week) if scale else (),
    )


def _clock(meeting: Meeting) -> tuple[str, str]:
    """Order conversations by their time; one without a time comes last."""
    return (meeting.time.rjust(5, "0") if meeting.time else "~", meeting.id)


def _is_missed(meeting: Meeting, today: date) -> bool:
    """Tell whether a conversation was planned, its day has passed lately, and nothing says what became of it."""
    return meeting.state == "planned" and today - LOOKED_BACK <= meeting.day < today


def _waited(due: Due) -> tuple[bool, date, str]:
    """Order due talks: the longest overdue first, those never met last."""
    return (due.never, due.due, due.person_id)


def _to_follow(feedback: Feedback, today: date) -> bool:
    if feedback.follow_up is None or feedback.followed is not None or feedback.deleted is not None:
        return False
    return feedback.follow_up <= today


def _follow_order(feedback: Feedback) -> tuple[date, str]:
    return (feedback.follow_up or date.max, feedback.id)
