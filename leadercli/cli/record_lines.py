"""Say records in a line each, with their ids as short as they can be typed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from leadercli.locale.texts import Texts
from leadercli.model.dates.format import format_due
from leadercli.model.ids import short_id
from leadercli.model.people.rhythm import cadence_words
from leadercli.model.records import ME, THEM, US, Agreement
from leadercli.model.text import plain_line

if TYPE_CHECKING:
    from leadercli.model.people.rhythm import Due


NameOf = Callable[[str], str]
"""Gives a person's name for an id, "" for none."""


def owner_words(owner: str, person_id: str, name_of: NameOf, texts: Texts) -> str:
    """Say who has promised it: me, us, or a name."""
    if owner == ME:
        return texts.t("me")
    if owner == US:
        return texts.t("us")
    return name_of(person_id if owner == THEM else owner) or texts.t("them")


def moved_words(moves: int, texts: Texts) -> str:
    """Say how often a deadline was moved; "" for never."""
    return texts.n("moved {count} time", "moved {count} times", moves) if moves else ""


def due_words(due: date | None, today: date, texts: Texts) -> str:
    """Say a deadline as seen from today; a dash for none."""
    return format_due(due, today, texts.lang) if due else "–"


def whose_words(owner: str, person_id: str, name_of: NameOf, texts: Texts) -> str:
    """Say whom an agreement concerns and who owns it."""
    person = plain_line(name_of(person_id))
    who = plain_line(owner_words(owner, person_id, name_of, texts))
    who = who.partition(" ")[0] if owner == THEM and person else who
    return f"{person} · {who}" if person else who


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
        lines.append(f"{line} · {texts.t('two versions')}" if one.unsettled else line)
    return lines


def since_words(due: Due, cadence: str, texts: Texts) -> str:
    """Say why a conversation is due: how long ago the last one was, and what rhythm was agreed."""
    rhythm = cadence_words(cadence, texts.lang)
    if due.weeks_since is None:
        return texts.t("no conversation yet, agreed: {rhythm}", rhythm=rhythm)
    return texts.n(
        "{count} week since the last, agreed: {rhythm}",
        "{count} weeks since the last, agreed: {rhythm}",
        due.weeks_since,
        rhythm=rhythm,
    )


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
