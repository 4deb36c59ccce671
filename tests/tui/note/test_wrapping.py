"""What is drawn of a note follows its width at once: nothing hidden, nothing twice."""

from __future__ import annotations

from support.screens.desk import Desk
from support.screens.hands import open_note, press
from support.screens.monday import lay_monday
from support.screens.screen_text import screen_text
from textual.pilot import Pilot

LONG = "he is tired after a hard week and glad to be back in his own chair again now"
PROMISE = "! write to the borough about the new keys and the old ones fri"


async def written(pilot: Pilot[None]) -> None:
    await open_note(pilot, "ma")
    await press(pilot, *LONG, "enter", *PROMISE, "enter")


def words_of(text: str) -> list[str]:
    return [word for word in text.replace("│", " ").split() if word.isalpha()]


async def test_every_word_is_there_once_at_every_width(desk: Desk) -> None:
    lay_monday(desk)
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await written(pilot)
        await press(pilot, "f4")
        for width in (80, 120, 60, 80):
            await pilot.resize_terminal(width, 24)
            await pilot.pause()
            seen = words_of(screen_text(app))
            for word in ("chair", "again", "keys", "ones"):
                assert seen.count(word) == 1, (word, width)


async def test_a_note_opened_again_is_drawn_at_its_new_width(desk: Desk) -> None:
    lay_monday(desk)
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await written(pilot)
        await press(pilot, "escape")
        await open_note(pilot, "ma")
        seen = words_of(screen_text(app))
        assert [seen.count(word) for word in ("tired", "chair", "again", "borough", "ones")] == [1, 1, 1, 1, 1]


async def test_the_meaning_stands_at_the_end_of_a_line_that_wraps(desk: Desk) -> None:
    lay_monday(desk)
    app = desk.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await written(pilot)
        (line,) = [line for line in screen_text(app).splitlines() if "me · Fri 6 Mar" in line]
        assert "ones fri" in line or "fri" in line.split("│")[-1]
