"""The scale as a picture: two pans on a beam that tilts, both levels printed in them."""

from __future__ import annotations

from leadercli.model.figures import level
from leadercli.model.scale.balance import SAME, Balance
from leadercli.model.strokes import path, rows_of

# From here on the beam stands as steep as it goes: one whole step of the scale. Ours.
STEEP = 1.0
HEIGHT = 5
NARROWEST = 24

_WIDEST = 64
_PAN, _SMALL_PAN, _BEAM = 11, 7, 20
# The rows on which the lower and the higher pan end, by how far the beam is from level.
_BOTTOMS = {0: (2, 2), 1: (3, 2), 2: (3, 1)}


def position(tilt: float | None) -> int:
    """Return how the beam stands: −2 loads far down, −1 loads down, 0 level, 1 and 2 resources down."""
    if tilt is None or abs(tilt) < SAME:
        return 0
    steep = 2 if abs(tilt) >= STEEP else 1
    return steep if tilt > 0 else -steep


def pans(balance: Balance, width: int, lang: str, names: tuple[str, str] = ("", "")) -> list[str]:
    """Draw the loads in the left pan and the resources in the right one, HEIGHT rows of exactly `width`.

    The heavier pan hangs lower. A week without a tilt has a level, broken beam. `names` stand on the pans
    where there is room. Narrower than NARROWEST it is one row with both levels.
    """
    levels = level(balance.load, lang), level(balance.resource, lang)
    if width < NARROWEST:
        return [f"{levels[0]} ▲ {levels[1]}".center(width)[:width]]
    span = min(width, _WIDEST)
    pan = max(_PAN, *(len(name) + 4 for name in names))
    if span < 2 * pan + _BEAM:
        pan, names = (_PAN if span >= 2 * _PAN + _BEAM else _SMALL_PAN), ("", "")
    stands = position(balance.tilt)
    low, high = _BOTTOMS[abs(stands)]
    bottoms = (high, low) if stands > 0 else (low, high)
    ends = (pan * 2, bottoms[0] * 4 + 2), ((span - pan) * 2 - 1, bottoms[1] * 4 + 2)
    rows = [list(row) for row in rows_of(path(ends, dashed=balance.tilt is None), span, HEIGHT)]
    for at, row, text, name in zip((0, span - pan), bottoms, levels, names, strict=True):
        label = f" {name} " if name else ""
        rows[row - 1][at : at + pan] = f"│{text.center(pan - 2)}│"
        rows[row][at : at + pan] = f"╰{label.center(pan - 2, '─')}╯"
    middle = span // 2
    for row in range(sum(bottoms) // 2 + 1, HEIGHT):
        if rows[row][middle] == " ":
            rows[row][middle] = "│"
    rows[-1][middle] = "▲"
    return ["".join(row).center(width) for row in rows]
