"""What a check finds: sentences that say what, where, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal

from leadercli.errors import AppError

if TYPE_CHECKING:
    from leadercli.locale.texts import Texts

Severity = Literal["fault", "note"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found. A `fault` is to be mended, a `note` is good to know. `message` is an English source message."""

    severity: Severity
    message: str
    values: Mapping[str, object] = field(default_factory=dict)

    def sentence(self, texts: Texts) -> str:
        """Say it in the person's language, days too."""
        return texts.t(self.message, **{name: _said(value, texts.lang) for name, value in self.values.items()})


def _said(value: object, lang: str) -> object:
    if not isinstance(value, date):
        return value
    from leadercli.model.dates.format import format_long

    return format_long(value, lang)


def fault(message: str, **values: object) -> Finding:
    """Make a finding that is to be mended."""
    return Finding("fault", message, values)


def note(message: str, **values: object) -> Finding:
    """Make a finding that is good to know."""
    return Finding("note", message, values)


def fault_of(trouble: AppError) -> Finding:
    """Make a finding of trouble that already has its sentence."""
    return Finding("fault", trouble.message, trouble.values)


@dataclass(frozen=True, slots=True)
class Checked:
    """A check's result. `records` counts them by table, the bin's too; none when the journal is not `readable`."""

    findings: tuple[Finding, ...]
    readable: bool
    records: Mapping[str, int]

    @property
    def has_faults(self) -> bool:
        """Whether anything is to be mended."""
        return any(one.severity == "fault" for one in self.findings)
