"""Keep what is being typed on this machine until it is in the journal."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from leadercli.journal.files import private_folder, sync_file
from leadercli.journal.text_form import Raw
from leadercli.locale.mark import N_
from leadercli.trouble import JournalTrouble


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

        The returned call may take some milliseconds and may run in another thread. Both raise OSError.
        """
        private_folder(self.folder)
        path = self._path(draft.meeting_id)
        beside = path.with_suffix(f".{os.getpid()}.tmp")
        content = json.dumps(asdict(draft), ensure_ascii=False).encode("utf-8", "replace")
        try:
            handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            os.replace(beside, path)
        except OSError:
            with suppress(OSError):
                beside.unlink()
            raise
        return lambda: _make_durable(path)

    def drop(self, meeting_id: str) -> None:
        """Forget a draft: its text is in the journal. Raises OSError."""
        with suppress(FileNotFoundError):
            self._path(meeting_id).unlink()
        for left in self.folder.glob(f"{meeting_id}.*.tmp"):
            with suppress(OSError):
                left.unlink()

    def of(self, meeting_id: str) -> Draft | None:
        """Find the draft of a conversation. Raises JournalTrouble when the system does not let it be read."""
        path = self._path(meeting_id)
        try:
            return _read(path)
        except OSError as error:
            raise JournalTrouble(
                N_("The draft {path} could not be read: {reason}."), path=path, reason=error.strerror or str(error)
            ) from None

    def all(self) -> list[Draft]:
        """List the drafts that were left behind, oldest first."""
        found: list[Draft] = []
        for path in self.folder.glob("*.json"):
            with suppress(OSError):
                draft = _read(path)
                found += [draft] if draft else []
        return sorted(found, key=lambda draft: (draft.at, draft.meeting_id))

    def _path(self, meeting_id: str) -> Path:
        return self.folder / f"{meeting_id}.json"


def _read(path: Path) -> Draft | None:
    """Read a draft. One that is not as it should be is set aside, for a person to look at."""
    try:
        found = json.loads(path.read_bytes())
        draft = Draft(**{name: found[name] for name in Draft.__slots__ if name in found})
        if not all(isinstance(each, str) for each in (draft.meeting_id, draft.person_id, draft.text, draft.at)):
            raise TypeError
        if not isinstance(draft.base, dict | None) or not isinstance(draft.used, int) or not draft.date:
            raise TypeError
        return draft
    except FileNotFoundError:
        return None
    except (ValueError, TypeError):
        path.replace(path.with_suffix(".unreadable"))
        return None


def _make_durable(path: Path) -> None:
    with suppress(FileNotFoundError):  # when the draft was dropped meanwhile
        sync_file(path)
