"""Build Textual's bindings from the table of keys."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from leadercli.keys.key import Key
from leadercli.keys.table import keys_of

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
