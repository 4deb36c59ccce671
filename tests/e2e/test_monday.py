"""The leader's Monday, in the installed program and a real terminal, in both languages."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from support.terminals.terminal import Terminal

from leadercli.locale.texts import Texts

ENTER, ESCAPE, CTRL_Q = "\r", "\x1b", "\x11"
Open = Callable[..., Terminal]


def ask(installed: Path, env: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the installed program."""
    return subprocess.run([str(installed), *words], env=env, capture_output=True, text=True, timeout=60)


def first_journal(installed: Path, env: dict[str, str]) -> None:
    """Begin a journal by the command line: two people, two promises, one of them overdue."""
    for words in (
        ("person", "add", "Lise Krogh", "--cadence", "1m"),
        ("person", "add", "Mads Holm", "--cadence", "2w"),
        ("add", "@mads >mads send budget 27.02.2026"),
        ("add", "@lise læs oplægget i dag"),
    ):
        done = ask(installed, env, *words)
        assert done.returncode == 0, done.stderr


def test_the_wheel_carries_danish_and_the_themes(installed: Path, env: dict[str, str]) -> None:
    package = subprocess.run(
        [str(installed.with_name("python")), "-P", "-c", "import leadercli; print(leadercli.__path__[0])"],
        env=env,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    assert len(list(Path(package, "themes").glob("*.yaml"))) >= 6
    assert Path(package, "locale/da/LC_MESSAGES/leadercli.mo").exists()
    said = ask(installed, {**env, "LEADERCLI_LANG": "da"}, "today").stderr
    assert said != ask(installed, {**env, "LEADERCLI_LANG": "en"}, "today").stderr


def test_monday_on_an_own_journal(installed: Path, env: dict[str, str], open_terminal: Open) -> None:
    first_journal(installed, env)
    t = Texts(env["LEADERCLI_LANG"]).t
    terminal = open_terminal([str(installed)], env)

    screen = terminal.wait_for("send budget", "læs oplægget")
    assert screen.index(t("Overdue") + " · 1") < screen.index("send budget") < screen.index(t("Due today") + " · 1")

    terminal.press("x")
    terminal.wait_gone("send budget  ")
    terminal.press("nli" + ENTER)
    terminal.wait_for("Lise Krogh", t("Save and close"))
    terminal.press("vagtplanen presser i uge 11" + ENTER + "! ring til HR om orlov fre")
    terminal.wait_for("fre 6. mar" if env["LEADERCLI_LANG"] == "da" else "Fri 6 Mar")
    terminal.press(ENTER + "? kursus i efteråret")
    terminal.wait_for(t("next time"))
    terminal.press(ESCAPE)
    terminal.wait_gone(t("Save and close"))
    terminal.wait_for(t("Coming"), "ring til HR om orlov", t("Done"))

    terminal.press("3")
    terminal.wait_for(t("This week"), "ring til HR om orlov")
    terminal.press("f" + "oplæg")
    terminal.wait_gone("ring til HR")
    terminal.press(ENTER + "m+")
    terminal.wait_for("9. mar" if env["LEADERCLI_LANG"] == "da" else "9 Mar")
    terminal.press("q")
    assert terminal.wait_end() == 0

    steps = json.loads(ask(installed, env, "next", "--json").stdout)
    assert [(step["text"], step["due"], step["moves"]) for step in steps] == [
        ("ring til HR om orlov", "2026-03-06", 0),
        ("læs oplægget", "2026-03-09", 1),
    ]
    assert "kursus i efteråret" in ask(installed, env, "person", "show", "lise").stdout


def test_a_weigh_in_on_an_own_journal(installed: Path, env: dict[str, str], open_terminal: Open) -> None:
    first_journal(installed, env)
    t = Texts(env["LEADERCLI_LANG"]).t
    terminal = open_terminal([str(installed)], env)
    terminal.wait_for("send budget")
    terminal.press("4")
    terminal.wait_for(t("Loads"), t("Resources"))
    terminal.press("4" * 9 + "3" * 10)
    terminal.wait_for("4,0" if env["LEADERCLI_LANG"] == "da" else "4.0")
    terminal.press(CTRL_Q)
    assert terminal.wait_end() == 0
    shown = json.loads(ask(installed, env, "scale", "show", "--json").stdout)
    assert (shown["load"], shown["resource"], shown["coverage"]) == (4.0, 3.0, 1.0)


def test_text_survives_a_power_cut(installed: Path, env: dict[str, str], open_terminal: Open) -> None:
    first_journal(installed, env)
    t = Texts(env["LEADERCLI_LANG"]).t
    terminal = open_terminal([str(installed)], env)
    terminal.wait_for("send budget")
    terminal.press("nma" + ENTER)
    terminal.wait_for(t("Save and close"))
    terminal.press("det her må ikke gå tabt")
    drafts = Path(env["HOME"], ".local/state/leadercli/journals")
    terminal._wait(lambda: any("gå tabt" in path.read_text() for path in drafts.glob("*/drafts/*.json")), "the draft")
    terminal.kill()

    again = open_terminal([str(installed)], env)
    again.wait_for(t("draft"), "Mads Holm")
    again.press("nma" + ENTER)
    again.wait_for("det her må ikke gå tabt", t("Save and close"))
    again.press(ESCAPE)
    again.wait_gone(t("Save and close"))
    again.wait_for(t("Overdue"), t("Done"))
    again.press("q")
    assert again.wait_end() == 0
    assert "gå tabt" in ask(installed, env, "person", "show", "mads").stdout


def test_the_demo_touches_nothing(installed: Path, env: dict[str, str], open_terminal: Open) -> None:
    t = Texts(env["LEADERCLI_LANG"]).t
    before = sorted(Path(env["HOME"]).iterdir())
    terminal = open_terminal([str(installed), "demo"], env, 120, 40)
    terminal.wait_for(t("Overdue"), t("Conversations"), "Mads Holm")
    for view, word in (("2", t("People")), ("3", t("Next steps")), ("4", t("Loads")), ("t", t("Overdue"))):
        terminal.press(view)
        terminal.wait_for(word)
    terminal.resize(60, 16)
    terminal.wait_for(t("Overdue"))
    terminal.press("q")
    assert terminal.wait_end() == 0
    assert sorted(Path(env["HOME"]).iterdir()) == before


def test_the_first_run_asks_and_begins(installed: Path, env: dict[str, str], open_terminal: Open) -> None:
    Path(env["HOME"], "Dropbox").mkdir()
    t = Texts(env["LEADERCLI_LANG"]).t
    terminal = open_terminal([str(installed)], env)
    terminal.wait_for(t("Welcome to leadercli"))
    terminal.press(ENTER)
    terminal.wait_for(t("Where shall the journal live?"), "▸/")
    terminal.press(ENTER)
    terminal.wait_for(t("Whom do you talk with first?"))
    terminal.press("Åse Lund" + ENTER)
    terminal.wait_for(t("Conversations"), "Åse Lund")
    terminal.press("q")
    assert terminal.wait_end() == 0
    people = json.loads(ask(installed, env, "people", "--json").stdout)
    assert [person["name"] for person in people] == ["Åse Lund"]
