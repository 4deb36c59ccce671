"""A small journal on the Monday of the tests: four people, agreements of every kind, one conversation today."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta
from typing import Any

from textual.pilot import Pilot

from leadercli.journal.journal import Journal
from leadercli.tui.app.app import LeaderApp
from support.screens.desk import BEFORE, Desk


def lay_monday(desk: Desk) -> Journal:
    """Lay the journal on the desk. Returns it as it was written, which the app does not share."""
    journal = desk.journal()
    aase = journal.people.add("Åse Lund", role="Nurse")
    lise = journal.people.add("Lise Berg", role="Analyst")
    mads = journal.people.add("Mads Holm", role="Developer")
    eva = journal.people.add("Eva Sørensen", role="Team lead")
    for person in (aase, lise, mads):
        journal.meetings.write(person.id, date(2026, 2, 16), "- the week plan\n% between us: tired\n- the course")
    journal.meetings.write(eva.id, date(2026, 1, 26), "- talked about the new role")
    journal.meetings.plan(mads.id, date(2026, 3, 2), time="10:00")

    agree = journal.agreements.agree
    agree("Call HR about leave", person_id=aase.id, due=date(2026, 2, 27))
    budget = agree("Send budget", person_id=lise.id, owner="them", due=date(2026, 2, 20))
    journal.agreements.adjust(budget.id, date(2026, 2, 24), "waits for the numbers")
    agree("Read the paper before we talk", person_id=mads.id, due=date(2026, 3, 2))
    agree("Draft the plan", person_id=mads.id, owner="them", due=date(2026, 3, 6))
    agree("Clear the archive")
    journal.inbox.put(mads.id, "Salary talk")
    journal.inbox.put(mads.id, "Holidays in week 29")
    journal.feedback.note(mads.id, "praise", "good with the customer", date(2026, 2, 27))
    journal.scale.weigh_in("2026-W08", {"workload": 4})
    later = desk.journal(BEFORE + timedelta(hours=1))
    later.agreements.adjust(budget.id, date(2026, 3, 1))
    return later


def lay_overdue(desk: Desk, count: int = 5) -> Journal:
    """Lay a journal with nothing but overdue agreements with one person."""
    journal = desk.journal()
    person = journal.people.add("Mads Holm", cadence="")
    for number in range(1, count + 1):
        journal.agreements.agree(f"Promise {number}", person_id=person.id, due=date(2026, 2, 20 + number))
    return journal


@asynccontextmanager
async def monday(desk: Desk, **options: Any) -> AsyncIterator[tuple[LeaderApp, Pilot[None]]]:
    """Sit down at the app on that Monday morning: `async with monday(desk) as (app, pilot)`."""
    lay_monday(desk)
    async with desk.at_work(**options) as (app, pilot):
        yield app, pilot
