"""The command line and the screens say the same of the same records."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import takewhile

import pytest
from support.screens.desk import BEFORE, Desk
from support.screens.hands import press, seen, write
from support.screens.monday import lay_monday
from support.screens.screen_text import screen_text

from leadercli.cli.main import run
from leadercli.journal.journal import Journal
from leadercli.tui.app.app import LeaderApp
from leadercli.tui.base.list_screen import ListScreen
from leadercli.tui.widgets.rows import Row

Shell = Callable[..., str]


@pytest.fixture
def shell(desk: Desk, capsys: pytest.CaptureFixture[str]) -> Shell:
    """Run a command and give what it prints, on both streams."""

    def call(*words: str) -> str:
        run(words, desk.env, lambda _session, _person: 1)
        said = capsys.readouterr()
        return said.out + said.err

    return call


@pytest.fixture
def journal(desk: Desk) -> Journal:
    """A Monday with something of each kind: people of every group, an agreement in two hands, conversations."""
    journal = lay_monday(desk)
    people = journal.people
    for name, cadence in (("Ida Krogh", "2w"), ("Jens Friis", "1m"), ("Kim Dahl", "6w"), ("Nora Vang", "1m")):
        people.add(name, cadence=cadence)
    ida, jens, kim, nora = (people.named(name).id for name in ("ida", "jens", "kim", "nora"))
    for person in (ida, jens, kim):
        journal.meetings.write(person, date(2026, 2, 24), "- the plan")
    journal.meetings.plan(jens, date(2026, 3, 12), time="9:30")
    people.pause(kim, date(2026, 5, 1))
    people.leave(nora, date(2026, 2, 13))
    journal.meetings.plan(people.named("lise").id, date(2026, 2, 25))
    journal.meetings.plan(ida, date(2026, 2, 26))
    journal.meetings.cancel(journal.meetings.on(ida, date(2026, 2, 26)).id, "ill")
    journal.agreements.agree("Book the room", person_id=jens, owner="us", due=date(2026, 3, 4))
    journal.agreements.agree("Call the bank", person_id=jens, owner=ida, due=date(2026, 4, 4))
    return desk.journal(BEFORE)


def cells(app: LeaderApp) -> Iterator[tuple[Row, list[str]]]:
    """Give each row of the list in front with the words of its cells."""
    screen = app.screen
    assert isinstance(screen, ListScreen)
    for row in screen.list.rows:
        if row.id:
            yield row, [f"{cell.text}{cell.more}" for cell in row.cells if cell.text]


def headings(app: LeaderApp) -> list[str]:
    """Give the headings of the list in front."""
    screen = app.screen
    assert isinstance(screen, ListScreen)
    return [row.cells[0].text for row in screen.list.rows if not row.id and row.cells and row.cells[0].text]


async def test_today(desk: Desk, journal: Journal, shell: Shell) -> None:
    printed = shell("today").splitlines()
    app = desk.app()
    async with app.run_test(size=(120, 50)):
        shown = headings(app)
        assert len(shown) == 6
        assert set(shown) <= set(printed)
        told = {words[1] for row, words in cells(app) if row.kind in ("meeting", "talk", "scale")}
    assert len(told) > 3
    for words in told:
        assert any(line.endswith(words) for line in printed), words


async def test_next_steps(desk: Desk, journal: Journal, shell: Shell) -> None:
    printed = shell("next").splitlines()
    app = desk.app()
    async with app.run_test(size=(120, 50)) as pilot:
        await press(pilot, "3")
        assert isinstance(app.screen, ListScreen)
        assert headings(app) == [line for line in printed if line and not line.startswith(" ")]
        owners = {row.record: row.cells[3].text for row, _ in cells(app)}
        whom = {row.record: row.cells[1].text for row, _ in cells(app)}
    assert len(set(owners.values())) == 5
    for id_, owner in owners.items():
        line = next(line for line in printed if whom[id_] in line)
        assert owner in line.partition(whom[id_])[2]


async def test_people(desk: Desk, journal: Journal, shell: Shell) -> None:
    printed = shell("people", "--all").splitlines()
    app = desk.app()
    async with app.run_test(size=(120, 50)) as pilot:
        await press(pilot, "2", "v")
        assert headings(app) == [line for line in printed if line and not line.startswith(" ")]
        found = {row.cells[0].text: [row.cells[place].text for place in (2, 3, 4)] for row, _ in cells(app)}
    assert len(found) == 8
    for name, (every, coming, agreements) in found.items():
        line = next(line for line in printed if line.strip().startswith(name))
        assert f"  {every}  " in line, name
        # In the narrow column a day goes without its weekday.
        assert coming.split(" ", 1)[0] in line, name
        assert coming.rsplit(" ", 1)[-1] in line, name
        assert line.endswith(agreements)


@pytest.mark.parametrize("name", ["Ida Krogh", "Jens Friis", "Kim Dahl", "Nora Vang", "Eva Sørensen", "Mads Holm"])
async def test_a_person(desk: Desk, journal: Journal, shell: Shell, name: str) -> None:
    printed = shell("person", "show", name).splitlines()
    person = journal.people.named(name)
    app = desk.app()
    async with app.run_test(size=(120, 50)) as pilot:
        app.open_person(person.id)
        await seen(pilot, name)
        await pilot.pause()
        lines = screen_text(app)
    told = [part for line in takewhile(bool, printed[1:]) for part in line.split(" · ")]
    assert told
    assert [part for part in told if part not in lines] == []
    cancelled = [line.rpartition("  ")[2] for line in printed if line.endswith(": ill")]
    assert bool(cancelled) == (name == "Ida Krogh")
    assert all(words in lines for words in cancelled)


async def test_the_scale(desk: Desk, journal: Journal, shell: Shell) -> None:
    journal.scale.weigh_in("2026-W10", {"workload": 5, "pace": 4})
    printed = shell("scale", "show", "--week", "2026-W10").splitlines()
    app = desk.app()
    async with app.run_test(size=(120, 50)) as pilot:
        await press(pilot, "4")
        await pilot.pause()
        shown = screen_text(app)
    rated, stand = (
        printed[0].rpartition(" · ")[2],
        next(line for line in printed if line.startswith(("No tilt", "Intet udslag"))),
    )
    assert rated in shown
    assert stand in shown


@pytest.mark.parametrize("line", ["@lise", "> call", "? pay", "@nora return the card", "call 31/2"])
async def test_a_quick_line(desk: Desk, journal: Journal, shell: Shell, line: str) -> None:
    said = [one for one in shell("add", line).splitlines() if "leadercli undo" not in one]
    app = desk.app()
    async with app.run_test(size=(120, 50)) as pilot:
        await press(pilot, "a")
        await write(pilot, line)
        await pilot.pause()
        shown = screen_text(app)
    assert said[-1] in shown
