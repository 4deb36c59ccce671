"""Change the colour theme from within the program, and remember it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from leadercli.config import write_config
from leadercli.errors import AppError
from leadercli.tui.theme.themes import load_themes

if TYPE_CHECKING:
    from leadercli.locale.texts import Texts
    from leadercli.session import Session


DEFAULT_VARIABLES = {
    "overdue": "ansi_red",
    "quiet": "ansi_bright_black",
    "mark": "ansi_blue",
    "mark-text": "ansi_white",
    "rule": "ansi_bright_black",
    "praise": "ansi_green",
    "saved": "ansi_green",
}
"""What our own variables are before any theme of ours is on."""


class Themed(Protocol):
    """What wears a theme."""

    theme: Any
    texts: Texts
    session: Session

    @property
    def theme_folders(self) -> Sequence[Path]:
        """Where themes lie, the person's own last."""

    def use_theme(self, name: str) -> None:
        """Put on a theme; one that cannot be used is told and the default worn instead."""


def next_theme(app: Themed) -> str:
    """Put on the next theme in alphabetical order and write it to the settings. Returns what to say.

    That is also which theme files cannot be used: who goes through the themes may be looking for one of them.
    """
    themes = load_themes(app.theme_folders, app.texts)
    names = list(themes.loaded)
    at = names.index(app.theme) if app.theme in names else -1
    said = wear(app, names[(at + 1) % len(names)])
    return " · ".join((said, *(broken.sentence(app.texts) for broken in themes.failed)))


def wear(app: Themed, name: str) -> str:
    """Put on a theme by name and write it to the settings. Returns what to say."""
    app.use_theme(name)
    try:
        write_config(app.session.places.config_file, {"theme": app.theme})
    except (AppError, OSError):
        return app.texts.t("Colours: {theme} – but the settings could not be written.", theme=app.theme)
    return app.texts.t("Colours: {theme}", theme=app.theme)
