"""Measure how well text stands out from what lies behind it, as WCAG 2.2 does (success criterion 1.4.3)."""

from __future__ import annotations

from collections.abc import Sequence

from textual.color import BLACK, WHITE, Color

AA = 4.5
AAA = 7.0


def luminance(colour: Color) -> float:
    """Return the relative luminance of an opaque colour, 0 (black) to 1 (white)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(text: Color, ground: Color) -> float:
    """Return the contrast ratio of text on an opaque ground, 1 to 21; see-through text is blended first."""
    over, under = sorted((luminance(ground + text), luminance(ground)), reverse=True)
    return (over + 0.05) / (under + 0.05)


def readable(colour: Color, grounds: Sequence[Color], ratio: float = AA) -> Color:
    """Return the colour, moved towards black or white only as far as it takes to be read on every ground."""
    goal = max((BLACK, WHITE), key=lambda end: min(contrast(end, ground) for ground in grounds))
    for step in range(21):
        tried = colour.blend(goal, step / 20, alpha=1.0)
        if all(contrast(tried, ground) >= ratio for ground in grounds):
            return tried
    return goal
