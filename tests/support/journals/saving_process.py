"""Programs for tests that kill them or let them write at once. Each prints what it has done when that is saved.

Usage: saving_process.py KIND FOLDER NAME, where FOLDER is a machine's folder and NAME marks what this run writes.
"""

from __future__ import annotations

import os
import sys
from itertools import count
from pathlib import Path

from support.journals.worlds import StandingClock, places_in

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
    from leadercli.journal.local.drafts import Draft, Drafts

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


def change_twenty_times(folder: Path, name: str) -> None:
    """Make ten agreements, and move the deadline of the first one in the journal ten times."""
    from datetime import timedelta

    from leadercli.journal.opening import open_or_begin

    clock = StandingClock()
    journal = open_or_begin(places_in(folder), clock)
    shared = next(one.id for one in journal.agreements.all() if one.text == "shared")
    acknowledge("ready")
    sys.stdin.readline()
    for number in range(10):
        journal.agreements.agree(f"{name}-{number}")
        due = clock().date() + timedelta(days=100 * int(name) + number)
        journal.agreements.adjust(shared, due, f"{name}-{number}")
    acknowledge("done")


def begin(folder: Path, name: str) -> None:
    """Begin a journal, or open the one that another has begun at the same moment, and add a person."""
    from leadercli.journal.opening import open_or_begin

    acknowledge("ready")
    sys.stdin.readline()
    open_or_begin(places_in(folder), StandingClock()).people.add(name)
    acknowledge("done")


def hold_the_lock(folder: Path, name: str) -> None:
    """Take the journal's lock, write half a change, and wait to be killed."""
    from leadercli.journal.opening import open_journal

    journal = open_journal(places_in(folder), StandingClock())
    with journal.batch("agree", name):
        journal.agreements.agree(name)
        acknowledge("holding")
        sys.stdin.read()


def show_presence(folder: Path, name: str) -> None:
    """Show that a program runs, and wait to be killed."""
    from leadercli.journal.local.run_files import Presence

    presence = Presence(folder / "state", name)
    presence.show()
    acknowledge("shown")
    sys.stdin.read()


def acknowledge(what: str) -> None:
    """Tell the test that this is saved, before anything else is done."""
    os.write(1, f"{what}\n".encode())


if __name__ == "__main__":
    kinds = {
        "agreements": save_agreements,
        "drafts": save_drafts,
        "stock": save_with_stock_tinydb,
        "twenty": change_twenty_times,
        "begin": begin,
        "lock": hold_the_lock,
        "show": show_presence,
    }
    kinds[sys.argv[1]](Path(sys.argv[2]), sys.argv[3])
