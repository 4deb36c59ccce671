"""Say what a repair did, source by source."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from leadercli.locale.texts import Texts

if TYPE_CHECKING:
    from leadercli.journal.file.unreadable import Mended
    from leadercli.journal.repair.repair import Repaired
    from leadercli.journal.repair.sources import Given


def repair_lines(repaired: Repaired, journal: Path, texts: Texts) -> list[str]:
    """Say which file gave what, and what was saved."""
    aside = [_moved(path, texts) for path in repaired.moved]
    if not repaired.saved:
        return aside or [texts.t("There was nothing to repair.")]
    lines = [_gave(one, texts) for one in repaired.given if one.records]
    unread = sum(one.unread for one in repaired.given if one.kind == "journal")
    if unread:
        lines.append(
            texts.n(
                "{count} line of the file could not be read.", "{count} lines of the file could not be read.", unread
            )
        )
    lines += [_mended(one, texts) for one in repaired.mended]
    lines.append(
        texts.n(
            "Repaired: {path} holds {count} record.",
            "Repaired: {path} holds {count} records.",
            repaired.records,
            path=journal,
        )
    )
    if repaired.kept:
        lines.append(texts.t("What stood there before is kept: {path}", path=repaired.kept.path))
    return [*lines, *aside]


def repair_shape(repaired: Repaired) -> dict[str, object]:
    """Give the same as data."""
    return {
        "saved": repaired.saved,
        "records": repaired.records,
        "kept": str(repaired.kept.path) if repaired.kept else None,
        "mended": [
            {"table": one.table, "id": one.id, "field": one.field, "was": one.was, "value": one.value}
            for one in repaired.mended
        ],
        "moved": [str(path) for path in repaired.moved],
        "sources": [
            {
                "kind": one.kind,
                "path": str(one.path),
                "whole": one.is_whole,
                "records": one.records,
                "unread_lines": one.unread,
            }
            for one in repaired.given
        ],
    }


def _mended(one: Mended, texts: Texts) -> str:
    if one.value is None:
        return texts.t(
            "{table} {id}: “{was}” cannot be a value of {field}, and no other was found. The field is empty now; what "
            "stood there is kept as text in the table “rescued” of the file.",
            table=one.table,
            id=one.id,
            was=one.was,
            field=one.field,
        )
    return texts.t(
        "{table} {id}: “{was}” cannot be a value of {field}. Now it is: {value}.",
        table=one.table,
        id=one.id,
        was=one.was,
        field=one.field,
        value=_day(one.value, texts.lang),
    )


def _day(value: object, lang: str) -> object:
    """Say a value as a day, if it is one."""
    from leadercli.model.dates.format import say_long

    try:
        return say_long(date.fromisoformat(str(value)), lang)
    except ValueError:
        return value


def _moved(path: Path, texts: Texts) -> str:
    return texts.t(
        "{path} was a damaged copy of the journal. What can be read of it is in the journal, and it lies among the "
        "backups now.",
        path=path,
    )


def _gave(one: Given, texts: Texts) -> str:
    count, path = one.records, one.path
    if one.kind == "journal":
        return texts.n(
            "In the file itself {count} record could be read.",
            "In the file itself {count} records could be read.",
            count,
        )
    if one.kind == "held":
        return texts.n(
            "What this machine held last gave {count} record.",
            "What this machine held last gave {count} records.",
            count,
        )
    if one.kind == "backup":
        return texts.n(
            "The backup {path} gave {count} record.", "The backup {path} gave {count} records.", count, path=path
        )
    if one.kind == "temporary":
        return texts.n(
            "{path}, left by a save that did not end, gave {count} record.",
            "{path}, left by a save that did not end, gave {count} records.",
            count,
            path=path,
        )
    return texts.n("The copy {path} gave {count} record.", "The copy {path} gave {count} records.", count, path=path)
