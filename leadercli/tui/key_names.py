"""Write Textual's key names as they stand on a keyboard."""

from __future__ import annotations

SIGNS = {"question_mark": "?", "slash": "/", "colon": ":", "plus": "+", "minus": "-"}
"""Textual's names of keys that type a sign."""

NAMES = {
    "escape": "esc",
    "enter": "⏎",
    "space": "space",
    **SIGNS,
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "delete": "del",
}


def key_name(key: str) -> str:
    """Name one key: "ctrl+s" stays, "escape" becomes "esc"."""
    modifiers, _, last = key.rpartition("+")
    name = NAMES.get(last, last)
    return f"{modifiers}+{name}" if modifiers else name


def key_names(keys: str) -> str:
    """Name the keys of a binding, "x,space" becomes "x  space"."""
    return "  ".join(key_name(key.strip()) for key in keys.split(","))
