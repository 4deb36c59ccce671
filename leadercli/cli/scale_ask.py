"""Ask for each rating in turn, on a terminal."""

from __future__ import annotations

import sys

from leadercli.cli.run import Run
from leadercli.cli.safe_bytes import safe_text
from leadercli.cli.scale_ratings import read_rating
from leadercli.errors import Trouble
from leadercli.locale.scale_names import item_name
from leadercli.model.scale.week import Sheet
from leadercli.model.text import plain_line


def ask_ratings(run: Run, sheet: Sheet) -> dict[str, int | None]:
    """Ask for the ratings of a week. ⏎ keeps last week's value, - passes over, the end of the input ends it."""
    texts = run.texts
    run.out.note(texts.t("1 is little, 5 is a lot, 0 is not relevant, ⏎ as last time, - to pass over, Ctrl+D to end."))
    found: dict[str, int | None] = {}
    for item in sheet.items:
        last = sheet.last.get(item.id)
        name = plain_line(item_name(item, texts))
        label = texts.t("{name} (last {value}): ", name=name, value=last) if last else f"{name}: "
        while True:
            typed = _ask(label)
            if typed is None:
                return found
            if typed == "-" or (not typed and item.id not in sheet.last):
                break
            try:
                found[item.id] = read_rating(typed) if typed else last
                break
            except Trouble as trouble:
                run.out.note(trouble.sentence(texts))
    return found


def _ask(label: str) -> str | None:
    """Ask one question on stderr; None at the end of the input."""
    sys.stderr.write(safe_text(label).decode())
    sys.stderr.flush()
    line = sys.stdin.readline()
    return line.strip() if line else None
