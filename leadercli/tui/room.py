"""How much room a screen has, where more than one place asks."""

from __future__ import annotations

TALL = 30
"""From how many rows on white space may cost one."""
