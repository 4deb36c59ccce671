"""`leadercli done`, `drop`, `reopen` and `move`: what becomes of agreements."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from leadercli.cli.command import TranslatedCommand
from leadercli.cli.context import Context
from leadercli.cli.parameters import id_argument, ids_argument, json_flag, option
from leadercli.locale import N_
from leadercli.locale.texts import Texts
from leadercli.model.records import AgreementState
from leadercli.model.text import plain_line
from leadercli.words.agreements import OPEN_AGAIN, moved_words, whole_day_words
from leadercli.words.dates import read_day

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


_SAID: dict[AgreementState, tuple[str, str]] = {
    "done": (N_("Done: {text}"), N_("It was done already: {text}")),
    "dropped": (N_("Dropped: {text}"), N_("It was dropped already: {text}")),
    "open": (OPEN_AGAIN, N_("It is open: {text}")),
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
    return TranslatedCommand(name, texts, callback, f"{help_}\n\n{about}", [ids_argument(texts), json_flag(texts)])


def _done(run: Context, ids: tuple[str, ...], as_json: bool) -> None:
    _become(run, ids, "done", as_json)


def _drop(run: Context, ids: tuple[str, ...], as_json: bool) -> None:
    _become(run, ids, "dropped", as_json)


def _reopen(run: Context, ids: tuple[str, ...], as_json: bool) -> None:
    _become(run, ids, "open", as_json)


def _become(run: Context, ids: tuple[str, ...], state: AgreementState, as_json: bool) -> None:
    """Bring agreements to a state, as one change; all ids must be known first."""
    journal = run.changing()
    found = list({one.id: one for one in (journal.agreements.named(typed) for typed in ids)}.values())
    changing = [one for one in found if one.state != state]
    journal.agreements.bring_to([one.id for one in changing], state)
    if as_json:
        _print_json(run, journal, [one.id for one in found])
    else:
        became, was = _SAID[state]
        run.out.lines(run.texts.t(was if one.state == state else became, text=plain_line(one.text)) for one in found)
    if changing:
        run.hint_undo()


def _print_json(run: Context, journal: Journal, ids: list[str]) -> None:
    from leadercli.cli.record_json import agreement_json

    found = [one for id_ in ids if (one := journal.agreements.get(id_))]
    run.out.json([agreement_json(one, journal.people.name, run.today) for one in found])


_NEVER = ("-", "–", "none", "never", "ingen", "aldrig")


def make_move(texts: Texts) -> click.Command:
    """Make the command."""
    return TranslatedCommand(
        "move",
        texts,
        _move,
        texts.t(
            "Give an agreement another deadline: fri, 14/11, in 2 weeks, week 48, +7, an ISO date, or - for none. "
            "The old deadline and the reason are kept."
        ),
        [
            id_argument(texts),
            click.Argument(["when"], metavar=texts.t("DATE"), nargs=-1, required=True),
            option("--reason", texts.t("TEXT"), texts.t("Why it moves.")),
            json_flag(texts),
        ],
    )


def _move(run: Context, id_: str, when: tuple[str, ...], reason: str | None, as_json: bool) -> None:
    journal, texts = run.changing(), run.texts
    typed = " ".join(when)
    day = None if typed.casefold() in _NEVER else read_day(typed, run.today)
    one = journal.agreements.named(id_)
    journal.agreements.adjust(one.id, day, (reason or "").strip())
    moved = journal.agreements.get(one.id)
    assert moved
    if as_json:
        from leadercli.cli.record_json import agreement_json

        run.out.json(agreement_json(moved, journal.people.name, run.today))
    elif len(moved.moves) == len(one.moves):
        said = whole_day_words(day, run.today, texts)
        run.out.text(texts.t("It is there already: {text} · {date}", text=plain_line(one.text), date=said))
    else:
        parts = (plain_line(one.text), whole_day_words(day, run.today, texts), moved_words(len(moved.moves), texts))
        run.out.text(texts.t("Moved: {what}", what=" · ".join(parts)))
    if len(moved.moves) > len(one.moves):
        run.hint_undo()
