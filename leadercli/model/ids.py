"""Make record ids: strings that sort by day and that two machines never make alike by chance.

An id is `yymmdd-` and ten letters and digits. A derived id is the same on every machine that derives it from
the same things; a fresh one is random (50 bits a day).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from hashlib import blake2b

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
SHORTEST = 3
"""How many signs of an id must be typed."""

_LETTERS = 10

Random = Callable[[int], bytes]
"""Gives that many random bytes; `os.urandom` in the program, something repeatable in tests."""


def fresh_id(day: date, random: Random) -> str:
    """Make a new id for something that began on a day."""
    return f"{day:%y%m%d}-{_spell(random(7))}"


def derived_id(day: date, *parts: str) -> str:
    """Make the id that everyone makes from these parts."""
    digest = blake2b("\x1f".join(parts).encode(), digest_size=7).digest()
    return f"{day:%y%m%d}-{_spell(digest)}"


def writer_id(random: Random) -> str:
    """Make the id of one run of the program, for version vectors (50 bits)."""
    return _spell(random(7))


def _spell(raw: bytes) -> str:
    number = int.from_bytes(raw, "big")
    return "".join(ALPHABET[(number >> (5 * place)) & 31] for place in range(_LETTERS))


def short_id(id_: str) -> str:
    """Shorten an id to what a person types: the first five signs after the day."""
    return id_.partition("-")[2][:5] or id_


def is_too_short(typed: str) -> bool:
    """Tell whether fewer signs were typed than name a record: one letter is a slip, and often a unique beginning."""
    return len(typed.strip()) < SHORTEST


def ids_meant(typed: str, ids: list[str]) -> list[str]:
    """Find the ids that a typed prefix can mean, of the whole id or of its part after the day.

    Fewer than `SHORTEST` signs mean only an id that is no longer than they are.
    """
    wanted = typed.strip().lower()
    if is_too_short(wanted):
        return [id_ for id_ in ids if wanted and wanted in (id_, id_.partition("-")[2])]
    return [id_ for id_ in ids if id_.startswith(wanted) or id_.partition("-")[2].startswith(wanted)]
