"""Bring drafts of notes and the journal together: what has arrived, what was left behind, how it is put there."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from leadercli.errors import AppError
from leadercli.journal.local.drafts import Draft
from leadercli.model.schema import PEOPLE, Raw

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


def left_behind(journal: Journal) -> list[Draft]:
    """List the drafts that programs left behind and the journal does not hold, one a conversation, oldest first.

    Those about people who are not in the journal belong to another one that lay here. They wait for it.
    """
    return [draft for draft in journal.drafts.all() if _is_at_home(journal, draft) and not has_arrived(journal, draft)]


def unread(journal: Journal) -> list[Path]:
    """List what was being typed and cannot be read any more: set aside for a person to look at, or kept closed."""
    return [*journal.drafts.unread(), *journal.forms.unread(), *journal.unsent.unread()]


def has_arrived(journal: Journal, draft: Draft) -> bool:
    """Tell whether the journal holds what was typed in a draft, also if others have changed it there since."""
    from leadercli.model.merge.record import vector
    from leadercli.model.merge.registers import covers

    present = journal.meetings.base(draft.meeting_id)
    if draft.dot and covers(vector(present), draft.dot):
        return True
    return draft.text == text_of(present) or (draft.text == text_of(draft.base) and _knows(present, draft.base))


def text_of(raw: Raw | None) -> str:
    """Read the note of a conversation as it lies in the journal, in the bin or not."""
    return str((raw or {}).get("text") or "")


def merged_text(present: Raw, base: Raw, text: str) -> str:
    """Merge a text that was begun from `base` with the version that stands now, as the journal would."""
    from leadercli.model.merge.law import merged
    from leadercli.model.merge.write import write_fields

    with_base = merged(present, base, lines=("text",)) if present and base else present or base
    return text_of(write_fields(with_base or None, {"text": text}, "draft:1", lines=("text",), base=base))


def put_in_journal(journal: Journal, draft: Draft) -> None:
    """Put a draft in the journal with its captured lines, beside what others wrote since, and forget it.

    The draft names the commit before that is saved, so that a program that is killed right after does not offer it
    again. Raises AppError; the draft is then kept.
    """
    drafts, named = journal.drafts, draft
    kept = drafts.has(draft.meeting_id, draft.run)
    try:
        with journal.batch("write_note", journal.people.name(draft.person_id)):
            text, base = draft.text, draft.base or {}
            present = journal.meetings.base(draft.meeting_id)
            if not _knows(present, base):
                text, base = merged_text(present, base, text), present
            journal.meetings.write(draft.person_id, draft.date, text, base=base, used=draft.used)
            named = replace(draft, dot=journal.store.dot)
            if kept:
                with suppress(OSError):  # it stays as it was, and is offered again
                    drafts.keep(named)()
    except BaseException:
        if kept and not has_arrived(journal, named):
            with suppress(OSError):
                drafts.keep(replace(draft, dot=""))()
        raise
    with suppress(OSError):  # one that stays is known to have arrived
        drafts.drop(draft.meeting_id, draft.run)


def taken_up(journal: Journal, meeting_id: str) -> Draft | None:
    """Take over what was left behind of a note. Returns the latest; older ones become versions in the journal.

    What is about a person who is not in the journal stays as it is.
    """
    drafts, latest = journal.drafts, None
    waiting = drafts.of(meeting_id)
    if waiting is None or not _is_at_home(journal, waiting):
        return None
    for draft in drafts.take(meeting_id):
        if has_arrived(journal, draft):
            with suppress(OSError):
                drafts.drop(meeting_id, draft.run)
            continue
        if latest is not None:
            used = max(latest.used, journal.meetings.on(latest.person_id, latest.date).used)
            with suppress(AppError):  # it stays, and is tried again with the next opening
                put_in_journal(journal, replace(latest, used=used))
        latest = draft
    return latest


def _is_at_home(journal: Journal, draft: Draft) -> bool:
    """Tell whether the person of a draft is in the journal, be it in the bin."""
    return draft.person_id in journal.table(PEOPLE)


def _knows(present: Raw, base: Raw | None) -> bool:
    """Tell whether the journal has seen all of a version. One whose file was lost or put back has not."""
    from leadercli.model.merge.record import vector

    seen = vector(present)
    return all(seen.get(writer, -1) >= count for writer, count in vector(base or {}).items())
