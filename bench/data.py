"""Make the same people, notes and agreements for both sides, from a seed.

Dates are counted back or forward from TODAY, the day that the measured program is told it is.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import cycle

from bench import words

TODAY = date(2026, 3, 2)
SEED = 20260302
NOTE_BYTES = 1_700


@dataclass(frozen=True, slots=True)
class Note:
    """What was written about a 1:1 with `person` at `at`; about 1.7 KB of UTF-8."""

    at: datetime
    person: str
    text: str


@dataclass(frozen=True, slots=True)
class Promise:
    """An agreement: `owner` is "me" or "them"; `closed` says that it is done."""

    person: str
    owner: str
    text: str
    due: date
    closed: bool = False


def people() -> list[str]:
    """Return 40 names; each first name is there once."""
    return [f"{first} {last}" for first, last in zip(words.FIRST_NAMES, cycle(words.LAST_NAMES), strict=False)]


def notes(count: int, size: int = NOTE_BYTES) -> list[Note]:
    """Return `count` notes of about `size` bytes, oldest first, at most one a person and day."""
    rng, names = random.Random(SEED), people()
    found = []
    for index in range(count):
        days_back = (count - index) // len(names)
        day = TODAY - timedelta(days=days_back + 1)
        at = datetime.combine(day, time(8 + index % 9, 15 * (index % 4)))
        name = names[index % len(names)]
        found.append(Note(at, name, _body(rng, index, name.split()[0], size)))
    return found


def open_promises(count: int) -> list[Promise]:
    """Return `count` open agreements; one in a hundred is overdue, the rest spread over the coming year."""
    rng = random.Random(SEED + 1)
    return [_promise(rng, overdue=index % 100 == 0) for index in range(count)]


def lived_promises(count: int, still_open: int = 400, overdue: int = 12) -> list[Promise]:
    """Return what years leave behind: `still_open` open ones, `overdue` of them late; the others are done."""
    rng = random.Random(SEED + 2)
    done = [_promise(rng, closed=True) for _ in range(count - still_open)]
    return done + [_promise(rng, overdue=index < overdue) for index in range(still_open)]


def _body(rng: random.Random, index: int, who: str, size: int) -> str:
    sown = [line for every, line in words.SOWN.values() if index % every == every // 2]
    lines = [_fill(rng, rng.choice(words.SENTENCES), who)]
    written = len(lines[0].encode())
    while written < size - 60:
        line = sown.pop() if sown else _fill(rng, rng.choice(words.SENTENCES), who)
        lines.append(line)
        written += len(line.encode()) + 1
    return "\n".join(_paragraphs(lines))


def _paragraphs(sentences: list[str], each: int = 3) -> Iterator[str]:
    for start in range(0, len(sentences), each):
        yield " ".join(sentences[start : start + each])


def _fill(rng: random.Random, pattern: str, who: str) -> str:
    text = pattern.format(
        who=who,
        topic=rng.choice(words.TOPICS),
        cause=rng.choice(words.CAUSES),
        step=rng.choice(words.STEPS),
        party=rng.choice(words.PARTIES),
        time=rng.choice(words.TIMES),
    )
    return text[0].upper() + text[1:]


def _promise(rng: random.Random, *, overdue: bool = False, closed: bool = False) -> Promise:
    person = rng.choice(people())
    party, topic = rng.choice(words.PARTIES), rng.choice(words.TOPICS)
    text = f"{words.OVERDUE_BEGINS} {party} om {topic}"
    days = rng.randint(3, 365)
    if not overdue:
        text = rng.choice(words.DEEDS).format(party=party, topic=topic)
    due = TODAY - timedelta(days=days) if overdue or closed else TODAY + timedelta(days=days)
    return Promise(person, rng.choice(("me", "them")), text, due, closed)
