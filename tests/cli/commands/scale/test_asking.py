"""`leadercli scale log` without ratings asks for them on a terminal."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from support.terminals.on_a_terminal import Asked

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals of this kind")


def test_every_item_is_asked_for(bare: Any, home: dict[str, str]) -> None:
    bare.ok("scale", "log", "workload=3", "pace=2", "--week", "8")
    asked = Asked(["scale", "log", "--week", "9"], home)
    asked.wait_for("Workload and time (last 3): ")
    asked.press("\n")
    asked.wait_for("Cross-pressure: ")
    asked.press("9\n")
    asked.wait_for("A rating is 1 to 5")
    asked.wait_for("Cross-pressure: ")
    asked.press("4\n")
    asked.wait_for("My own high expectations: ")
    asked.press("-\n")
    asked.wait_for("Others' expectations: ")
    asked.press("0\n")
    asked.wait_for("Unclear demands: ")
    asked.press("\x04")
    assert asked.end() == 0
    assert "The scale · week 9 · 2 of 18 rated" in asked.shown
    found = bare.ok("scale", "show", "--json").json
    assert list(found["loads"].values())[:5] == [3, 4, None, None, None]
    assert found["not_relevant"] == ["expectations"]


def test_ctrl_c_is_quiet_and_saves_nothing(bare: Any, home: dict[str, str]) -> None:
    asked = Asked(["scale", "log"], home)
    asked.wait_for("Workload and time: ")
    asked.press("4\n")
    asked.wait_for("Cross-pressure: ")
    asked.press("\x03")
    assert asked.end() == 130
    assert "Traceback" not in asked.shown
    assert "KeyboardInterrupt" not in asked.shown
    assert not bare.path.exists()


def test_no_answers_save_nothing(bare: Any, home: dict[str, str]) -> None:
    asked = Asked(["scale", "log"], home)
    asked.wait_for("Workload and time: ")
    asked.press("\x04")
    assert asked.end() == 1
    assert "Nothing was rated, so nothing was saved." in asked.shown
    assert not bare.path.exists()


def test_colours_are_shown_on_a_terminal(cli: Any, home: dict[str, str]) -> None:
    cli.ok("add", "@lise ring 27/2/2026")
    shown = Asked(["next"], home)
    assert shown.end() == 0
    assert "\x1b[31mOverdue · 1\x1b[0m" in shown.shown
    plain = Asked(["next"], {**home, "NO_COLOR": "1"})
    assert plain.end() == 0
    assert "\x1b" not in plain.shown
