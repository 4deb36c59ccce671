"""Keep what was typed in a form and not saved, on this machine, for the next opening of the same form."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from leadercli.journal.presence import Presence
from leadercli.journal.run_files import RunFiles
from leadercli.model.ids import Random, writer_id


class FormDrafts:
    """The unsaved forms of one journal, readable by their owner only. Each running program has its own."""

    def __init__(self, journal_state: Path, presence: Presence | None = None, random: Random = os.urandom) -> None:
        presence = presence or Presence(journal_state, writer_id(random))
        self.folder = journal_state / "forms"
        self._files = RunFiles(self.folder, presence, _read_form)
        self._slots: dict[str, str] = {}

    def keep(self, form: str, typed: Mapping[str, str]) -> None:
        """Keep the typed fields of a form durably; none forgets it. Raises OSError."""
        if typed:
            content = json.dumps(dict(typed), ensure_ascii=False).encode("utf-8", "replace")
            self._files.keep(form, content, self._slots.get(form, ""))()
        else:
            self._files.drop(form, self._slots.pop(form, ""))

    def of(self, form: str) -> dict[str, str]:
        """Take over what was typed in a form last, here or by a program that died; {} for nothing.

        What other programs that died left behind of the same form stays, for its next opening.
        """
        with suppress(OSError):
            self._files.take(form)
        found = self._files.mine(form)
        if not found:
            return {}
        latest = max(found, key=lambda kept: (kept.at, kept.run))
        self._slots[form] = latest.run
        return latest.content

    def unread(self) -> list[Path]:
        """List the forms that could not be read: what was set aside, and what the system keeps closed."""
        return self._files.unread()


def _read_form(content: bytes) -> dict[str, str]:
    """Read a form. Raises ValueError or TypeError when it is not as it should be."""
    found = json.loads(content)
    if not isinstance(found, dict):
        raise TypeError
    return {str(name): str(text) for name, text in found.items()}
