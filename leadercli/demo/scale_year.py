"""Weigh a year of weeks for the sample journal: a calm start, a hard stretch, and the way back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING, Any

from leadercli.demo.content import Calendar, read_content
from leadercli.demo.timeline import Timeline
from leadercli.model.weeks import week_of, week_start

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal
    from leadercli.model.records import ScaleItem

_WOBBLE = 0.45  # the week's own weather, on top of the level of the time
_LEFT_OUT = 0.03


class ScaleYear:
    """The leader's own year on the scale."""

    def __init__(self, journal: Journal, calendar: Calendar, timeline: Timeline, random: Random) -> None:
        self._journal = journal
        self._calendar = calendar
        self._timeline = timeline
        self._random = random
        self._content = read_content("scale")
        self._ids: dict[str, str] = {}
        self._turned: Mapping[str, Any] = {}

    def plan(self) -> None:
        """Put the weeks and the changes to the items on the timeline."""
        for name, own in self._content["own"].items():
            self._timeline.put(self._friday(own["added"], "14:00"), lambda name=name, own=own: self._add(name, own))
            if "retired" in own:
                self._timeline.put(self._friday(own["retired"], "14:00"), lambda name=name: self._retire(name))
        for name, new in self._content["renamed"].items():
            self._timeline.put(self._friday(new["week"], "14:00"), lambda name=name, new=new: self._rename(name, new))
        for back in range(max(self._content["weeks"]), 0, -1):
            if back not in self._content["skipped"]:
                self._timeline.put(self._friday(back, "15:00"), lambda back=back: self._weigh(back))

    def _weigh(self, back: int) -> None:
        said = self._calendar.words
        answers = {"note": said(self._content["notes"].get(back, "")), "balance": said(self._content["balance"].get(back, ""))}
        steps: dict[str, str] = {}
        turn = self._content["turns"].get(back)
        if turn:
            answers |= {"turn_down": self._id(turn["down"]), "turn_up": self._id(turn["up"])}
            steps = {self._id(turn["up"]): self._step(turn)}
        moved = {self._id(name): "yes" for name in self._turned.values()}
        self._journal.scale.weigh_in(
            self._week(back),
            dict(self._ratings(back)),
            steps=steps,
            moved=moved,
            **{name: answer for name, answer in answers.items() if answer},
        )
        self._turned = {side: turn[side] for side in ("down", "up")} if turn else {}

    def _ratings(self, back: int) -> Iterator[tuple[str, int | None]]:
        weeks = self._content["weeks"]
        for name, levels in self._content["levels"].items():
            level = _between(weeks, levels, back)
            wobble = self._random.uniform(-_WOBBLE, _WOBBLE)
            left_out = self._random.random() < _LEFT_OUT
            if back in self._content["irrelevant"].get(name, ()):
                yield self._id(name), None
            elif level is not None and not left_out:
                yield self._id(name), min(5, max(1, round(level + wobble)))

    def _step(self, turn: Mapping[str, Any]) -> str:
        due = self._calendar.day(turn["due"]) if "due" in turn else self._timeline.now.date() + timedelta(days=10)
        step = self._journal.agreements.agree(self._calendar.words(turn["step"]), due=due)
        if due < self._calendar.today:
            self._timeline.put(datetime.combine(due, self._timeline.now.time()), lambda: self._journal.agreements.complete(step.id))
        return step.id

    def _add(self, name: str, own: Mapping[str, Any]) -> None:
        self._ids[name] = self._journal.scale.add_item(own["side"], self._calendar.words(own["name"])).id

    def _retire(self, name: str) -> None:
        self._journal.scale.retire_item(self._item(name))

    def _rename(self, name: str, new: Mapping[str, Any]) -> None:
        self._journal.scale.rename_item(self._item(name), self._calendar.words(new["name"]))

    def _item(self, name: str) -> ScaleItem:
        return next(item for item in self._journal.scale.items() if item.id == self._id(name))

    def _id(self, name: str) -> str:
        return self._ids.get(name, name)

    def _week(self, back: int) -> str:
        return week_of(self._calendar.today - timedelta(weeks=back))

    def _friday(self, back: int, clock: str) -> datetime:
        friday = week_start(self._week(back)) + timedelta(days=4)
        return datetime.fromisoformat(f"{friday}T{clock}")


def _between(weeks: Sequence[int], levels: Sequence[float | None], back: int) -> float | None:
    """Read a level off the line between two told weeks; None where one of them is not told."""
    for (first, level), (last, next_level) in pairwise(zip(weeks, levels, strict=True)):
        if first >= back >= last:
            if back in (first, last):
                return level if back == first else next_level
            if level is None or next_level is None:
                return None
            return level + (next_level - level) * (first - back) / (first - last)
    return levels[-1]
