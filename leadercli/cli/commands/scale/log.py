"""`leadercli scale log`: weigh in from the shell, with ratings typed or asked for in turn."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from leadercli.cli.command import TranslatedCommand
from leadercli.cli.commands.scale.show import print_sheet, read_week, sheet_of, week_option
from leadercli.cli.context import Context
from leadercli.cli.output import safe_text
from leadercli.cli.parameters import json_flag, option
from leadercli.errors import AppError
from leadercli.locale import N_
from leadercli.locale.texts import Texts
from leadercli.model.dates.calendar import week_of
from leadercli.model.records import ScaleItem, Side
from leadercli.model.scale.due import week_to_weigh
from leadercli.model.scale.week import Sheet
from leadercli.model.text import fold, plain_line
from leadercli.words.scale import SCALE_NAMES, TITLE, coverage_words, item_name, levels_line, stand_words, week_name

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


def make(texts: Texts) -> click.Command:
    """Make the command."""
    return TranslatedCommand(
        "log",
        texts,
        _run,
        texts.t(
            "Rate your loads and resources 1–5, 0 for not relevant: workload=4 pace=3, or just the digits in the "
            "order that `leadercli scale show` has them, - to pass one over. Without ratings you are asked for each."
        ),
        [
            click.Argument(["ratings"], metavar=texts.t("RATING"), nargs=-1),
            week_option(texts),
            option("--note", texts.t("TEXT"), texts.t("What fills most.")),
            option("--balance", texts.t("TEXT"), texts.t("What the balance is now.")),
            option("--turn-down", texts.t("ITEM"), texts.t("Which load to turn down.")),
            option("--turn-up", texts.t("ITEM"), texts.t("Which resource to turn up.")),
            json_flag(texts),
        ],
    )


def _run(
    run: Context,
    ratings: tuple[str, ...],
    week: str | None,
    note: str | None,
    balance: str | None,
    turn_down: str | None,
    turn_up: str | None,
    as_json: bool,
) -> None:
    journal = run.looking()
    name = read_week(week, run.today) if week else week_to_weigh(journal.scale.weigh_ins(), run.today)
    if name > week_of(run.today):
        raise AppError(N_("{week} has not begun, so it cannot be weighed yet."), week=name)
    answers: dict[str, str | None] = {"note": note, "balance": balance}
    if turn_down is not None:
        answers["turn_down"] = the_item(turn_down, "load", journal.scale.items(), run.texts).id
    if turn_up is not None:
        answers["turn_up"] = the_item(turn_up, "resource", journal.scale.items(), run.texts).id
    given: dict[str, Any] = {field: text.strip() for field, text in answers.items() if text is not None}
    rated = read_ratings(ratings, journal.scale.items(), run.texts)
    if not ratings and not given:
        rated = _asked(run, journal, name)
    run.writing().scale.weigh_in(name, rated, **given)
    _print(run, name, as_json)
    run.hint_undo()


def _asked(run: Context, journal: Journal, week: str) -> dict[str, int | None]:
    if not run.out.can_ask:
        raise AppError(N_("Give ratings, such as workload=4 pace=3. `leadercli scale log --help` tells more."))

    rated = ask_ratings(run, sheet_of(journal, week))
    if not rated:
        raise AppError(N_("Nothing was rated, so nothing was saved."))
    return rated


def _print(run: Context, week: str, as_json: bool) -> None:
    sheet, texts = sheet_of(run.writing(), week), run.texts
    if as_json:
        print_sheet(run, sheet, as_json=True)
        return
    title = f"{texts.t(TITLE)} · {week_name(week, texts)} · {coverage_words(sheet.balance, texts)}"
    run.out.lines([title, levels_line(sheet.balance, texts), stand_words(sheet.balance, sheet.mean, texts)])


def ask_ratings(run: Context, sheet: Sheet) -> dict[str, int | None]:
    """Ask for the ratings of a week. ⏎ keeps last week's value, - passes over, the end of the input ends it."""
    texts = run.texts
    run.out.note(texts.t("1 is little, 5 is a lot, 0 is not relevant, ⏎ as last time, - to pass over, Ctrl+D to end."))
    found: dict[str, int | None] = {}
    for item in sheet.items:
        last = sheet.last.get(item.id)
        name = plain_line(item_name(item, texts))
        label = texts.t("{name} (last {value}): ", name=name, value=last) if last else f"{name}: "
        while True:
            typed = _ask(label)
            if typed is None:
                return found
            if typed == "-" or (not typed and item.id not in sheet.last):
                break
            try:
                found[item.id] = read_rating(typed) if typed else last
                break
            except AppError as trouble:
                run.out.note(trouble.sentence(texts))
    return found


def _ask(label: str) -> str | None:
    """Ask one question on stderr; None at the end of the input."""
    sys.stderr.write(safe_text(label).decode())
    sys.stderr.flush()
    line = sys.stdin.readline()
    return line.strip() if line else None


_PASS = ("-", "–", "_")


def read_ratings(typed: Sequence[str], items: Sequence[ScaleItem], texts: Texts) -> dict[str, int | None]:
    """Read "item=4" and digits in the order of the items. Returns ratings, None for not relevant. Raises AppError."""
    found: dict[str, int | None] = {}
    in_order = iter(items)
    for word in typed:
        name, equals, value = word.rpartition("=")
        if equals:
            found[the_item(name, None, items, texts).id] = read_rating(value)
            continue
        for sign in word.replace(",", ""):
            item = next(in_order, None)
            if item is None:
                raise AppError(N_("There are more ratings than the {count} items on the scale."), count=len(items))
            if sign not in _PASS:
                found[item.id] = read_rating(sign)
    return found


def read_rating(typed: str) -> int | None:
    """Read 1 to 5, or 0 for not relevant. Raises AppError."""
    if typed not in ("0", "1", "2", "3", "4", "5"):
        raise AppError(N_("A rating is 1 to 5, or 0 for not relevant; “{value}” is neither."), value=typed)
    return int(typed) or None


def the_item(typed: str, side: Side | None, items: Sequence[ScaleItem], texts: Texts) -> ScaleItem:
    """Find the item that a typed name, or the beginning of one of its words, means. Raises AppError."""
    wanted = fold(typed.strip().replace("_", " "))
    fitting = [item for item in items if side in (None, item.side)]
    exact = [item for item in fitting if wanted in _names(item, texts)]
    begun = [item for item in fitting if wanted and any(_begins(name, wanted) for name in _names(item, texts))]
    found = exact or begun
    if len(found) == 1:
        return found[0]
    shown = ", ".join(item_name(item, texts) for item in found or fitting)
    if found:
        raise AppError(N_("“{name}” can be {items}. Type more of it."), name=typed, items=shown)
    raise AppError(N_("There is nothing called “{name}” on the scale. There are: {items}."), name=typed, items=shown)


def _names(item: ScaleItem, texts: Texts) -> tuple[str, ...]:
    """List what an item may be called: by its id, in the person's language, and in English."""
    names = (item.id.replace("_", " "), item_name(item, texts), item.name or SCALE_NAMES.get(item.id, ""))
    return tuple(fold(name) for name in names if name)


def _begins(name: str, wanted: str) -> bool:
    return name.startswith(wanted) or any(word.startswith(wanted) for word in name.split())
