"""The conversations of the sample journal: planned, held, moved and cancelled."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import TYPE_CHECKING, Any

from leadercli.demo.cast import Cast
from leadercli.demo.content import BEGAN, Calendar, read_content, read_notes
from leadercli.demo.promises import Promises
from leadercli.demo.timeline import Timeline
from leadercli.journal.verbs.meetings import meeting_id

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal

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
