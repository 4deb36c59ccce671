"""The sample journal looks alive on whatever day and in whatever language it is opened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from leadercli.journal.journal import Journal
from leadercli.model.dates.calendar import week_of, weeks_up_to
from leadercli.model.overview.today import Review, todays_review
from leadercli.model.people.rhythm import cadence_words, last_held
from leadercli.model.scale.balance import weigh

MONDAY = "2026-03-02"
DAYS = [("da", f"2026-03-0{number}") for number in range(2, 9)]
SOME = [*DAYS, ("da", "2028-02-29"), ("en", MONDAY), ("en", "2026-09-13")]
BOTH = [("da", MONDAY), ("en", MONDAY)]

Demo = Callable[[str, str], Journal]


def this_morning(journal: Journal) -> Review:
    return todays_review(
        journal.people.all(),
        journal.meetings.all(),
        journal.agreements.all(),
        journal.inbox.all(),
        journal.feedback.all(),
        journal.scale.weigh_ins(),
        journal.scale.items(),
        journal.clock().date(),
    )


@pytest.mark.parametrize(("lang", "day"), SOME)
def test_something_waits_of_every_kind(demo: Demo, lang: str, day: str) -> None:
    today = this_morning(demo(lang, day))
    assert len(today.overdue) == 2
    assert len(today.due_today) == 1
    assert len(today.coming) >= 4
    assert len(today.follow_ups) == 1
    assert [len(one.moves) for one in today.overdue if one.moves] == [2]
    assert all(move.reason for one in today.overdue for move in one.moves)


@pytest.mark.parametrize(("lang", "day"), SOME)
def test_mads_is_met_at_ten_with_something_to_prepare(demo: Demo, lang: str, day: str) -> None:
    journal = demo(lang, day)
    (talk,) = this_morning(journal).talks
    assert journal.people.name(talk.meeting.person_id) == "Mads Holm"
    assert (talk.meeting.time, talk.meeting.state) == ("10:00", "planned")
    assert (talk.agreements, talk.inbox) == (3, 2)


@pytest.mark.parametrize(("lang", "day"), SOME)
def test_only_eva_waits_for_a_talk(demo: Demo, lang: str, day: str) -> None:
    journal = demo(lang, day)
    (due,) = this_morning(journal).to_meet
    eva = journal.people.get(due.person_id)
    assert eva
    assert eva.name == "Eva Kjær"
    assert cadence_words(eva.cadence, "en") == "every month"
    assert due.weeks_since == 5


@pytest.mark.parametrize(("lang", "day"), SOME)
def test_last_weeks_weigh_in_is_missing_and_fifty_are_there(demo: Demo, lang: str, day: str) -> None:
    journal, today = demo(lang, day), date.fromisoformat(day)
    last = week_of(today - timedelta(weeks=1))
    held = {week.week for week in journal.scale.weigh_ins()}
    assert last not in held
    assert len(held & set(weeks_up_to(last, 52))) == 50
    due = this_morning(journal).scale
    assert due
    assert due.week in (last, week_of(today))
    assert this_morning(journal).asks


@pytest.mark.parametrize(("lang", "day"), BOTH)
def test_the_year_has_a_hard_stretch_and_a_way_back(demo: Demo, lang: str, day: str) -> None:
    journal = demo(lang, day)
    tilts = [weigh(week, journal.scale.catalogue()).tilt or 0 for week in journal.scale.weigh_ins()]
    first, hardest, last = tilts[:8], min(tilts), tilts[-8:]
    assert min(first) > 0.2
    assert hardest < -2
    assert 26 < tilts.index(hardest) < 36
    assert min(last) > 0.5


@pytest.mark.parametrize(("lang", "day"), BOTH)
def test_the_team_is_eight_with_one_away_and_one_new(demo: Demo, lang: str, day: str) -> None:
    journal, today = demo(lang, day), date.fromisoformat(day)
    here = journal.people.here()
    team = {one.name.split()[0] for one in here if one.relation == "employee"}
    assert team == {"Åse", "Søren", "Lise", "Mads", "Eva", "Yusuf", "Freja", "Birgit"}
    assert [one.name for one in here if one.relation == "manager"] == ["Karen Winther"]
    assert len([one for one in here if one.relation == "representative"]) == 2
    (away,) = [one for one in here if one.state == "paused"]
    assert away.paused_until
    assert away.paused_until > today
    new = [one.name for one in here if one.start and today - one.start < timedelta(days=30)]
    assert new == ["Freja Skov"]


@pytest.mark.parametrize(("lang", "day"), BOTH)
def test_conversations_are_believable(demo: Demo, lang: str, day: str) -> None:
    journal, today = demo(lang, day), date.fromisoformat(day)
    meetings = journal.meetings.all()
    held = [one for one in meetings if one.state == "held"]
    assert len(held) > 80
    assert all(5 <= len(one.text.splitlines()) <= 15 for one in held)
    assert all(one.day.isoweekday() <= 5 and one.used for one in held)
    assert all(one.reason for one in meetings if one.state == "cancelled" or one.moved_from)
    assert len([one for one in meetings if one.state == "cancelled"]) >= 5
    assert len([one for one in meetings if one.moved_from]) >= 3
    assert last_held(meetings, today)
    assert not any("{" in one.text for one in meetings)


@pytest.mark.parametrize(("lang", "day"), BOTH)
def test_what_notes_say_became_records_of_every_kind(demo: Demo, lang: str, day: str) -> None:
    journal = demo(lang, day)
    agreements = journal.agreements.all()
    assert {one.state for one in agreements} == {"open", "done", "dropped"}
    assert {"me", "them", "us"} < {one.owner for one in agreements}
    assert [one for one in agreements if one.state == "open" and one.due is None]
    assert {one.kind for one in journal.feedback.all()} == {"praise", "better"}
    assert any(line.startswith("% ") for one in journal.meetings.all() for line in one.text.splitlines())
    old = [one for one in agreements if one.state == "open" and one.due and one.due < date.fromisoformat(day)]
    assert len(old) == 2


def test_both_languages_tell_the_same(demo: Demo) -> None:
    danish, english = (demo(lang, MONDAY) for lang in ("da", "en"))
    for table in ("people", "meetings", "agreements", "inbox", "feedback", "weigh_ins"):
        assert len(danish.table(table)) == len(english.table(table)), table
    assert _open(danish) == _open(english)
    texts = [{one.text for one in journal.agreements.open()} for journal in (danish, english)]
    assert texts[0] & texts[1] == {"send budget"}


def _open(journal: Journal) -> list[tuple[str, str, int]]:
    """Tell of each next step when it is due, who owns it and how often it was moved."""
    owners = {person.id: person.name for person in journal.people.all()}
    return sorted((str(it.due), owners.get(it.owner, it.owner), len(it.moves)) for it in journal.agreements.open())
