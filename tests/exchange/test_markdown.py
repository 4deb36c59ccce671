"""The Markdown export reads well: people by name, the newest conversation first."""

from __future__ import annotations

from datetime import date

import pytest

from leadercli.exchange.markdown import export_markdown
from leadercli.journal.journal import Journal
from leadercli.locale.texts import Texts

EN = Texts("en")


@pytest.fixture
def mads(journal: Journal) -> str:
    journal.people.add("Åse", cadence="")
    mads = journal.people.add("Mads Holm", role="Projektleder", cadence="2w").id
    journal.meetings.write(mads, date(2026, 1, 5), "first talk\n! >mads send the plan 9/1")
    journal.meetings.write(mads, date(2026, 2, 2), "second talk\n# not a heading\n% mine alone\n? leave")
    journal.meetings.plan(mads, date(2026, 3, 2), time="10:00")
    journal.meetings.cancel(journal.meetings.on(mads, date(2026, 3, 2)).id, "ill children")
    return mads


def test_people_stand_by_name_and_notes_newest_first(journal: Journal, mads: str) -> None:
    text = export_markdown(journal, EN)
    places = [text.index(words) for words in ("# Mads Holm", "second talk", "first talk", "# Åse")]
    assert places == sorted(places)
    assert "Projektleder · every 2 weeks" in text


def test_agreements_say_what_who_and_when(journal: Journal, mads: str) -> None:
    (agreement,) = journal.agreements.open()
    journal.agreements.adjust(agreement.id, date(2026, 3, 6), "waits")
    assert "- [ ] send the plan · Mads Holm · due Friday 6 March 2026 · moved once\n" in export_markdown(journal, EN)
    journal.agreements.complete(agreement.id)
    text = export_markdown(journal, EN)
    assert "## Open agreements" not in text
    assert "## Done and dropped\n\n- [x] send the plan · Mads Holm" in text


def test_a_cancelled_conversation_says_why(journal: Journal, mads: str) -> None:
    assert "### Monday 2 March 2026 · cancelled · ill children\n" in export_markdown(journal, EN)


def test_a_heading_inside_a_note_stays_part_of_it(journal: Journal, mads: str) -> None:
    assert "second talk\n\\# not a heading\n" in export_markdown(journal, EN)


def test_private_lines_need_to_be_asked_for_and_the_first_line_says_which(journal: Journal, mads: str) -> None:
    held, asked = export_markdown(journal, EN), export_markdown(journal, EN, private=True)
    assert held.startswith("Private lines are left out.\n")
    assert asked.startswith("Private lines are included.\n")
    assert "mine alone" not in held
    assert "% mine alone" in asked


def test_one_person_alone(journal: Journal, mads: str) -> None:
    journal.scale.weigh_in("2026-W08", {"workload": 4}, note="busy")
    alone, whole = export_markdown(journal, EN, person_id=mads), export_markdown(journal, EN)
    assert "second talk" in alone
    assert "Åse" not in alone
    assert "busy" not in alone
    assert "- 2026-W08 · loads 4.0, resources – · busy\n" in whole


def test_what_is_about_nobody_is_there_too(journal: Journal) -> None:
    journal.agreements.agree("tidy up")
    assert "# Without a person\n\n## Open agreements\n\n- [ ] tidy up · me\n" in export_markdown(journal, EN)


def test_days_are_danish_in_danish(journal: Journal, mads: str) -> None:
    assert "### mandag 2. februar 2026\n" in export_markdown(journal, Texts("da"))
