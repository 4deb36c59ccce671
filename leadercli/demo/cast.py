"""The people of the sample journal: who they are, who is away, who has left."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from leadercli.demo.content import BEGAN, Calendar, read_content
from leadercli.demo.timeline import Timeline

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal

Told = Mapping[str, Any]
_AS_TOLD = ("relation", "cadence", "minutes")


class Cast:
    """The people by their key in the content; `told` is what the content says, `id` who it became."""

    def __init__(self, journal: Journal, calendar: Calendar, timeline: Timeline) -> None:
        self._journal = journal
        self._calendar = calendar
        self._timeline = timeline
        self._ids: dict[str, str] = {}
        self.told: Mapping[str, Told] = read_content("people")

    def id(self, key: str) -> str:
        """Find the record of someone who has been added."""
        return self._ids[key]

    def plan(self) -> None:
        """Put arrivals, leave and farewells on the timeline."""
        at = self._calendar.at
        for key, told in self.told.items():
            self._timeline.put(at(told.get("added", BEGAN), "08:00"), self._add, key, told)
            if "paused" in told:
                self._timeline.put(at(told["paused"]["at"]), self._pause, key, told["paused"]["until"])
            if "left" in told:
                self._timeline.put(at(told["left"]), self._leave, key, told["left"])

    def _add(self, key: str, told: Told) -> None:
        fields = {name: told[name] for name in _AS_TOLD if name in told}
        fields["role"] = self._calendar.words(told["role"])
        if "start" in told:
            fields["start"] = self._calendar.day(told["start"])
        if "birthday" in told:
            fields["birthday"] = told["birthday"]
        self._ids[key] = self._journal.people.add(self._calendar.words(told["name"]), **fields).id

    def _pause(self, key: str, until: int) -> None:
        self._journal.people.pause(self.id(key), self._calendar.day(until))

    def _leave(self, key: str, day: int) -> None:
        self._journal.people.leave(self.id(key), self._calendar.day(day))
