"""A folder of Markdown files comes in file by file; what cannot is named with its reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from leadercli.errors import AppError
from leadercli.exchange.import_notes import import_file
from leadercli.journal.journal import Journal

DAY = date(2026, 3, 2)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "notes"
    found.mkdir()
    return found


def put(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("2026-03-02 Mads.md", "hej"),
        ("Mads 2026-03-02.MD", "hej"),
        ("2026-03-02-mads.md", "hej"),
        ("2026-03-02_Mads.markdown", "hej\n"),
        ("Mads/2026-03-02.md", "hej"),
        ("Mads/2026/2026-03-02.md", "hej"),
        ("talk.md", "---\nperson: Mads\ndate: 2026-03-02\n---\nhej"),
        ("talk.md", "\ufeff---\r\nPerson: mads\r\nDate: '2026-03-02'\r\ntags: [a]\r\n---\r\n\r\nhej\r\n"),
        ("2026-01-01 Eva.md", "---\nname: Mads\ndate: 2026-03-02 10:00:00\n---\nhej"),
    ],
)
def test_person_and_day_are_found(journal: Journal, folder: Path, name: str, text: str) -> None:
    mads = journal.people.add("Mads").id
    put(folder, name, text)
    found = import_file(journal, "md", folder)
    assert (found.meetings, found.people_added, found.skipped) == (1, (), ())
    assert journal.meetings.on(mads, DAY).text == "hej"


def test_a_known_person_beats_other_words_in_the_path(journal: Journal, folder: Path) -> None:
    mads = journal.people.add("Mads").id
    put(folder, "Mads/2026-03-02 Kickoff.md", "hej")
    assert import_file(journal, "md", folder).people_added == ()
    assert journal.meetings.on(mads, DAY).text == "hej"


def test_lines_are_read_like_a_note_of_that_day(journal: Journal, folder: Path) -> None:
    put(folder, "2026-03-02 Mads.md", "# Talk\n\n- busy\n! >mads send plan fre\n")
    found = import_file(journal, "md", folder)
    assert (found.people_added, found.agreements) == (("Mads",), 1)
    assert journal.agreements.open()[0].due == date(2026, 3, 6)


def test_what_cannot_come_in_is_named_with_its_reason(journal: Journal, folder: Path) -> None:
    for name in ("Lise Holm", "Lise Bach"):
        journal.people.add(name)
    put(folder, "2026-03-02 Mads.md", "fine")
    put(folder, "2026-03-02 lise.md", "whose?")
    put(folder, "2026-03-02.md", "who?")
    put(folder, "2026-03-03 Mads.md", "---\ntags: x\n---\n \n")
    put(folder, "2026-99-02 Mads.md", "no such day")
    put(folder, "Mads.md", "when?")
    (folder / "2026-03-04 Mads.md").write_bytes(b"\xff\xfe")
    put(folder, ".trash/2026-03-02 Eva.md", "hidden")
    put(folder, "2026-03-02 Eva.txt", "no Markdown")
    found = import_file(journal, "md", folder)
    assert found.meetings == 1
    assert {one.place: str(one.why) for one in found.skipped} == {
        "2026-03-02 lise.md": "2026-03-02 lise.md: “lise” can be Lise Bach, Lise Holm. Write more of the name.",
        "2026-03-02.md": "2026-03-02.md does not tell whom it is about, neither in its name nor its folder nor its "
        "front matter.",
        "2026-03-03 Mads.md": "2026-03-03 Mads.md has no text.",
        "2026-03-04 Mads.md": "2026-03-04 Mads.md could not be read: UTF-8.",
        "2026-99-02 Mads.md": "2026-99-02 Mads.md tells no date, neither in its name (2026-03-02 Mads.md) nor in its "
        "front matter.",
        "Mads.md": "Mads.md tells no date, neither in its name (2026-03-02 Mads.md) nor in its front matter.",
    }


def test_front_matter_that_is_none_is_text(journal: Journal, folder: Path) -> None:
    put(folder, "2026-03-02 Mads.md", "---\n: [\n---\nhej")
    import_file(journal, "md", folder)
    assert journal.meetings.on(journal.people.named("mads").id, DAY).text == "---\n: [\n---\nhej"


def test_twice_is_once(journal: Journal, folder: Path) -> None:
    put(folder, "2026-03-02 Mads.md", "hej\n! ring")
    import_file(journal, "md", folder)
    found = import_file(journal, "md", folder)
    assert (found.meetings, found.agreements) == (0, 0)


def test_one_file_alone(journal: Journal, folder: Path) -> None:
    put(folder, "2026-03-02 Mads.md", "hej")
    assert import_file(journal, "md", folder / "2026-03-02 Mads.md").meetings == 1


@pytest.mark.parametrize("name", ["", "nowhere"])
def test_a_folder_without_notes_says_so(journal: Journal, folder: Path, name: str) -> None:
    with pytest.raises(AppError) as trouble:
        import_file(journal, "md", folder / name)
    assert str(folder) in str(trouble.value)
