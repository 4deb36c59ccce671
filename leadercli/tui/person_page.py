"""Gather what stands on a person's page: next time, agreements, what is planned, feedback, the timeline."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from leadercli.model.overview.next_steps import by_due
from leadercli.model.overview.people import concerns
from leadercli.model.records import ME, US, Agreement, Meeting
from leadercli.tui.lines import short_of
from leadercli.tui.person_lines import (
    agreement_lines,
    closed_lines,
    feedback_lines,
    inbox_lines,
    planned_line,
    timeline_line,
)
from leadercli.tui.rows import Row, grouped

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal
    from leadercli.locale.texts import Texts

FEW = 3
"""How many pieces of feedback are shown beside those to look at again."""

Group = tuple[str, list[Row]]


class PersonPage:
    """The rows of one person's page. `everything` shows also what is closed, raised and older."""

    def __init__(self, journal: Journal, person_id: str, today: date, texts: Texts, *, everything: bool) -> None:
        self._journal = journal
        self._id = person_id
        self._today = today
        self._texts = texts
        self._everything = everything

    def rows(self) -> list[Row]:
        """Lay all groups below each other."""
        meetings = self._journal.meetings.of(self._id)
        planned = sorted((one for one in meetings if one.state == "planned"), key=lambda one: (one.day, one.id))
        texts, today = self._texts, self._today
        return grouped(
            _titled(texts.t("Next time"), self._inbox()),
            *self._agreements(),
            _titled(texts.t("Planned"), [planned_line(one, today, texts) for one in planned]),
            self._feedback(),
            *self._timeline(one for one in meetings if one.state != "planned"),
        )

    def _inbox(self) -> list[Row]:
        items = self._journal.inbox.waiting(self._id)
        if self._everything:
            raised = [one for one in self._journal.inbox.shelf.where("person", self._id) if one.raised]
            items += sorted(raised, key=lambda one: one.id, reverse=True)
        return inbox_lines(items, self._today, self._texts)

    def _agreements(self) -> Iterable[Group]:
        texts = self._texts
        found = sorted((one for one in self._journal.agreements.open() if concerns(one, self._id)), key=by_due)
        given = (self._id, short_of(self._journal.people), self._today, texts)
        mine = [one for one in found if one.owner in (ME, US)]
        theirs = [one for one in found if one.owner not in (ME, US)]
        yield _titled(texts.t("Agreements, mine"), agreement_lines(mine, *given))
        yield _titled(texts.t("Agreements, theirs"), agreement_lines(theirs, *given))
        if self._everything:
            closed = [one for one in self._journal.agreements.all() if concerns(one, self._id) and one.state != "open"]
            closed.sort(key=_closing, reverse=True)
            yield _titled(texts.t("Agreements, closed"), closed_lines(closed, *given))

    def _feedback(self) -> Group:
        found = self._journal.feedback.of(self._id)
        waiting = [one for one in found if one.follow_up and not one.followed]
        waiting.sort(key=lambda one: (one.follow_up or date.max, one.id))
        others = [one for one in found if not one.follow_up or one.followed]
        shown = [*waiting, *(others if self._everything else others[:FEW])]
        rows, title = feedback_lines(shown, self._today, self._texts), self._texts.t("Feedback")
        if len(shown) == len(found):
            return _titled(title, rows)
        count = self._texts.t("{shown} of {count}, v shows all", shown=len(shown), count=len(found))
        return f"{title} · {count}", rows

    def _timeline(self, talks: Iterable[Meeting]) -> Iterable[Group]:
        """Group conversations by year, newest first."""
        title = self._texts.t("Timeline")
        for year, members in groupby(talks, key=lambda one: one.day.year):
            rows = [timeline_line(one, self._today, self._texts) for one in members]
            yield _titled(f"{title} · {year}", rows)


def _titled(title: str, rows: list[Row]) -> Group:
    return f"{title} · {len(rows)}", rows


def _closing(agreement: Agreement) -> tuple[str, str]:
    return (agreement.closed.isoformat() if agreement.closed else "", agreement.id)
