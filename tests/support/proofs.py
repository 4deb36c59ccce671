"""Proofs: tests that run in two sizes, count what they tried, and make the table in docs/reliability.md.

A test is marked `proof(row)`, its negative control `control(row)`: the same test against something naive, which must
fail. `pytest --torture` runs them in full size, `pytest --torture 0.1` in a tenth of it; without, they are small.
"""

from __future__ import annotations

import os
import platform
from collections import Counter
from collections.abc import Generator, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

ROWS = {
    "merge": "Merge laws: three to five replicas, edits, deletes, moves, clock skew, restored state, copied laptops",
    "folders": "The same on real journals in folders, with versions dropped by a provider and conflict copies",
    "kills": "kill -9 at random moments of real programs that save constantly, copies lying about",
    "faults": "Every system call of a save made to fail in turn, and killed at each",
    "writers": "Parallel writers: 8 programs × 50 changes",
    "sync": "A sync client that replaces, truncates, deletes and re-creates the file while programs save",
    "mutations": "Mutated, truncated, concatenated, wrongly encoded journals",
    "copies": "Conflict copies under every provider's name, and files that only look like one",
}
"""What is proved, in the order of the table."""
PAGE = Path(__file__).parents[2] / "docs" / "reliability.md"
_BEGIN, _END = "<!-- table: written by make torture -->\n", "<!-- end of table -->\n"
_SHARE = "LEADERCLI_TORTURE"
_tried: Counter[str] = Counter()


def sized(small: int, full: int) -> int:
    """Give the size of a proof: `small`, or what was asked for of `full`."""
    share = float(os.environ.get(_SHARE, "0"))
    return max(small, round(full * share))


def tried(what: str, number: int = 1) -> None:
    """Count what a proof has tried, for the table."""
    _tried[what] += number


def add_options(parser: pytest.Parser) -> None:
    """Add --torture and --write-figures."""
    parser.addoption("--torture", nargs="?", const=1.0, default=0.0, type=float, metavar="SHARE", help="full size")
    parser.addoption("--write-figures", action="store_true", help=f"write the table into {PAGE.name}")


def configure(config: pytest.Config) -> None:
    """Let modules know their size when they are imported."""
    if config.getoption("--torture"):
        os.environ[_SHARE] = str(config.getoption("--torture"))


def with_figures(item: pytest.Item) -> Generator[None, Any, Any]:
    """Put what a proof has tried into the report of its call, which finds its way from other processes too."""
    mark = next(item.iter_markers("control"), None) or next(item.iter_markers("proof"), None)
    _tried.clear()
    try:
        return (yield)
    finally:
        if mark:
            item.user_properties.append(("figures", (mark.name, mark.args[0], dict(_tried))))


def show(reporter: Any, config: pytest.Config) -> None:
    """Print the table after a torture, and write it into the page if asked."""
    if not config.getoption("--torture"):
        return
    lines = _table([report for kind in ("passed", "failed") for report in reporter.stats.get(kind, [])])
    when = f"{date.today()}, {config.getoption('--torture'):.1%} of the full size"
    lines.insert(0, f"{when}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}.\n\n")
    reporter.write_sep("=", "figures")
    reporter.write_line("".join(lines))
    if config.getoption("--write-figures"):
        before, _, rest = PAGE.read_text("utf-8").partition(_BEGIN)
        PAGE.write_text(before + _BEGIN + "".join(lines) + _END + rest.partition(_END)[2], "utf-8")


def _table(reports: Iterable[Any]) -> list[str]:
    found: dict[tuple[str, str], list[tuple[bool, dict[str, int], float]]] = {}
    for report in reports:
        for name, value in report.user_properties:
            if name == "figures" and report.when == "call":
                kind, row, counted = value
                found.setdefault((row, kind), []).append((report.passed, counted, report.duration))
    lines = ["| what | tried | result | seconds | negative control |\n", "| --- | --- | --- | ---: | --- |\n"]
    for row, what in ROWS.items():
        proofs, controls = found.get((row, "proof"), []), found.get((row, "control"), [])
        seconds = sum(seconds for *_, seconds in proofs)
        cells = [what, _sum(proofs), _verdict(proofs, "held", "**FAILED**"), f"{seconds:.0f}"]
        control = _verdict(controls, "fails, as it must", "**does not fail**")
        lines.append(f"| {' | '.join([*cells, f'{control}: {_sum(controls)}'.strip(': ')])} |\n")
    return lines


def _sum(results: list[tuple[bool, dict[str, int], float]]) -> str:
    total: Counter[str] = Counter()
    for _, counted, _ in results:
        total.update(counted)
    return ", ".join(f"{number:,} {what}" for what, number in total.items())


def _verdict(results: list[tuple[bool, dict[str, int], float]], good: str, bad: str) -> str:
    return "not run" if not results else good if all(passed for passed, *_ in results) else bad
