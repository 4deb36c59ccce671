"""What is asked of the journal, and what it tells when it is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from leadercli.model.schema import Raw


@dataclass(frozen=True, slots=True)
class Change:
    """Fields to write to one record. `base` is the version that the writer began from, if not the present one.

    A writer who began when there was no record has the base {}. `versions` are fields to put back into several
    versions, the one to be shown first: undo writes them.
    """

    table: str
    id: str
    fields: Mapping[str, Any]
    base: Raw | None = None
    versions: Mapping[str, Sequence[Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class News:
    """What changed: ids by table. `outside` when another program or machine wrote it.

    `arrived` tells how many records this whole machine had not held before.
    """

    changed: Mapping[str, frozenset[str]]
    outside: bool = False
    arrived: int = 0
