"""Make a theme of one YAML file, whatever is in it, without ending the program.

It has the fields of posting's themes; `foreground`, `boost` and `variables` are ours, and posting skips them.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from textual.color import Color
from textual.theme import Theme

from leadercli.locale.texts import Texts
from leadercli.tui.theme.fields import ABOUT, COLOURS, IGNORED
from leadercli.tui.theme.values import ThemeError, check_colour, check_known, check_name, check_variable, variable_names
from leadercli.tui.theme.variables import with_own_variables

_COLOURS = frozenset(colour.name for colour in COLOURS)
_FIELDS = _COLOURS.union((field.name for field in ABOUT), IGNORED)


def make_theme(data: bytes, texts: Texts) -> Theme:
    """Return the theme that a file describes, complete with our own variables. Raises ThemeError."""
    fields = parse_fields(data, texts)
    name = check_name(fields.get("name"), texts)
    for field in fields:
        check_known(field, _FIELDS, field, texts)
    if "primary" not in fields:
        raise ThemeError(texts.t("{field} is missing.", field="primary"))
    colours: dict[str, Any] = {
        field: check_colour(field, fields[field], texts) for field in fields if field in _COLOURS
    }
    theme = Theme(name, dark=_dark(fields, colours, texts), variables=_variables(fields, texts), **colours)
    return with_own_variables(theme)


def _dark(fields: dict[str, Any], colours: dict[str, str], texts: Texts) -> bool:
    if "dark" not in fields:
        return Color.parse(colours.get("background", "black")).brightness < 0.5
    if not isinstance(fields["dark"], bool):
        raise ThemeError(texts.t("{field} must be true or false.", field="dark"))
    return fields["dark"]


def _variables(fields: dict[str, Any], texts: Texts) -> dict[str, str]:
    given = fields.get("variables") or {}
    if not isinstance(given, dict):
        raise ThemeError(
            texts.t(
                "Under {field} it does not hold lines such as {example}.",
                field="variables",
                example="quiet: gray",
            )
        )
    known = variable_names()
    return {
        name: check_variable(name, value, texts)
        for name, value in given.items()
        if check_known(str(name), known, f"variables.{name}", texts)
    }


_LARGEST = 64 * 1024
_DEEPEST = 10


def read_bytes(path: Path, texts: Texts) -> bytes:
    """Return what a theme file holds. Raises ThemeError if it cannot be read or is too large for a theme."""
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        raise ThemeError(cannot_be_read(error, texts)) from error
    if len(data) > _LARGEST:
        raise ThemeError(texts.t("It is larger than {count} kB; a theme is small.", count=_LARGEST // 1024))
    return data


def cannot_be_read(error: OSError, texts: Texts) -> str:
    """Say that the system did not let us read, with its reason."""
    return texts.t("It cannot be read: {reason}.", reason=error.strerror or error)


def parse_fields(data: bytes, texts: Texts) -> dict[str, Any]:
    """Return the fields of a YAML text. Raises ThemeError, with the line where there is one."""
    import yaml

    loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    no_fields = ThemeError(texts.t("It does not hold lines such as {example}.", example="name: min-skov"))
    try:
        text = data.decode("utf-8-sig")
        if _depth(yaml.parse(text, Loader=loader)) > _DEEPEST:
            raise no_fields
        fields = yaml.load(text, Loader=loader)  # noqa: S506 - both are safe loaders
    except UnicodeDecodeError as error:
        raise ThemeError(texts.t("It is not text in UTF-8.")) from error
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        if error is no_fields:
            raise
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise ThemeError(
            texts.t("Line {line} cannot be understood. Look at its colons, quotes and indentation.", line=line)
        ) from error
    if not isinstance(fields, dict) or not all(isinstance(name, str) for name in fields):
        raise no_fields
    return fields


def _depth(events: Iterable[object]) -> int:
    """Count the nesting, and stop early: the YAML library calls itself once a level, until Python crashes."""
    from yaml import CollectionEndEvent, CollectionStartEvent

    depth = 0
    for event in events:
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        if depth > _DEEPEST:
            break
    return depth
