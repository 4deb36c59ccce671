"""Make the pictures of the documentation from the sample journal: `make pictures`."""

from __future__ import annotations

import asyncio
import re
import tempfile
from pathlib import Path

from leadercli.demo.make import demo_session
from leadercli.journal.opening import open_journal
from leadercli.session import begin
from leadercli.tui.app.app import LeaderApp

HERE = Path(__file__).parent
SHOTS: dict[str, tuple[str, ...]] = {
    "today": (),
    "steps": ("3",),
    "note": ("n", "m", "a", "d", "enter"),
    "scale": ("4",),
    "people": ("2",),
}
WRITTEN = {
    "da": (
        "- vagtplanen presser i uge 11 og 12",
        "! tal med Eva om uge 11 fre",
        "- vil gerne med på kurset",
        "? kursus i efteråret",
        "+ godt greb om kundemødet",
        "! >mads sender udkast 16/3",
    ),
    "en": (
        "- the rota presses in weeks 11 and 12",
        "! talk to Eva about week 11 Fri",
        "- would like to go on the course",
        "? a course in the autumn",
        "+ well handled with the customer",
        "! >mads sends a draft 16/3",
    ),
}
"""The note that is being written in its picture."""


async def shoot(lang: str, theme: str, name: str, keys: tuple[str, ...], folder: Path) -> None:
    """Open the sample journal, press keys, and keep the picture."""
    env = {"HOME": str(folder), "LEADERCLI_NOW": "2026-03-02T08:00:00", "LEADERCLI_LANG": lang}
    session = demo_session(begin(env))
    app = LeaderApp(session, open_journal(session.places, session.clock))
    async with app.run_test(size=(100, 30)) as pilot:
        app.use_theme(theme)
        await pilot.press(*keys)
        if name == "note":
            for line in WRITTEN[lang]:
                await pilot.press(*line, "enter")
        await pilot.pause()
        picture = app.export_screenshot(title="leadercli")
    # The picture must not fetch fonts from anywhere: every reader's own monospace font will do.
    picture = re.sub(r"@font-face\s*\{.*?\}", "", picture, flags=re.S)
    (HERE / f"{name}-{lang}.svg").write_text(picture, "utf-8")


def main() -> None:
    """Make them all."""
    with tempfile.TemporaryDirectory() as folder:
        for lang, theme in (("da", "papir"), ("en", "fjord")):
            for name, keys in SHOTS.items():
                asyncio.run(shoot(lang, theme, name, keys, Path(folder)))


if __name__ == "__main__":
    main()
