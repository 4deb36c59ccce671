"""Shorten people's names for narrow columns, so that no two who are called alike look alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from leadercli.model.records import Person


def short_names(people: Iterable[Person]) -> dict[str, str]:
    """Give each person's first name by id; "Mads H." where others among them are called Mads too.

    Who is archived takes no short name from those who are here. Two Mads H. get as many letters of their last
    word as tell them apart, and their whole names when none do.
    """
    alike: defaultdict[str, list[Person]] = defaultdict(list)
    for person in people:
        alike[_first(person).casefold()].append(person)
    return {person.id: _short(person, members) for members in alike.values() for person in members}


def _short(person: Person, alike: list[Person]) -> str:
    rivals = [one for one in alike if one.id != person.id and (_gone(person) or not _gone(one))]
    if not rivals:
        return _first(person)
    last = _last(person)
    for count in range(1, len(last)):
        if all(_last(one)[:count].casefold() != last[:count].casefold() for one in rivals):
            return f"{_first(person)} {last[:count]}."
    return person.name


def _gone(person: Person) -> bool:
    return person.state == "archived"


def _first(person: Person) -> str:
    return person.name.split(" ", 1)[0]


def _last(person: Person) -> str:
    words = person.name.split()
    return words[-1] if len(words) > 1 else ""
