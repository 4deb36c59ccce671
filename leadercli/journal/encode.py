"""Write values as JSON: dates and moments as ISO text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any


def encoded(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Turn fields of a record into JSON values."""
    return {name: _value(value) for name, value in fields.items()}


def _value(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    return value
