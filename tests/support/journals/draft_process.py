"""A program for a test: it keeps drafts of a note and puts the note in the journal, and dies before each thing it does.

Usage: draft_process.py KIND FOLDER. Each death is a world of its own in FOLDER. KIND is "ours", or "naive": a program
that does not write in a draft which commit it is in.
"""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path

from leadercli.journal.journal import Journal
from leadercli.journal.local.drafts import Draft
from leadercli.journal.note_drafts import put_in_journal
from leadercli.journal.opening import open_journal
from support.journals.worlds import StandingClock, new_random, places_in

DEEDS = ("open", "os.rename", "os.remove", "os.truncate")
FIRST, SECOND = "fælles\nmin\nslut", "fælles\nmin linje\n! ring fre\nslut"


def work(journal: Journal, folder: Path, kind: str) -> None:
    """Type, and leave the note. Each draft is acknowledged when it is confirmed."""
    lise = journal.people.named("Lise").id
    meeting = journal.meetings.on(lise, date(2026, 3, 2)).id
    draft = Draft(meeting, lise, "2026-03-02", FIRST, "2026-03-02T08:00:00", journal.meetings.base(meeting))
    acknowledged = os.open(folder / "acknowledged", os.O_WRONLY | os.O_CREAT)
    if kind == "naive":
        keep = journal.drafts.keep
        journal.drafts.keep = lambda one: keep(replace(one, dot=""))  # type: ignore[method-assign]
    for text in (FIRST, SECOND):
        journal.drafts.keep(replace(draft, text=text))()
        os.write(acknowledged, b"x")
    put_in_journal(journal, replace(draft, text=SECOND))


def die_before(number: int, folder: Path) -> None:
    """Die before the program opens, renames or removes its n-th file."""
    made = 0

    def look(event: str, args: tuple[object, ...]) -> None:
        nonlocal made
        if event in DEEDS and str(args[0]).startswith(str(folder)) and not str(args[0]).endswith("acknowledged"):
            made += 1
            if made == number:
                os._exit(9)

    sys.addaudithook(look)


def main(kind: str, folder: Path) -> None:
    """Live once more after each death, until the work is done."""
    for number in count(1):
        world = folder / str(number)
        shutil.copytree(folder / "before", world)
        child = os.fork()
        if not child:
            journal = open_journal(places_in(world), StandingClock(), new_random())
            die_before(number, world)
            work(journal, world, kind)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        assert code in (0, 9), code
        if not code:
            return


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
