"""Read notes from a folder of Markdown files, one conversation a file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from leadercli.errors import AppError
from leadercli.exchange.note_pieces import Piece, Skipped, tidy
from leadercli.exchange.read_json import read_moment
from leadercli.locale import N_

_DATED = re.compile(r"(?P<before>.*?)[ _-]*(?P<day>\d{4}-\d{2}-\d{2})[ _-]*(?P<after>.*)", re.DOTALL)
_PERSON, _DAY = ("person", "name", "navn"), ("date", "day", "dato")


def read_markdown(folder: Path) -> Iterator[Piece | Skipped]:
    """Read every `.md` file in a folder and below, or one file; hidden ones are passed over.

    The person is told by the front matter (`person: Mads`), by the words beside the date in the file's name, or by
    the folder; the day by the front matter (`date: 2026-03-02`) or the file's name (`2026-03-02 Mads.md`).
    Raises AppError if there is no file.
    """
    if folder.is_file():
        yield _read(folder.parent, folder)
        return
    try:
        folder.stat()
        files = sorted(path for path in folder.rglob("*") if path.suffix.casefold() in (".md", ".markdown"))
    except OSError as error:
        raise AppError(N_("{path} could not be read: {reason}."), path=folder, reason=error.strerror or error) from None
    seen = [path for path in files if not any(part.startswith(".") for part in path.relative_to(folder).parts)]
    if not seen:
        raise AppError(N_("There are no Markdown files in {path}. Nothing was imported."), path=folder)
    for path in seen:
        yield _read(folder, path)


def _read(folder: Path, path: Path) -> Piece | Skipped:
    place = str(path.relative_to(folder))
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = (error.strerror or str(error)) if isinstance(error, OSError) else "UTF-8"
        return Skipped(place, AppError(N_("{file} could not be read: {reason}."), file=place, reason=reason))
    front, body = _front_matter(text.replace("\r\n", "\n"))
    dated = _DATED.fullmatch(path.stem)
    at = _day(front) or (read_moment(dated["day"]) if dated else None)
    if at is None:
        return Skipped(
            place,
            AppError(
                N_("{file} tells no date, neither in its name (2026-03-02 Mads.md) nor in its front matter."),
                file=place,
            ),
        )
    names = _names(front, dated, path.relative_to(folder).parts[:-1])
    if not names:
        return Skipped(
            place,
            AppError(
                N_("{file} does not tell whom it is about, neither in its name nor its folder nor its front matter."),
                file=place,
            ),
        )
    body = tidy(body)
    if not body.strip():
        return Skipped(place, AppError(N_("{file} has no text."), file=place))
    return Piece(place, names, names[0], at[0].date(), at[1], body, "skip")


def _names(front: Mapping[str, Any], dated: re.Match[str] | None, folders: tuple[str, ...]) -> tuple[str, ...]:
    told = next((front[key] for key in _PERSON if isinstance(front.get(key), str) and front[key].strip()), "")
    if told:
        return (" ".join(told.split()),)
    beside = f"{dated['before']} {dated['after']}" if dated else ""
    found = [_spaced(beside), *(_spaced(name) for name in reversed(folders) if not name.isdigit())]
    return tuple(name for name in found if name)


def _spaced(name: str) -> str:
    """Write `mads-holm` and `mads_holm` as a name."""
    return " ".join((name if " " in name.strip() else re.sub("[-_]", " ", name)).split())


def _day(front: Mapping[str, Any]) -> tuple[datetime, str] | None:
    for key in _DAY:
        found = front.get(key)
        if isinstance(found, date):
            return read_moment(found.isoformat())
        if isinstance(found, str) and (at := read_moment(found)):
            return at
    return None


def _front_matter(text: str) -> tuple[Mapping[str, Any], str]:
    """Split off front matter. What is not a mapping in YAML is text like any other."""
    if not text.startswith("---\n"):
        return {}, text
    head, end, body = text[4:].partition("\n---\n")
    if not end:
        return {}, text
    import yaml

    try:
        found = yaml.safe_load(head)
    except (yaml.YAMLError, ValueError):
        return {}, text
    return (
        ({str(key).casefold(): value for key, value in found.items()}, body) if isinstance(found, dict) else ({}, text)
    )
