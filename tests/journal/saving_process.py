"""A program that saves constantly, for tests that kill it: prints each change when it has been acknowledged.

Usage: saving_process.py KIND FOLDER NAME, where FOLDER is a machine's folder and NAME marks what this run writes.
"""

from __future__ import annotations

import os
import sys
from itertools import count
from pathlib import Path

from journal_worlds import StandingClock, places_in

LONG = "x" * 200_000


def save_agreements(folder: Path, name: str) -> None:
    """Make agreement after agreement."""
    from leadercli.journal.opening import open_journal

    journal = open_journal(places_in(folder), StandingClock())
    for number in count():
        journal.agreements.agree(f"{name}-{number}")
        acknowledge(f"{name}-{number}")


def save_drafts(folder: Path, name: str) -> None:
    """Keep a note that grows by a line at a time as a draft."""
    from leadercli.journal.drafts import Draft, Drafts

    drafts = Drafts(places_in(folder).journal_state)
    text = ""
    for number in count():
        text += f"{name}-{number}\n"
        drafts.keep(Draft("260302-note", "p", "2026-03-02", text, "2026-03-02T08:00:00"))()
        acknowledge(f"{name}-{number}")


def save_with_stock_tinydb(folder: Path, name: str) -> None:
    """Do as `save_agreements`, and take a long text in and out, with TinyDB's own storage."""
    from tinydb import TinyDB

    table = TinyDB(folder / "stock.json").table("agreements")
    for number in count():
        table.insert({"text": f"{name}-{number}"})
        acknowledge(f"{name}-{number}")
        table.remove(doc_ids=[table.insert({"text": LONG})])


def acknowledge(what: str) -> None:
    """Tell the test that this is saved, before anything else is done."""
    os.write(1, f"{what}\n".encode())


if __name__ == "__main__":
    kinds = {"agreements": save_agreements, "drafts": save_drafts, "stock": save_with_stock_tinydb}
    kinds[sys.argv[1]](Path(sys.argv[2]), sys.argv[3])
