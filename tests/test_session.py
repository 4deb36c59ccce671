"""One run: which journal, which language, which settings, whatever was said where."""

from __future__ import annotations

from pathlib import Path

import pytest

from leadercli.errors import UsageError
from leadercli.session import begin, choose_language


@pytest.mark.parametrize(
    ("asked", "env", "configured", "chosen"),
    [
        (None, {}, "", "en"),
        (None, {"LANG": "da_DK.UTF-8"}, "", "da"),
        (None, {"LANG": "de_DE.UTF-8"}, "", "en"),
        (None, {"LANG": "C.UTF-8"}, "", "en"),
        (None, {"LC_ALL": "en_GB", "LANG": "da_DK"}, "", "en"),
        (None, {"LC_ALL": "", "LC_MESSAGES": "da_DK", "LANG": "en_US"}, "", "da"),
        (None, {"LANG": "en_US"}, "da", "da"),
        (None, {"LANG": "da_DK", "LEADERCLI_LANG": "en"}, "da", "en"),
        ("da", {"LANG": "en_US", "LEADERCLI_LANG": "en"}, "en", "da"),
        ("DA_dk", {}, "", "da"),
        (None, {"LEADERCLI_LANG": "sv", "LANG": "da_DK"}, "", "da"),
        (None, {"LEADERCLI_LANG": "sv"}, "fr", "en"),
        ("", {"LEADERCLI_LANG": ""}, "dansk", "da"),
    ],
)
def test_the_language(asked: str | None, env: dict[str, str], configured: str, chosen: str) -> None:
    assert choose_language(env, asked, configured) == chosen


def _env(tmp_path: Path, settings: str = "", **more: str) -> dict[str, str]:
    folder = tmp_path / "leadercli"
    folder.mkdir(exist_ok=True)
    (folder / "config.yaml").write_text(settings, "utf-8")
    return {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), **more}


def test_which_journal(tmp_path: Path) -> None:
    env = _env(tmp_path, "journal: ~/mappe/j.json\n")
    assert begin(env).places.journal == tmp_path / "mappe" / "j.json"
    assert begin({**env, "LEADERCLI_JOURNAL": "/env.json"}).places.journal == Path("/env.json")
    assert begin({**env, "LEADERCLI_JOURNAL": "/env.json"}, journal="/named.json").places.journal == Path("/named.json")
    assert begin(_env(tmp_path)).places.journal == tmp_path / ".local" / "share" / "leadercli" / "journal.json"


def test_a_bad_setting_is_told_and_the_others_count(tmp_path: Path) -> None:
    session = begin(_env(tmp_path, "journal: /j.json\nlanguage: da\nfont: big\n"))
    assert session.config_trouble
    assert "font" in str(session.config_trouble)
    assert session.places.journal == Path("/j.json"), "the person's journal, and not a new one elsewhere"
    assert session.texts.lang == "da"


def test_settings_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    session = begin(_env(tmp_path, "language: [\n", LEADERCLI_LANG="da"))
    assert session.config_trouble
    assert session.texts.lang == "da"


def test_a_bad_time_stops_the_run(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        begin(_env(tmp_path, LEADERCLI_NOW="nu"))
