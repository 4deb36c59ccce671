"""docs/sync.md and docs/sync.da.md: the same page twice, and every name of a conflict copy on it is really merged."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from leadercli.journal.opening import begin_journal, open_journal
from leadercli.places import Places

DOCS = Path(__file__).parents[3] / "docs"
NOW = datetime(2026, 3, 10, 8, 0)


def page(lang: str) -> str:
    """One of the two pages."""
    return (DOCS / ("sync.md" if lang == "en" else "sync.da.md")).read_text("utf-8")


def names(text: str) -> set[str]:
    """The names of conflict copies on a page."""
    found = set(re.findall(r"`(journal[^`/\n]+\.json)`", text))
    return {name for name in found if name != "journal.json"}


def test_both_pages_have_the_same_parts_names_and_sources() -> None:
    english, danish = page("en"), page("da")
    heads = [re.findall(r"^#+", text, re.M) for text in (english, danish)]
    assert heads[0] == heads[1]
    assert names(english) == names(danish)
    sources = [sorted(set(re.findall(r"\[(\d+)(?:, (\d+))?\]", text))) for text in (english, danish)]
    assert sources[0] == sources[1]
    assert len(re.findall(r"^\d+\. .*$", english.partition("## Sources")[2], re.M)) == 18


@pytest.mark.parametrize("name", sorted(names(page("en"))))
def test_every_name_on_the_page_is_merged_and_moved_aside(tmp_path: Path, name: str) -> None:
    places = Places(tmp_path / "cloud" / "journal.json", tmp_path / "config", tmp_path / "state")
    begin_journal(places, lambda: NOW).agreements.agree("here")
    there = tmp_path / "there.json"
    there.write_bytes(places.journal.read_bytes())
    open_journal(replace(places, journal=there, state=tmp_path / "x"), lambda: NOW).agreements.agree("there")
    beside = places.journal.with_name(name)
    there.replace(beside)
    journal = open_journal(places, lambda: NOW)
    assert sorted(one.text for one in journal.agreements.all()) == ["here", "there"]
    assert not beside.exists()


def test_the_page_names_enough_of_them() -> None:
    assert len(names(page("en"))) >= 14
