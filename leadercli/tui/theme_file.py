"""Make a theme of one file.

It has the fields of posting's themes; `foreground`, `boost` and `variables` are ours, and posting skips them.
"""

from __future__ import annotations

from typing import Any

from textual.color import Color
from textual.theme import Theme

from leadercli.locale.texts import Texts
from leadercli.tui.theme_fields import ABOUT, COLOURS, IGNORED
from leadercli.tui.theme_values import ThemeError, check_colour, check_known, check_name, check_variable, variable_names
from leadercli.tui.theme_variables import with_own_variables
from leadercli.tui.theme_yaml import parse_fields

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
