"""Keep what is being typed on this machine until it is in the journal."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from leadercli.journal.files import private_folder
from leadercli.journal.text_form import Raw


@dataclass(frozen=True, slots=True)
class Draft:
    """A note being written. `base` is the version of the conversation that it began from; `at` is local ISO time."""

    meeting_id: str
    person_id: str
    day: str
    text: str
    at: str
    base: Raw | None = None
    used: int = 0

    @property
    def date(self) -> date:
        """The day of the conversation."""
        return date.fromisoformat(self.day)


class Drafts:
    """The drafts of one journal, a file each, readable by their owner only."""

    def __init__(self, journal_state: Path) -> None:
        self.folder = journal_state / "drafts"

    def keep(self, draft: Draft) -> Callable[[], None]:
        """Put a draft where a killed program cannot lose it. Returns the call that also makes it survive a power cut.

        The returned call may take some milliseconds and may run in another thread. Raises OSError.
        """
        private_folder(self.folder)
        path = self._path(draft.meeting_id)
        beside = path.with_suffix(".tmp")
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
            json.dump(asdict(draft), file, ensure_ascii=False)
        os.replace(beside, path)
        return lambda: _make_durable(path)

    def drop(self, meeting_id: str) -> None:
        """Forget a draft: its text is in the journal."""
        with suppress(FileNotFoundError):
            self._path(meeting_id).unlink()

    def of(self, meeting_id: str) -> Draft | None:
        """Find the draft of a conversation."""
        return _read(self._path(meeting_id))

    def all(self) -> list[Draft]:
        """List the drafts that were left behind, oldest first."""
        if not self.folder.is_dir():
            return []
        found = [draft for path in self.folder.glob("*.json") if (draft := _read(path))]
        return sorted(found, key=lambda draft: draft.at)

    def _path(self, meeting_id: str) -> Path:
        return self.folder / f"{meeting_id}.json"


def _read(path: Path) -> Draft | None:
    try:
        return Draft(**json.loads(path.read_text("utf-8")))
    except FileNotFoundError:
        return None
    except (ValueError, TypeError):
        path.replace(path.with_suffix(".unreadable"))
        return None


def _make_durable(path: Path) -> None:
    with suppress(FileNotFoundError), path.open("rb") as file:
        os.fsync(file.fileno())
