"""Write records as rows of a list: one line is when, what, who, owner, trouble."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

from leadercli.locale.texts import Texts
from leadercli.model.dates.format import format_due
from leadercli.model.people.names import short_names
from leadercli.model.records import ME, THEM, US, Agreement, Feedback, InboxItem, Meeting
from leadercli.tui.base.list_screen import COLUMNS
from leadercli.tui.widgets.rows import Cell, Row

if TYPE_CHECKING:
    from leadercli.journal.verbs.people import People


ShortOf = Callable[[str], str]
"""Gives a person's short name for an id, "" for none."""


def first_name(name: str) -> str:
    """Shorten a name to its first word, for narrow columns."""
    return name.split(" ", 1)[0]


def short_of(people: People) -> ShortOf:
    """Shorten everyone's name for narrow columns: to the first, and an initial where two are called so."""
    names = short_names(people.all())
    return lambda id_: names.get(id_) or first_name(people.name(id_))


def owner_words(agreement: Agreement, short: ShortOf, texts: Texts) -> str:
    """Say who has promised it: me, us, or a short name."""
    if agreement.owner == ME:
        return texts.t("me")
    if agreement.owner == US:
        return texts.t("us")
    holder = agreement.person_id if agreement.owner == THEM else agreement.owner
    return short(holder) or texts.t("them")


def moved_words(agreement: Agreement, texts: Texts) -> str:
    """Say how often the deadline was moved; "" for never."""
    return texts.n("moved {count}×", "moved {count}×", len(agreement.moves)) if agreement.moves else ""


def trouble_words(agreement: Agreement, texts: Texts) -> str:
    """Say what is wrong with an agreement: that it stands in two versions, else how often its deadline was moved."""
    return texts.t("two versions") if agreement.unsettled else moved_words(agreement, texts)


def two_versions(record: Agreement | InboxItem | Meeting, texts: Texts) -> tuple[Cell, ...]:
    """Give the cells that end a short row of a record in two versions; none for the others."""
    return (Cell(""), Cell(texts.t("two versions"), "overdue")) if record.unsettled else ()


def when_words(day: date | None, today: date, texts: Texts, *, headed: bool = False) -> str:
    """Say a deadline so that it fits the first column; "headed" leaves it to a heading to say that it has passed."""
    if day is None:
        return "–"
    said = format_due(day, today, texts.lang, short=headed)
    return said if len(said) < COLUMNS[0].width or day < today else said.partition(" ")[2]


def agreement_row(agreement: Agreement, short: ShortOf, today: date, texts: Texts, *, headed: bool = False) -> Row:
    """Write an open agreement as a row; `headed` when it stands below a heading that says whether it is overdue."""
    over = agreement.due is not None and agreement.due < today
    when = when_words(agreement.due, today, texts, headed=headed)
    return Row(
        f"agreement:{agreement.id}",
        (
            Cell(when, "overdue" if over else "quiet"),
            Cell(agreement.text),
            Cell(short(agreement.person_id)),
            Cell(owner_words(agreement, short, texts), "quiet"),
            Cell(trouble_words(agreement, texts), "overdue"),
        ),
    )


def agreement_rows(agreements: Iterable[Agreement], short: ShortOf, today: date, texts: Texts) -> list[Row]:
    """Write open agreements as rows, for below a heading that says when they are due."""
    return [agreement_row(one, short, today, texts, headed=True) for one in agreements]


def feedback_row(one: Feedback, short: ShortOf, today: date, texts: Texts) -> Row:
    """Write feedback as a row: when to look again, or the day it was noted."""
    kind = texts.t("praise") if one.kind == "praise" else texts.t("better")
    when = format_due(one.follow_up, today, texts.lang) if one.follow_up and not one.followed else ""
    over = bool(when) and one.follow_up is not None and one.follow_up < today
    sign = "+ " if one.kind == "praise" else "= "
    return Row(
        f"feedback:{one.id}",
        (
            Cell(when, "overdue" if over else "quiet"),
            Cell(sign + one.text, "praise" if one.kind == "praise" else ""),
            Cell(short(one.person_id)),
            Cell(kind, "quiet"),
            Cell(texts.t("two versions") if one.unsettled else "", "overdue"),
        ),
    )
