"""What is printed cannot steer a terminal, is UTF-8, and has colours only where they are seen."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadercli.cli.output import Output, Toned, safe_json, safe_text
from leadercli.model.text import plain

HOSTILE = "\x1b]52;c;aGVq\x07[@click=app.quit]\u202eevil\u2066\x9b31m\ttab"
anything = st.text(st.characters(exclude_categories=())) | st.text("a\n\x1b\x9b\u202e\u2028\ufeff–·æ\u061c")


@given(anything)
def test_text_keeps_all_that_is_harmless(text: str) -> None:
    assert safe_text(text).decode() == plain(text)


@given(st.dictionaries(anything, anything))
def test_json_reads_as_it_was_and_shows_no_control_characters(value: dict[str, str]) -> None:
    written = safe_json(json.dumps(value, ensure_ascii=False))
    assert json.loads(written) == value
    assert plain(written.decode()) == written.decode()


def test_hostile_text_in_every_command(cli: Any) -> None:
    cli.ok("person", "add", f"Eva {HOSTILE}", "--role", HOSTILE, "--email", "a@b.dk")
    cli.ok("add", f"@eva ring {HOSTILE}")
    cli.ok("note", "eva", "-", stdin=f"{HOSTILE}\n! lov {HOSTILE}\n? spørg {HOSTILE}\n+ ros {HOSTILE} om 2 dage")
    cli.ok("scale", "log", "3", "--note", HOSTILE)
    commands = ["today", "next", "people", "person show eva", "search evil", "scale show", "undo --list", "export"]
    for command in [*commands, "export --format md", "where", "keys"]:
        for more in ([], ["--json"]) if command in commands[:6] else ([],):
            said = cli.ok(*command.split(), *more)
            assert plain(said.out) == said.out, (command, more)
            assert plain(said.err) == said.err, (command, more)


def test_hostile_text_in_every_confirmation(cli: Any) -> None:
    lines = [
        ["person", "add", f"Eva {HOSTILE}"],
        ["person", "edit", "eva", "--role", HOSTILE],
        ["person", "pause", "eva"],
        ["person", "leave", "eva"],
        ["person", "resume", "eva"],
        ["add", f"@eva ring {HOSTILE}"],
        ["add", f"@{HOSTILE.split()[0]} ring"],
        ["inbox", "eva", HOSTILE],
        ["note", "eva", f"! >{HOSTILE} ring"],
        ["undo"],
        ["redo"],
        ["done", HOSTILE],
        ["move", "a", HOSTILE],
        ["search", HOSTILE + "x"],
        [HOSTILE],
        ["next", "--" + HOSTILE],
        ["import", "--format", "jsonl", HOSTILE],
    ]
    for line in lines:
        said = cli(*line)
        assert said.out or said.err, line
        assert plain(said.out) == said.out, line
        assert plain(said.err) == said.err, line


def test_json_is_utf8_and_not_escaped(cli: Any) -> None:
    cli.ok("add", "@åse køb æbler")
    assert "køb æbler" in cli.ok("next", "--json").out


class _Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


def _painted(env: dict[str, str], monkeypatch: pytest.MonkeyPatch, terminal: bool, encoding: str = "utf-8") -> bytes:
    raw = io.BytesIO()
    stream = (_Terminal if terminal else io.TextIOWrapper)(raw, encoding)
    monkeypatch.setattr("sys.stdout", stream)
    Output(env).lines([Toned("overdue", "Over fristen · 1"), "  Åse"])
    return raw.getvalue()


def test_colours_on_a_terminal_only_and_never_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    plain_bytes = "Over fristen · 1\n  Åse\n".encode()
    assert _painted({}, monkeypatch, terminal=False) == plain_bytes
    assert _painted({"NO_COLOR": "1"}, monkeypatch, terminal=True) == plain_bytes
    assert _painted({"TERM": "dumb"}, monkeypatch, terminal=True) == plain_bytes
    painted = _painted({}, monkeypatch, terminal=True)
    assert painted == "\x1b[31mOver fristen · 1\x1b[0m\n  Åse\n".encode()


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [("latin-1", "Over fristen · 1\n  Åse\n".encode("latin-1")), ("ascii", b"Over fristen ? 1\n  ?se\n")],
)
def test_a_terminal_of_another_encoding_gets_what_it_can_show(
    monkeypatch: pytest.MonkeyPatch, encoding: str, shown: bytes
) -> None:
    assert _painted({"NO_COLOR": "1"}, monkeypatch, terminal=True, encoding=encoding) == shown
    assert _painted({}, monkeypatch, terminal=False, encoding=encoding) == "Over fristen · 1\n  Åse\n".encode()
