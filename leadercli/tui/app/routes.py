"""The ways of the app: views and screens by name, and kinds of records by name, each loaded when it is gone to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from textual.screen import Screen

from leadercli.tui.base.shell import RecordKind


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
"""The views, by name."""


def _search() -> type[Screen[Any]]:
    from leadercli.tui.screens.search import SearchScreen

    return SearchScreen


def _person() -> type[Screen[Any]]:
    from leadercli.tui.people.person import PersonScreen

    return PersonScreen


def _person_form() -> type[Screen[Any]]:
    from leadercli.tui.people.form import PersonFormScreen

    return PersonFormScreen


def _scale_items() -> type[Screen[Any]]:
    from leadercli.tui.scale.items import ScaleItemsScreen

    return ScaleItemsScreen


def _arrived() -> type[Screen[Any]]:
    from leadercli.tui.history.arrivals import ArrivedScreen

    return ArrivedScreen


def _bin() -> type[Screen[Any]]:
    from leadercli.tui.history.bin import BinScreen

    return BinScreen


def _versions() -> type[Screen[Any]]:
    from leadercli.tui.history.conflicts import VersionsScreen

    return VersionsScreen


def _backups() -> type[Screen[Any]]:
    from leadercli.tui.history.backups import BackupsScreen

    return BackupsScreen


def _history() -> type[Screen[Any]]:
    from leadercli.tui.history.history import HistoryScreen

    return HistoryScreen


SCREENS: Mapping[str, Callable[[], type[Screen[Any]]]] = {
    "search": _search,
    "person": _person,
    "person_form": _person_form,
    "scale_items": _scale_items,
    "arrived": _arrived,
    "bin": _bin,
    "versions": _versions,
    "backups": _backups,
    "history": _history,
}
"""The screens that are opened over a view, by name."""


def record_kinds() -> Mapping[str, RecordKind]:
    """Make what rows answer to keys, by the kind of row."""
    from leadercli.tui.records.agreements import AgreementKind
    from leadercli.tui.records.meetings import DueKind, MeetingKind
    from leadercli.tui.records.notes import DraftKind, FeedbackKind, InboxKind, ScaleKind, UnreadKind
    from leadercli.tui.records.people import PersonKind

    return {
        "agreement": AgreementKind(),
        "meeting": MeetingKind(),
        "talk": DueKind(),
        "inbox": InboxKind(),
        "feedback": FeedbackKind(),
        "person": PersonKind(),
        "draft": DraftKind(),
        "unread": UnreadKind(),
        "scale": ScaleKind(),
    }
