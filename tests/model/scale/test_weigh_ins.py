"""The weigh-ins of a journal, by week."""

from datetime import datetime

from leadercli.model.records import WeighIn
from leadercli.model.scale.due import by_week, previous

AT = datetime(2026, 3, 2, 9)
EIGHT, SIX = WeighIn("8", "2026-W08", {"pace": 4}), WeighIn("6", "2026-W06", {"pace": 3})


def test_weeks_stand_oldest_first():
    assert list(by_week([EIGHT, SIX])) == ["2026-W06", "2026-W08"]


def test_what_lies_in_the_bin_is_not_there():
    assert by_week([WeighIn("9", "2026-W09", {"pace": 1}, deleted=AT)]) == {}


def test_of_two_for_one_week_the_last_written_stands():
    early, late = (WeighIn(str(hour), "2026-W09", {"pace": 1}, at=AT.replace(hour=hour)) for hour in (9, 10))
    for given in ([late, early], [early, late]):
        assert by_week(given)["2026-W09"].id == "10"


def test_the_previous_weigh_in_is_the_latest_before():
    assert previous([EIGHT, SIX], "2026-W09") == EIGHT
    assert previous([EIGHT, SIX], "2026-W08") == SIX
    assert previous([EIGHT, SIX], "2026-W06") is None
