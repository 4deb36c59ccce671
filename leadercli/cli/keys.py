"""`leadercli keys`: the keys of the app, as they are on this machine."""

from __future__ import annotations

from collections.abc import Iterator

import click

from leadercli.cli.columns import columns
from leadercli.cli.output import Line, Toned
from leadercli.cli.params import json_flag
from leadercli.cli.run import Run
from leadercli.cli.spoken import Spoken
from leadercli.keys.key import PLACES, Key
from leadercli.keys.remap import KeyTrouble, remapped
from leadercli.keys.table import KEYS
from leadercli.locale.texts import Texts


def make_keys(texts: Texts) -> click.Command:
    """Make the command."""
    return Spoken(
        "keys",
        texts,
        _keys,
        texts.t("Print the keys of the app, with the ids by which the settings give them others."),
        [json_flag(texts)],
    )


def _keys(run: Run, as_json: bool) -> None:
    keys = KEYS
    try:
        keys = remapped(run.session.config.keys)
    except KeyTrouble as trouble:
        run.out.note(trouble.sentence(run.texts))
    if as_json:
        run.out.json([_key_json(key, run.texts) for key in keys])
    else:
        run.out.lines(_key_lines(keys, run.texts))


def _key_json(key: Key, texts: Texts) -> dict[str, object]:
    return {
        "id": key.id,
        "keys": [one.strip() for one in key.keys.split(",")],
        "where": key.where,
        "description": texts.t(key.description),
        "tooltip": texts.t(key.tooltip),
    }


def _key_lines(keys: tuple[Key, ...], texts: Texts) -> Iterator[Line]:
    rows = columns([(key.keys.replace(",", " "), key.id, texts.t(key.tooltip)) for key in keys])
    places = dict.fromkeys(key.where for key in keys)
    for number, place in enumerate(places):
        yield from ("",) if number else ()
        yield Toned("heading", texts.t(PLACES.get(place, place)))
        yield from (f"  {row}" for key, row in zip(keys, rows, strict=True) if key.where == place)
