"""The views of the app, each made when it is first gone to."""

from __future__ import annotations

from textual.screen import Screen


def today() -> Screen[None]:
    """What was promised, whom to meet, oneself."""
    from leadercli.tui.screens.today import TodayScreen

    return TodayScreen()


def people() -> Screen[None]:
    """Everyone the leader talks with."""
    from leadercli.tui.screens.people import PeopleScreen

    return PeopleScreen()


def steps() -> Screen[None]:
    """All open agreements."""
    from leadercli.tui.screens.steps import StepsScreen

    return StepsScreen()


def scale() -> Screen[None]:
    """The leader's own week."""
    from leadercli.tui.screens.scale import ScaleScreen

    return ScaleScreen()


def first_run() -> Screen[None]:
    """The questions before there is a journal."""
    from leadercli.tui.screens.first_run import FirstRunScreen

    return FirstRunScreen()


MODES = {"today": today, "people": people, "steps": steps, "scale": scale, "first_run": first_run}
