"""One person with a year behind him, for the tests of a person's page."""

from __future__ import annotations

from datetime import date

from leadercli.journal.journal import Journal
from leadercli.model.records import THEM, US

NOTE = "Mads' points first\n- the rota presses\n! call HR 5/3\n? a course\n+ a good grip\n% tired, only mine"


def lay_mads(journal: Journal) -> str:
    """Mads: a talk on 2 February, one moved, one cancelled, one in 2025, one planned on 6 March. Returns his id."""
    people, meetings = journal.people, journal.meetings
    mads = people.add("Mads Holm", role="project lead", start=date(2022, 3, 20), birthday=date(1988, 3, 14)).id
    meetings.plan(mads, date(2026, 1, 12))
    meetings.move(meetings.on(mads, date(2026, 1, 12)).id, date(2026, 1, 19), "leaders' seminar")
    meetings.write(mads, date(2026, 1, 19), "the new rota")
    meetings.plan(mads, date(2025, 12, 1))
    meetings.cancel(meetings.on(mads, date(2025, 12, 1)).id, "job interviews")
    meetings.write(mads, date(2025, 11, 3), "the year's goals")
    meetings.write(mads, date(2026, 2, 2), NOTE)
    meetings.plan(mads, date(2026, 3, 6), time="10:00", minutes=45)
    journal.agreements.agree("send a draft", person_id=mads, owner=THEM, due=date(2026, 3, 6))
    journal.agreements.agree("tidy the wiki", person_id=mads, owner=US)
    return mads
