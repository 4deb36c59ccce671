"""The command line in this process, on a journal in a temporary folder: quick, and with its output taken apart."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from leadercli.cli.main import run
from leadercli.journal.journal import Journal
from leadercli.journal.opening import open_journal
from leadercli.session import Session, begin


@dataclass(frozen=True)
class Said:
    """What a command left behind: its exit code, what stands on stdout, and what on stderr."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """stdout as JSON."""
        return json.loads(self.out)

    @property
    def id(self) -> str:
        """The id in brackets that a new agreement is printed with."""
        found = re.search(r"\((\w+)\)$", self.out.splitlines()[-1])
        assert found, self.out
        return found[1]


@dataclass
class Shell:
    """A leader's shell. Every call is a new run of the program that reads the journal anew."""

    env: dict[str, str]
    _capture: pytest.CaptureFixture[str]
    _patch: pytest.MonkeyPatch

    def __call__(self, *words: str, stdin: str = "", lang: str = "", **env: str) -> Said:
        """Run a command that must not open the app."""
        more = {"LEADERCLI_LANG": lang} if lang else {}
        self._patch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), "utf-8"))
        code = run(words, {**self.env, **more, **env}, _no_app)
        return Said(code, *self._capture.readouterr())

    def ok(self, *words: str, stdin: str = "", lang: str = "", **env: str) -> Said:
        """Run a command that must succeed."""
        said = self(*words, stdin=stdin, lang=lang, **env)
        assert said.code == 0, said
        return said

    @property
    def path(self) -> Path:
        """Where the journal lies."""
        return begin(self.env).places.journal

    def journal(self) -> Journal:
        """Open the journal as it lies on disk."""
        session = begin(self.env)
        return open_journal(session.places, session.clock)


def _no_app(_session: Session, _person_id: str) -> int:
    raise AssertionError("the app was opened")


@pytest.fixture
def bare(home: dict[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A shell where there has never been a journal."""
    return Shell(home, capsys, monkeypatch)


@pytest.fixture
def cli(bare: Shell) -> Shell:
    """A shell with three people in the journal."""
    bare.ok("person", "add", "Lise Thomsen", "--role", "Finance")
    bare.ok("person", "add", "Mads Holm", "--cadence", "2w")
    bare.ok("person", "add", "Åse Nygaard", "--cadence", "none")
    return bare


@pytest.fixture
def agreed(cli: Shell) -> Callable[[str], str]:
    """Make an agreement and return its short id."""
    return lambda line: cli.ok("add", line).id
