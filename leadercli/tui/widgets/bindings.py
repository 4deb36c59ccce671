"""Build Textual's bindings from the table of keys, and write keys as they stand on a keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from textual.binding import Binding, BindingType

from leadercli.keys.key import Key
from leadercli.keys.table import keys_of
from leadercli.locale import N_
from leadercli.locale.texts import Texts

CURSOR = ("cursor_down", "cursor_up", "page_down", "page_up", "first", "last", "next_group")
"""The actions of the list widget itself; the others of "list" belong to its screen."""


def bindings(where: str) -> list[BindingType]:
    """Make the bindings of a place. Descriptions stay in English here; they are translated where they are shown."""
    return [_binding(key) for key in keys_of(where)]


def cursor_bindings() -> list[BindingType]:
    """Make the bindings that move the cursor of a list."""
    return [_binding(key) for key in keys_of("list") if key.action in CURSOR]


def row_bindings() -> list[BindingType]:
    """Make the bindings that act where the cursor of a list stands."""
    return [_binding(key) for key in keys_of("list") if key.action not in CURSOR]


def _binding(key: Key) -> Binding:
    return Binding(
        key.keys,
        key.action,
        key.description,
        show=key.show,
        priority=key.priority,
        id=key.id,
        tooltip=key.tooltip,
    )


SIGNS = {"question_mark": "?", "slash": "/", "colon": ":", "plus": "+", "minus": "-"}
"""Textual's names of keys that type a sign."""

NAMES = {
    "escape": "esc",
    "enter": "⏎",
    "space": N_("space"),
    **SIGNS,
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "delete": "del",
}


def key_name(key: str, texts: Texts) -> str:
    """Name one key: "ctrl+s" stays, "escape" becomes "esc"."""
    modifiers, _, last = key.rpartition("+")
    name = texts.t(NAMES["space"]) if last == "space" else NAMES.get(last, last)
    return f"{modifiers}+{name}" if modifiers else name


def key_names(keys: str, texts: Texts) -> str:
    """Name the keys of a binding, "x,space" becomes "x  space"."""
    return "  ".join(key_name(key.strip(), texts) for key in keys.split(","))


def span_name(keys: Sequence[str], texts: Texts) -> str:
    """Name the first keys of bindings that do one thing to different lines: "alt+1–9"."""
    names = [key_name(key.split(",")[0].strip(), texts) for key in keys]
    if len(names) == 1:
        return names[0]
    first, last = names[0], names[-1]
    together = first[:-1] == last[:-1]
    return f"{first}–{last[-1] if together else last}"


def action_name(action: str) -> str:
    """Name what an action does, without to what: "tick(3)" becomes "tick"."""
    return action.partition("(")[0]
