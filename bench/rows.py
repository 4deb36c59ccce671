"""One row of the table: a figure of ours, the peer's, and what we aim at."""

from __future__ import annotations

from dataclasses import dataclass

from bench.measure import Times


@dataclass(frozen=True, slots=True)
class Row:
    """`share` picks the figure (0.5 = median). With `faster` the ratio is peer/ours and the goal a floor.

    With `added` it is no ratio, but how many milliseconds ours takes beyond the peer.
    """

    what: str
    peer_name: str
    ours: Times
    peer: Times
    goal: float | None
    share: float = 0.5
    faster: bool = False
    added: bool = False

    @property
    def ratio(self) -> float | None:
        """Return ours/peer, peer/ours for `faster`, or what was `added`; None when a side is missing."""
        ours, peer = self.ours.at(self.share), self.peer.at(self.share)
        if not ours or not peer:
            return None
        if self.added:
            return (ours - peer) * 1000
        return peer / ours if self.faster else ours / peer

    @property
    def verdict(self) -> str:
        """Say met, missed, or what stood in the way."""
        if self.ratio is None:
            return self.ours.trouble or f"no peer: {self.peer.trouble}"
        if self.goal is None:
            return ""
        return "met" if (self.ratio >= self.goal if self.faster else self.ratio <= self.goal) else "missed"

    def cells(self) -> list[str]:
        """Return the row as text, in the order of `HEADS`."""
        runs = f"{len(self.ours.taken)}/{len(self.peer.taken)}"
        ratio = "–" if self.ratio is None else f"{self.ratio:.2f}"
        goal = "–" if self.goal is None else f"{'≥' if self.faster else '≤'} {self.goal:g}"
        if self.faster:
            ratio = ratio if self.ratio is None else f"{self.ratio:.1f} × faster"
            goal += " × faster"
        if self.added:
            ratio = ratio if self.ratio is None else f"{self.ratio:+.1f} ms"
            goal += " ms"
        ours, peer = _ms(self.ours, self.share), _ms(self.peer, self.share)
        return [self.what, self.peer_name, ours, peer, runs, ratio, goal, self.verdict]


HEADS = ("what", "peer", "ours, ms", "peer, ms", "runs", "ratio", "goal", "")
NUMBERS = {2, 3, 4, 5, 6}


def table(rows: list[Row]) -> str:
    """Lay the rows out as a Markdown table that also reads well as plain text."""
    cells = [list(HEADS), *(row.cells() for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(HEADS))]
    rule = ["-" * (width - 1) + (":" if at in NUMBERS else "-") for at, width in enumerate(widths)]
    lines = [_line(line, widths) for line in cells]
    return "\n".join([lines[0], "| " + " | ".join(rule) + " |", *lines[1:]])


def _line(cells: list[str], widths: list[int]) -> str:
    padded = (
        cell.rjust(width) if column in NUMBERS else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return "| " + " | ".join(padded) + " |"


def _ms(times: Times, share: float) -> str:
    at = times.at(share)
    return "–" if at is None else f"{at * 1000:.1f}"
