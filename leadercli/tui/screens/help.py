"""Help: what the screen is for, and every key that works there, made from the table of keys."""

from __future__ import annotations

import textwrap
from itertools import groupby
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from leadercli.keys.key import PLACES, Key
from leadercli.locale.texts import Texts
from leadercli.tui.base.screen import LeaderScreen
from leadercli.tui.widgets.bindings import action_name, bindings, key_names, span_name

GAP = 2
"""Blanks behind the keys and behind their names."""


class HelpScreen(ModalScreen[None]):
    """The keys of the screen that it lies over."""

    BINDINGS = bindings("help")
    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: $background; }
    HelpScreen VerticalScroll { width: 100%; max-width: 100; height: 100%; padding: 1 2; background: $background; }
    HelpScreen VerticalScroll { scrollbar-size-vertical: 1; }
    HelpScreen Static { height: auto; padding-right: 1; }
    """

    def __init__(self, over: LeaderScreen) -> None:
        super().__init__()
        self._texts = over.texts
        self._about = over.ABOUT
        self._places = over.PLACES
        self._keys = tuple(key for key in over.shell.keys if key.where != "list" or key.action not in over.WITHOUT)
        self._body = Static()

    def compose(self) -> ComposeResult:
        """One long text."""
        with VerticalScroll():
            yield self._body

    def on_resize(self) -> None:
        """Write it for the width."""
        room = min(self.app.size.width, 100) - 6
        self._body.update(help_text(self._texts, self._about, self._places, self._keys, room))

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()


def help_text(texts: Texts, about: str, places: tuple[str, ...], keys: tuple[Key, ...], room: int) -> Content:
    """Write what a screen is for and its keys, place by place; each key with its name and what it does."""
    parts: list[Content | str | tuple[str, str]] = []
    if about:
        parts += [texts.t(about), "\n\n"]
    lines = {place: _lines(texts, place, keys) for place in places}
    every = [line for found in lines.values() for line in found]
    keys_wide = GAP + max((cell_len(line.keys) for line in every), default=0)
    name_wide = GAP + max((cell_len(line.name) for line in every), default=0)
    below = "\n" + " " * (keys_wide + name_wide)
    for place, found in lines.items():
        if not found:
            continue
        parts += [(texts.t(PLACES[place]), "bold $accent"), "\n"]
        for line in found:
            more = textwrap.wrap(line.more, max(20, room - keys_wide - name_wide))
            parts += [(set_cell_size(line.keys, keys_wide), "bold"), set_cell_size(line.name, name_wide)]
            parts += [(below.join(more), "$quiet"), "\n"]
        parts.append("\n")
    parts.append(
        (texts.t("esc closes the help. All keys can be changed in the settings: see leadercli keys."), "$quiet")
    )
    return Content.assemble(*parts)


class _Line(NamedTuple):
    """What stands in the help about one key, or about several that do one thing to different lines."""

    keys: str
    name: str
    more: str


def _lines(texts: Texts, place: str, keys: tuple[Key, ...]) -> list[_Line]:
    lines = []
    members = [key for key in keys if key.where == place]
    for _, alike in groupby(members, lambda key: (action_name(key.action), key.description)):
        key, *others = alike
        every = [key.keys, *(other.keys for other in others)]
        names = span_name(every, texts) if others else key_names(key.keys, texts)
        lines.append(_Line(names, texts.t(key.description), texts.t(key.tooltip)))
    return lines
