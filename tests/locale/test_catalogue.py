"""The Danish catalogue says everything that the code says, and in the same shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message

from leadercli.keys.table import KEYS
from leadercli.locale.collect import DANISH, as_written, collected, is_translated, messages_in, read_danish
from leadercli.words.scale import SCALE_NAMES

KEPT = re.compile(
    r"--[a-z][a-z-]*|\bctrl\+[a-z]\b|\bLEADERCLI_[A-Z]+\b|`leadercli [a-z ]+|@(?=name|navn)|>(?=name|navn)|⏎|[●→×]"
)
"""What a translation must leave as it is: options, keys, commands, signs."""
WIDEST_ITEM = 24
WIDEST_KEY_NAME = 16
COLUMNS = {"me": 8, "us": 8, "them": 8, "praise": 8, "better": 8, "due": 12, "draft": 12, "last": 5, "now": 4}
"""Words that stand in narrow columns, and their room."""

Pair = tuple[str, str]


@pytest.fixture(scope="module")
def danish() -> Catalog:
    """The catalogue as it is kept."""
    return read_danish()


def pairs(catalogue: Catalog) -> Iterator[Pair]:
    """Pair each English form with its Danish one, where there is one."""
    for message in catalogue:
        if message.id and is_translated(message):
            forms = (message.id, message.string)
            yield from zip(*forms, strict=True) if message.pluralizable else [forms]


def shown(messages: Iterator[Message]) -> list[object]:
    """Name messages in a failure."""
    return [message.id for message in messages]


def test_every_message_of_the_code_has_its_danish(danish: Catalog) -> None:
    def lacks(message: Message) -> bool:
        found = danish.get(message.id, message.context)
        return found is None or not is_translated(found)

    code = collected()
    assert len(code) > 500
    assert shown(message for message in code if message.id and lacks(message)) == []


def test_nothing_is_kept_that_the_code_no_longer_says(danish: Catalog) -> None:
    code = collected()
    gone = (message for message in danish if message.id and code.get(message.id, message.context) is None)
    assert shown(gone) == []


def test_the_file_is_as_it_is_collected_without_dates_or_leftovers(danish: Catalog) -> None:
    written = DANISH.read_text("utf-8")
    assert written == as_written(danish).decode()
    assert "#~" not in written
    assert "fuzzy" not in written
    assert "Date" not in written.partition("\n\n")[0]
    assert '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"' in written


def test_messages_are_found_also_inside_f_strings_and_with_their_contexts() -> None:
    source = """
say(f"{t('One {x}', x=1)} · {texts.n('{count} day', '{count} days', 2)}", c("column", "last"), N_("a" "b"))
"""
    assert set(messages_in(source)) == {
        (None, "One {x}"),
        (None, ("{count} day", "{count} days")),
        ("column", "last"),
        (None, "ab"),
    }


def test_both_plural_forms_are_there(danish: Catalog) -> None:
    plurals = [message for message in danish if message.pluralizable]
    assert plurals
    assert [message.id for message in plurals if len(message.string) != 2 or not all(message.string)] == []


def test_placeholders_are_the_same_in_both_languages(danish: Catalog) -> None:
    plurals = {form for message in danish if message.pluralizable for form in message.id}
    # One of two plural forms may leave out the count: "moved once".
    differing = [(one, other) for one, other in pairs(danish) if (fields(one) ^ fields(other)) - {"count"}]
    assert differing == []
    assert [one for one, other in pairs(danish) if one not in plurals and fields(one) != fields(other)] == []


def fields(text: str) -> set[str]:
    """Name the placeholders of a message."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_spaces_and_line_breaks_are_the_same_in_both_languages(danish: Catalog) -> None:
    def edges(text: str) -> tuple[str, str, int]:
        return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :], text.count("\n")

    assert [pair for pair in pairs(danish) if edges(pair[0]) != edges(pair[1])] == []
    assert [pair for pair in pairs(danish) if re.search(r"\S  \S", pair[1]) and "  " not in pair[0]] == []


def test_options_commands_keys_and_signs_are_not_translated(danish: Catalog) -> None:
    def kept(text: str) -> list[str]:
        return sorted(found.rstrip() for found in KEPT.findall(text))

    assert [pair for pair in pairs(danish) if kept(pair[0]) != kept(pair[1])] == []


def test_danish_quotes_the_danish_way(danish: Catalog) -> None:
    assert [text for _, text in pairs(danish) if re.search(r"[“”„]", text)] == []
    # A command to copy has straight quotes, so it has fewer.
    quoted = [pair for pair in pairs(danish) if "leadercli person add “" not in pair[0]]
    assert [(one, other) for one, other in quoted if one.count("“") != other.count("»")] == []
    assert [text for _, text in pairs(danish) if text.count("»") != text.count("«")] == []


def test_an_end_of_a_sentence_stays_one(danish: Catalog) -> None:
    def end(text: str) -> str:
        return text[-1:] if text[-1:] in ".?:…" else ""

    assert [pair for pair in pairs(danish) if end(pair[0]) != end(pair[1])] == []


def test_danish_fits_where_room_is_narrow(danish: Catalog) -> None:
    def said(message: str) -> str:
        return str(danish[message].string)

    assert [said(name) for name in SCALE_NAMES.values() if len(said(name)) > WIDEST_ITEM] == []
    names = {key.description for key in KEYS} - {str(number) for number in range(10)}
    assert [said(name) for name in names if len(said(name)) > WIDEST_KEY_NAME] == []
    assert [said(word) for word, room in COLUMNS.items() if len(said(word)) > room] == []
