"""One side of the commit row, in a process of its own: prints a JSON list of seconds, one a change.

Both sides change the deadline of one open agreement a time, in the same data. The stock side is TinyDB as it
comes: its JSONStorage and its integer ids. Both call fsync; leadercli's change also holds the lock, reads the
file's bytes again to see that nobody else wrote, writes the change log, and syncs the folder.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from bench import data


def main(side: str, stock: Path, count: int, turn: int) -> None:
    """Make `count` changes and print what each took."""
    change = (ours if side == "ours" else stock_tinydb)(stock, turn)
    taken = []
    for number in range(count):
        due = data.TODAY + timedelta(days=400 + turn * count + number)
        begun = time.perf_counter()
        change(number, due.isoformat())
        taken.append(time.perf_counter() - begun)
    print(json.dumps(taken))


def ours(_: Path, turn: int) -> Callable[[int, str], object]:
    """Open the journal that the environment names. Returns the change."""
    from datetime import date

    from leadercli.journal.opening import open_journal
    from leadercli.places import find_places
    from leadercli.session import clock_from

    journal = open_journal(find_places(os.environ), clock_from(os.environ))
    ids = [one.id for one in journal.agreements.open()]
    return lambda number, due: journal.agreements.adjust(ids[turn * 50 + number], date.fromisoformat(due))


def stock_tinydb(path: Path, turn: int) -> Callable[[int, str], object]:
    """Open the same records in a stock TinyDB, made at the first call. Returns the change."""
    from tinydb import TinyDB

    if not path.exists():
        renumbered = {
            name: {str(number): record for number, record in enumerate(records.values(), 1)}
            for name, records in _tables().items()
        }
        path.write_text(json.dumps(renumbered), "utf-8")
    agreements = TinyDB(path).table("agreements")
    ids = [one.doc_id for one in agreements.all() if one["state"] == "open"]
    return lambda number, due: agreements.update({"due": due}, doc_ids=[ids[turn * 50 + number]])


def _tables() -> dict[str, dict[str, dict[str, object]]]:
    tables: dict[str, dict[str, dict[str, object]]] = json.loads(
        Path(os.environ["LEADERCLI_JOURNAL"]).read_text("utf-8")
    )
    return tables


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
