"""Give every theme our own variables: what it does not say is worked out from the colours it has.

The style sheets may use these names with any theme, also with Textual's own and with themes made for other
programs: the app returns `own_variables(self.current_theme)` from `get_theme_variable_defaults`.
"""

from __future__ import annotations

from dataclasses import replace

from textual.color import Color
from textual.theme import Theme

from leadercli.tui.contrast import readable
from leadercli.tui.theme_fields import FOLLOWERS, OWN_NAMES


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
