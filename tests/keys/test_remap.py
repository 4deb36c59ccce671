"""The table of keys and what becomes of it with a person's own keys."""

from __future__ import annotations

import pytest
from textual.keys import _character_to_key

from leadercli.keys.key import PLACES, TOGETHER
from leadercli.keys.remap import RemapError, clashes, find_clash, normal, remapped
from leadercli.keys.table import KEYS, keys_of

MEANT = [
    ("1", "scale.rate_1", "app.today"),
    ("1", "versions.keep_1", "app.today"),
    ("2", "scale.rate_2", "app.people"),
    ("2", "versions.keep_2", "app.people"),
    ("3", "scale.rate_3", "app.steps"),
    ("3", "versions.keep_3", "app.steps"),
    ("4", "scale.rate_4", "app.scale"),
    ("4", "versions.keep_4", "app.scale"),
    ("b", "versions.both", "app.bin"),
    ("ctrl+z", "form.back", "app.undo"),
    ("enter", "backups.restore", "list.open"),
    ("enter", "bin.restore", "list.open"),
    ("enter", "history.restore", "list.open"),
    ("escape", "filter.all", "app.back"),
    ("escape", "form.leave", "app.back"),
    ("escape", "help.close", "app.back"),
    ("escape", "note.leave", "app.back"),
    ("escape", "prompt.cancel", "app.back"),
    ("escape", "scale.back", "app.back"),
    ("escape", "search.close", "app.back"),
    ("escape", "steps.back", "app.back"),
    ("f1", "form.help", "app.help"),
    ("f1", "help.close", "app.help"),
    ("f1", "note.help", "app.help"),
    ("q", "help.close", "app.quit"),
    ("question_mark", "help.close", "app.help"),
]
"""What covers what on purpose."""


def test_every_binding_says_what_it_is() -> None:
    for key in KEYS:
        for words in (key.id, key.keys, key.action, key.description, key.tooltip):
            assert words.strip(), key.id
        assert key.where in PLACES
        assert key.where in TOGETHER or key.where in ("app", "list")


def test_ids_are_unique() -> None:
    ids = [key.id for key in KEYS]
    assert len(set(ids)) == len(ids)


def test_only_what_is_meant_to_covers_another() -> None:
    assert sorted(clashes(KEYS)) == MEANT
    assert find_clash(KEYS) is None


def test_no_key_needs_altgr_on_a_danish_keyboard() -> None:
    altgr = {_character_to_key(sign) for sign in "[]{}@$\\|~£€"}
    for key in KEYS:
        assert not altgr & {part.strip().rpartition("+")[2] for part in key.keys.split(",")}, key.id


def test_the_places_of_a_binding_are_found_by_its_id() -> None:
    assert [key.id for key in keys_of("steps")] == ["steps.filter", "steps.back", "steps.whose"]
    assert sum(len(keys_of(place)) for place in PLACES) == len(KEYS)


@pytest.mark.parametrize("letter", [*map(chr, range(32, 127)), *"æøåÆØÅ½§£¤"])
def test_a_sign_is_named_as_the_screen_names_it(letter: str) -> None:
    assert normal(letter) == _character_to_key(letter)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Ctrl+S", "ctrl+s"),
        ("F5", "f5"),
        ("Escape", "escape"),
        ("ctrl++", "ctrl+plus"),
        ("ctrl+shift+left", "ctrl+shift+left"),
        ("question_mark", "question_mark"),
        ("slash", "slash"),
        ("ctl+x", ""),
        ("f25", ""),
        ("escapade", ""),
        ("", ""),
        ("ctrl+", ""),
    ],
)
def test_a_key_is_read_as_people_write_it(typed: str, name: str) -> None:
    assert normal(typed) == name


def test_ones_own_keys_take_the_place_of_ours() -> None:
    keys = {key.id: key.keys for key in remapped({"list.done": "ø, Ctrl+D", "app.theme": "f8"})}
    assert keys["list.done"] == "ø,ctrl+d"
    assert keys["app.theme"] == "f8"
    assert keys["list.move"] == "m"


def test_two_bindings_may_change_places() -> None:
    keys = {key.id: key.keys for key in remapped({"list.done": "d", "list.drop": "x"})}
    assert (keys["list.done"], keys["list.drop"]) == ("d", "x")


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ({"list.nothing": "f8"}, "The settings give a key to “list.nothing”, which is not a binding."),
        ({"list.done": "m"}, "The key “m” would be both"),
        ({"list.done": "/"}, "The key “slash” would be both"),
        ({"people.new": "plus", "people.plan": "+"}, "The key “plus” would be both"),
        ({"note.private": "f9"}, "The key “f9” would be both “note.private” and “app.theme”"),
        ({"list.done": ""}, "The settings give “list.done” the key “”, which is not one."),
        ({"list.done": "x,"}, "which is not one"),
        ({"list.done": "ctl+d"}, "The settings give “list.done” the key “ctl+d”, which is not one."),
    ],
)
def test_what_cannot_work_is_refused_in_words(own: dict[str, str], said: str) -> None:
    with pytest.raises(RemapError) as refused:
        remapped(own)
    assert said in str(refused.value)
