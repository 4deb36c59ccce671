"""One committed change at 10,000 records against stock TinyDB's update of the same data."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from bench.journals import Journals
from bench.measure import Times, UnusableError, command
from bench.ours import ROOT, Leadercli
from bench.rows import Row

ROUNDS, OURS, STOCK = 3, 10, 4
GOAL = 0.35
PEER = "TinyDB table.update"


def rows(journals: Journals) -> list[Row]:
    """Move deadlines of open agreements, each side in processes of its own, in turns, in the same folder."""
    lived = journals.lived
    stock = lived.world.root / "data" / "stock.json"
    sides = {"ours": Times(), "stock": Times()}
    first = {"ours": Times(), "stock": Times()}
    for turn in range(ROUNDS):
        for side, count in (("ours", OURS + 1), ("stock", STOCK + 1)):
            try:
                taken = _run(lived, side, stock, count, turn)
            except UnusableError as trouble:
                sides[side].trouble = first[side].trouble = str(trouble)
                continue
            first[side].taken.append(taken[0])
            sides[side].taken += taken[1:]
    return [
        Row("one committed change, 10,000 records", PEER, sides["ours"], sides["stock"], GOAL),
        Row("… the first of a process (no goal)", PEER, first["ours"], first["stock"], None),
    ]


def _run(lived: Leadercli, side: str, stock: Path, count: int, turn: int) -> list[float]:
    if lived.trouble:
        raise UnusableError(lived.trouble)
    argv = [sys.executable, "-m", "bench.commit_side", side, str(stock), str(count), str(turn)]
    found: list[float] = json.loads(command(argv, lived.env, ROOT)[1])
    return found
