"""Which word stands in the corner, and for how long."""

from __future__ import annotations

from leadercli.journal.store.change import News
from leadercli.locale.texts import Texts
from leadercli.tui.widgets.status import FILE_WORDS, Status

EN = Texts("en")
OWN = News({"agreements": frozenset({"a1"})})


def came(*ids: str, arrived: int | None = None) -> News:
    """News of agreements that came from another machine."""
    return News({"agreements": frozenset(ids)}, outside=True, arrived=len(ids) if arrived is None else arrived)


def word(corner: Status, *, drafting: bool = False, key: str = "o") -> str:
    """What the corner says, which has reached the screen then."""
    found = corner.word(EN, drafting=drafting, key=key)
    corner.painted(found)
    return found.text


def test_all_is_saved_at_first() -> None:
    assert word(Status()) == "saved"


def test_a_text_being_typed_is_a_draft() -> None:
    assert word(Status(), drafting=True) == "draft"


def test_what_came_in_is_counted_by_record_and_names_the_key() -> None:
    corner = Status()
    corner.hear(came("a", "b"))
    corner.hear(came("b", "c"))
    assert word(corner) == "3 changes came in · o"


def test_the_key_is_not_named_where_it_does_not_work_or_leads_to_nothing() -> None:
    corner = Status()
    corner.hear(came("a"))
    assert word(corner, key="") == "1 change came in"
    same_machine = Status()
    same_machine.hear(came("a", arrived=0))
    assert word(same_machine) == "1 change came in"


def test_what_came_in_stays_until_the_next_change_of_ones_own() -> None:
    corner = Status()
    corner.hear(came("a"))
    assert word(corner) == "1 change came in · o"
    corner.hear(OWN)
    assert word(corner) == "saved"


def test_a_change_that_brings_in_others_does_not_hide_them_unseen() -> None:
    corner = Status()
    corner.hear(came("a"))
    corner.hear(OWN)
    assert word(corner) == "1 change came in · o"


def test_a_note_that_is_saved_by_itself_does_not_hide_what_came_in_behind_the_word_draft() -> None:
    corner = Status()
    corner.hear(came("a"))
    assert word(corner, drafting=True) == "draft"
    corner.hear(OWN)
    assert word(corner) == "1 change came in · o"


def test_who_has_looked_is_told_no_more() -> None:
    corner = Status()
    corner.hear(came("a"))
    corner.looked()
    assert word(corner) == "saved"


def test_not_saved_stays_over_everything_until_a_change_is_saved() -> None:
    corner = Status()
    corner.not_saved()
    corner.hear(came("a"))
    assert word(corner) == word(corner, drafting=True) == "not saved"
    corner.hear(OWN)
    assert word(corner) == "1 change came in · o"


def test_a_text_that_is_not_saved_stays_so_when_something_else_is() -> None:
    corner = Status()
    corner.not_saved("note")
    corner.hear(OWN)
    assert word(corner) == "not saved"
    corner.hear(News({"meetings": frozenset({"note"})}))
    assert word(corner) == "saved"
    corner.not_saved("note")
    corner.is_saved("note")
    assert word(corner) == "saved"


def test_a_journal_that_is_only_shown_and_a_file_that_is_not_well_have_words_of_their_own() -> None:
    corner = Status()
    corner.read_only = True
    assert word(corner) == "only shown"
    said = set()
    for state in FILE_WORDS:
        corner.file = state
        said.add(word(corner))
    assert len(said) == len(FILE_WORDS)
    assert "saved" not in said


def test_every_colour_goes_with_a_word() -> None:
    corner = Status()
    tones = {corner.word(EN).tone}
    corner.hear(came("a"))
    tones.add(corner.word(EN).tone)
    tones.add(corner.word(EN, drafting=True).tone)
    corner.not_saved()
    tones.add(corner.word(EN).tone)
    assert tones == {"saved", "accent", "quiet", "overdue"}
