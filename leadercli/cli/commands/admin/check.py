"""`leadercli check`: whether all is well with the journal, and mending it, source by source."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from leadercli.cli.command import TranslatedCommand
from leadercli.cli.context import Context
from leadercli.cli.parameters import flag, json_flag
from leadercli.errors import NOT_DONE, UNREADABLE
from leadercli.locale.texts import Texts

if TYPE_CHECKING:
    from leadercli.journal.file.unreadable import Mended
    from leadercli.journal.repair.findings import Checked
    from leadercli.journal.repair.repair import Repaired
    from leadercli.journal.repair.sources import Given


def make(texts: Texts) -> click.Command:
    """Make the command."""
    return TranslatedCommand(
        "check",
        texts,
        _run,
        texts.t(
            "Look through the journal, its backups and what lies beside it, and change nothing. With --repair, bring "
            "together every copy that can be read; what stood there is kept among the backups."
        ),
        [
            flag("--repair", texts.t("Mend the journal from every copy that can be read.")),
            json_flag(texts),
        ],
    )


def _run(run: Context, repair: bool, as_json: bool) -> None:
    from leadercli.journal.repair.check import check

    places = run.session.places
    repaired = _repaired(run) if repair else None
    if repaired and not as_json:
        run.out.lines(repair_lines(repaired, places.journal, run.texts))
    checked = check(places)
    if as_json:
        run.out.json(_shape(checked, repaired, run))
    else:
        run.out.lines(_lines(checked, run))
    if not checked.readable:
        raise click.exceptions.Exit(UNREADABLE)
    if checked.has_faults:
        raise click.exceptions.Exit(NOT_DONE)


def _repaired(run: Context) -> Repaired:
    from leadercli.journal.repair.repair import repair

    repaired = repair(run.session.places, run.session.clock)
    for remark in repaired.remarks:
        run.out.note(remark.sentence(run.texts))
    return repaired


def _lines(checked: Checked, run: Context) -> list[str]:
    texts = run.texts
    faults = [one.sentence(texts) for one in checked.findings if one.severity == "fault"]
    lines = [texts.t("Fault: {what}", what=said) for said in faults]
    lines += [texts.t("Note: {what}", what=one.sentence(texts)) for one in checked.findings if one.severity == "note"]
    if faults:
        return [*lines, texts.n("{count} fault was found.", "{count} faults were found.", len(faults))]
    count = sum(checked.records.values())
    whole = texts.n("All is well: {count} record.", "All is well: {count} records.", count)
    return [*lines, whole]


def _shape(checked: Checked, repaired: Repaired | None, run: Context) -> dict[str, object]:
    return {
        "journal": str(run.session.places.journal),
        "readable": checked.readable,
        "records": dict(checked.records),
        "findings": [{"severity": one.severity, "message": one.sentence(run.texts)} for one in checked.findings],
        "repaired": repair_json(repaired) if repaired else None,
    }


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


def repair_json(repaired: Repaired) -> dict[str, object]:
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
    from leadercli.model.dates.format import format_long

    try:
        return format_long(date.fromisoformat(str(value)), lang)
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
