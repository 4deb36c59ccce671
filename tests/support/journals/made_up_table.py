"""A kind of record that the program does not have: one dataclass and one row, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from leadercli.model.schema import PEOPLE, Group, Reference, TableSchema

LETTERS = "letters"


@dataclass(frozen=True, slots=True)
class Letter:
    """What the leader wrote to someone."""

    id: str
    person_id: str
    subject: str
    sent: date
    body: str = ""
    tone: Literal["warm", "dry"] = "warm"
    pages: int = 1
    answered: datetime | None = None
    stars: Mapping[str, int | None] = field(default_factory=dict)
    private: bool = False
    deleted: datetime | None = None
    unsettled: tuple[str, ...] = ()


ROW = TableSchema(
    kind="letter",
    record=Letter,
    signs=("subject",),
    asked=("subject", "tone", "answered"),
    defaults={"subject": "no subject"},
    moments=("answered",),
    together=("subject",),
    long_texts=("body",),
    searched=("subject", "body"),
    summary=("subject", "body"),
    groups=(Group("star.", "stars", highest=3),),
    references=(Reference("person", PEOPLE),),
    day="sent",
)
