"""What is said of a day's review: its headings, the conversations, feedback to follow up, the scale that waits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from leadercli.locale import N_
from leadercli.model.dates.calendar import week_start
from leadercli.model.dates.format import format_time, format_week
from leadercli.words.agreements import TWO_VERSIONS

if TYPE_CHECKING:
    from leadercli.locale.texts import Texts
    from leadercli.model.overview.today import TodaysMeeting
    from leadercli.model.records import FeedbackKind
    from leadercli.model.scale.due import ScaleDue

Group = Literal["unfinished", "overdue", "due_today", "talks", "follow_ups", "scale", "coming"]

_TITLES: Final[dict[Group, str]] = {
    "unfinished": N_("Not finished"),
    "overdue": N_("Overdue"),
    "due_today": N_("Due today"),
    "talks": N_("Conversations"),
    "follow_ups": N_("Follow up"),
    "scale": N_("Myself"),
    "coming": N_("Coming"),
}
DRAFT: Final = N_("draft")
"""What stands before a note that was not finished."""
DUE: Final = N_("due")
"""What stands before somebody with whom a conversation is due."""
MISSED: Final = N_("planned, no note yet")
"""Said of a conversation whose day has passed without a note."""

FEEDBACK_KINDS: Final[dict[FeedbackKind, str]] = {"praise": N_("praise"), "better": N_("could be better")}
"""What feedback is, in a line."""
FEEDBACK_SIGNS: Final[dict[FeedbackKind, str]] = {"praise": N_("praise"), "better": N_("better")}
"""What feedback is, in a narrow column."""


def title(group: Group, texts: Texts, count: int | None = None) -> str:
    """Title a group, with a count if one is told."""
    words = texts.t(_TITLES[group])
    return words if count is None else f"{words} · {count}"


def talk_time(talk: TodaysMeeting, texts: Texts) -> str:
    """Say when a conversation is today."""
    return format_time(talk.meeting.time, texts.lang) if talk.meeting.time else texts.t("today")


def talk_facts(talk: TodaysMeeting, texts: Texts) -> list[str]:
    """Say what there is to take up in a conversation today, and how it stands with it."""
    facts = []
    if talk.agreements:
        facts.append(open_words(talk.agreements, texts))
    if talk.inbox:
        facts.append(raise_words(talk.inbox, texts))
    if talk.meeting.unsettled:
        facts.append(texts.t(TWO_VERSIONS))
    if talk.meeting.state == "held":
        facts.append(texts.t("held"))
    return facts


def open_words(count: int, texts: Texts) -> str:
    """Say how many agreements are open."""
    return texts.n("{count} open agreement", "{count} open agreements", count)


def raise_words(count: int, texts: Texts) -> str:
    """Say how many things there are to raise."""
    return texts.n("{count} thing to raise", "{count} things to raise", count)


def cancelled_words(reason: str, texts: Texts) -> str:
    """Say that a conversation was cancelled, and why if it was told."""
    return texts.t("cancelled: {reason}", reason=reason) if reason else texts.t("cancelled")


def scale_words(due: ScaleDue, texts: Texts) -> tuple[str, str]:
    """Say which week waits to be weighed, and that it does."""
    week = format_week(week_start(due.week), texts.lang)
    if due.first:
        return week, texts.t("The scale waits: weigh your own week, under two minutes")
    return week, texts.t("The scale is missing")
