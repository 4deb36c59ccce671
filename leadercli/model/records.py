"""The records of a journal, as the rest of the program sees them.

Each record is frozen and carries its id. Dates are calendar dates without zone; a `datetime` is local wall
time and only orders what people see. `deleted` set means that the record lies in the bin. `unsettled` names the
fields that several machines wrote at once, so that a person has to say what holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

Relation = Literal["employee", "manager", "representative", "other"]
PersonState = Literal["active", "paused", "archived"]
AgreementState = Literal["open", "done", "dropped"]
MeetingState = Literal["planned", "held", "cancelled"]
FeedbackKind = Literal["praise", "better"]
Side = Literal["load", "resource"]

ME, THEM, US = "me", "them", "us"


@dataclass(frozen=True, slots=True)
class Person:
    """Someone the leader talks with. `cadence` is "1w", "2w", "1m" … or "" for none; `minutes` the planned length."""

    id: str
    name: str
    role: str = ""
    relation: Relation = "employee"
    cadence: str = "1m"
    minutes: int = 30
    start: date | None = None
    birthday: date | None = None
    email: str = ""
    state: PersonState = "active"
    paused_until: date | None = None
    left: date | None = None
    created: datetime | None = None
    deleted: datetime | None = None
    unsettled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """One 1:1 with a person on a day. `text` is the note; `used` is seconds spent with it open."""

    id: str
    person_id: str
    day: date
    time: str = ""
    state: MeetingState = "held"
    text: str = ""
    minutes: int = 0
    used: int = 0
    moved_from: date | None = None
    reason: str = ""
    changed: datetime | None = None
    deleted: datetime | None = None
    unsettled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Move:
    """One adjusted deadline: what it was, what it became, why. Either date may be None for "no deadline"."""

    at: datetime
    old: date | None
    new: date | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was agreed. `person_id` is whom it concerns, or ""; `owner` is "me", "them", "us" or a person's id."""

    id: str
    text: str
    person_id: str = ""
    owner: str = ME
    due: date | None = None
    state: AgreementState = "open"
    created: datetime | None = None
    closed: datetime | None = None
    moves: tuple[Move, ...] = ()
    meeting_id: str = ""
    line: str = ""
    source: str = ""
    private: bool = False
    deleted: datetime | None = None
    unsettled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InboxItem:
    """What to raise with a person next time. `raised` is when it was ticked off."""

    id: str
    person_id: str
    text: str
    created: datetime | None = None
    raised: datetime | None = None
    meeting_id: str = ""
    line: str = ""
    source: str = ""
    private: bool = False
    deleted: datetime | None = None
    unsettled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feedback:
    """Praise, or what could be better. `follow_up` is when to look again; `followed` when it was done."""

    id: str
    person_id: str
    kind: FeedbackKind
    text: str
    day: date
    follow_up: date | None = None
    followed: datetime | None = None
    meeting_id: str = ""
    line: str = ""
    source: str = ""
    private: bool = False
    deleted: datetime | None = None
    unsettled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ScaleItem:
    """One load or resource on the leader's scale. `name` is the leader's own wording; "" means the default name."""

    id: str
    side: Side
    name: str = ""
    order: int = 0
    retired: bool = False
    deleted: datetime | None = None
    unsettled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WeighIn:
    """One ISO week, "2026-W09". `ratings` maps item ids to 1–5, or None for "not relevant"; absent = not rated."""

    id: str
    week: str
    ratings: Mapping[str, int | None] = field(default_factory=dict)
    note: str = ""
    balance: str = ""
    turn_down: str = ""
    turn_up: str = ""
    steps: Mapping[str, str] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    at: datetime | None = None
    deleted: datetime | None = None
    unsettled: tuple[str, ...] = ()
