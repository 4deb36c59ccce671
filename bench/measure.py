"""Run two sides in turn and keep their times.

All times are seconds of wall clock (`time.perf_counter`).
"""

from __future__ import annotations

import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

RUNS, SLOW_RUNS = 11, 5
LIMIT = 300.0
USAGE = 2

Run = Callable[[], float]


class UnusableError(Exception):
    """One side cannot be measured; the message says why."""


@dataclass(slots=True)
class Times:
    """What one side took, in seconds, or why there is nothing."""

    taken: list[float] = field(default_factory=list)
    trouble: str = ""

    def at(self, share: float) -> float | None:
        """Return the time that `share` (0–1) of the runs did not exceed; None when nothing was measured."""
        if self.trouble or not self.taken:
            return None
        if share == 0.5:
            return statistics.median(self.taken)
        ordered = sorted(self.taken)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def alternate(ours: Run, peer: Run, runs: int = RUNS, warm: int = 1) -> tuple[Times, Times]:
    """Run both sides in turn, `runs` times each after `warm` unmeasured runs; they begin in turn."""
    sides = [(ours, Times()), (peer, Times())]
    for turn in range(warm + runs):
        for run, times in sides if turn % 2 == 0 else reversed(sides):
            if times.trouble:
                continue
            try:
                taken = run()
            except UnusableError as trouble:
                times.trouble = str(trouble)
            else:
                times.taken += [taken] if turn >= warm else []
    return sides[0][1], sides[1][1]


def command(argv: Sequence[str | Path], env: Mapping[str, str], cwd: Path) -> tuple[float, bytes]:
    """Run a program, its output through a pipe. Returns (seconds, stdout); raises unless it exits 0."""
    begun = time.perf_counter()
    try:
        done = subprocess.run(
            [str(part) for part in argv],
            env=dict(env), cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True, timeout=LIMIT, check=False,
        )  # fmt: skip
    except FileNotFoundError as missing:
        raise UnusableError("not there yet") from missing
    except subprocess.TimeoutExpired as late:
        raise UnusableError(f"took more than {LIMIT:.0f} s") from late
    taken = time.perf_counter() - begun
    if done.returncode:
        raise UnusableError(why(done.returncode, done.stderr))
    return taken, done.stdout


def why(code: int, stderr: bytes) -> str:
    """Say in one line why a program did not do its work."""
    lines = stderr.decode(errors="replace").strip().splitlines()
    last = lines[-1][:100] if lines else "no message"
    if code == USAGE or "No module named leadercli" in last:
        return f"not there yet ({last})"
    return f"failed, exit {code}: {last}"
