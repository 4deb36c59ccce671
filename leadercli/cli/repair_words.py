"""Say what a repair did, source by source."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from leadercli.locale.texts import Texts

if TYPE_CHECKING:
    from leadercli.journal.gathering import Given
    from leadercli.journal.repairing import Repaired


def repair_lines(repaired: Repaired, journal: Path, texts: Texts) -> list[str]:
    """Say which file gave what, and what was saved."""
    if not repaired.saved:
        return [texts.t("There was nothing to repair.")]
    lines = [_gave(one, texts) for one in repaired.given if one.records]
    unread = sum(one.unread for one in repaired.given if one.kind == "journal")
    if unread:
        lines.append(
            texts.n(
                "{count} line of the file could not be read.", "{count} lines of the file could not be read.", unread
            )
        )
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
    return lines


def repair_shape(repaired: Repaired) -> dict[str, object]:
    """Give the same as data."""
    return {
        "saved": repaired.saved,
        "records": repaired.records,
        "kept": str(repaired.kept.path) if repaired.kept else None,
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
