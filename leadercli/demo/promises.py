"""What became of what was said in the sample journal: kept, moved, let go, raised, followed up, or still open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, time, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from leadercli.demo.cast import Cast
from leadercli.demo.content import Calendar, read_content
from leadercli.demo.timeline import Timeline

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal
    from leadercli.model.records import Agreement

Event = Mapping[str, Any]
_KEPT = time(15, 45)


class Promises:
    """Agreements, points for next time and feedback. What is past is settled unless the content says otherwise."""

    def __init__(self, journal: Journal, calendar: Calendar, timeline: Timeline, random: Random, cast: Cast) -> None:
        self._journal = journal
        self._calendar = calendar
        self._timeline = timeline
        self._random = random
        self._cast = cast
        self._events: Mapping[str, list[Event]] = read_content("events")

    def plan(self) -> None:
        """Put what was agreed and noted between conversations on the timeline."""
        for event in self._events["agreed"]:
            self._timeline.put(self._calendar.at(event["at"]), self._agree, event)
        for event in self._events["inbox"]:
            self._timeline.put(self._calendar.at(event["at"]), self._note_for_later, event)

    def raise_now(self, key: str) -> None:
        """Raise what waits for a person: their conversation begins."""
        for item in self._journal.inbox.waiting(self._cast.id(key)):
            self._journal.inbox.tick(item.id)

    def follow(self, key: str, day: int, meeting_id: str) -> None:
        """Decide what becomes of the lines that a note has just turned into records."""
        agreed = self._journal.agreements.shelf.where("meeting", meeting_id)
        note = self._journal.meetings.get(meeting_id)
        lines = note.text.split("\n") if note else []
        for number, agreement in enumerate(sorted(agreed, key=lambda one: lines.index(one.source)), start=1):
            self._settle(agreement, key, day, number)
        for one in self._journal.feedback.shelf.where("meeting", meeting_id):
            if one.follow_up and one.follow_up < self._calendar.today:
                moment = datetime.combine(one.follow_up, _KEPT)
                self._timeline.put(moment, self._journal.feedback.followed, one.id)

    def _settle(self, agreement: Agreement, key: str, day: int, number: int) -> None:
        def told(kind: str) -> Event | None:
            return _of(self._events[kind], key, day, number)

        if late := told("late"):
            self._adjust(agreement.id, late.get("moves", ()))
        elif dropped := told("dropped"):
            self._timeline.put(self._calendar.at(dropped["at"]), self._journal.agreements.drop, agreement.id)
        elif adjusted := told("adjusted"):
            self._adjust(agreement.id, (adjusted,))
            self._timeline.put(self._calendar.at(adjusted["to"]), self._journal.agreements.complete, agreement.id)
        elif agreement.due and agreement.due < self._calendar.today:
            early = timedelta(days=self._random.randrange(3))
            kept = max(datetime.combine(agreement.due - early, _KEPT), self._timeline.now)
            self._timeline.put(kept, self._journal.agreements.complete, agreement.id)

    def _adjust(self, id_: str, moves: Iterable[Event]) -> None:
        for move in moves:
            due, why = self._calendar.day(move["to"]), self._calendar.words(move["why"])
            self._timeline.put(self._calendar.at(move["at"]), self._journal.agreements.adjust, id_, due, why)

    def _agree(self, event: Event) -> None:
        person = self._cast.id(event["who"]) if "who" in event else ""
        due = self._calendar.day(event["due"]) if "due" in event else None
        self._journal.agreements.agree(self._calendar.words(event["text"]), person_id=person, due=due)

    def _note_for_later(self, event: Event) -> None:
        self._journal.inbox.put(self._cast.id(event["who"]), self._calendar.words(event["text"]))


def _of(events: Iterable[Event], key: str, day: int, number: int) -> Event | None:
    return next((one for one in events if (one["who"], one["day"], one["n"]) == (key, day, number)), None)
