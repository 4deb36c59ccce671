"""Run the bench: `python -m bench [--only NAME …] [--write] [--keep]`, or `python -m bench --against CHECKOUT`."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

from bench import machine, readme, row_against, row_commands, row_commit, row_keys, row_merge, row_notes, row_paint
from bench.journals import Journals
from bench.rows import Row, table

GROUPS = {
    "paint": row_paint.rows,
    "keys": row_keys.rows,
    "commands": row_commands.rows,
    "notes": row_notes.rows,
    "commit": row_commit.rows,
    "merge": row_merge.rows,
}
RESULTS = Path(__file__).parent / "results"


def main() -> int:
    """Measure, print the table, and write it when asked. Returns 0 also when goals are missed."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure leadercli and its peers.")
    parser.add_argument("--only", nargs="+", choices=GROUPS, default=list(GROUPS), help="these rows")
    parser.add_argument("--write", action="store_true", help="put the table into bench/README.md")
    parser.add_argument(
        "--against", type=Path, metavar="CHECKOUT", help="instead: against another checkout of leadercli"
    )
    parser.add_argument("--keep", action="store_true", help="leave the journals, and say where")
    asked = parser.parse_args()
    if asked.write and (asked.against or len(asked.only) < len(GROUPS)):
        parser.error("--write needs the whole table")
    load = os.getloadavg()[0]
    RESULTS.mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="run-", dir=RESULTS))
    try:
        if asked.against:
            rows = row_against.rows(Journals(folder), asked.against.resolve())
        else:
            rows = _measured(Journals(folder), asked.only)
    finally:
        if asked.keep:
            print(f"The journals are in {folder}.", file=sys.stderr)
        else:
            shutil.rmtree(folder)
    text = f"{machine.description(load)}\n\n{table(rows)}"
    print(text)
    if asked.write:
        readme.put(text)
    return 0


def _measured(journals: Journals, names: list[str]) -> list[Row]:
    rows: list[Row] = []
    for name in names:
        print(f"{name} …", file=sys.stderr, flush=True)
        rows += GROUPS[name](journals)
    return rows


if __name__ == "__main__":
    sys.exit(main())
