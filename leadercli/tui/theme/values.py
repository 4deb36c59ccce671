"""Check what a theme says, value by value, and write it the one way that Textual surely takes.

Textual checks a theme when it is put on, and ends the program over a bad value. Nothing unchecked reaches it.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache

from textual.color import Color, ColorParseError
from textual.css.constants import VALID_STYLE_FLAGS
from textual.theme import Theme

from leadercli.locale.texts import Texts
from leadercli.model.text import plain_line
from leadercli.tui.theme.fields import OWN_NAMES

_NAME = re.compile(r"[^\W_](?:[\w .-]{0,38}[\w.-])?")
_WITH_ALPHA = re.compile(r"(?P<colour>\S.*?)\s+(?P<alpha>\d{1,3}(?:\.\d+)?)%", re.ASCII)
_AUTO = re.compile(r"auto(?:\s+(\d{1,2}|100)%)?", re.ASCII)
_FLAG = f"(?:not )?(?:{'|'.join(sorted(VALID_STYLE_FLAGS - {'none', 'not'}))})"
_STYLE = re.compile(f"{_FLAG}(?: {_FLAG})*")
_EXAMPLE = '"#3a6ea5"'


class ThemeError(ValueError):
    """What is wrong with a theme, as a sentence for the person who wrote it."""


@cache
def variable_names() -> frozenset[str]:
    """Return the names of all variables a theme may set: Textual's and ours."""
    return frozenset((*Theme("any", "#000000").to_color_system().generate(), *OWN_NAMES))


def check_name(value: object, texts: Texts) -> str:
    """Return a theme's name. Textual would read a comma as several names, and square brackets as markup."""
    if isinstance(value, str) and _NAME.fullmatch(value):
        return value
    raise ThemeError(
        texts.t("name must be a name such as {example}, of letters, digits, spaces and - _ .", example="min-skov")
    )


def check_colour(field: str, value: object, texts: Texts) -> str:
    """Return a colour in Textual's hex form. It may be hex, rgb(), hsl() or a name, and have a percentage."""
    if value is None:
        raise ThemeError(
            texts.t(
                "{field} is empty. A colour that begins with # stands in quotes, as in {example}.",
                field=field,
                example=_EXAMPLE,
            )
        )
    if not isinstance(value, str):
        raise ThemeError(texts.t("{field} must be a colour in quotes, as in {example}.", field=field, example=_EXAMPLE))
    found = _WITH_ALPHA.fullmatch(value.strip())
    try:
        colour = Color.parse(found["colour"] if found else value.strip())
    except ColorParseError:
        raise ThemeError(
            texts.t(
                "{field}: “{value}” is not a colour. Write it as in {example}.",
                field=field,
                value=_short(value),
                example=_EXAMPLE,
            )
        ) from None
    if found and colour.ansi is None:
        colour = colour.multiply_alpha(min(float(found["alpha"]), 100.0) / 100)
    return colour.hex


def check_variable(name: str, value: object, texts: Texts) -> str:
    """Return a variable's value: a text style where its name says so, else a colour, or `auto` for text."""
    field = f"variables.{name}"
    if not isinstance(value, str):
        return check_colour(field, value, texts)
    if "style" in name.split("-"):
        return _check_style(field, value, texts)
    is_text = name.startswith("text") or name.endswith(("-foreground", "link-color", "link-color-hover"))
    if is_text and (auto := _AUTO.fullmatch(value.strip())):
        return f"auto {auto[1]}%" if auto[1] else "auto"
    return check_colour(field, value, texts)


def _check_style(field: str, value: str, texts: Texts) -> str:
    words = " ".join(value.split())
    if words == "none" or _STYLE.fullmatch(words):
        return words
    raise ThemeError(
        texts.t(
            "{field}: “{value}” is not a text style. Use bold, italic, underline, reverse or none.",
            field=field,
            value=_short(value),
        )
    )


def check_known(name: str, known: frozenset[str], field: str, texts: Texts) -> bool:
    """Tell whether a name is known. One that is nearly known is a slip of the pen: raises ThemeError."""
    if name in known:
        return True
    if near := get_close_matches(name, known, n=1, cutoff=0.85):
        raise ThemeError(
            texts.t("{field} is not known here. Did you mean {guess}?", field=_short(field), guess=near[0])
        )
    return False


def _short(value: str) -> str:
    clean = plain_line(value)
    return clean if len(clean) <= 40 else f"{clean[:39]}…"
