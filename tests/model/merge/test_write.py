"""A settled field that is put back into several versions merges like any other."""

from __future__ import annotations

from support.merging.replicas import check_one_result

from leadercli.model.merge.conflicts import unsettled_fields
from leadercli.model.merge.law import merged
from leadercli.model.merge.record import siblings
from leadercli.model.merge.write import write_fields, write_versions

ONCE = write_fields(None, {"due": "13", "text": "ring"}, "k:1")
TWICE = merged(write_fields(ONCE, {"due": "20"}, "a:1"), write_fields(ONCE, {"due": "27"}, "b:1"))
SETTLED = write_fields(TWICE, {"due": "20"}, "c:1")


def test_the_first_value_is_shown() -> None:
    for values in (("20", "27"), ("27", "20"), ("1", "3", "2")):
        assert siblings(write_versions(SETTLED, "due", values, "c:2")) == {"due": values}


def test_it_stays_open_when_the_one_who_settled_merges_and_is_settled_for_all_by_one() -> None:
    again = write_versions(SETTLED, "due", ("27", "20"), "c:2")
    for older in (ONCE, TWICE, SETTLED):
        assert merged(older, again) == again == merged(again, older)
    done = write_fields(again, {"due": "27"}, "d:1")
    assert siblings(merged(done, again)) == {}
    check_one_result([again, done, write_fields(again, {"due": "30"}, "e:1")])


def test_only_what_means_different_things_is_asked() -> None:
    def asked(table: str, name: str, *values: object) -> object:
        raws = [write_fields(None, {name: value}, f"{'abc'[n]}:1") for n, value in enumerate(values)]
        whole = raws[0]
        for raw in raws[1:]:
            whole = merged(whole, raw)
        return unsettled_fields(table, whole)

    assert asked("agreements", "due", "13", "20") == {"due": ("20", "13")}
    assert asked("agreements", "due", "", None) == {}
    assert asked("agreements", "owner", "me", None) == {}
    assert asked("agreements", "owner", "us", None, "me") == {"owner": ("me", "us")}
    assert asked("weigh_ins", "rating.pace", 0, None) == {"rating.pace": (None, 0)}
    assert asked("weigh_ins", "at", "1", "2") == {}
    assert asked("inbox", "raised", "8", "9") == {}
    assert asked("inbox", "raised", None, "9") == {"raised": ("9", None)}
    assert asked("unknown", "text", "1", "2") == {}
