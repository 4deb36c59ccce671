"""Say records in a line each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from leadercli.locale.texts import Texts
from leadercli.model.plain import plain_line
from leadercli.model.records import ME, THEM, US, Agreement
from leadercli.model.say import say_day, say_due

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
    """Say a deadline as seen from today."""
    return say_due(due, today, texts.lang) if due else texts.t("no date")


def agreement_line(one: Agreement, short: str, name_of: NameOf, today: date, texts: Texts) -> str:
    """Say an agreement: id, deadline, text, whom it concerns, who owns it, how often it was moved."""
    return step_line(
        short,
        due_words(one.due, today, texts).ljust(DUE_WIDTH),
        one.text,
        name_of(one.person_id),
        owner_words(one.owner, one.person_id, name_of, texts),
        moved_words(len(one.moves), texts),
    )


DUE_WIDTH = 14
"""How wide the column of deadlines is, in characters; longer ones push the text."""


def step_line(short: str, due: str, text: str, person: str, owner: str, moved: str) -> str:
    """Lay out one agreement."""
    what = " · ".join(part for part in (plain_line(text), plain_line(person), plain_line(owner), moved) if part)
    return f"  {short}  {due}  {what}"


def understood(one: Agreement, name_of: NameOf, today: date, texts: Texts) -> str:
    """Say what an agreement was understood as: text, whom it concerns, owner, deadline."""
    person = name_of(one.person_id)
    owner = owner_words(one.owner, one.person_id, name_of, texts)
    parts = [plain_line(one.text), plain_line(person), texts.t("owner: {name}", name=plain_line(owner))]
    parts.append(say_day(one.due, today, texts.lang) if one.due else texts.t("no date"))
    return " · ".join(part for part in parts if part)
