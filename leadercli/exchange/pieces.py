"""What is read from another program's file before anything is brought in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from leadercli.errors import Trouble


@dataclass(frozen=True, slots=True)
class Piece:
    """One note. `names` are who it may be about, best first; `add` is who to add when none of them is known.

    `add` "" is the leader's own journal. `time` is "10:00" or "". `place` tells where it stands, `unclear` what to do
    when a name can be several people: leave the name out, skip the piece, or stop.
    """

    place: str
    names: tuple[str, ...]
    add: str
    day: date
    time: str
    text: str
    unclear: Literal["pass", "skip", "stop"] = "stop"

    @property
    def at(self) -> datetime:
        """When it was written."""
        return datetime.fromisoformat(f"{self.day}T{self.time or '00:00'}")


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was left out: where it stands, and the sentence that says why."""

    place: str
    why: Trouble


@dataclass(frozen=True, slots=True)
class Imported:
    """What came in. `people_added` are names; the others count new records, `meetings` also notes that grew."""

    people_added: tuple[str, ...] = ()
    meetings: int = 0
    agreements: int = 0
    inbox: int = 0
    feedback: int = 0
    skipped: tuple[Skipped, ...] = ()


def tidy(text: str) -> str:
    """Write line ends as the journal does, without empty lines around."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip("\n").rstrip()
