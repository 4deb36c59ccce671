"""Merging two journals of 10,000 records, and what looking for others' changes adds to a start, against one load."""

from __future__ import annotations

import json
import sys

from bench.journals import Journals
from bench.measure import Times, UnusableError, command
from bench.ours import ROOT
from bench.rows import Row

ROUNDS = 3
MERGE_GOAL = 10
START_GOAL = 10


def rows(journals: Journals) -> list[Row]:
    """Change 500 records on each of two machines, then merge; and open a journal that nobody has touched."""
    lived = journals.lived
    found: dict[str, Times] = {name: Times() for name in ("load", "merge", "open", "bare")}
    for turn in range(ROUNDS):
        try:
            if lived.trouble:
                raise UnusableError(lived.trouble)
            argv = [sys.executable, "-m", "bench.merge_side", str(turn)]
            taken: dict[str, list[float]] = json.loads(command(argv, lived.env, ROOT)[1])
        except UnusableError as trouble:
            for times in found.values():
                times.trouble = str(trouble)
            break
        for name, times in found.items():
            times.taken += taken[name]
    load, merge, opened, bare = (found[name] for name in ("load", "merge", "open", "bare"))
    return [
        Row("merge two journals of 10,000 records, 500 changes each", "load one of them", merge, load, MERGE_GOAL),
        Row(
            "open 10,000 records in an unchanged folder", "without looking about", opened, bare, START_GOAL, added=True
        ),
    ]
