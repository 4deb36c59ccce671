"""Live the conversations of the sample journal: plan, hold, move and cancel them, and keep what was agreed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from leadercli.demo.content import Calendar, read_content, read_notes
from leadercli.demo.timeline import Timeline

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal
    from leadercli.model.records import Agreement, Person

_BEGAN = -366
_AHEAD = 14  # days before a conversation when it is put in the calendar
_KEPT = time(15, 45)


class Talks:
    """The people of the sample journal and what happens between them and the leader."""

    def __init__(self, journal: Journal, calendar: Calendar, timeline: Timeline, random: Random) -> None:
        self._journal = journal
        self._calendar = calendar
        self._timeline = timeline
        self._random = random
        self._people: Mapping[str, Any] = read_content("people")
        self._events: Mapping[str, Any] = read_content("events")
        self._notes = read_notes(calendar.lang)
        self._ids: dict[str, str] = {}

    def plan(self) -> None:
        """Put the whole year on the timeline."""
        at = self._calendar.at
        for key, told in self._people.items():
            self._timeline.put(at(told.get("added", _BEGAN), "08:00"), lambda key=key, told=told: self._add(key, told))
            for day in told.get("next", ()):
                self._timeline.put(at(-1, "16:00"), lambda key=key, day=day: self._book(key, day))
            if "paused" in told:
                self._timeline.put(at(told["paused"]["at"]), lambda key=key, told=told: self._pause(key, told["paused"]))
            if "left" in told:
                self._timeline.put(at(told["left"]), lambda key=key, told=told: self._leave(key, told["left"]))
        for event in self._events["moved"]:
            self._timeline.put(at(event["day"] - _AHEAD), lambda event=event: self._book(event["who"], event["day"]))
            self._timeline.put(at(event["at"]), lambda event=event: self._move(event))
        for event in self._events["cancelled"]:
            self._timeline.put(at(event["day"] - _AHEAD), lambda event=event: self._book(event["who"], event["day"]))
            self._timeline.put(at(event["at"], "08:10"), lambda event=event: self._cancel(event))
        for key, notes in self._notes.items():
            moved = {event["to"] for event in self._events["moved"] if event["who"] == key}
            for day, text in notes.items():
                if day not in moved and day - _AHEAD > _BEGAN and "added" not in self._people[key]:
                    self._timeline.put(at(day - _AHEAD), lambda key=key, day=day: self._book(key, day))
                held = at(day, self._people[key]["time"])
                self._timeline.put(held, lambda key=key, day=day, text=text: self._hold(key, day, text))
        for event in self._events["agreed"]:
            self._timeline.put(at(event["at"]), lambda event=event: self._agree(event))
        for event in self._events["inbox"]:
            self._timeline.put(at(event["at"]), lambda event=event: self._raise_later(event))
