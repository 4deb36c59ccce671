"""History"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from leadercli.locale import N_
from leadercli.model.dates.format import format_day, format_week
from leadercli.model.diff import AROUND, DiffLine, text_diff
from leadercli.model.schema import MEETINGS, MOVE, TABLES, row_of
from leadercli.model.text import plain_line
from leadercli.words.fields import KIND_NAMES, field_words, value_words

if TYPE_CHECKING:
    from leadercli.journal.history.versions import Version
    from leadercli.journal.local.change_log import Entry
    from leadercli.locale.texts import Texts

COMMAND_NAMES = {
    "add_person": N_("{what} added"),
    "edit_person": N_("{what} edited"),
    "pause_person": N_("{what} paused"),
    "resume_person": N_("{what} is back"),
    "leave_person": N_("{what} archived"),
    "remove_person": N_("{what} put in the bin"),
    "agree": N_("agreed: {what}"),
    "complete": N_("done: {what}"),
    "drop": N_("dropped: {what}"),
    "reopen": N_("opened again: {what}"),
    "adjust": N_("new deadline: {what}"),
    "edit_agreement": N_("edited: {what}"),
    "remove_agreement": N_("put in the bin: {what}"),
    "put_inbox": N_("raise next time: {what}"),
    "tick_inbox": N_("raised: {what}"),
    "untick_inbox": N_("carried over: {what}"),
    "edit_inbox": N_("edited: {what}"),
    "remove_inbox": N_("put in the bin: {what}"),
    "note_feedback": N_("feedback: {what}"),
    "followed": N_("followed up: {what}"),
    "look_again": N_("look again: {what}"),
    "remove_feedback": N_("put in the bin: {what}"),
    "weigh_in": N_("the scale, {what}"),
    "add_item": N_("item added: {what}"),
    "rename_item": N_("item renamed: {what}"),
    "retire_item": N_("item retired: {what}"),
    "restore_item": N_("item restored: {what}"),
    "write_note": N_("note: {what}"),
    "plan_meeting": N_("conversation planned: {what}"),
    "cancel_meeting": N_("conversation cancelled: {what}"),
    "move_meeting": N_("conversation moved: {what}"),
    "remove_meeting": N_("conversation put in the bin: {what}"),
    "import": N_("imported: {what}"),
    "restore_backup": N_("backup restored: {what}"),
    "take_out": N_("taken back from the bin: {what}"),
    "restore_version": N_("earlier version: {what}"),
    "settle_versions": N_("two versions settled: {what}"),
}
"""What each command of the journal is called when it is undone, redone or listed."""

STANDS_ALREADY = N_("It stands there already.")
"""Said when restoring a version changes nothing."""
AS_IN_BACKUP = N_("The journal is already as it was in that backup.")
"""Said when restoring a backup changes nothing."""

BACKUP_KINDS = {
    "regular": N_("regular"),
    "copy": N_("merged copy"),
    "damaged": N_("damaged journal"),
    "by_hand": N_("before an edit by hand"),
    "before_restore": N_("before a restore"),
    "before_repair": N_("before a repair"),
    "before_migration": N_("before an update"),
    "other": N_("another journal"),
}
"""Why each kind was kept."""

PROSE = ("text", "reason", "note", "balance")
"""The fields of free text, in the order in which they are told; the others follow."""
TITLE = ("person", "day", "week")
"""What stands in the title of a record, and need not be told when it is new."""
Changed = tuple[str, Any, Any]
"""A field's name, and its value before and after."""


def record_words(table: str, what: str, day: date | None, texts: Texts, today: date) -> str:
    """Say what a record is in one line: a conversation and a week by their day, all else by its words."""
    said = plain_line(what)
    if table == MEETINGS and day:
        when = format_day(day, today, texts.lang)
        return f"{when} · {said}" if said else texts.t("conversation {date}", date=when)
    if row_of(table).week and day:
        return " · ".join(part for part in (format_week(day, texts.lang), said) if part)
    return said or texts.t("(without words)")


def version_words(version: Version, texts: Texts) -> str:
    """Say what was done to leave a version, and that it came from elsewhere when it was not done on this machine."""
    return plain_line(_command(version, texts))


def now_words(texts: Texts) -> str:
    """Mark the version that holds now."""
    return texts.t("now")


def title_words(kind: str, person: str, what: str, texts: Texts) -> str:
    """Title the history of a record: its kind, whom it is about, and what it is."""
    return " · ".join(part for part in (texts.t(KIND_NAMES[kind]), person, what) if part)


def entry_words(entry: Entry, texts: Texts) -> str:
    """Say what a change of the journal was; one that this version does not know by what it was about."""
    known = COMMAND_NAMES.get(entry.command)
    return plain_line(texts.t(known, what=entry.what) if known else entry.what or entry.command)


def undone_words(entry: Entry, texts: Texts) -> str:
    """Say which change was undone."""
    return texts.t("Undone: {what}", what=entry_words(entry, texts))


def made_again_words(entry: Entry, texts: Texts) -> str:
    """Say which change was made again."""
    return texts.t("Made again: {what}", what=entry_words(entry, texts))


def change_lines(
    changes: Iterable[Changed], texts: Texts, today: date, name_of: Callable[[str], str], around: int = AROUND
) -> Iterator[DiffLine]:
    """Tell changes in lines: free text by the lines that came and went, all else as "Deadline: old → new".

    A field that did not change is told as it is, a text with all its lines.
    """
    named = {name: (old, new) for name, old, new in changes}
    prose = dict.fromkeys([*PROSE, *(name for row in TABLES.values() for name in row.long_texts)])
    first = [name for name in prose if name in named]
    for name in first:
        old, new = (value if isinstance(value, str) else "" for value in named[name])
        if name != "text":
            yield DiffLine(" ", texts.t("{field}:", field=field_words(name, texts, name_of)))
        yield from (DiffLine(" ", line) for line in new.split("\n")) if old == new else text_diff(old, new, around)
    for name, (old, new) in named.items():
        if name.startswith(MOVE):
            reason = (new.get("reason") or "") if isinstance(new, dict) else ""  # the deadline itself is told
            name, old, new = "reason", "", reason
        elif name in first or (old is None and name in TITLE):
            continue
        if (old, new) != ("", ""):
            yield DiffLine(" ", _short_change(name, old, new, texts, today, name_of))


def folded_words(line: DiffLine, texts: Texts) -> str:
    """Say how many unchanged lines are left out."""
    return texts.n("{count} line unchanged", "{count} lines unchanged", line.count)


def size_words(size: int) -> str:
    """Say how large a file is, in whole kilobytes: none is 0."""
    return f"{max(1, round(size / 1000)) if size else 0} kB"


def counts_words(changed: int, back: int, binned: int, texts: Texts) -> str:
    """Say how many records a restore writes; "" for none."""
    parts = []
    if changed:
        parts.append(texts.n("{count} changed", "{count} changed", changed))
    if back:
        parts.append(texts.n("{count} brought back", "{count} brought back", back))
    if binned:
        parts.append(texts.n("{count} put in the bin", "{count} put in the bin", binned))
    return " · ".join(parts)


def _short_change(name: str, old: Any, new: Any, texts: Texts, today: date, name_of: Callable[[str], str]) -> str:
    field, after = field_words(name, texts, name_of), value_words(name, new, texts, today, name_of)
    if old is None or old == "" or old == new:
        return texts.t("{field}: {value}", field=field, value=after)
    before = value_words(name, old, texts, today, name_of)
    return texts.t("{field}: {old} → {new}", field=field, old=before, new=after)


def _command(version: Version, texts: Texts) -> str:
    if version.command == "arrived":
        return texts.t("came in with {file}", file=version.what) if version.what else texts.t("came in from elsewhere")
    if version.command == "other":
        return texts.t("another version, written at the same time")
    if version.command == "elsewhere":
        return texts.t("changed outside leadercli")
    if not version.command:
        return texts.t("as it was before that")
    name = COMMAND_NAMES.get(version.command, "{what}")
    said = texts.t(name, what=version.what)
    if version.undone:
        return texts.t("Undone: {what}", what=said)
    return texts.t("Made again: {what}", what=said) if version.redone else said
