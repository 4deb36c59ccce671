"""Read the date that begins an answer to "when?": there "man" is Monday, and a reason may follow."""

from __future__ import annotations

from datetime import date

from leadercli.model.dates import leading_date

_LEAD = "senest "  # after it, words that may mean something else are dates


def expected_date(text: str, today: date) -> tuple[date | None, str]:
    """Split off the date phrase that begins an answer: (date, rest). Without one: (None, the text unchanged)."""
    found, rest = leading_date(text, today)
    if found is None:
        found, rest = leading_date(_LEAD + text, today)
    return (found, rest) if found else (None, text)
