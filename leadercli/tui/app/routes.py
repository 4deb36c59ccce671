"""The views of the app by name, each made when it is first gone to, and the choice of theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from leadercli.config import write_config
from leadercli.errors import AppError
from leadercli.tui.theme.themes import load_themes

if TYPE_CHECKING:
    from leadercli.tui.app.app import LeaderApp


def today() -> Screen[None]:
    """What was promised, whom to meet, oneself."""
    from leadercli.tui.screens.today import TodayScreen

    return TodayScreen()


def people() -> Screen[None]:
    """Everyone the leader talks with."""
    from leadercli.tui.people.people import PeopleScreen

    return PeopleScreen()


def steps() -> Screen[None]:
    """All open agreements."""
    from leadercli.tui.screens.next_steps import StepsScreen

    return StepsScreen()


def scale() -> Screen[None]:
    """The leader's own week."""
    from leadercli.tui.scale.screen import ScaleScreen

    return ScaleScreen()


def first_run() -> Screen[None]:
    """The questions before there is a journal."""
    from leadercli.tui.screens.first_run import FirstRunScreen

    return FirstRunScreen()


MODES = {"today": today, "people": people, "steps": steps, "scale": scale, "first_run": first_run}


def next_theme(app: LeaderApp) -> str:
    """Put on the next theme in alphabetical order and write it to the settings. Returns what to say.

    That is also which theme files cannot be used: who goes through the themes may be looking for one of them.
    """
    themes = load_themes(app.theme_folders, app.texts)
    names = list(themes.loaded)
    at = names.index(app.theme) if app.theme in names else -1
    said = wear(app, names[(at + 1) % len(names)])
    return " · ".join((said, *(broken.sentence(app.texts) for broken in themes.failed)))


def wear(app: LeaderApp, name: str) -> str:
    """Put on a theme by name and write it to the settings. Returns what to say."""
    app.use_theme(name)
    try:
        write_config(app.session.places.config_file, {"theme": app.theme})
    except (AppError, OSError):
        return app.texts.t("Colours: {theme} – but the settings could not be written.", theme=app.theme)
    return app.texts.t("Colours: {theme}", theme=app.theme)
