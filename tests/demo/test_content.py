"""The two languages of the sample journal have the same people, days, marks and places to fill."""

from __future__ import annotations

import re
from typing import Any

import pytest

from leadercli.demo.content import read_content, read_notes

SIGNS = "!?+=%"


def marks(text: str) -> list[str]:
    """Say of each line which sign it has, who owns it, and which places it fills."""
    found = []
    for line in text.splitlines():
        sign = line[0] if line[0] in SIGNS else "-"
        owner = re.match(r"! >(\w+)", line)
        who = {"os": "us"}.get(owner[1], owner[1]) if owner else ""
        found.append(f"{sign} {who} {sorted(re.findall(r'{.*?}', line))}")
    return found


def test_notes_say_the_same_line_by_line() -> None:
    danish, english = read_notes("da"), read_notes("en")
    assert list(danish) == list(english) == list(read_content("people"))
    for person in danish:
        assert list(danish[person]) == list(english[person])
        for day in danish[person]:
            assert marks(danish[person][day]) == marks(english[person][day]), (person, day)


@pytest.mark.parametrize("name", ["people", "events", "scale"])
def test_every_text_is_there_in_both(name: str) -> None:
    def check(value: Any) -> None:
        if isinstance(value, dict):
            assert "da" not in value or set(value) == {"da", "en"}, value
        for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            check(inner)

    check(read_content(name))


def test_the_content_names_only_its_own_people() -> None:
    people = set(read_content("people"))
    events = read_content("events")
    assert {event["who"] for kind in events.values() for event in kind if "who" in event} <= people
