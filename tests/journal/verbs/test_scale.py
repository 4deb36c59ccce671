"""The scale: a week that grows, items of one's own, and two machines that rate one week together."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.journals.worlds import on_disk, sync

from leadercli.errors import AppError
from leadercli.journal.journal import Journal
from leadercli.model.merge.record import siblings
from leadercli.model.records import ScaleItem

Opener = Callable[[Journal], Journal]
WEEK = "2026-W10"


def _item(journal: Journal, item_id: str) -> ScaleItem:
    return next(one for one in journal.scale.catalogue() if one.id == item_id)


def test_a_week_is_there_after_the_program_has_ended(journal: Journal, open_again: Opener) -> None:
    assert journal.scale.week(WEEK).ratings == {}
    journal.scale.weigh_in(WEEK, {"workload": 4, "meaning": 5, "trust": None}, note="meget", turn_down="møder")
    journal.scale.weigh_in(
        WEEK, {"workload": 3}, balance="tungt", steps={"turn_down": "260302-step"}, moved={"meaning": "yes"}
    )
    (week,) = open_again(journal).scale.weigh_ins()
    assert week.week == WEEK
    assert week.ratings == {"workload": 3, "meaning": 5, "trust": None}
    assert (week.note, week.balance, week.turn_down, week.turn_up) == ("meget", "tungt", "møder", "")
    assert (week.steps, week.moved, week.at) == ({"turn_down": "260302-step"}, {"meaning": "yes"}, journal.clock())


def test_not_relevant_is_not_the_same_as_not_rated(journal: Journal, open_again: Opener) -> None:
    journal.scale.weigh_in(WEEK, {"workload": None, "meaning": 2})
    journal.scale.unrate(WEEK, "meaning")
    assert open_again(journal).scale.week(WEEK).ratings == {"workload": None}


@pytest.mark.parametrize("value", [-1, 0, 6, 50])
def test_a_rating_is_one_to_five(journal: Journal, value: int) -> None:
    with pytest.raises(AppError, match=f"{value} is neither"):
        journal.scale.weigh_in(WEEK, {"workload": value})
    assert journal.scale.weigh_ins() == []


def test_weeks_are_listed_from_the_oldest(journal: Journal) -> None:
    for week in ("2026-W10", "2025-W52", "2026-W01", "2020-W53"):
        journal.scale.weigh_in(week, {"workload": 1})
    assert [one.week for one in journal.scale.weigh_ins()] == ["2020-W53", "2025-W52", "2026-W01", "2026-W10"]


def test_two_machines_rate_one_week_together(journal: Journal, elsewhere: Opener) -> None:
    other = elsewhere(journal)
    journal.scale.weigh_in(WEEK, {"workload": 4})
    other.scale.weigh_in(WEEK, {"meaning": 2}, note="fra toget")
    sync(other, journal)
    assert journal.refresh()
    (week,) = journal.scale.weigh_ins()
    assert week.ratings == {"workload": 4, "meaning": 2}
    assert week.note == "fra toget"


def test_own_items_are_added_renamed_retired_and_restored(journal: Journal, open_again: Opener) -> None:
    meetings = journal.scale.add_item("load", " For mange  møder ")
    assert meetings.name == "For mange møder"
    loads = [one for one in open_again(journal).scale.items() if one.side == "load"]
    assert loads[-1] == meetings
    journal.scale.rename_item(meetings, "Møder")
    journal.scale.retire_item(meetings)
    assert meetings.id not in [one.id for one in journal.scale.items()]
    retired = _item(journal, meetings.id)
    assert (retired.name, retired.retired) == ("Møder", True), (
        "the older item in hand has not brought its old name back"
    )
    journal.scale.restore_item(retired)
    assert [one.name for one in journal.scale.items() if one.id == meetings.id] == ["Møder"]


def test_an_item_needs_a_name_but_a_default_one_has_its_own(journal: Journal) -> None:
    own = journal.scale.add_item("resource", "Kaffe")
    with pytest.raises(AppError, match="needs a name"):
        journal.scale.add_item("load", " ")
    with pytest.raises(AppError, match="needs a name"):
        journal.scale.rename_item(own, " ")
    place = [one.id for one in journal.scale.items()].index("pace")
    journal.scale.rename_item(_item(journal, "pace"), "Tempo")
    assert journal.scale.items()[place].name == "Tempo"
    journal.scale.rename_item(_item(journal, "pace"), "")
    assert journal.scale.items()[place] == ScaleItem("pace", "load", order=_item(journal, "pace").order)


def test_a_default_item_renamed_here_and_retired_there_is_both(journal: Journal, elsewhere: Opener) -> None:
    other = elsewhere(journal)
    journal.scale.rename_item(_item(journal, "pace"), "Tempo")
    other.scale.retire_item(_item(other, "pace"))
    sync(other, journal)
    assert journal.refresh()
    pace = _item(journal, "pace")
    assert (pace.name, pace.retired) == ("Tempo", True)
    journal.people.add("Lise")
    assert siblings(on_disk(journal)["scale_items"]["pace"]) == {}, "neither has to be asked which version is right"
