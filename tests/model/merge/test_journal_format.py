"""The page about the journal's format shows what the program writes."""

from __future__ import annotations

import json
from pathlib import Path

from leadercli.model.merge.deletion import is_deleted
from leadercli.model.merge.law import merged
from leadercli.model.merge.write import write_fields, write_record
from leadercli.model.schema import Raw

PAGE = Path(__file__).parents[3] / "docs" / "journal-format.md"
LINES = ("text",)
DUE = ((20, "r8w2d4x6n0:1"), (27, "v1c9q5s7t3:2"))


def note(text: str, dot: str, old: Raw | None = None) -> Raw:
    return write_fields(old, {"day": "2026-03-03", "text": text}, dot, lines=LINES)


def test_the_examples_are_what_is_written() -> None:
    fields = {"text": "Send the budget", "owner": "me", "due": "2026-03-13", "state": "open"}
    once = write_fields(None, fields, "k3j5h7m2p9:12")
    done = write_fields(once, {"state": "done", "closed": "2026-03-10T09:00:00"}, "r8w2d4x6n0:1")
    one, other = (write_fields(once, {"due": f"2026-03-{day}"}, dot) for day, dot in DUE)
    twice = merged(one, other)
    settled = write_fields(twice, {"due": "2026-03-20"}, "v1c9q5s7t3:5")
    begun = note("Good start\n! send the budget fri\n? holidays", "k3j5h7m2p9:12")
    here = note("Good start\nThe new system is slow\n! send the budget thu\n? holidays", "r8w2d4x6n0:1", begun)
    text = "Good start\n! send the budget mon\n? holidays\n+ the customer meeting"
    both = merged(here, note(text, "v1c9q5s7t3:2", begun), lines=LINES)
    binned = write_record(once, {"deleted": "2026-03-10T09:00:00"}, "r8w2d4x6n0:1")
    out_again = merged(binned, write_record(once, {"due": "2026-03-20"}, "v1c9q5s7t3:2"))
    assert is_deleted(binned)
    assert not is_deleted(out_again)
    shown = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("{")]
    raws = (once, done, twice, settled, begun, here, both, out_again)
    assert shown == [json.dumps(raw, ensure_ascii=False) for raw in raws]
