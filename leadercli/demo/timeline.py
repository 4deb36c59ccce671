"""Let a year pass: what happens when, in order, with a clock that stands at each moment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from heapq import heappop, heappush
from typing import Any

Deed = Callable[..., object]


class Timeline:
    """Deeds at moments up to an end. A deed may put further ones on the line."""

    def __init__(self, end: datetime) -> None:
        self.now = end
        self._end = end
        self._count = 0
        self._ahead: list[tuple[datetime, int, Deed, tuple[Any, ...]]] = []

    def put(self, moment: datetime, deed: Deed, *given: object) -> None:
        """Let something happen at a moment; what would lie after the end happens at the end."""
        self._count += 1
        heappush(self._ahead, (min(moment, self._end), self._count, deed, given))

    def pass_by(self) -> None:
        """Do all of it, oldest first, and leave the clock at the end."""
        while self._ahead:
            self.now, _, deed, given = heappop(self._ahead)
            deed(*given)
        self.now = self._end
