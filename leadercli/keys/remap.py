"""Give bindings the person's own keys, and find what cannot work: an unknown binding, no key, two on one key."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from leadercli.errors import AppError
from leadercli.keys.key import TOGETHER, Key
from leadercli.keys.table import KEYS
from leadercli.locale import N_

Clash = tuple[str, str, str]
"""A key, and the ids of two bindings that claim it at the same place, the place's own first."""

_NAMED = re.compile(
    "escape|enter|space|tab|backspace|delete|insert|home|end|pageup|pagedown|up|down|left|right|f([1-9]|1[0-9]|2[0-4])"
)
_MODIFIERS = frozenset(("ctrl", "alt", "shift", "super", "hyper", "meta"))
_SIGNS = {
    "plus_sign": "plus",
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "low_line": "underscore",
}
"""Signs that have a shorter name than Unicode's."""


class RemapError(AppError):
    """A key in the settings that cannot work."""


def remapped(overrides: Mapping[str, str], keys: Iterable[Key] = KEYS) -> tuple[Key, ...]:
    """Apply the person's own keys. Raises RemapError for an unknown binding, no key, or two bindings on one key."""
    present = tuple(keys)
    known = {key.id for key in present}
    for id_ in overrides:
        if id_ not in known:
            raise RemapError(
                N_("The settings give a key to “{id}”, which is not a binding. `leadercli keys` lists them."), id=id_
            )
    own = {id_: _read(id_, typed) for id_, typed in overrides.items()}
    new = tuple(replace(key, keys=own.get(key.id, key.keys)) for key in present)
    clash = find_clash(new)
    if clash:
        raise RemapError(
            N_("The key “{key}” would be both “{first}” and “{second}”. Give one of them another key."),
            key=clash[0],
            first=clash[1],
            second=clash[2],
        )
    return new


def find_clash(keys: Iterable[Key]) -> Clash | None:
    """Find a key that two bindings claim at one place, unless they are meant to: our own table lets them.

    So Escape may leave a note before it goes back, and on the scale a digit rates instead of going to a view.
    """
    meant = {(_family(first), _family(second)) for _, first, second in clashes(KEYS)}
    found = clashes(keys)
    return next((clash for clash in found if (_family(clash[1]), _family(clash[2])) not in meant), None)


def clashes(keys: Iterable[Key]) -> Iterator[Clash]:
    """List the keys that two bindings claim at one place. Of two, the place's own binding acts."""
    listed = tuple(keys)
    for place, others in TOGETHER.items():
        taken: dict[str, str] = {}
        for key in sorted(listed, key=lambda key: key.where != place):
            if key.where != place and key.where not in others:
                continue
            for one in _split(key.keys):
                if one in taken and taken[one] != key.id:
                    yield one, taken[one], key.id
                taken.setdefault(one, key.id)


def normal(key: str) -> str:
    """Name a key as the program does: "+" is "plus", "Ctrl+S" is "ctrl+s". "" for what is not a key."""
    key = " " if key == " " else key.strip()
    if len(key) == 1:
        return _sign(key)
    *modifiers, last = key.lower().split("+") if not key.endswith("++") else [*key[:-2].lower().split("+"), "+"]
    if not _MODIFIERS.issuperset(modifiers):
        return ""
    name = _sign(last) if len(last) == 1 else last if _NAMED.fullmatch(last) or _is_sign(last) else ""
    return "+".join((*modifiers, name)) if name else ""


def _family(id_: str) -> str:
    """Name the bindings of a kind alike: all ratings, all views."""
    kind = id_.rstrip("0123456789")
    return "app.view" if any(key.id == id_ and key.action.startswith("view(") for key in KEYS) else kind


def _read(id_: str, typed: str) -> str:
    found = []
    for one in _split(typed):
        name = normal(one)
        if not name:
            raise RemapError(
                N_("The settings give “{id}” the key “{key}”, which is not one. Write keys such as x, f5, ctrl+t."),
                id=id_,
                key=one,
            )
        found.append(name)
    return ",".join(found)


def _split(keys: str) -> list[str]:
    return [part if part == " " else part.strip() for part in keys.split(",")]


def _sign(letter: str) -> str:
    if letter.isalnum():
        return letter
    name = unicodedata.name(letter, "").lower().replace("-", "_").replace(" ", "_")
    return _SIGNS.get(name, name)


def _is_sign(name: str) -> bool:
    if name in _SIGNS.values():
        return True
    try:
        return bool(unicodedata.lookup(name.replace("_", " ")))
    except KeyError:
        return False
