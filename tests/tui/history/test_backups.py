"""The backups on the screen: which there are, how far each is from now, and putting one back."""

from __future__ import annotations

from datetime import datetime

from support.screens.desk import Desk
from support.screens.hands import press, seen, stand_on
from support.screens.screen_text import line_with, screen_lines

from leadercli.journal.local.backups import Backups
from leadercli.tui.history.backups import BackupsScreen

FRIDAY = datetime(2026, 2, 27, 16, 30)
LATER = datetime(2026, 2, 28, 9, 0)


def _lay(desk: Desk) -> None:
    """Lise and an agreement, a backup of them, and what has come since: a role, and Mads."""
    journal = desk.journal(FRIDAY)
    lise = journal.people.add("Lise")
    journal.agreements.agree("call HR", person_id=lise.id)
    _keep(desk, FRIDAY)
    later = desk.journal(LATER)
    later.people.edit(lise.id, {"role": "Finance"})
    later.people.add("Mads")


def _keep(desk: Desk, at: datetime, kind: str = "by_hand", label: str = "") -> Backups:
    places = desk.session.places
    for path in places.backups.glob("*-regular-*"):
        path.unlink()
    backups = Backups(places.backups)
    backups.keep(places.journal.read_bytes(), at, kind, label)
    return backups


def _names(desk: Desk) -> list[str]:
    return sorted(one.name for one in desk.journal().people.all())


async def test_it_tells_when_why_how_large_and_how_far_from_now(desk: Desk) -> None:
    _lay(desk)
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "B")
        await seen(pilot, "on this machine", "2 records differ")
        words = " ".join(line_with(app, "before an edit by hand").split())
        assert words.removeprefix("▸ ") == "Fri 27 Feb 16:30 1 kB before an edit by hand 2 records differ"


async def test_enter_asks_restores_and_u_takes_it_back(desk: Desk) -> None:
    _lay(desk)
    app = desk.app()
    async with app.run_test(size=(100, 24)) as pilot:
        await press(pilot, "B")
        await stand_on(pilot, "before an edit by hand")
        await press(pilot, "enter")
        await seen(pilot, "Restore Fri 27 Feb 16:30?", "⏎ restores: 1 changed · 1 put in the bin · esc leaves it")
        assert _names(desk) == ["Lise", "Mads"], "nothing is done before it is said"
        await press(pilot, "enter")
        await seen(pilot, "Restored Fri 27 Feb 16:30: 1 changed · 1 put in the bin · u takes it back")
        assert _names(desk) == ["Lise"]
        await seen(pilot, "as now", "before a restore")
        await press(pilot, "u")
        await seen(pilot, "Undone: backup restored")
        assert _names(desk) == ["Lise", "Mads"]
        assert [one.role for one in desk.journal().people.all() if one.name == "Lise"] == ["Finance"]


async def test_esc_leaves_all_as_it_is(desk: Desk) -> None:
    _lay(desk)
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "B")
        await stand_on(pilot, "before an edit by hand")
        await press(pilot, "enter", "escape")
        assert isinstance(app.screen, BackupsScreen)
        await press(pilot, "escape")
        assert not isinstance(app.screen, BackupsScreen)
        assert _names(desk) == ["Lise", "Mads"]


async def test_beside_the_list_stands_what_would_become_of_each_record(desk: Desk) -> None:
    _lay(desk)
    journal = desk.journal(LATER)
    journal.agreements.remove(journal.agreements.open()[0].id)
    app = desk.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "B")
        await stand_on(pilot, "before an edit by hand")
        await seen(pilot, "Would be changed", "Would be brought back", "Would be put in the bin")
        beside = [line[76:] for line in screen_lines(app)]
        text = "\n".join(beside)
        assert text.index("Would be changed") < text.index("person: Lise") < text.index("Would be brought back")
        assert text.index("Would be brought back") < text.index("agreement: call HR")
        assert text.index("Would be put in the bin") < text.index("person: Mads")


async def test_a_damaged_backup_and_one_of_another_journal_are_told_and_not_restored(
    desk: Desk,
) -> None:
    desk.journal(FRIDAY).people.add("Lise")
    backups = _keep(desk, FRIDAY, "copy", "b.json")
    (kept,) = [one for one in backups.all() if one.kind == "copy"]
    kept.path.write_bytes(b"{}")
    other = b'{"journal": {"meta": {"journal_id": "someone else", "schema": 1}}, "people": {}}'
    backups.keep(other, FRIDAY, "other")
    app = desk.app()
    async with app.run_test(size=(120, 24)) as pilot:
        await press(pilot, "B")
        await seen(pilot, "cannot be restored")
        assert "b.json" in line_with(app, "merged copy")
        await stand_on(pilot, "merged copy")
        await press(pilot, "enter")
        await seen(pilot, "is damaged: it is no longer what was kept")
        await stand_on(pilot, "another journal")
        await press(pilot, "enter")
        await seen(pilot, "This is a backup of another journal.")
        assert _names(desk) == ["Lise"]


async def test_one_that_is_as_now_says_so(desk: Desk) -> None:
    desk.journal(FRIDAY).people.add("Lise")
    _keep(desk, FRIDAY)
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "B")
        await seen(pilot, "as now")
        await press(pilot, "enter")
        await seen(pilot, "The journal is already as it was in that backup.")


async def test_where_there_are_none(desk: Desk) -> None:
    desk.journal(FRIDAY)
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "B", "enter", "B")
        await seen(pilot, "There are no backups yet.")
        assert len([screen for screen in app.screen_stack if isinstance(screen, BackupsScreen)]) == 1


async def test_how_far_they_are_follows_the_journal(desk: Desk) -> None:
    desk.journal(FRIDAY).people.add("Lise")
    _keep(desk, FRIDAY)
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "B")
        await seen(pilot, "as now")
        desk.journal(LATER).people.add("Mads")
        await seen(pilot, "1 record differs")
