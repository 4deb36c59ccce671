"""The leader's own year on the scale, for the sample journal: a calm start, a hard stretch, and the way back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time, timedelta
from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING, Any

from leadercli.demo.content import Calendar, Timeline, read_content
from leadercli.model.dates.calendar import week_of, week_start

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal
    from leadercli.model.records import ScaleItem

_WOBBLE = 0.45  # each week's own weather, on top of the level of its time
_LEFT_OUT = 0.03
_STEP_DAYS = 10


class ScaleYear:
    """A year of weigh-ins, with items of the leader's own and what was to be turned down and up."""

    def __init__(self, journal: Journal, calendar: Calendar, timeline: Timeline, random: Random) -> None:
        self._journal = journal
        self._calendar = calendar
        self._timeline = timeline
        self._random = random
        self._content = read_content("scale")
        self._ids: dict[str, str] = {}
        self._turned: dict[str, str] = {}

    def plan(self) -> None:
        """Put the weeks and the changes to the items on the timeline."""
        for name, own in self._content["own"].items():
            self._timeline.put(self._friday(own["added"], 14), self._add, name, own)
            if "retired" in own:
                self._timeline.put(self._friday(own["retired"], 14), self._retire, name)
        for name, new in self._content["renamed"].items():
            self._timeline.put(self._friday(new["week"], 14), self._rename, name, new["name"])
        for back in range(max(self._content["weeks"]), 0, -1):
            if back not in self._content["skipped"]:
                self._timeline.put(self._friday(back, 15), self._weigh, back)

    def _weigh(self, back: int) -> None:
        answers = {
            name: self._calendar.words(told[back])
            for name, told in (("note", self._content["notes"]), ("balance", self._content["balance"]))
            if back in told
        }
        moved, self._turned, steps = self._turned, {}, {}
        if turn := self._content["turns"].get(back):
            down, up = self._id(turn["down"]), self._id(turn["up"])
            answers |= {"turn_down": down, "turn_up": up}
            told = turn.get("moved", {})
            self._turned = {item: told[side] for item, side in ((down, "down"), (up, "up")) if side in told}
            steps = {"turn_up": self._step(turn)}
        week = week_of(self._calendar.today - timedelta(weeks=back))
        self._journal.scale.weigh_in(week, dict(self._ratings(back)), steps=steps, moved=moved, **answers)

    def _ratings(self, back: int) -> Iterator[tuple[str, int | None]]:
        for name, levels in self._content["levels"].items():
            level = _between(self._content["weeks"], levels, back)
            wobble = self._random.uniform(-_WOBBLE, _WOBBLE)
            left_out = self._random.random() < _LEFT_OUT
            if back in self._content["irrelevant"].get(name, ()):
                yield self._id(name), None
            elif level is not None and not left_out:
                yield self._id(name), min(5, max(1, round(level + wobble)))

    def _step(self, turn: Mapping[str, Any]) -> str:
        due = self._timeline.now.date() + timedelta(days=_STEP_DAYS)
        if "due" in turn:
            due = self._calendar.day(turn["due"])
        step = self._journal.agreements.agree(self._calendar.words(turn["step"]), due=due)
        if due < self._calendar.today:
            self._timeline.put(datetime.combine(due, time(16)), self._journal.agreements.complete, step.id)
        return step.id

    def _add(self, name: str, own: Mapping[str, Any]) -> None:
        self._ids[name] = self._journal.scale.add_item(own["side"], self._calendar.words(own["name"])).id

    def _retire(self, name: str) -> None:
        self._journal.scale.retire_item(self._item(name))

    def _rename(self, name: str, new: Mapping[str, str]) -> None:
        self._journal.scale.rename_item(self._item(name), self._calendar.words(new))

    def _item(self, name: str) -> ScaleItem:
        return next(item for item in self._journal.scale.items() if item.id == self._id(name))

    def _id(self, name: str) -> str:
        return self._ids.get(name, name)

    def _friday(self, back: int, hour: int) -> datetime:
        monday = week_start(week_of(self._calendar.today - timedelta(weeks=back)))
        return datetime.combine(monday + timedelta(days=4), time(hour))


def _between(weeks: Sequence[int], levels: Sequence[float | None], back: int) -> float | None:
    """Read a level off the line between two told weeks; None where one of them is not told."""
    for (first, level), (last, following) in pairwise(zip(weeks, levels, strict=True)):
        if back in (first, last):
            return level if back == first else following
        if first > back > last and level is not None and following is not None:
            return level + (following - level) * (first - back) / (first - last)
    return None
