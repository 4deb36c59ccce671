"""Next steps: all open agreements in one list, grouped by when they are due, narrowed as one types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Final, Literal

from leadercli.model.dates.calendar import week_end
from leadercli.model.records import ME, US, Agreement, InboxItem
from leadercli.model.text import fold

When = Literal["overdue", "today", "this_week", "later", "undated"]
Whose = Literal["all", "mine", "theirs"]
Age = tuple[datetime, tuple[int, ...], str]

WHEN: Final[tuple[When, ...]] = ("overdue", "today", "this_week", "later", "undated")


def is_open(agreement: Agreement) -> bool:
    """Tell whether an agreement still stands: neither done, dropped nor in the bin."""
    return agreement.state == "open" and agreement.deleted is None


def when(due: date | None, today: date) -> When:
    """Place a deadline. This week ends on its Sunday, at the weekend too, so that the words stay true."""
    if due is None:
        return "undated"
    if due <= today:
        return "today" if due == today else "overdue"
    return "this_week" if due <= week_end(today) else "later"


def grouped(agreements: Iterable[Agreement], today: date) -> dict[When, list[Agreement]]:
    """Group the open agreements, empty groups too; each by deadline, then the oldest first."""
    groups: dict[When, list[Agreement]] = {name: [] for name in WHEN}
    for agreement in agreements:
        if is_open(agreement):
            groups[when(agreement.due, today)].append(agreement)
    for group in groups.values():
        group.sort(key=by_due)
    return groups


def by_due(agreement: Agreement) -> tuple[date, Age]:
    """Order agreements: by deadline, then by when they were made; what has no date comes last."""
    return (agreement.due or date.max, age(agreement))


def age(record: Agreement | InboxItem) -> Age:
    """Order records by when they were made; those of one note, made at once, as their lines were written."""
    # The lines that are written at once share a dot, which their ids number on: "writer:12.3".
    _, _, numbers = record.line.rpartition(":")
    counter, _, offset = numbers.partition(".")
    line = tuple(int(part) if part.isdecimal() and len(part) < 19 else 0 for part in (counter, offset))
    return (record.created or datetime.max, line, record.id)


def haystacks(agreements: Iterable[Agreement], names: Mapping[str, str]) -> dict[str, str]:
    """Return the folded text in which `narrow` looks, by agreement id: the words, about whom, owned by whom.

    `names` maps person ids to names. Make it once per change of the journal, not once per key.
    """
    folded = {person_id: fold(name) for person_id, name in names.items()}
    return {
        it.id: "\n".join((fold(it.text), folded.get(it.person_id, ""), folded.get(it.owner, ""))) for it in agreements
    }


def narrow(
    agreements: Iterable[Agreement],
    hay: Mapping[str, str],
    words: str = "",
    person_id: str = "",
    whose: Whose = "all",
) -> list[Agreement]:
    """Keep the agreements that hold every typed word, are about or owned by a person, and are mine or theirs.

    What is ours together is both mine and theirs. Order is kept; "" and "all" leave out nothing.
    """
    wanted = fold(words).split()
    return [
        it
        for it in agreements
        if (not person_id or person_id in (it.person_id, it.owner))
        and belongs(it, whose)
        and all(word in hay.get(it.id, "") for word in wanted)
    ]


def belongs(agreement: Agreement, whose: Whose) -> bool:
    """Tell whether an agreement is mine, theirs (anyone's but mine), or either."""
    if whose == "all" or agreement.owner == US:
        return True
    return (agreement.owner == ME) == (whose == "mine")
