"""`leadercli done`, `drop` and `reopen`: what becomes of agreements."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from leadercli.cli.params import ids_argument, json_flag
from leadercli.cli.run import Run
from leadercli.cli.spoken import Spoken
from leadercli.locale import N_
from leadercli.locale.texts import Texts
from leadercli.model.records import AgreementState
from leadercli.model.text import plain_line

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal

_SAID: dict[AgreementState, tuple[str, str]] = {
    "done": (N_("Done: {text}"), N_("It was done already: {text}")),
    "dropped": (N_("Dropped: {text}"), N_("It was dropped already: {text}")),
    "open": (N_("Open again: {text}"), N_("It is open: {text}")),
}
"""What is said when a state is reached, and when it was there before."""


def make_done(texts: Texts) -> click.Command:
    """Make `done`."""
    return _make("done", texts, _done, texts.t("Say that agreements are done."))


def make_drop(texts: Texts) -> click.Command:
    """Make `drop`."""
    return _make("drop", texts, _drop, texts.t("Say that agreements are no longer to be done."))


def make_reopen(texts: Texts) -> click.Command:
    """Make `reopen`."""
    return _make("reopen", texts, _reopen, texts.t("Take up agreements again that are done or dropped."))


def _make(name: str, texts: Texts, callback: Callable[..., None], help_: str) -> click.Command:
    about = texts.t("An id is the first word of a line that `leadercli next` prints, or as much of it as is needed.")
    return Spoken(name, texts, callback, f"{help_}\n\n{about}", [ids_argument(texts), json_flag(texts)])


def _done(run: Run, ids: tuple[str, ...], as_json: bool) -> None:
    _become(run, ids, "done", as_json)


def _drop(run: Run, ids: tuple[str, ...], as_json: bool) -> None:
    _become(run, ids, "dropped", as_json)


def _reopen(run: Run, ids: tuple[str, ...], as_json: bool) -> None:
    _become(run, ids, "open", as_json)


def _become(run: Run, ids: tuple[str, ...], state: AgreementState, as_json: bool) -> None:
    """Bring agreements to a state, as one change; all ids must be known first."""
    journal = run.changing()
    verbs = {"done": journal.agreements.complete, "dropped": journal.agreements.drop, "open": journal.agreements.reopen}
    found = list({one.id: one for one in (journal.agreements.named(typed) for typed in ids)}.values())
    changing = [one for one in found if one.state != state]
    if changing:
        with journal.batch(_COMMANDS[state], ", ".join(one.text for one in changing)):
            for one in changing:
                verbs[state](one.id)
    if as_json:
        _print_json(run, journal, [one.id for one in found])
    else:
        became, was = _SAID[state]
        run.out.lines(run.texts.t(was if one.state == state else became, text=plain_line(one.text)) for one in found)
    if changing:
        run.hint_undo()


_COMMANDS: dict[AgreementState, str] = {"done": "complete", "dropped": "drop", "open": "reopen"}


def _print_json(run: Run, journal: Journal, ids: list[str]) -> None:
    from leadercli.cli.shapes import agreement_shape

    found = [one for id_ in ids if (one := journal.agreements.get(id_))]
    run.out.json([agreement_shape(one, journal.people.name, run.today) for one in found])
