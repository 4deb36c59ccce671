"""Give every theme our own variables, worked out from the colours it has and how well they stand out.

The style sheets may use these names with any theme, also with Textual's own and with themes made for other
programs: the app returns `own_variables(self.current_theme)` from `get_theme_variable_defaults`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from textual.color import BLACK, WHITE, Color
from textual.theme import Theme

from leadercli.tui.theme.fields import FOLLOWERS, OWN_NAMES


def own_variables(theme: Theme) -> dict[str, str]:
    """Return our variables for a theme: its own where given, else colours of its palette that can be read."""
    given = {name: theme.variables[name] for name in OWN_NAMES if name in theme.variables}
    if len(given) == len(OWN_NAMES):
        return given
    return (_of_terminal(theme) if theme.ansi else _of_palette(theme, given.get("mark"))) | given


def with_own_variables(theme: Theme) -> Theme:
    """Return the theme with all of our variables, and with Textual's that follow them (`FOLLOWERS`)."""
    own = own_variables(theme)
    following = {} if theme.ansi else {name: own[ours] for name, ours in FOLLOWERS.items()}
    return replace(theme, variables=own | following | theme.variables)


def _of_palette(theme: Theme, mark: str | None) -> dict[str, str]:
    generated = theme.to_color_system().generate()
    made = {name: Color.parse(generated[name]) for name in _USED}
    ground, text = made["background"], made["foreground"]
    chosen = ground + Color.parse(mark) if mark else ground.blend(made["accent"], 0.2, alpha=1.0)
    grounds = (ground, chosen)
    quiet = readable(text.blend(ground, 0.35, alpha=1.0), grounds).hex
    return {
        "overdue": readable(made["warning"], grounds).hex,
        "quiet": quiet,
        "mark": chosen.hex,
        "mark-text": readable(text, (chosen,)).hex,
        "rule": ground.blend(text, 0.25, alpha=1.0).hex,
        "praise": readable(made["success"], grounds).hex,
        "saved": quiet,
    }


_USED = ("background", "foreground", "accent", "warning", "success")


def _of_terminal(theme: Theme) -> dict[str, str]:
    """Name the terminal's own sixteen colours, whose real values nobody knows."""
    return {
        "overdue": theme.warning or theme.primary,
        "quiet": "ansi_default",
        "mark": "ansi_bright_black" if theme.dark else "ansi_white",
        "mark-text": "ansi_bright_white" if theme.dark else "ansi_black",
        "rule": "ansi_bright_black",
        "praise": theme.success or theme.primary,
        "saved": "ansi_default",
    }


AA = 4.5
AAA = 7.0


def luminance(colour: Color) -> float:
    """Return the relative luminance of an opaque colour, 0 (black) to 1 (white)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(text: Color, ground: Color) -> float:
    """Return the contrast ratio of text on an opaque ground, 1 to 21; see-through text is blended first."""
    over, under = sorted((luminance(ground + text), luminance(ground)), reverse=True)
    return (over + 0.05) / (under + 0.05)


def readable(colour: Color, grounds: Sequence[Color], ratio: float = AA) -> Color:
    """Return the colour, moved towards black or white only as far as it takes to be read on every ground."""
    goal = max((BLACK, WHITE), key=lambda end: min(contrast(end, ground) for ground in grounds))
    for step in range(21):
        tried = colour.blend(goal, step / 20, alpha=1.0)
        if all(contrast(tried, ground) >= ratio for ground in grounds):
            return tried
    return goal
