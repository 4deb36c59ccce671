"""Everyone at a glance: who waits, who rests, who has left."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from leadercli.model.overview.people import GROUPS, PersonStatus, gone, people_overview, person_status, resting
from leadercli.model.records import THEM, US, Agreement, Meeting, Person

TODAY = date(2026, 3, 2)
EVA = Person("eva", "Eva", start=date(2020, 1, 1))


def _held(person: str, day: date) -> Meeting:
    return Meeting(f"m-{person}-{day}", person, day)


def _planned(person: str, day: date) -> Meeting:
    return Meeting(f"m-{person}-{day}", person, day, state="planned")


def _names(groups: dict[str, list[PersonStatus]]) -> dict[str, list[str]]:
    return {group: [one.person.name for one in members] for group, members in groups.items() if members}


def test_those_who_are_due_stand_by_how_long_they_waited_the_others_by_name() -> None:
    people = [replace(EVA, id=name.lower(), name=name) for name in ("Åse", "Eva", "Bo", "Mads", "Ny")]
    meetings = [
        _held("åse", date(2026, 2, 20)),
        _held("eva", date(2026, 1, 20)),
        _held("bo", date(2026, 2, 20)),
        _held("mads", date(2025, 12, 1)),
    ]
    assert _names(people_overview(people, meetings, [], TODAY)) == {
        "due": ["Mads", "Eva", "Ny"],
        "others": ["Bo", "Åse"],
    }


def test_a_planned_talk_takes_someone_out_of_the_due() -> None:
    groups = people_overview([EVA], [_held("eva", date(2025, 12, 1)), _planned("eva", date(2026, 3, 6))], [], TODAY)
    assert _names(groups) == {"others": ["Eva"]}
    assert groups["others"][0].next == _planned("eva", date(2026, 3, 6))
    assert groups["others"][0].expected is None


def test_with_nothing_planned_the_rhythm_says_when() -> None:
    one = person_status(EVA, [_held("eva", date(2026, 2, 20))], [], TODAY)
    assert (one.group, one.last, one.expected) == ("others", date(2026, 2, 20), date(2026, 3, 20))


def test_a_pause_ends_on_the_first_day_back() -> None:
    away = replace(EVA, state="paused", paused_until=date(2026, 3, 3))
    assert resting(away, TODAY)
    assert not resting(away, date(2026, 3, 3))
    assert resting(replace(EVA, state="paused"), date(2030, 1, 1))
    assert person_status(away, [], [], TODAY).group == "paused"
    assert person_status(away, [], [], date(2026, 3, 3)).group == "due"


def test_someone_is_gone_after_their_last_day() -> None:
    leaving = replace(EVA, left=TODAY)
    assert not gone(leaving, TODAY)
    assert gone(leaving, date(2026, 3, 3))
    assert gone(replace(EVA, state="archived"), TODAY)
    assert person_status(replace(EVA, state="archived", left=date(2026, 1, 1)), [], [], TODAY).group == "archived"


def test_agreements_are_counted_both_ways_and_ours_in_both() -> None:
    at = datetime(2026, 2, 2)
    agreements = [
        Agreement("1", "mine", "eva", created=at),
        Agreement("2", "hers", "eva", THEM, created=at),
        Agreement("3", "ours", "eva", US, created=at),
        Agreement("4", "hers about another", "bo", "eva", created=at),
        Agreement("5", "done", "eva", state="done", created=at),
        Agreement("6", "in the bin", "eva", deleted=at, created=at),
        Agreement("7", "not about her", "bo", created=at),
    ]
    (one,) = people_overview([EVA], [], agreements, TODAY)["due"]
    assert (one.mine, one.theirs) == (2, 3)


def test_who_is_in_the_bin_is_nowhere() -> None:
    groups = people_overview([replace(EVA, deleted=datetime(2026, 3, 1))], [], [], TODAY)
    assert tuple(groups) == GROUPS
    assert not any(groups.values())
