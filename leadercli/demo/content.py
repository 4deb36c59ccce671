"""The content of the sample journal: its people, its texts in one language, and the passing of its year."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from heapq import heappop, heappush
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


Words = str | Mapping[str, str]
"""A text, or one for each language."""
Notes = Mapping[str, Mapping[int, str]]
"""Person, then day from today, then the note."""

BEGAN = -366
"""The day on which the sample journal begins."""
_FRIDAY = 5
_SEASONS = {
    "da": ("vinteren", "foråret", "sommeren", "efteråret"),
    "en": ("winter", "spring", "summer", "autumn"),
}
_PLACE = re.compile(r"\{([dws]):(-?\d+)\}")


def read_content(name: str) -> dict[str, Any]:
    """Read one of the files beside this one."""
    import yaml

    text = (Path(__file__).parent / f"{name}.yaml").read_text("utf-8")
    return cast("dict[str, Any]", yaml.safe_load(text))


def read_notes(lang: str) -> Notes:
    """Read the notes of a language."""
    return read_content(f"notes_{lang}")


@dataclass(frozen=True, slots=True)
class Calendar:
    """Turn days from today into dates, and texts into those of one language."""

    today: date
    lang: str

    def day(self, offset: int) -> date:
        """Find a day at work: a weekend behind becomes its Friday, one ahead its Monday. Today stays today."""
        found = self.today + timedelta(days=offset)
        over = found.isoweekday() - _FRIDAY
        if offset == 0 or over <= 0:
            return found
        return found + timedelta(days=3 - over if offset > 0 else -over)

    def at(self, offset: int, clock: str = "15:30") -> datetime:
        """Find a moment of such a day."""
        return datetime.combine(self.day(offset), time.fromisoformat(clock))

    def words(self, words: Words) -> str:
        """Choose the language."""
        return words if isinstance(words, str) else words[self.lang]

    def fill(self, text: str) -> str:
        """Put dates, week numbers and seasons where a note has places for them."""
        return _PLACE.sub(lambda place: self._said(place[1], self.day(int(place[2]))), text)

    def _said(self, kind: str, day: date) -> str:
        if kind == "d":
            return f"{day.day}/{day.month}"
        if kind == "w":
            return str(day.isocalendar().week)
        return _SEASONS[self.lang][day.month % 12 // 3]


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


Deed = Callable[..., object]


class Timeline:
    """Deeds at moments up to an end. A deed may put further ones on the line."""

    def __init__(self, end: datetime) -> None:
        self.now = end
        self._end = end
        self._count = 0
        self._ahead: list[tuple[datetime, int, Deed, tuple[Any, ...]]] = []

    def put(self, moment: datetime, deed: Deed, *given: object) -> None:
        """Let something happen at a moment; what would lie after the end happens at the end."""
        self._count += 1
        heappush(self._ahead, (min(moment, self._end), self._count, deed, given))

    def pass_by(self) -> None:
        """Do all of it, oldest first, and leave the clock at the end."""
        while self._ahead:
            self.now, _, deed, given = heappop(self._ahead)
            deed(*given)
        self.now = self._end
