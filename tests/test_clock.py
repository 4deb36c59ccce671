"""The time it is, or the time it is pretended to be."""

from __future__ import annotations

from datetime import datetime

import pytest

from leadercli.errors import UsageError
from leadercli.session import clock_from


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2026-03-02T08:00", datetime(2026, 3, 2, 8)),
        ("2026-03-02 08:15:30.123456", datetime(2026, 3, 2, 8, 15, 30)),
        ("2026-03-02", datetime(2026, 3, 2)),
        ("2026-03-02T08:00+01:00", datetime(2026, 3, 2, 8)),
        ("2026-03-02T08:00Z", datetime(2026, 3, 2, 8)),
    ],
)
def test_a_pretended_time_stands_still(said: str, meant: datetime) -> None:
    clock = clock_from({"LEADERCLI_NOW": said})
    assert clock() == clock() == meant


@pytest.mark.parametrize("said", ["i dag", "2026-13-01", "2026-03-02T25:00", " ", "0001-01-01", "9999-12-31", "42"])
def test_a_time_that_is_none_is_said(said: str) -> None:
    with pytest.raises(UsageError, match="which is not an ISO date") as trouble:
        clock_from({"LEADERCLI_NOW": said})
    assert f"“{said}”" in str(trouble.value)
    assert trouble.value.code == 2


@pytest.mark.parametrize("env", [{}, {"LEADERCLI_NOW": ""}])
def test_otherwise_it_is_the_time_of_the_machine_in_whole_seconds(env: dict[str, str]) -> None:
    before = datetime.now().replace(microsecond=0)
    now = clock_from(env)()
    assert before <= now <= datetime.now()
    assert now.microsecond == 0
    assert now.tzinfo is None
