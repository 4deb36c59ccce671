"""Keep what is being typed on this machine until it is in the journal: notes, forms, answers."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path

from leadercli.journal.local.run_files import Presence, RunFile, RunFiles
from leadercli.journal.local.vault import Vault
from leadercli.model.ids import Random, writer_id
from leadercli.model.schema import Raw


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
        vault = Vault(journal_state).below("drafts")
        self.folder = vault.folder
        self._files = RunFiles(vault, presence, _read_draft)

    def keep(self, draft: Draft) -> Callable[[], None]:
        """Put a draft where a killed program cannot lose it, as this run's or as a draft that it took over.

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
        """Make the drafts of a conversation that were left behind this run's. Returns all its drafts, oldest first."""
        self._files.take(meeting_id)
        return _ordered(self._files.mine(meeting_id))

    def unread(self) -> list[Path]:
        """List the drafts that could not be read: files set aside, and files that the system keeps closed."""
        return self._files.unread()


def _ordered(found: list[RunFile[Draft]]) -> list[Draft]:
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


class FormDrafts:
    """The unsaved forms of one journal, readable by their owner only. Each running program has its own."""

    def __init__(self, journal_state: Path, presence: Presence | None = None, random: Random = os.urandom) -> None:
        presence = presence or Presence(journal_state, writer_id(random))
        vault = Vault(journal_state).below("forms")
        self.folder = vault.folder
        self._files = RunFiles(vault, presence, _read_form)
        self._slots: dict[str, str] = {}

    def keep(self, form: str, typed: Mapping[str, str]) -> None:
        """Keep the typed fields of a form durably; no fields remove its draft. Raises OSError."""
        if typed:
            content = json.dumps(dict(typed), ensure_ascii=False).encode("utf-8", "replace")
            self._files.keep(form, content, self._slots.get(form, ""))()
        else:
            self._files.drop(form, self._slots.pop(form, ""))

    def of(self, form: str) -> dict[str, str]:
        """Take over the fields that were typed in a form last, here or in a program that died; {} when there are none.

        Fields that other dead programs left behind of the same form stay, for its next opening.
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
        """List the forms that could not be read: files set aside, and files that the system keeps closed."""
        return self._files.unread()


def _read_form(content: bytes) -> dict[str, str]:
    """Read a form. Raises ValueError or TypeError when it is not as it should be."""
    found = json.loads(content)
    if not isinstance(found, dict):
        raise TypeError
    return {str(name): str(text) for name, text in found.items()}


_ALL = "answers"

Typed = dict[str, list[str]]
"""The unsent answers by the kind of question, the latest last."""


class Unsent:
    """The unsent answers of one journal, readable by their owner only. Each running program has its own."""

    def __init__(self, journal_state: Path, presence: Presence | None = None, random: Random = os.urandom) -> None:
        presence = presence or Presence(journal_state, writer_id(random))
        vault = Vault(journal_state).below("unsent")
        self.folder = vault.folder
        self._files = RunFiles(vault, presence, _read_answers)
        self._texts: Typed | None = None

    def latest(self, kind: str) -> str:
        """Find the answer that was last typed to a question of this kind; "" when there is none."""
        return self._all().get(kind, [""])[-1]

    def put(self, kind: str, text: str, instead_of: str = "") -> Callable[[], None]:
        """Keep an answer, in the place of the earlier answer that it grew from. "" removes that one.

        Returns the call that makes the answers survive a power cut too. It may run in another thread. Both raise
        OSError.
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
        """Take over, the first time, the answers that programs that died left behind."""
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
        """List the answers that could not be read: files set aside, and files that the system keeps closed."""
        return self._files.unread()


def _nothing() -> None:
    """Do nothing more: there is nothing that a power cut could take."""


def _read_answers(content: bytes) -> Typed:
    """Read answers. Raises ValueError, TypeError or AttributeError when they are not as they should be."""
    found = json.loads(content)
    if not isinstance(found, dict) or not all(isinstance(texts, list) for texts in found.values()):
        raise TypeError
    return {str(kind): [str(text) for text in texts] for kind, texts in found.items() if texts}
