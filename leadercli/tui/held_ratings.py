"""Ratings on their way from the key to the journal."""

from __future__ import annotations

from collections.abc import Mapping

from leadercli.journal.journal import Journal


class HeldRatings:
    """Hold what was rated until it has been drawn, so that a key answers at once and quick keys share a write.

    A rating is held for an instant only: nothing waits here that is not being written. What could not be
    written stays, and is tried again with the next.
    """

    def __init__(self) -> None:
        self._week = ""
        self._ratings: dict[str, int | None] = {}
        self._given_up = False

    @property
    def ratings(self) -> Mapping[str, int | None]:
        """What is held: 1–5, or None for not relevant."""
        return self._ratings

    def hold(self, week: str, ratings: Mapping[str, int | None]) -> None:
        """Take ratings of a week; those of another week must have been written."""
        assert not self._ratings or week == self._week
        self._week = week
        self._ratings |= ratings
        self._given_up = False

    def write(self, journal: Journal) -> None:
        """Write what is held. Raises Trouble, and still holds it then."""
        if not self._ratings:
            return
        writing, self._ratings = self._ratings, {}
        try:
            journal.scale.weigh_in(self._week, writing)
        except BaseException:
            self._ratings = writing | self._ratings
            raise

    def give_up(self) -> bool:
        """Tell whether this is the second time that leaving was tried in vain, so that a full disk keeps nobody."""
        again, self._given_up = self._given_up, True
        return again
