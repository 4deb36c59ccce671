"""The merge row's process: prints a JSON object of lists of seconds.

load: read one journal's bytes; merge: read two, changed apart from each other, and merge them; open: open the
journal as every command does; bare: the same without looking for what others have written.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from unittest import mock

from bench import data

TIMES = 7
CHANGES = 500


def main(turn: int) -> None:
    """Measure all four in turns and print."""
    from leadercli.journal.file.format import read_tables
    from leadercli.journal.opening import open_journal
    from leadercli.journal.store.store import Store
    from leadercli.journal.sync.merging import merged_copies
    from leadercli.places import find_places
    from leadercli.session import clock_from

    places, clock = find_places(os.environ), clock_from(os.environ)
    content = places.journal.read_bytes()
    one, other = (_changed(content, f"machine{turn}{side}", side) for side in "ab")

    def load() -> object:
        return read_tables(one, "one")

    def merge() -> object:
        return merged_copies(read_tables(one, "one"), read_tables(other, "other"))

    def opened() -> object:
        return open_journal(places, clock)

    def bare() -> object:
        with mock.patch.object(Store, "take_in_at_start"):
            return open_journal(places, clock)

    merged = merged_copies(read_tables(one, "one"), read_tables(other, "other"))[0]
    assert merged_copies(read_tables(other, "other"), read_tables(one, "one"))[0] == merged
    sides: dict[str, Callable[[], object]] = {"load": load, "merge": merge, "open": opened, "bare": bare}
    taken: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(TIMES):
        for name, side in sides.items():
            gc.collect()
            begun = time.perf_counter()
            kept = side()
            taken[name].append(time.perf_counter() - begun)
            del kept
    print(json.dumps(taken))


def _changed(content: bytes, writer: str, side: str) -> bytes:
    """Change 500 records on one machine: notes get lines, agreements deadlines; a tenth of them on both machines."""
    from leadercli.journal.file.format import Writer, read_tables
    from leadercli.model.merge.write import write_fields
    from leadercli.model.schema import LONG_TEXTS

    tables = read_tables(content, "journal")
    ids = {table: sorted(tables[table]) for table in ("meetings", "agreements")}
    shift = 0 if side == "a" else CHANGES * 9 // 10
    for number in range(CHANGES):
        table = "meetings" if number % 2 else "agreements"
        id_ = ids[table][(shift + number) * 3 % len(tables[table])]
        old = tables[table][id_]
        due = (data.TODAY + timedelta(days=number)).isoformat()
        fields = {"text": f"{side} {number}\n{old.get('text', '')}"} if number % 2 else {"due": due}
        tables[table][id_] = write_fields(old, fields, f"{writer}:{number + 1}", lines=LONG_TEXTS.get(table, ()))
    return Writer().write(tables)


if __name__ == "__main__":
    main(int(sys.argv[1]))
