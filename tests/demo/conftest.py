"""Sample journals, each made once for all tests of this folder."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from leadercli.demo.make import demo_session
from leadercli.journal.journal import Journal
from leadercli.journal.opening import open_journal
from leadercli.session import begin

Demo = Callable[[str, str], Journal]


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """Give a sample journal by language and day; it is shared, so tests only read it."""
    folder = tmp_path_factory.mktemp("demo")

    @cache
    def make(lang: str, day: str) -> Journal:
        env = {"HOME": str(folder / "home"), "LEADERCLI_LANG": lang, "LEADERCLI_NOW": f"{day}T08:00"}
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(tempfile, "tempdir", str(folder))
            session = demo_session(begin(env))
        return open_journal(session.places, session.clock)

    return make


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder, with a folder for temporary files beside it."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    return tmp_path / "home"
