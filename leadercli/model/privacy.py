"""The gate: which records and which lines are only for the leader. Everything that lets something leave asks here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol, TypeVar

from leadercli.model.entry.tokens import is_private_line, may_be_signed, read_signs
from leadercli.model.schema import Raw, row_of


class _MayBePrivate(Protocol):
    @property
    def private(self) -> bool: ...


P = TypeVar("P", bound=_MayBePrivate)


def is_private(table: str, raw: Raw) -> bool:
    """Tell whether a record as a whole is only for the leader."""
    return bool(raw.get(row_of(table).private))


def shared_record(table: str, raw: Raw, *, private: bool = False) -> Raw | None:
    """Give what may be shown of a record; None when all of it is only for the leader. `private` shows everything.

    The record itself is given, not to be changed, when there is nothing in it to leave out.
    """
    if private:
        return raw
    if is_private(table, raw):
        return None
    row = row_of(table)
    for name in row.long_texts:
        words = raw.get(name)
        if isinstance(words, str) and "%" in words:
            raw = {**raw, name: without_private(words)}
    words = raw.get(row.source)
    if isinstance(words, str) and "%" in words and is_private_line(words):
        raw = {name: value for name, value in raw.items() if name != row.source}
    return raw


def shared_value(table: str, value: Any) -> Any:
    """Give the value of a field; of a table with long texts, without the lines that are only for the leader."""
    return without_private(value) if isinstance(value, str) and row_of(table).long_texts else value


def shared_only(records: Iterable[P], *, private: bool = False) -> list[P]:
    """Leave out the records, as dataclasses or rows, that are only for the leader. `private` keeps them."""
    return [one for one in records if private or not one.private]


def without_private(text: str) -> str:
    """Leave out the lines that are only for the leader. Text without any comes back as it was."""
    if "%" not in text:
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept = [line for line in lines if not any(is_private_line(part) for part in line.splitlines())]
    return text if len(kept) == len(lines) else "\n".join(kept)


def summary(text: str, limit: int) -> str:
    """Say what a note was about: its first lines with words, at most `limit` characters, nothing private.

    Captured lines stand elsewhere on the screen: without signs, they serve when there are no others.
    """
    plain: list[str] = []
    signed: list[str] = []
    for line in without_private(text).splitlines():
        _, kind, body = read_signs(line) if may_be_signed(line) else (False, None, line)
        words = " ".join(body.strip().lstrip("-*•#> ").split())
        if any(sign.isalnum() for sign in words):
            (signed if kind else plain).append(words)
        if sum(map(len, plain)) > limit:
            break
    whole = "\n".join(plain or signed)
    if len(whole) <= limit:
        return whole
    return whole[: max(0, limit - 1)].rstrip() + "…" if limit > 0 else ""
