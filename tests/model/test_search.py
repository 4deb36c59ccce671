"""The fast search finds exactly what folding everything would find."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from leadercli.model.search import Folds, find, read_query, snippet
from leadercli.model.text import fold, plain_line

danish = st.text("aeæåøoAEÆÅØÖöäß sS\nkÉ")
signs = st.text("aæå–“”…ﬁ\u00bd\u0301\u030aK\u212b\x00\x1a€🙂µþ e\u1100\u1161")
anything = danish | signs | st.text()


@given(anything, anything)
@example("Åse", "aase")
@example("båt", "at")
@example("blå", "bla")
@example("lås æ", "e")
@example("a\u030ase", "åse")
@example("µ", "μ")
@example("½", "1")
@example("ﬁn – fin", "fin")
@example("aaaaaaaaaaaa", "åååååå")
@example("straße", "strasse")
@example("\x1a", "–")
def test_finds_what_folding_finds(text: str, query: str) -> None:
    wanted = fold(plain_line(query)).split()
    found = find(text, read_query(query))
    assert (found is not None) == all(word in fold(text) for word in wanted)


@given(anything, st.lists(anything, min_size=1, max_size=3))
def test_kept_folds_find_the_same(text: str, queries: list[str]) -> None:
    folds = Folds()
    for query in queries:
        wanted = read_query(query)
        assert (folds.find("key", text, wanted) is None) == (find(text, wanted) is None)


def test_a_changed_text_is_folded_again() -> None:
    folds = Folds()
    first = "".join(["a", "b"])
    assert folds.find(1, first, read_query("ab"))
    assert folds.find(1, "cd", read_query("ab")) is None


@given(st.lists(danish, min_size=1, max_size=6), st.text("aeæåøk", min_size=1, max_size=4), st.integers(20, 120))
def test_a_snippet_is_one_line_that_holds_the_word(lines: list[str], word: str, width: int) -> None:
    text = "\n".join(lines)
    found = find(text, read_query(word))
    if found is None:
        return
    cut = snippet(text, found, width)
    assert "\n" not in cut
    assert any(cut.strip("… ") in line for line in text.split("\n"))
    assert len(cut) <= width + 4


@pytest.mark.parametrize("word", ["kajak", "påske", "æble"])
def test_a_word_far_into_a_long_line_is_in_the_snippet(word: str) -> None:
    for before in ("ord " * 300, "å æ ø " * 200, "– … – " * 200):
        text = f"første linje\n{before}{word}{' mere' * 100}"
        found = find(text, read_query(word))
        assert found
        assert word in snippet(text, found)


def test_no_words_match_anything() -> None:
    assert read_query("  ").words == ()
    assert find("tekst", read_query(" ")) is not None
