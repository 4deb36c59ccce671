"""Compare the plain text of a screen with the one that is kept. `UPDATE_SNAPSHOTS=1 pytest tests/tui` keeps it anew."""

from __future__ import annotations

import os
from pathlib import Path

from textual.app import App

from support.screens.screen_text import screen_text

FOLDER = Path(__file__).parents[2] / "tui" / "snapshots"


def same_as_kept(app: App[None], name: str) -> None:
    """Fail when the screen is not as kept in `snapshots/<name>.txt`."""
    path, shown = FOLDER / f"{name}.txt", screen_text(app) + "\n"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.write_text(shown, "utf-8")
    assert shown == path.read_text("utf-8"), f"{name} looks different; see tests/support/screens/snapshot.py"
