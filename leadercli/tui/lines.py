"""Write records as rows of a list: one line is when, what, who, owner, trouble."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from leadercli.locale.texts import Texts
from leadercli.model.records import ME, THEM, US, Agreement, Feedback, InboxItem
from leadercli.model.say import say_due
from leadercli.tui.rows import Cell, Column, Row

COLUMNS = (Column(13), Column(0), Column(11, needs=50), Column(9), Column(12, needs=66))
"""When, what, who, owner, trouble."""

NameOf = Callable[[str], str]
"""Gives a person's name for an id, "" for none."""


def first_name(name: str) -> str:
    """Shorten a name to its first word, for narrow columns."""
    return name.split(" ", 1)[0]


def owner_words(agreement: Agreement, name_of: NameOf, texts: Texts) -> str:
    """Say who has promised it: me, us, or a first name."""
    if agreement.owner == ME:
        return texts.t("me")
    if agreement.owner == US:
        return texts.t("us")
    holder = agreement.person_id if agreement.owner == THEM else agreement.owner
    return first_name(name_of(holder)) or texts.t("them")


def moved_words(agreement: Agreement, texts: Texts) -> str:
    """Say how often the deadline was moved; "" for never."""
    return texts.n("moved {count}×", "moved {count}×", len(agreement.moves)) if agreement.moves else ""


def when_words(day: date | None, today: date, texts: Texts, *, headed: bool = False) -> str:
    """Say a deadline so that it fits the first column; "headed" leaves it to a heading to say that it has passed."""
    if day is None:
        return "–"
    said = say_due(day, today, texts.lang, short=headed)
    return said if len(said) < COLUMNS[0].width or day < today else said.partition(" ")[2]


def agreement_row(agreement: Agreement, name_of: NameOf, today: date, texts: Texts, *, headed: bool = False) -> Row:
    """Write an open agreement as a row; `headed` when it stands below a heading that says whether it is overdue."""
    over = agreement.due is not None and agreement.due < today
    when = when_words(agreement.due, today, texts, headed=headed)
    return Row(
        f"agreement:{agreement.id}",
        (
            Cell(when, "overdue" if over else "quiet"),
            Cell(agreement.text),
            Cell(first_name(name_of(agreement.person_id))),
            Cell(owner_words(agreement, name_of, texts), "quiet"),
            Cell(moved_words(agreement, texts), "overdue"),
        ),
    )


def agreement_rows(agreements: Iterable[Agreement], name_of: NameOf, today: date, texts: Texts) -> list[Row]:
    """Write open agreements as rows, for below a heading that says when they are due."""
    return [agreement_row(one, name_of, today, texts, headed=True) for one in agreements]


def inbox_row(item: InboxItem, name_of: NameOf) -> Row:
    """Write something to raise next time as a row."""
    mark = "✓" if item.raised else "?"
    who = first_name(name_of(item.person_id))
    return Row(f"inbox:{item.id}", (Cell(mark, "quiet"), Cell(item.text), Cell(who), Cell(""), Cell("")))


def feedback_row(one: Feedback, name_of: NameOf, today: date, texts: Texts) -> Row:
    """Write feedback as a row: when to look again, or the day it was noted."""
    kind = texts.t("praise") if one.kind == "praise" else texts.t("better")
    when = say_due(one.follow_up, today, texts.lang) if one.follow_up and not one.followed else ""
    over = bool(when) and one.follow_up is not None and one.follow_up < today
    sign = "+ " if one.kind == "praise" else "= "
    return Row(
        f"feedback:{one.id}",
        (
            Cell(when, "overdue" if over else "quiet"),
            Cell(sign + one.text, "praise" if one.kind == "praise" else ""),
            Cell(first_name(name_of(one.person_id))),
            Cell(kind, "quiet"),
            Cell(""),
        ),
    )
