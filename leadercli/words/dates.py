"""Read a typed date, or say what to type instead."""

from __future__ import annotations

from datetime import date
from typing import Final

from leadercli.errors import AppError
from leadercli.locale import N_
from leadercli.model.dates.reader import read_date

NOT_A_DATE: Final = N_("“{text}” is not a date I know. Try fri, 14/11, in 2 weeks, week 48 or 2026-11-14.")
"""Said where a date is asked for."""
NOT_A_DATE_OR_NONE: Final = N_("“{text}” is not a date I know. Try fri, 14/11, in 2 weeks, week 48 – or - for no date.")
"""Said where no date is an answer too."""
NOT_A_START: Final = N_("“{text}” is not a date I know. Try 1/8/2021, 1. august 2021 or august 2021.")
"""Said where a day long past is asked for."""
NOT_A_BIRTHDAY: Final = N_("“{text}” is not a date I know. Try 14/3, 14. marts or 14/3/1985.")
"""Said where a birthday is asked for."""


def read_day(typed: str, today: date) -> date:
    """Read a date in any of the ways people write one. Raises AppError."""
    day = read_date(typed, today)
    if day is None:
        raise AppError(NOT_A_DATE, text=typed.strip())
    return day
