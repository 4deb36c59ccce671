"""Keep what was typed as an answer and not sent, on this machine, for the next time the same is asked."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from leadercli.journal.presence import Presence
from leadercli.journal.run_files import RunFiles
from leadercli.model.ids import Random, writer_id

_ALL = "answers"

Typed = dict[str, list[str]]
"""What was typed, by what was asked; the latest last."""


class Unsent:
    """The unsent answers of one journal, readable by their owner only. Each running program has its own."""

    def __init__(self, journal_state: Path, presence: Presence | None = None, random: Random = os.urandom) -> None:
        presence = presence or Presence(journal_state, writer_id(random))
        self.folder = journal_state / "unsent"
        self._files = RunFiles(self.folder, presence, _read_answers)
        self._texts: Typed | None = None

    def latest(self, kind: str) -> str:
        """Find what was last typed as an answer to a question of this kind; "" for nothing."""
        return self._all().get(kind, [""])[-1]

    def put(self, kind: str, text: str, instead_of: str = "") -> Callable[[], None]:
        """Keep what was typed, in the place of what it has become of. "" forgets it.

        Returns the call that makes it survive a power cut too, which may run in another thread. Both raise OSError.
        """
        texts = self._all()
        kept = [one for one in texts.get(kind, []) if one not in (text, instead_of)] + ([text] if text else [])
        if kept == texts.get(kind, []):
            return _nothing
        texts.pop(kind, None)
        if kept:
            texts[kind] = kept
        if not texts:
            self._files.drop(_ALL)
            return _nothing
        return self._write(texts)

    def _all(self) -> Typed:
        """Take over, the first time, what programs that died left behind."""
        if self._texts is None:
            self._texts = {}
            with suppress(OSError):
                self._files.take(_ALL)
            found = sorted(self._files.mine(_ALL), key=lambda kept: kept.at)
            for kept in found:
                for kind, texts in kept.content.items():
                    before = self._texts.get(kind, [])
                    self._texts[kind] = [*(one for one in before if one not in texts), *texts]
            with suppress(OSError):
                self._bring_together([kept.run for kept in found if kept.run != self._files.run])
        return self._texts

    def _bring_together(self, taken: list[str]) -> None:
        if taken and self._texts:
            self._write(self._texts)()
        for run in taken:
            self._files.drop(_ALL, run)

    def _write(self, texts: Typed) -> Callable[[], None]:
        return self._files.keep(_ALL, json.dumps(texts, ensure_ascii=False).encode("utf-8", "replace"))

    def unread(self) -> list[Path]:
        """List the answers that could not be read: what was set aside, and what the system keeps closed."""
        return self._files.unread()


def _nothing() -> None:
    """Do nothing more: there is nothing that a power cut could take."""


def _read_answers(content: bytes) -> Typed:
    """Read answers. Raises ValueError, TypeError or AttributeError when they are not as they should be."""
    found = json.loads(content)
    if not isinstance(found, dict) or not all(isinstance(texts, list) for texts in found.values()):
        raise TypeError
    return {str(kind): [str(text) for text in texts] for kind, texts in found.items() if texts}
