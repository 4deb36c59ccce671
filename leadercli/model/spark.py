"""Ratings over time as one line of text, on the fixed scale 1–5."""

from __future__ import annotations

from collections.abc import Sequence

STEPS = "▁▂▄▆▇"
"""Never the full block: sparks that stand below each other must not grow together."""


def spark(ratings: Sequence[int | None]) -> str:
    """Draw each rating as a step of its own height, whatever the others are; a week without one stays open."""
    return "".join(" " if rating is None else STEPS[rating - 1] for rating in ratings)
