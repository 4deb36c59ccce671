"""The answers of a weigh-in: what fills most, the balance, and what to turn down and up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from leadercli.model.text import plain_line

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
