"""Write records as rows of a list: one line is when, what, who, owner, trouble."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from leadercli.locale.texts import Texts
from leadercli.model.dates.format import format_due
from leadercli.model.records import Agreement, Feedback, InboxItem, Meeting
from leadercli.model.schema import AGREEMENTS, FEEDBACK
from leadercli.tui.base.list_screen import COLUMNS
from leadercli.tui.widgets.rows import Cell, Row, record_row
from leadercli.words.agreements import TWO_VERSIONS, NameOf, owner_words, trouble_words
from leadercli.words.today import FEEDBACK_SIGNS


def two_versions(record: Agreement | InboxItem | Meeting, texts: Texts) -> tuple[Cell, ...]:
    """Give the cells that end a short row of a record in two versions; none for the others."""
    return (Cell(""), Cell(texts.t(TWO_VERSIONS), "overdue")) if record.unsettled else ()


def when_words(day: date | None, today: date, texts: Texts, *, headed: bool = False) -> str:
    """Say a deadline so that it fits the first column; "headed" leaves it to a heading to say that it has passed."""
    if day is None:
        return "–"
    said = format_due(day, today, texts.lang, short=headed)
    return said if len(said) < COLUMNS[0].width or day < today else said.partition(" ")[2]


def agreement_row(agreement: Agreement, short: NameOf, today: date, texts: Texts, *, headed: bool = False) -> Row:
    """Write an open agreement as a row; `headed` when it stands below a heading that says whether it is overdue."""
    over = agreement.due is not None and agreement.due < today
    when = when_words(agreement.due, today, texts, headed=headed)
    return record_row(
        AGREEMENTS,
        agreement.id,
        (
            Cell(when, "overdue" if over else "quiet"),
            Cell(agreement.text),
            Cell(short(agreement.person_id)),
            Cell(owner_words(agreement.owner, agreement.person_id, short, texts), "quiet"),
            Cell(trouble_words(len(agreement.moves), texts, unsettled=bool(agreement.unsettled)), "overdue"),
        ),
    )


def agreement_rows(agreements: Iterable[Agreement], short: NameOf, today: date, texts: Texts) -> list[Row]:
    """Write open agreements as rows, for below a heading that says when they are due."""
    return [agreement_row(one, short, today, texts, headed=True) for one in agreements]


def feedback_row(one: Feedback, short: NameOf, today: date, texts: Texts) -> Row:
    """Write feedback as a row: when to look again, or the day it was noted."""
    when = format_due(one.follow_up, today, texts.lang) if one.follow_up and not one.followed else ""
    over = bool(when) and one.follow_up is not None and one.follow_up < today
    sign = "+ " if one.kind == "praise" else "= "
    return record_row(
        FEEDBACK,
        one.id,
        (
            Cell(when, "overdue" if over else "quiet"),
            Cell(sign + one.text, "praise" if one.kind == "praise" else ""),
            Cell(short(one.person_id)),
            Cell(texts.t(FEEDBACK_SIGNS[one.kind]), "quiet"),
            Cell(texts.t(TWO_VERSIONS) if one.unsettled else "", "overdue"),
        ),
    )
