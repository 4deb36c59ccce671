"""Programs that write as fast as they may while others write too. Each prints what it has done when that is saved.

Usage: writing_process.py KIND FOLDER NAME, where FOLDER is a machine's folder and NAME marks what this run writes.
"""

from __future__ import annotations

import json
import os
import select
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import count
from pathlib import Path

from support.journals.worlds import StandingClock, places_in

CHANGES = 50
DAY = date(2026, 3, 2)


def write_fifty(folder: Path, name: str) -> None:
    """Make fifty agreements, as fast as the others let it."""
    from leadercli.journal.opening import open_journal

    journal = open_journal(places_in(folder), StandingClock())
    _at_the_signal(name, lambda text: journal.agreements.agree(text))


def write_fifty_with_stock_tinydb(folder: Path, name: str) -> None:
    """Do so with TinyDB's own storage."""
    from tinydb import TinyDB

    table = TinyDB(folder / "stock.json").table("agreements")
    _at_the_signal(name, lambda text: table.insert({"text": text}))


def write_all_sorts(folder: Path, name: str) -> None:
    """Make agreements, move the deadline of the first, and add lines to one note, in a journal that is kept open."""
    from leadercli.errors import JournalError
    from leadercli.journal.opening import open_journal

    places, journal = places_in(folder), None
    for number in _until_told_to_stop():
        text = f"{name}q{number}q"
        try:
            journal = journal or open_journal(places, StandingClock())
            if number % 3 == 0:
                journal.agreements.agree(text)
            elif number % 3 == 1:
                due = DAY + timedelta(200 * number + int(name.split("m")[1]))  # no two move it to the same day
                journal.agreements.adjust(min(journal.table("agreements")), due, text)
            else:
                with journal.turn():
                    person = journal.people.all()[0].id
                    note = journal.meetings.on(person, DAY).text
                    journal.meetings.write(person, DAY, f"{note}\n{text}")
        except JournalError as trouble:
            acknowledge(f"not done: {trouble}")
            continue
        acknowledge(text)


def write_carefully(folder: Path, name: str) -> None:
    """Do as careful programs do: lock, read the file again, add to it, write a new file, fsync, put it in place."""
    path = places_in(folder).journal
    for number in _until_told_to_stop():
        text = f"{name}q{number}q"
        with _locked(folder):
            try:
                found = json.loads(path.read_bytes())
            except (OSError, ValueError):
                continue
            found["agreements"][text] = {"text": text}
            beside = path.with_name(f".{name}.tmp")
            with beside.open("w", encoding="utf-8") as file:
                json.dump(found, file)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        acknowledge(text)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    from filelock import FileLock

    with FileLock(folder / "lock"):
        yield


def _at_the_signal(name: str, write: Callable[[str], object]) -> None:
    acknowledge("ready")
    sys.stdin.readline()
    for number in range(CHANGES):
        write(f"{name}-{number}")
    acknowledge("done")


def _until_told_to_stop() -> Iterator[int]:
    """Count, a few times a second at most, until there is something to read."""
    for number in count():
        if select.select([0], [], [], 0.02)[0]:
            return
        yield number


def acknowledge(what: str) -> None:
    """Tell the test that this is saved, before anything else is done."""
    os.write(1, f"{what}\n".encode())


if __name__ == "__main__":
    kinds = {
        "fifty": write_fifty,
        "fifty-stock": write_fifty_with_stock_tinydb,
        "all-sorts": write_all_sorts,
        "careful": write_carefully,
    }
    kinds[sys.argv[1]](Path(sys.argv[2]), sys.argv[3])
