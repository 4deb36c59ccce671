"""What is said of an agreement: who has promised it, when it is due, how often its deadline was moved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Final

from leadercli.locale import N_
from leadercli.model.dates.format import format_day, format_due, format_long
from leadercli.model.records import ME, THEM, US
from leadercli.model.text import plain_line

if TYPE_CHECKING:
    from leadercli.locale.texts import Texts
    from leadercli.model.overview.next_steps import When

NameOf = Callable[[str], str]
"""Gives a person's name for an id, whole or short, "" for none."""

WHEN_TITLES: Final[dict[When, str]] = {
    "overdue": N_("Overdue"),
    "today": N_("Due today"),
    "this_week": N_("This week"),
    "later": N_("Later"),
    "undated": N_("Without a date"),
}
"""What the groups by deadline are called."""

TWO_VERSIONS: Final = N_("two versions")
"""Said of any record with a field that was written on two machines at once."""

VERSIONS_TITLE: Final = N_("Two versions")
"""What such fields are headed with."""
OPEN_AGAIN: Final = N_("Open again: {text}")
"""Said when an agreement that was done or dropped is taken up again."""


def owner_words(owner: str, person_id: str, name_of: NameOf, texts: Texts) -> str:
    """Say who has promised it: me, us, or a name; them when nobody knows the name."""
    if owner == ME:
        return texts.t("me")
    if owner == US:
        return texts.t("us")
    return name_of(person_id if owner == THEM else owner) or texts.t("them")


def owned_words(name: str, texts: Texts) -> str:
    """Say whose an agreement is, as a part of a line that tells more of it."""
    return texts.t("owner: {name}", name=name)


def whose_words(owner: str, person_id: str, name_of: NameOf, texts: Texts) -> str:
    """Say whom an agreement concerns and who owns it."""
    person = plain_line(name_of(person_id))
    who = plain_line(owner_words(owner, person_id, name_of, texts))
    who = who.partition(" ")[0] if owner == THEM and person else who
    return f"{person} · {who}" if person else who


def due_words(due: date | None, today: date, texts: Texts) -> str:
    """Say a deadline as seen from today; a dash for none."""
    return format_due(due, today, texts.lang) if due else "–"


def day_words(day: date | None, today: date, texts: Texts) -> str:
    """Say a date briefly, or that there is none."""
    return format_day(day, today, texts.lang) if day else texts.t("no date")


def whole_day_words(day: date | None, today: date, texts: Texts) -> str:
    """Say a date in full, so that a wrong one is seen, the year when it is another; or that there is none."""
    return format_long(day, texts.lang, year=day.year != today.year) if day else texts.t("no date")


def moved_words(moves: int, texts: Texts) -> str:
    """Say how often a deadline was moved; "" for never."""
    return texts.n("moved {count} time", "moved {count} times", moves) if moves else ""


def moved_sign(moves: int, texts: Texts) -> str:
    """Say how often a deadline was moved, for a narrow column; "" for never."""
    return texts.n("moved {count}×", "moved {count}×", moves) if moves else ""


def trouble_words(moves: int, texts: Texts, *, unsettled: bool) -> str:
    """Say what is wrong, for a narrow column: that there are two versions, else how often the deadline was moved."""
    return texts.t(TWO_VERSIONS) if unsettled else moved_sign(moves, texts)
