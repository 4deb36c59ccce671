"""The history of a record in lines: each version with its number, its moment, its deed, and what it changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from leadercli.cli.output import Line, Toned
from leadercli.journal.store.table import KINDS, day_of, name_of, person_in, words_of
from leadercli.locale.field_words import moment_words
from leadercli.locale.kind_names import KIND_NAMES
from leadercli.locale.texts import Texts
from leadercli.locale.version_words import change_lines, folded_words, record_words, version_words
from leadercli.model.entry.note_line import without_private
from leadercli.model.text import plain_line

if TYPE_CHECKING:
    from leadercli.journal.history.versions import Version
    from leadercli.journal.journal import Journal


def history_lines(
    versions: Sequence[Version], journal: Journal, texts: Texts, today: date, *, private: bool
) -> Iterator[Line]:
    """Write a record's versions, the latest first, each with what it changed below it."""
    yield Toned("heading", _title(versions[0], journal, texts, today))
    for number, version in enumerate(versions, 1):
        when = moment_words(version.at, today, texts.lang) if version.at else ""
        parts = [when, version_words(version, texts), texts.t("now") if number == 1 else ""]
        yield ""
        yield f"{number}  " + " · ".join(part for part in parts if part)
        yield from _changes(version, journal, texts, today, private=private)


def shown(version: Version, value: Any, private: bool) -> Any:
    """Give a value without the lines of a note that are only for the leader, unless they are asked for."""
    if private or version.table != "meetings" or not isinstance(value, str):
        return value
    return without_private(value)


def _title(version: Version, journal: Journal, texts: Texts, today: date) -> str:
    table, raw = version.table, dict(version.values)
    words = record_words(table, words_of(table, raw), day_of(table, raw), texts, today)
    person = "" if table == "people" else plain_line(journal.people.name(person_in(table, version.id, raw)))
    return " · ".join(part for part in (texts.t(KIND_NAMES[KINDS[table]]), person, words) if part)


def _changes(version: Version, journal: Journal, texts: Texts, today: date, *, private: bool) -> Iterator[Line]:
    changes = [
        (one.field, shown(version, one.old, private), shown(version, one.new, private)) for one in version.fields
    ]
    if not version.command:
        changes = [(name, None, shown(version, value, private)) for name, value in version.values.items()]
        changes = [one for one in changes if one[2] not in (None, "", False)]
    for line in change_lines(changes, texts, today, name_of(journal)):
        if line.sign == "…":
            yield Toned("quiet", f"     … {folded_words(line, texts)}")
        else:
            yield f"   {line.sign} {plain_line(line.text)}".rstrip()
