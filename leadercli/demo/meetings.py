"""The conversations of the sample journal, and what became of what was said in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, time, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from leadercli.demo.content import BEGAN, Calendar, Cast, Timeline, read_content, read_notes
from leadercli.journal.verbs.meetings import meeting_id

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal
    from leadercli.model.records import Agreement


_BOOKED = 14  # days ahead


class Talks:
    """What is said with whom, and what comes of it."""

    def __init__(self, journal: Journal, calendar: Calendar, timeline: Timeline, random: Random) -> None:
        self._journal = journal
        self._calendar = calendar
        self._timeline = timeline
        self._random = random
        self._cast = Cast(journal, calendar, timeline)
        self._promises = Promises(journal, calendar, timeline, random, self._cast)

    def plan(self) -> None:
        """Put the whole year on the timeline."""
        self._cast.plan()
        self._promises.plan()
        events, at = read_content("events"), self._calendar.at
        for event in events["moved"]:
            self._timeline.put(at(event["day"] - _BOOKED), self._book, event["who"], event["day"])
            self._timeline.put(at(event["at"]), self._move, event)
        for event in events["cancelled"]:
            self._timeline.put(at(event["day"] - _BOOKED), self._book, event["who"], event["day"])
            self._timeline.put(at(event["at"], "08:10"), self._cancel, event)
        moved = {(event["who"], event["to"]) for event in events["moved"]}
        for key, notes in read_notes(self._calendar.lang).items():
            told = self._cast.told[key]
            for day, text in notes.items():
                booked = max(day - _BOOKED, told.get("added", BEGAN))
                if (key, day) not in moved:
                    self._timeline.put(at(booked), self._book, key, day)
                self._timeline.put(at(day, told["time"]), self._hold, key, day, text)
        for key, told in self._cast.told.items():
            for day in told.get("next", ()):
                self._timeline.put(at(-1, "16:00"), self._book, key, day)

    def _book(self, key: str, day: int) -> None:
        told = self._cast.told[key]
        minutes = told.get("minutes", 30)
        self._journal.meetings.plan(self._cast.id(key), self._calendar.day(day), time=told["time"], minutes=minutes)

    def _move(self, event: Mapping[str, Any]) -> None:
        why = self._calendar.words(event["why"])
        self._journal.meetings.move(self._meeting(event["who"], event["day"]), self._calendar.day(event["to"]), why)

    def _cancel(self, event: Mapping[str, Any]) -> None:
        why = self._calendar.words(event["why"])
        self._journal.meetings.cancel(self._meeting(event["who"], event["day"]), why)

    def _hold(self, key: str, day: int, text: str) -> None:
        self._promises.raise_now(key)
        planned = self._cast.told[key].get("minutes", 30)
        used = round(planned * self._random.uniform(0.7, 1.15)) * 60
        note = self._calendar.fill(text).rstrip("\n")
        held = self._journal.meetings.write(self._cast.id(key), self._calendar.day(day), note, used=used)
        self._promises.follow(key, day, held.id)

    def _meeting(self, key: str, day: int) -> str:
        return meeting_id(self._cast.id(key), self._calendar.day(day))


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
        agreed = self._journal.agreements.table.where("meeting", meeting_id)
        note = self._journal.meetings.get(meeting_id)
        lines = note.text.split("\n") if note else []
        for number, agreement in enumerate(sorted(agreed, key=lambda one: lines.index(one.source)), start=1):
            self._settle(agreement, key, day, number)
        for one in self._journal.feedback.table.where("meeting", meeting_id):
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
