"""An answer to "when?" begins with a date, also where a line of text would not."""

from datetime import date

import pytest

from leadercli.model.dates.reader import expected_date

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("typed", "day", "rest"),
    [
        ("man", date(2026, 3, 9), ""),
        ("man Mads er syg", date(2026, 3, 9), "Mads er syg"),
        ("søn 10.00", date(2026, 3, 8), "10.00"),
        ("sun ill", date(2026, 3, 8), "ill"),
        ("3.5 ferie", date(2026, 5, 3), "ferie"),
        ("fre, syg", date(2026, 3, 6), "syg"),
        ("om 2 uger ferie", date(2026, 3, 16), "ferie"),
        ("syg man", None, "syg man"),
        ("10.00", None, "10.00"),
        ("", None, ""),
    ],
)
def test_reads_the_date_and_leaves_the_rest(typed: str, day: date | None, rest: str) -> None:
    assert expected_date(typed, TODAY) == (day, rest)
