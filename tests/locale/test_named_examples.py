"""What a message offers to try is understood, in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from leadercli.locale.collect import read_danish
from leadercli.model.dates.appointment import read_appointment, read_length
from leadercli.model.dates.reader import read_date
from leadercli.model.people.profile import read_relation
from leadercli.model.people.rhythm import read_cadence

MONDAY = date(2026, 3, 2)
Reader = Callable[[str], object]


def day(text: str) -> date | None:
    """Read a day, or a month for its first day; a dash means none."""
    return date.min if text == "-" else read_date(text, MONDAY) or read_date(f"1. {text}", MONDAY)


def talk(text: str) -> object:
    """Read a day, a time and minutes, with nothing left over."""
    line = read_appointment(text, MONDAY)
    return line if line is None or not line.rest else None


READERS: dict[str, Reader] = {
    "date I know": day,
    "rhythm I know": read_cadence,
    "is not a length": read_length,
    "day I know": talk,
    "neither a time": talk,
    "none of: employee, my manager": read_relation,
}
"""Parts of the English messages that name examples, and how their examples are read."""


def examples(message: str) -> list[str]:
    """Take apart "… Try a, b or c." and "… is none of: a, b."."""
    _, _, named = re.sub(r"(Try|Prøv|none of:|er ikke en af:) ", "\0", message).partition("\0")
    named = re.sub(r" (for no date|for ingen frist)", "", named).removesuffix(".")
    return [one for one in re.split(r"(?:,| –)? (?:or|eller) |, ", named) if one]


@pytest.mark.parametrize("part", READERS)
def test_what_a_message_offers_to_try_is_understood(part: str) -> None:
    found = [one for one in read_danish() if part in one.id and not one.pluralizable]
    assert found
    for message in (str(text) for one in found for text in (one.id, one.string)):
        offered = examples(message)
        assert len(offered) > 1 or part == "neither a time", message
        assert [one for one in offered if READERS[part](one) is None] == [], message
