"""Tell what time it is, or what `LEADERCLI_NOW` says it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from leadercli.locale.mark import N_
from leadercli.trouble import UsageTrouble

Clock = Callable[[], datetime]
"""Gives local wall time without zone. Only for dates and times that people see; waiting uses the monotonic clock."""


def clock_from(env: Mapping[str, str]) -> Clock:
    """Choose the clock: the machine's, or the fixed moment in `LEADERCLI_NOW`. Raises UsageTrouble for a bad one."""
    pretended = env.get("LEADERCLI_NOW", "")
    if not pretended:
        return lambda: datetime.now().replace(microsecond=0)
    try:
        moment = datetime.fromisoformat(pretended).replace(tzinfo=None, microsecond=0)
    except ValueError:
        moment = None
    # Dates are counted years back and ahead, and what lies beyond cannot be counted with.
    if moment is None or not 1900 <= moment.year <= 2999:
        raise UsageTrouble(
            N_("LEADERCLI_NOW is “{value}”, which is not an ISO date and time such as 2026-03-02T08:00."),
            value=pretended,
        )
    return lambda: moment
