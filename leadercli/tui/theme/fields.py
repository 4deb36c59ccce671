"""Name everything a theme may say: the fields of the file, and our own variables beside Textual's."""

from __future__ import annotations

from typing import NamedTuple


class Named(NamedTuple):
    """A field or variable, and what it colours (the user's guide prints it)."""

    name: str
    about: str


COLOURS = (
    Named("primary", "focus borders, main buttons; the only colour that must be given"),
    Named("secondary", "the quieter partner of primary"),
    Named("accent", "where you are: the marker of the chosen line, the keys in the footer"),
    Named("warning", "what is overdue"),
    Named("error", "what went wrong"),
    Named("success", "what went well"),
    Named("foreground", "ordinary text"),
    Named("background", "what the screens stand on"),
    Named("surface", "fields and boxes you write in"),
    Named("panel", "the footer, titles, side panels"),
    Named("boost", "a tint laid over what should stand out a little"),
)
ABOUT = (
    Named("name", "what you write in the config file; letters, digits, spaces, `-`, `_` and `.`"),
    Named("dark", "`true` or `false`; left out, the background decides"),
    Named("author", "not used by the program"),
    Named("description", "not used by the program"),
    Named("homepage", "not used by the program"),
    Named("variables", "finer choices, see below"),
)
IGNORED = ("text_area", "syntax", "url", "variable", "method", "text")
"""Fields that posting's themes may hold and that colour nothing here."""

OWN_VARIABLES = (
    Named("overdue", "the text of what is overdue"),
    Named("quiet", "secondary text: dates, hints, placeholders"),
    Named("mark", "the background of the chosen line"),
    Named("mark-text", "the text of the chosen line"),
    Named("rule", "lines between parts of a screen"),
    Named("praise", "praise in notes and on a person's page"),
    Named("saved", "the word that says all is saved"),
)
OWN_NAMES = tuple(variable.name for variable in OWN_VARIABLES)

FOLLOWERS = {
    "text-muted": "quiet",
    "text-disabled": "quiet",
    "foreground-muted": "quiet",
    "block-cursor-background": "mark",
    "block-cursor-foreground": "mark-text",
    "block-cursor-blurred-background": "mark",
    "block-cursor-blurred-foreground": "mark-text",
    "input-selection-background": "mark",
    "input-selection-foreground": "mark-text",
    "screen-selection-background": "mark",
    "screen-selection-foreground": "mark-text",
    "border-blurred": "rule",
    "scrollbar": "rule",
    "scrollbar-hover": "quiet",
}
"""Textual's variables, and the one of ours that each follows where the theme does not set it: Textual's own
choices are too faint to read, or mark the chosen line in a list otherwise than we do."""
