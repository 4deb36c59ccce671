"""`leadercli where`, `keys` and `demo`: the program itself."""

from __future__ import annotations

from collections.abc import Iterator

import click

from leadercli.cli.command import TranslatedCommand
from leadercli.cli.context import Context
from leadercli.cli.output import Line, Toned, columns
from leadercli.cli.parameters import flag, json_flag
from leadercli.keys.key import PLACES, Key
from leadercli.keys.remap import RemapError, remapped
from leadercli.keys.table import KEYS
from leadercli.locale.texts import Texts
from leadercli.session import need_terminal


def make_where(texts: Texts) -> click.Command:
    """Make the command."""
    return TranslatedCommand(
        "where",
        texts,
        _where,
        texts.t("Print where the journal, the settings, and what this machine keeps beside them lie."),
        [json_flag(texts)],
    )


def _where(run: Context, as_json: bool) -> None:
    places, texts = run.session.places, run.texts
    if as_json:
        run.out.json(
            {
                "journal": str(places.journal),
                "config": str(places.config_file),
                "state": str(places.journal_state),
                "backups": str(places.backups),
            }
        )
        return
    journal = str(places.journal)
    rows = [
        (texts.t("journal"), journal if places.journal.exists() else texts.t("{path} (not there yet)", path=journal)),
        (texts.t("settings"), str(places.config_file)),
        (texts.t("themes"), str(places.themes)),
        (texts.t("drafts and changes"), str(places.journal_state)),
        (texts.t("backups"), str(places.backups)),
    ]
    run.out.lines(columns(rows))


def make_keys(texts: Texts) -> click.Command:
    """Make the command."""
    return TranslatedCommand(
        "keys",
        texts,
        _keys,
        texts.t("Print the keys of the app, with the ids by which the settings give them others."),
        [json_flag(texts)],
    )


def _keys(run: Context, as_json: bool) -> None:
    keys = KEYS
    try:
        keys = remapped(run.session.config.keys)
    except RemapError as trouble:
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


def make_demo(texts: Texts) -> click.Command:
    """Make the command."""
    return TranslatedCommand(
        "demo",
        texts,
        _demo,
        texts.t(
            "Open the app on a sample journal: a year of a team of eight. It lies in a temporary folder that goes "
            "away when you leave; your own journal is not touched."
        ),
        [flag("--keep", texts.t("Do not open the app: print where the sample journal lies, and leave it there."))],
    )


def _demo(run: Context, keep: bool) -> None:
    from leadercli.demo.make import demo_session

    if keep:
        run.out.text(str(demo_session(run.session).places.journal))
        return
    import shutil

    need_terminal()
    session = demo_session(run.session)
    try:
        code = run.open_app(session, "")
    finally:
        shutil.rmtree(session.places.journal.parent, ignore_errors=True)
    raise click.exceptions.Exit(code)
