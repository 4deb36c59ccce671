"""Say records in a line each, with their ids as short as they can be typed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from leadercli.model.ids import short_id
from leadercli.model.text import plain_line
from leadercli.words.agreements import TWO_VERSIONS, NameOf, due_words, moved_words, whose_words

if TYPE_CHECKING:
    from leadercli.locale.texts import Texts
    from leadercli.model.records import Agreement


def step_line(short: str, due: str, text: str, whose: str) -> str:
    """Lay out an agreement: id, deadline, what, whose."""
    return f"  {short}  {due}  {text if text.isprintable() else plain_line(text)} · {whose}"


def agreement_lines(
    agreements: Sequence[Agreement],
    short: Mapping[str, str],
    name_of: NameOf,
    today: date,
    texts: Texts,
    width: int = 0,
) -> list[str]:
    """Say agreements in a line each, their deadlines in a column of `width`, or as wide as they need."""
    words = [due_words(one.due, today, texts) for one in agreements]
    width = width or max(map(len, words), default=0)
    lines = []
    for one, due in zip(agreements, words, strict=True):
        whose = whose_words(one.owner, one.person_id, name_of, texts)
        line = step_line(short[one.id], due.ljust(width), one.text, whose)
        line = f"{line} · {moved_words(len(one.moves), texts)}" if one.moves else line
        lines.append(f"{line} · {texts.t(TWO_VERSIONS)}" if one.unsettled else line)
    return lines


def short_ids(ids: Collection[str]) -> dict[str, str]:
    """Shorten each id of a table to five signs, or to as many as tell it from all the others."""
    short = {id_: short_id(id_) for id_ in ids}
    days = {id_[:5] for id_ in ids}
    taken = set(short.values())
    if len(taken) == len(short) and days.isdisjoint(taken):
        return short
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for id_, typed in short.items():
        alike[typed].append(id_)
    for typed, same in alike.items():
        if len(same) > 1 or typed in days:
            short.update((id_, _lengthened(id_, same, days)) for id_ in same)
    return short


def _lengthened(id_: str, same: list[str], days: set[str]) -> str:
    """Take as much of an id as tells it from those that begin alike, and from all that began on a day."""
    tail = id_.partition("-")[2] or id_
    for size in range(6, len(tail) + 1):
        typed = tail[:size]
        if not any(other != id_ and (other.partition("-")[2] or other).startswith(typed) for other in same):
            return id_ if any(day.startswith(typed) for day in days) else typed
    return id_
