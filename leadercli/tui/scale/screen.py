"""The scale: one's own week weighed in under two minutes, then what to do about it."""

from __future__ import annotations

from textual import on

from leadercli.errors import AppError
from leadercli.model.scale.week import next_unrated
from leadercli.tui.scale.balance_view import AnswersView
from leadercli.tui.scale.questions import QUESTIONS, ScaleQuestions
from leadercli.tui.scale.week_screen import ScaleWeekScreen
from leadercli.tui.widgets.bindings import bindings
from leadercli.words.scale import ABOUT


class ScaleScreen(ScaleWeekScreen):
    """Rate and go on; after the last item come the questions."""

    VIEW = "scale"
    ABOUT = ABOUT
    PLACES = ("scale", "app")
    BINDINGS = bindings("scale")

    def __init__(self) -> None:
        super().__init__()
        self._passed: set[tuple[str, str]] = set()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is rated in a journal that is only shown. On a question a digit is left to the views at the top."""
        del parameters
        if action == "rate" and self._cursor in QUESTIONS:
            return False
        rates = action in ("rate", "keep", "keep_all", "clear", "items")
        return None if rates and self.journal.read_only else True

    def _busy(self) -> bool:
        """Tell whether a key is not for the ratings: a question is open, or the year covers them and is left."""
        if self.prompt.asking:
            return True
        if not self._aside or self.wide:
            return False
        self._turn_to("")
        return True

    def action_rate(self, value: int) -> None:
        """Rate the item under the cursor, 0 for not relevant, and go on. Mending a whole week asks nothing."""
        if not self._busy() and self._cursor in self._ids:
            asking = not self.sheet.complete
            self._hold({self._cursor: value or None})
            self._go_on(asking=asking)

    def action_keep(self) -> None:
        """Keep the last value of an item that is not rated yet, and go on; on a question: answer it."""
        if self._busy():
            return
        if self._cursor in QUESTIONS:
            ScaleQuestions(self).one(self._cursor)
            return
        if self._cursor not in self.sheet.week.ratings:
            if self._cursor in self.sheet.last:
                self._hold({self._cursor: self.sheet.last[self._cursor]})
            else:
                self._passed.add((self._week, self._cursor))
        self._go_on(asking=True)

    def action_keep_all(self) -> None:
        """Keep the last value of everything that is not rated yet."""
        if self._busy():
            return
        rated, last = self.sheet.week.ratings, self.sheet.last
        kept = {item: last[item] for item in self._ids if item in last and item not in rated}
        if kept:
            self._hold(kept)
            self._go_on(asking=True)
        else:
            self.notice(self.texts.t("There is no last value to keep."))

    def action_clear(self) -> None:
        """Take the rating under the cursor back."""
        if self._busy() or self._cursor not in self.sheet.week.ratings or not self._write():
            return
        try:
            self.journal.scale.unrate(self._week, self._cursor)
        except AppError as trouble:
            self.trouble(trouble)

    def _go_on(self, *, asking: bool) -> None:
        """Go to the next item without a rating; after the last one come the questions."""
        passed = {item for week, item in self._passed if week == self._week}
        found = next_unrated(self._ids, self.sheet.week.ratings, self._cursor, passed)
        if found:
            self._stand_on(found)
        elif asking:
            if self.sheet.complete:
                self._stand_on(QUESTIONS[0])
            ScaleQuestions(self).all()
        else:
            self.action_next()

    def action_items(self) -> None:
        """Change what is rated."""
        self.shell.open("scale_items")

    @on(AnswersView.Pointed)
    def _answer_pointed(self, event: AnswersView.Pointed) -> None:
        self._stand_on(event.answer_id)
        ScaleQuestions(self).one(event.answer_id)
