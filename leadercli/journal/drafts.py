"""Keep what is being typed on this machine until it is in the journal."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path

from leadercli.journal.presence import Presence
from leadercli.journal.run_files import Kept, RunFiles
from leadercli.journal.text_form import Raw
from leadercli.model.ids import Random, writer_id


@dataclass(frozen=True, slots=True)
class Draft:
    """A note being written. `base` is the version of the conversation that it began from; `at` is local ISO time.

    `dot` names the commit that puts the text in the journal, from right before it is saved. `place` is the row and the
    column of the cursor. `run` tells whose it is; it stands in the file's name.
    """

    meeting_id: str
    person_id: str
    day: str
    text: str
    at: str
    base: Raw | None = None
    used: int = 0
    dot: str = ""
    place: tuple[int, int] | None = None
    run: str = ""

    @property
    def date(self) -> date:
        """The day of the conversation."""
        return date.fromisoformat(self.day)


class Drafts:
    """The drafts of one journal, readable by their owner only. Each running program has its own; see `run_files`."""

    def __init__(self, journal_state: Path, presence: Presence | None = None, random: Random = os.urandom) -> None:
        presence = presence or Presence(journal_state, writer_id(random))
        self.folder = journal_state / "drafts"
        self._files = RunFiles(self.folder, presence, _read_draft)

    def keep(self, draft: Draft) -> Callable[[], None]:
        """Put a draft where a killed program cannot lose it, as this run's or as one of those that it took.

        Returns the call that also makes it survive a power cut. The returned call may take some milliseconds and may
        run in another thread. Both raise OSError.
        """
        content = {name: value for name, value in asdict(draft).items() if name != "run"}
        written = json.dumps(content, ensure_ascii=False).encode("utf-8", "replace")
        return self._files.keep(draft.meeting_id, written, draft.run)

    def drop(self, meeting_id: str, run: str = "") -> None:
        """Forget this run's draft, or an older one that it took: its text is in the journal. Raises OSError."""
        self._files.drop(meeting_id, run)

    def has(self, meeting_id: str, run: str = "") -> bool:
        """Tell whether this run has a draft of a conversation."""
        return self._files.has(meeting_id, run)

    def of(self, meeting_id: str) -> Draft | None:
        """Find the latest draft of a conversation that is this run's or was left behind."""
        return next((draft for draft in self.all() if draft.meeting_id == meeting_id), None)

    def all(self) -> list[Draft]:
        """List the drafts that are this run's or were left behind: the latest of each conversation, oldest first."""
        latest = {draft.meeting_id: draft for draft in _ordered(self._files.all())}
        return sorted(latest.values(), key=lambda draft: (draft.at, draft.meeting_id))

    def take(self, meeting_id: str) -> list[Draft]:
        """Make what was left behind of a conversation this run's. Returns all that is, oldest first."""
        self._files.take(meeting_id)
        return _ordered(self._files.mine(meeting_id))

    def unread(self) -> list[Path]:
        """List the drafts that could not be read: what was set aside, and what the system keeps closed."""
        return self._files.unread()


def _ordered(found: list[Kept[Draft]]) -> list[Draft]:
    inorder = sorted(found, key=lambda kept: (kept.content.at, kept.at, kept.run))
    return [replace(kept.content, run=kept.run) for kept in inorder]


def _read_draft(content: bytes) -> Draft:
    """Read a draft. Raises ValueError, TypeError or KeyError when it is not as it should be."""
    found = json.loads(content)
    draft = Draft(**{name: found[name] for name in Draft.__slots__ if name in found})
    if not all(isinstance(each, str) for each in (draft.meeting_id, draft.person_id, draft.text, draft.at, draft.dot)):
        raise TypeError
    if not isinstance(draft.base, dict | None) or not isinstance(draft.used, int) or not draft.date:
        raise TypeError
    place = found.get("place")
    fits = isinstance(place, list) and len(place) == 2 and all(isinstance(one, int) and one >= 0 for one in place)
    return replace(draft, place=(place[0], place[1]) if fits else None)
