"""`leadercli scale log`: weigh in from the shell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from leadercli.cli.params import json_flag, option
from leadercli.cli.run import Run
from leadercli.cli.scale_lines import levels_line, stand_words
from leadercli.cli.scale_ratings import read_ratings, the_item
from leadercli.cli.scale_show import print_sheet, read_week, sheet_of, week_option
from leadercli.cli.spoken import Spoken
from leadercli.errors import Trouble
from leadercli.locale import N_
from leadercli.locale.texts import Texts
from leadercli.model.dates.calendar import week_of, week_start
from leadercli.model.dates.format import say_week
from leadercli.model.scale.due import week_to_weigh

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


def make(texts: Texts) -> click.Command:
    """Make the command."""
    return Spoken(
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
    run: Run,
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
        raise Trouble(N_("{week} has not begun, so it cannot be weighed yet."), week=name)
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


def _asked(run: Run, journal: Journal, week: str) -> dict[str, int | None]:
    if not run.out.can_ask:
        raise Trouble(N_("Give ratings, such as workload=4 pace=3. `leadercli scale log --help` tells more."))
    from leadercli.cli.scale_ask import ask_ratings

    rated = ask_ratings(run, sheet_of(journal, week))
    if not rated:
        raise Trouble(N_("Nothing was rated, so nothing was saved."))
    return rated


def _print(run: Run, week: str, as_json: bool) -> None:
    sheet, texts = sheet_of(run.writing(), week), run.texts
    if as_json:
        print_sheet(run, sheet, as_json=True)
        return
    rated = texts.t("{rated} of {of} rated", rated=sheet.balance.rated, of=sheet.balance.of)
    title = f"{texts.t('The scale')} · {say_week(week_start(week), texts.lang)} · {rated}"
    run.out.lines([title, levels_line(sheet, texts), stand_words(sheet, texts)])
