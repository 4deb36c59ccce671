"""Keep what was typed in a form and not saved, on this machine, for the next opening of the same form."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from leadercli.journal.files import private_folder, save_whole


class FormDrafts:
    """The unsaved forms of one journal, a file each, readable by their owner only."""

    def __init__(self, journal_state: Path) -> None:
        self.folder = journal_state / "forms"

    def keep(self, form: str, typed: Mapping[str, str]) -> None:
        """Keep the typed fields of a form; none forgets it. Raises OSError."""
        if typed:
            private_folder(self.folder)
            save_whole(self._path(form), json.dumps(dict(typed), ensure_ascii=False).encode("utf-8", "replace"))
        else:
            with suppress(FileNotFoundError):
                self._path(form).unlink()

    def of(self, form: str) -> dict[str, str]:
        """Find what was typed in a form; {} for nothing, or for what cannot be read."""
        try:
            found = json.loads(self._path(form).read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return {str(name): str(text) for name, text in found.items()} if isinstance(found, dict) else {}

    def _path(self, form: str) -> Path:
        return self.folder / f"{form}.json"
