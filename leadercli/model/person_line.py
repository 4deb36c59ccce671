"""Read a new person from one line: "Åse Lund, konsulent, hver 14. dag"."""

from __future__ import annotations

from dataclasses import dataclass

from leadercli.model.cadence import read_cadence


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A name, a role ("" for none) and a rhythm; `cadence` is None when the line names none."""

    name: str
    role: str = ""
    cadence: str | None = None


def read_person(typed: str) -> PersonLine:
    """Split a line at its commas: first the name; a part that is a rhythm is the rhythm, the others are the role."""
    name, *parts = (" ".join(part.split()) for part in typed.split(","))
    cadence, role = None, []
    for part in parts:
        known = read_cadence(part) if part and cadence is None else None
        if known is not None:
            cadence = known
        elif part:
            role.append(part)
    return PersonLine(name, ", ".join(role), cadence)
