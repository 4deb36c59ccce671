"""The app is what screens take it for."""

from __future__ import annotations

import inspect

import pytest
from support.screens.desk import Desk

from leadercli.tui.app.routes import SCREENS, record_kinds
from leadercli.tui.base.shell import RecordKind, Shell


async def test_the_app_has_all_that_a_screen_may_ask_for(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test():
        assert [name for name in members(Shell) if not hasattr(app, name)] == []


@pytest.mark.parametrize("name", sorted(record_kinds()))
def test_each_kind_answers_all_that_a_list_may_ask_for(name: str) -> None:
    kind = record_kinds()[name]
    assert [member for member in members(RecordKind) if not hasattr(kind, member)] == []


@pytest.mark.parametrize("name", sorted(SCREENS))
def test_each_name_leads_to_a_screen(name: str) -> None:
    assert inspect.isclass(SCREENS[name]())


def members(protocol: type) -> list[str]:
    """List what a protocol asks for."""
    written = {name for name in vars(protocol) if not name.startswith("_")}
    return sorted(written | set(vars(protocol).get("__annotations__", ())))
