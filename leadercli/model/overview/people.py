"""Everyone at a glance: who waits for a conversation, who rests, who has left, and how the rhythm was kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from leadercli.model.overview.next_steps import belongs, is_open
from leadercli.model.people.rhythm import Due, MonthMark, due_for_talk, last_held, next_due, next_planned, rhythm_strip
from leadercli.model.records import Agreement, Meeting, Person

Group = Literal["due", "others", "paused", "archived"]

GROUPS: Final[tuple[Group, ...]] = ("due", "others", "paused", "archived")


@dataclass(frozen=True, slots=True)
class PersonStatus:
    """How it stands with one person.

    `next` is the next planned conversation, `expected` when the rhythm wants one if none is planned. `mine` and
    `theirs` count open agreements; what is ours together is in both.
    """

    person: Person
    group: Group
    due: Due | None
    last: date | None
    next: Meeting | None
    expected: date | None
    mine: int
    theirs: int
    strip: tuple[tuple[date, MonthMark], ...]


def resting(person: Person, today: date) -> bool:
    """Tell whether a person's rhythm rests today. `paused_until` is the first day back."""
    return person.state == "paused" and (person.paused_until is None or today < person.paused_until)


def gone(person: Person, today: date) -> bool:
    """Tell whether a person is archived, or their last day has passed."""
    return person.state == "archived" or (person.left is not None and person.left < today)


def concerns(agreement: Agreement, person_id: str) -> bool:
    """Tell whether an agreement is about a person or theirs to keep."""
    return person_id in (agreement.person_id, agreement.owner)


def person_status(
    person: Person, meetings: Iterable[Meeting], agreements: Iterable[Agreement], today: date
) -> PersonStatus:
    """Say how it stands with a person. `meetings` are theirs; `agreements` those that concern them."""
    held = list(meetings)
    due = due_for_talk(person, held, today)
    last, planned = last_held(held, today), next_planned(held, today)
    group: Group = "others"
    if gone(person, today):
        group = "archived"
    elif resting(person, today):
        group = "paused"
    elif due:
        group = "due"
    expected = None
    if group == "others" and planned is None:
        begin = person.start or (person.created.date() if person.created else None)
        expected = next_due(last, person.cadence, begin)
    opened = [one for one in agreements if is_open(one)]
    mine = sum(1 for one in opened if belongs(one, "mine"))
    theirs = sum(1 for one in opened if belongs(one, "theirs"))
    return PersonStatus(person, group, due, last, planned, expected, mine, theirs, rhythm_strip(held, today))


def people_overview(
    people: Iterable[Person], meetings: Iterable[Meeting], agreements: Iterable[Agreement], today: date
) -> dict[Group, list[PersonStatus]]:
    """Say how it stands with everyone, group by group: those due by how long they waited, the others by name."""
    held: defaultdict[str, list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        held[meeting.person_id].append(meeting)
    kept: defaultdict[str, list[Agreement]] = defaultdict(list)
    for agreement in agreements:
        for person_id in {agreement.person_id, agreement.owner}:
            kept[person_id].append(agreement)
    groups: dict[Group, list[PersonStatus]] = {group: [] for group in GROUPS}
    for person in people:
        if person.deleted is None:
            found = person_status(person, held[person.id], kept[person.id], today)
            groups[found.group].append(found)
    for group in groups.values():
        group.sort(key=lambda one: (one.person.name.casefold(), one.person.id))
    groups["due"].sort(key=_waited)
    return groups


def _waited(one: PersonStatus) -> tuple[bool, date]:
    """Order those who are due: the longest overdue first, those never met last."""
    assert one.due
    return one.due.never, one.due.due
