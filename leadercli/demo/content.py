"""The content of the sample journal: its people, its texts in one language, and the passing of its year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, cast

Words = str | Mapping[str, str]
"""A text, or one for each language."""
Notes = Mapping[str, Mapping[int, str]]
"""Person, then day from today, then the note."""

BEGAN = -366
"""The day on which the sample journal begins."""
_FRIDAY = 5
_SEASONS = {
    "da": ("vinteren", "foråret", "sommeren", "efteråret"),
    "en": ("winter", "spring", "summer", "autumn"),
}
_PLACE = re.compile(r"\{([dws]):(-?\d+)\}")


def read_content(name: str) -> dict[str, Any]:
    """Read one of the files beside this one."""
    import yaml

    text = (Path(__file__).parent / f"{name}.yaml").read_text("utf-8")
    return cast("dict[str, Any]", yaml.safe_load(text))


def read_notes(lang: str) -> Notes:
    """Read the notes of a language."""
    return read_content(f"notes_{lang}")


@dataclass(frozen=True, slots=True)
class Calendar:
    """Turn days from today into dates, and texts into those of one language."""

    today: date
    lang: str

    def day(self, offset: int) -> date:
        """Find a day at work: a weekend behind becomes its Friday, one ahead its Monday. Today stays today."""
        found = self.today + timedelta(days=offset)
        over = found.isoweekday() - _FRIDAY
        if offset == 0 or over <= 0:
            return found
        return found + timedelta(days=3 - over if offset > 0 else -over)

    def at(self, offset: int, clock: str = "15:30") -> datetime:
        """Find a moment of such a day."""
        return datetime.combine(self.day(offset), time.fromisoformat(clock))

    def words(self, words: Words) -> str:
        """Choose the language."""
        return words if isinstance(words, str) else words[self.lang]

    def fill(self, text: str) -> str:
        """Put dates, week numbers and seasons where a note has places for them."""
        return _PLACE.sub(lambda place: self._said(place[1], self.day(int(place[2]))), text)

    def _said(self, kind: str, day: date) -> str:
        if kind == "d":
            return f"{day.day}/{day.month}"
        if kind == "w":
            return str(day.isocalendar().week)
        return _SEASONS[self.lang][day.month % 12 // 3]
