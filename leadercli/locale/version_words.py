"""What is said of records and their versions: what a record is, how a version came to be, what changed in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from leadercli.locale.command_names import COMMAND_NAMES
from leadercli.locale.field_words import field_words, value_words
from leadercli.model.dates.format import format_day, format_week
from leadercli.model.diff import AROUND, DiffLine, text_diff
from leadercli.model.text import plain_line

if TYPE_CHECKING:
    from leadercli.journal.history.versions import Version
    from leadercli.locale.texts import Texts

PROSE = ("text", "reason", "note", "balance")
"""The fields of free text, in the order in which they are told; the others follow."""
TITLE = ("person", "day", "week")
"""What stands in the title of a record, and need not be told when it is new."""
MOVE = "move."
Changed = tuple[str, Any, Any]
"""A field's name, and its value before and after."""


def record_words(table: str, what: str, day: date | None, texts: Texts, today: date) -> str:
    """Say what a record is in one line: a conversation and a week by their day, all else by its words."""
    said = plain_line(what)
    if table == "meetings" and day:
        when = format_day(day, today, texts.lang)
        return f"{when} · {said}" if said else texts.t("conversation {date}", date=when)
    if table == "weigh_ins" and day:
        return " · ".join(part for part in (format_week(day, texts.lang), said) if part)
    return said or texts.t("(without words)")


def version_words(version: Version, texts: Texts) -> str:
    """Say which deed left a version, and that it came from elsewhere when it was not done on this machine."""
    return plain_line(_deed(version, texts))


def change_lines(
    changes: Iterable[Changed], texts: Texts, today: date, name_of: Callable[[str], str], around: int = AROUND
) -> Iterator[DiffLine]:
    """Tell changes in lines: free text by the lines that came and went, all else as "Deadline: old → new".

    A field that did not change is told as it is, a text with all its lines.
    """
    named = {name: (old, new) for name, old, new in changes}
    first = [name for name in PROSE if name in named]
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


def _short_change(name: str, old: Any, new: Any, texts: Texts, today: date, name_of: Callable[[str], str]) -> str:
    field, after = field_words(name, texts, name_of), value_words(name, new, texts, today, name_of)
    if old is None or old == "" or old == new:
        return texts.t("{field}: {value}", field=field, value=after)
    before = value_words(name, old, texts, today, name_of)
    return texts.t("{field}: {old} → {new}", field=field, old=before, new=after)


def _deed(version: Version, texts: Texts) -> str:
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
