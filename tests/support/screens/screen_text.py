"""Read the screen as a person sees it."""

from __future__ import annotations

from textual.app import App


def screen_lines(app: App) -> list[str]:
    """The lines of the screen in front, without the blanks at their ends."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


def screen_text(app: App) -> str:
    """All of the screen in front."""
    return "\n".join(screen_lines(app))


def line_with(app: App, text: str) -> str:
    """The one line of the screen that holds a text; fails with the whole screen when there is not exactly one."""
    found = [line for line in screen_lines(app) if text in line]
    assert len(found) == 1, f"{text!r} stands on {len(found)} lines of\n{screen_text(app)}"
    return found[0]
