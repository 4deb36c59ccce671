"""The scale as a picture: two pans on a beam that tilts, both levels printed in them; and the week's answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from leadercli.model.scale.balance import SAME, Balance
from leadercli.model.text import plain_line
from leadercli.tui.scale.chart import path, rows_of
from leadercli.words.scale import level

# From here on the beam stands as steep as it goes: one whole step of the scale. Ours.
STEEP = 1.0
HEIGHT = 5
NARROWEST = 24

_WIDEST = 64
_PAN, _SMALL_PAN, _BEAM = 11, 7, 20
# The rows on which the lower and the higher pan end, by how far the beam is from level.
_BOTTOMS = {0: (2, 2), 1: (3, 2), 2: (3, 1)}


def position(tilt: float | None) -> int:
    """Return how the beam stands: −2 loads far down, −1 loads down, 0 level, 1 and 2 resources down."""
    if tilt is None or abs(tilt) < SAME:
        return 0
    steep = 2 if abs(tilt) >= STEEP else 1
    return steep if tilt > 0 else -steep


def balance_picture(balance: Balance, width: int, lang: str, names: tuple[str, str] = ("", "")) -> list[str]:
    """Draw the loads in the left pan and the resources in the right one, HEIGHT rows of exactly `width`.

    The heavier pan hangs lower. A week without a tilt has a level, broken beam. `names` stand on the pans
    where there is room. Narrower than NARROWEST it is one row with both levels.
    """
    levels = level(balance.load, lang), level(balance.resource, lang)
    if width < NARROWEST:
        return [f"{levels[0]} ▲ {levels[1]}".center(width)[:width]]
    span = min(width, _WIDEST)
    pan = max(_PAN, *(len(name) + 4 for name in names))
    if span < 2 * pan + _BEAM:
        pan, names = (_PAN if span >= 2 * _PAN + _BEAM else _SMALL_PAN), ("", "")
    stands = position(balance.tilt)
    low, high = _BOTTOMS[abs(stands)]
    bottoms = (high, low) if stands > 0 else (low, high)
    ends = (pan * 2, bottoms[0] * 4 + 2), ((span - pan) * 2 - 1, bottoms[1] * 4 + 2)
    rows = [list(row) for row in rows_of(path(ends, dashed=balance.tilt is None), span, HEIGHT)]
    for at, row, text, name in zip((0, span - pan), bottoms, levels, names, strict=True):
        label = f" {name} " if name else ""
        rows[row - 1][at : at + pan] = f"│{text.center(pan - 2)}│"
        rows[row][at : at + pan] = f"╰{label.center(pan - 2, '─')}╯"
    middle = span // 2
    for row in range(sum(bottoms) // 2 + 1, HEIGHT):
        if rows[row][middle] == " ":
            rows[row][middle] = "│"
    rows[-1][middle] = "▲"
    return ["".join(row).center(width) for row in rows]


class PansView(Widget):
    """Draw the pans as wide as there is room. `names` stand on them, loads first."""

    DEFAULT_CSS = f"PansView {{ height: {HEIGHT}; }}"

    def __init__(self, names: tuple[str, str], lang: str) -> None:
        super().__init__()
        self._names = names
        self._lang = lang
        self._balance: Balance | None = None

    def show(self, balance: Balance) -> None:
        """Show another balance."""
        if balance != self._balance:
            self._balance = balance
            self.refresh()

    def render(self) -> RenderResult:
        """Draw."""
        if self._balance is None:
            return ""
        return Content("\n".join(balance_picture(self._balance, self.size.width, self._lang, self._names)))


NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Answer:
    """One question and what was answered; `id` is "" for what is only told."""

    id: str
    label: str
    text: str


class AnswersView(Widget):
    """Show the answers below each other, or two beside two where there is no room for more."""

    DEFAULT_CSS = "AnswersView { height: 1fr; min-height: 1; }"

    class Pointed(Message):
        """An answer was clicked."""

        def __init__(self, answer_id: str) -> None:
            super().__init__()
            self.answer_id = answer_id

    def __init__(self) -> None:
        super().__init__()
        self._answers: Sequence[Answer] = ()
        self._more: Sequence[Answer] = ()
        self._ending = ""
        self._cursor = ""

    def show(self, answers: Sequence[Answer], more: Sequence[Answer], closing: str, cursor: str) -> None:
        """Show four answers; `more` and `closing` stand below where there is room."""
        self._answers, self._more, self._ending, self._cursor = answers, more, closing, cursor
        self.refresh()

    def render(self) -> RenderResult:
        """Write the answers."""
        width = self.size.width
        if self.size.height < len(self._answers):
            half = (width - 3) // 2
            rule = Content.styled(" │ ", "$rule")
            pairs = list(zip(self._answers[::2], self._answers[1::2], strict=True))
            if self.size.height < len(pairs):
                pairs = [pair for pair in pairs if self._cursor in (pair[0].id, pair[1].id)] or pairs
            return Content("\n").join(
                Content.assemble(self._line(left, half), rule, self._line(right, half)) for left, right in pairs
            )
        lines = [Content(""), *(self._line(answer, width) for answer in (*self._answers, *self._more))]
        if self._ending:
            lines += [Content(""), Content.styled("  " + self._ending, "$accent")]
        return Content("\n").join(lines[-self.size.height :] if len(lines) > self.size.height else lines)

    def _line(self, answer: Answer, width: int) -> Content:
        here = answer.id != "" and answer.id == self._cursor
        label = f"{'▸' if here else ' '} {answer.label} "
        text = Content(plain_line(answer.text) or NOTHING).truncate(
            max(0, width - Content(label).cell_length), ellipsis=True, pad=True
        )
        return Content.assemble((label, "bold $accent" if here else "$quiet"), (text.plain, "bold" if here else ""))

    def on_click(self, event: events.Click) -> None:
        """Point at an answer."""
        paired = self.size.height < len(self._answers)
        at = event.y * 2 + (event.x > self.size.width // 2) if paired else event.y - 1
        if 0 <= at < len(self._answers):
            self.post_message(self.Pointed(self._answers[at].id))
