"""The line at the bottom: what is asked, what was typed, what is said."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from support.screens.hands import press_in
from support.screens.screen_text import screen_lines, screen_text
from textual.app import App, ComposeResult
from textual.events import Paste

from leadercli.errors import AppError
from leadercli.locale.texts import Texts
from leadercli.tui.app.theme import DEFAULT_VARIABLES
from leadercli.tui.widgets.prompt import Choice, Prompt, Question
from leadercli.tui.widgets.row_list import RowList
from leadercli.tui.widgets.rows import Cell, Column, Row

PEOPLE = ["Lise", "Mads", "Mia"]


class PromptApp(App[None]):
    """A list and the line. It keeps every answer."""

    CSS = "Prompt { dock: bottom; }"

    def __init__(self) -> None:
        super().__init__()
        self.list = RowList([Column(0)])
        self.line = Prompt(Texts("en"))
        self.answers: list[tuple[str, str]] = []

    def compose(self) -> ComposeResult:
        yield self.list
        yield self.line

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return DEFAULT_VARIABLES

    def on_mount(self) -> None:
        self.list.show([Row(f"a{number}", (Cell(f"row {number}"),)) for number in range(5)])
        self.list.focus()

    def answer(self, typed: str, chosen: str) -> None:
        if typed == "bad":
            raise AppError("“{it}” cannot be used.", it=typed)
        self.answers.append((typed, chosen))

    def named(self, typed: str) -> Sequence[Choice]:
        return [Choice(name, name.lower()) for name in PEOPLE if name.lower().startswith(typed.lower())]


async def test_an_answer_is_handed_over_and_the_list_has_the_keys_again() -> None:
    app = PromptApp()
    async with app.run_test() as pilot:
        app.line.ask(Question("k", "What:", app.answer))
        await press_in(pilot, *"jx", "enter")
        assert app.answers == [("jx", "")]
        assert app.list.has_focus
        assert "What:" not in screen_text(app)
        assert app.list.cursor == 0, "letters were text"
        await press_in(pilot, "j")
        assert app.list.cursor == 1


async def test_escape_keeps_what_was_typed_for_the_next_of_its_kind() -> None:
    app = PromptApp()
    async with app.run_test() as pilot:
        app.line.ask(Question("add", "What:", app.answer))
        await press_in(pilot, *"half", "escape")
        assert app.answers == []
        app.line.ask(Question("other", "Else:", app.answer))
        await pilot.pause()
        assert "half" not in screen_text(app)
        await press_in(pilot, "escape")
        app.line.ask(Question("add", "What:", app.answer))
        await press_in(pilot, "right", *"way", "enter")
        assert app.answers == [("halfway", "")]
        app.line.ask(Question("add", "What:", app.answer))
        await press_in(pilot, "enter")
        assert app.answers[-1] == ("", ""), "what was sent is not offered again"


async def test_what_was_kept_is_selected_so_that_typing_replaces_it() -> None:
    app = PromptApp()
    done: list[str] = []
    async with app.run_test() as pilot:
        for keys in (("5", "enter"), ("space",)):
            question = Question("move", "Date:", app.answer, instant={" ": lambda: done.append("day")})
            app.line.ask(question)
            await press_in(pilot, *"32/13i", "escape")
            app.line.ask(question)
            await pilot.pause()
            assert screen_lines(app)[-1] == " Date: 32/13i"
            await press_in(pilot, *keys)
        assert app.answers == [("5", "")]
        assert done == ["day"], "an instant key counts what would be replaced as nothing"


async def test_escape_keeps_a_changed_value_too_but_not_an_unchanged_one() -> None:
    app = PromptApp()
    async with app.run_test() as pilot:
        for typed, shown in ((" new", "old new"), ("", "old new")):
            app.line.ask(Question("edit", "Text:", app.answer, value="old"))
            await press_in(pilot, *typed, "escape")
            app.line.ask(Question("edit", "Text:", app.answer, value="old"))
            await pilot.pause()
            assert screen_lines(app)[-1] == f" Text: {shown}"
            await press_in(pilot, "escape")


async def test_another_question_keeps_what_was_typed_for_the_first() -> None:
    app = PromptApp()
    async with app.run_test() as pilot:
        app.line.ask(Question("add", "What:", app.answer))
        await press_in(pilot, *"half")
        app.line.ask(Question("other", "Else:", app.answer))
        await press_in(pilot, "x", "enter")
        assert app.list.has_focus
        app.line.ask(Question("add", "What:", app.answer))
        await press_in(pilot, "enter")
        assert app.answers == [("x", ""), ("half", "")]


async def test_what_cannot_be_used_is_told_and_asked_again() -> None:
    app = PromptApp()
    async with app.run_test() as pilot:
        app.line.ask(Question("k", "What:", app.answer))
        await press_in(pilot, *"bad", "enter")
        assert "“bad” cannot be used." in screen_text(app)
        assert screen_lines(app)[-1] == " What: bad"
        await press_in(pilot, "backspace")
        assert "cannot be used" not in screen_text(app), "the reason goes when the text changes"
        await press_in(pilot, "d", "d", "enter")
        assert app.answers == [("badd", "")]


async def test_choices_follow_the_text_and_the_arrows() -> None:
    app = PromptApp()
    async with app.run_test() as pilot:
        app.line.ask(Question("person", "Name:", app.answer, choices=app.named))
        await pilot.pause()
        assert "▸Lise   Mads   Mia" in screen_text(app)
        await press_in(pilot, "down")
        assert " Lise  ▸Mads   Mia" in screen_text(app)
        await press_in(pilot, "m", "down", "down", "down")
        assert " Mads  ▸Mia" in screen_text(app), "the last stays the last"
        await press_in(pilot, "up", "enter")
        assert app.answers == [("m", "mads")]


async def test_tab_fills_in_the_chosen_one() -> None:
    app = PromptApp()
    async with app.run_test() as pilot:
        app.line.ask(Question("person", "Name:", app.answer, choices=app.named))
        await press_in(pilot, "m", "down", "tab")
        assert screen_lines(app)[-1] == " Name: Mia"
        assert app.line.asking
        await press_in(pilot, "enter")
        assert app.answers == [("Mia", "mia")]


async def test_the_chosen_one_is_always_seen() -> None:
    app = PromptApp()
    many = [Choice(f"p{number:02}", str(number)) for number in range(40)]
    async with app.run_test() as pilot:
        app.line.ask(Question("person", "Name:", app.answer, choices=lambda _: many))
        await press_in(pilot, *["down"] * 20)
        assert "▸p20" in screen_text(app)


async def test_instant_keys_act_only_on_an_empty_line() -> None:
    app = PromptApp()
    done: list[str] = []
    instant = {" ": lambda: done.append("day"), "+": lambda: done.append("week")}
    async with app.run_test() as pilot:
        app.line.ask(Question("move", "Date:", app.answer, instant=instant))
        await press_in(pilot, "space")
        assert done == ["day"]
        assert not app.line.asking
        app.line.ask(Question("move", "Date:", app.answer, instant=instant))
        await press_in(pilot, "5", "space", "+", "enter")
        assert done == ["day"]
        assert app.answers == [("5 +", "")]
        app.line.ask(Question("move", "Date:", app.answer, instant=instant))
        await press_in(pilot, "5", "backspace", "+")
        assert done == ["day", "week"]


async def test_an_instant_key_that_fails_asks_on_with_the_reason() -> None:
    app = PromptApp()

    def fail() -> None:
        raise AppError("Not today.")

    async with app.run_test() as pilot:
        app.line.ask(Question("move", "Date:", app.answer, instant={" ": fail}))
        await press_in(pilot, "space")
        assert "Not today." in screen_text(app)
        assert app.line.asking


async def test_a_notice_stays_until_the_next_and_says_all_of_it() -> None:
    app = PromptApp()
    long = "The journal could not be saved: no space left on device. " * 3
    async with app.run_test() as pilot:
        app.line.notice("Done")
        await press_in(pilot, "j")
        assert screen_lines(app)[-1] == " Done"
        app.line.notice(long)
        await pilot.pause()
        assert " ".join(" ".join(screen_lines(app)[-4:]).split()).endswith(long.strip())
        app.line.ask(Question("k", "What:", app.answer))
        await press_in(pilot, "escape")
        assert "could not" not in screen_text(app)


async def test_the_mouse_leads_away_from_a_question_and_keeps_it() -> None:
    app = PromptApp()
    async with app.run_test() as pilot:
        app.line.ask(Question("add", "What:", app.answer))
        await press_in(pilot, *"half")
        await pilot.click(RowList, offset=(3, 2))
        assert not app.line.asking
        assert app.list.has_focus
        assert app.list.cursor == 2
        app.line.ask(Question("add", "What:", app.answer))
        await press_in(pilot, "enter")
        assert app.answers == [("half", "")]


async def test_a_window_that_loses_the_focus_keeps_the_question() -> None:
    app = PromptApp()
    async with app.run_test() as pilot:
        app.line.ask(Question("add", "What:", app.answer))
        await press_in(pilot, *"ha")
        app.app_focus = False
        await pilot.pause()
        assert app.line.asking
        app.app_focus = True
        await press_in(pilot, *"lf", "enter")
        assert app.answers == [("half", "")]


HOSTILE = ["[red]x[/]", "[/]", "[@click=app.quit]x[/]", "\x1b]52;c;aGk=\x9c", "\u202eabc", "[bold", "$accent", "\\["]


@pytest.mark.parametrize("text", HOSTILE)
async def test_nothing_that_is_shown_is_markup(text: str) -> None:
    app = PromptApp()
    async with app.run_test(size=(80, 12)) as pilot:
        app.line.ask(
            Question("k", text, app.answer, preview=lambda typed: typed, choices=lambda _: [Choice(text, text)])
        )
        app.post_message(Paste(text))
        await pilot.pause()
        shown = screen_text(app)
        visible = text.replace("\x1b", "�").replace("\x9c", "�").replace("\u202e", "�")
        assert shown.count(visible) == 4, "label, choice, preview and field"
        assert not [letter for letter in shown if ord(letter) < 32 and letter != "\n"]
        await press_in(pilot, "enter")
        assert app.answers == [(text, text)], "what is kept is what was typed"
        app.line.notice(text)
        await pilot.pause()
        assert visible in screen_lines(app)[-1]
