"""`leadercli check`: whether all is well with the journal, and mending it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from leadercli.cli.params import flag, json_flag
from leadercli.cli.repair_words import repair_lines, repair_shape
from leadercli.cli.run import Run
from leadercli.cli.spoken import Spoken
from leadercli.errors import NOT_DONE, UNREADABLE
from leadercli.locale.texts import Texts

if TYPE_CHECKING:
    from leadercli.journal.repair.findings import Checked
    from leadercli.journal.repair.repair import Repaired


def make(texts: Texts) -> click.Command:
    """Make the command."""
    return Spoken(
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


def _run(run: Run, repair: bool, as_json: bool) -> None:
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


def _repaired(run: Run) -> Repaired:
    from leadercli.journal.repair.repair import repair

    repaired = repair(run.session.places, run.session.clock)
    for remark in repaired.remarks:
        run.out.note(remark.sentence(run.texts))
    return repaired


def _lines(checked: Checked, run: Run) -> list[str]:
    texts = run.texts
    faults = [one.sentence(texts) for one in checked.findings if one.severity == "fault"]
    lines = [texts.t("Fault: {what}", what=said) for said in faults]
    lines += [texts.t("Note: {what}", what=one.sentence(texts)) for one in checked.findings if one.severity == "note"]
    if faults:
        return [*lines, texts.n("{count} fault was found.", "{count} faults were found.", len(faults))]
    count = sum(checked.records.values())
    whole = texts.n("All is well: {count} record.", "All is well: {count} records.", count)
    return [*lines, whole]


def _shape(checked: Checked, repaired: Repaired | None, run: Run) -> dict[str, object]:
    return {
        "journal": str(run.session.places.journal),
        "readable": checked.readable,
        "records": dict(checked.records),
        "findings": [{"severity": one.severity, "message": one.sentence(run.texts)} for one in checked.findings],
        "repaired": repair_shape(repaired) if repaired else None,
    }
