"""One week on the scale: which week, where the cursor stands, and ratings on their way from the key to the journal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal

from leadercli.errors import AppError
from leadercli.journal.journal import Journal
from leadercli.model.dates.calendar import week_of, week_start, weeks_between
from leadercli.model.scale.due import week_to_weigh
from leadercli.model.scale.week import Sheet, next_unrated, read_sheet
from leadercli.tui.base.screen import LeaderScreen
from leadercli.tui.scale.questions import QUESTIONS, answers, moved_answers
from leadercli.tui.scale.trend_view import TrendView
from leadercli.tui.scale.week_view import ScaleHead, ScaleTable, WeekView
from leadercli.words.agreements import TWO_VERSIONS
from leadercli.words.scale import closing_words, coverage_words, stand_words, week_name, week_title

if TYPE_CHECKING:
    from leadercli.journal.verbs.scale import Turned
    from leadercli.model.entry.quick_line import Understood


class ScaleWeekScreen(LeaderScreen):
    """Show a week and move about in it. A rating is drawn first and written right after."""

    AUTO_FOCUS = "ScaleTable"
    # The names of the items need 74 columns; beside them a year needs 40.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (114, "-wide")]
    DEFAULT_CSS = """
    ScaleWeekScreen {
        & TrendView { display: none; padding: 0 1; }
        &.-trend WeekView { display: none; }
        &.-trend TrendView { display: block; }
        &.-wide WeekView { display: block; width: 74; }
        &.-wide TrendView { display: block; border-left: solid $rule; }
    }
    """
    sheet: Sheet
    """The week that is shown, with what is held."""

    def __init__(self) -> None:
        super().__init__()
        self._head = ScaleHead()
        self._view = WeekView(self.texts)
        self._trend = TrendView(self.texts)
        self._held = PendingRatings()
        self._week = ""
        self._cursor = ""
        self._aside = ""
        self._questioned = False

    def compose_body(self) -> ComposeResult:
        """The week, and the year beside it or in its place."""
        yield self._head
        with Horizontal():
            yield self._view
            yield self._trend

    def reload(self) -> None:
        """Show what the journal holds now, and what is held on its way to it."""
        scale = self.journal.scale
        if not self._week:
            self._week = week_to_weigh(scale.weigh_ins(), self.today)
        week = scale.week(self._week)
        self.sheet = read_sheet(scale.weigh_ins(), scale.kept_items(), week, self._held.ratings)
        if not self._cursor and self.sheet.complete:
            self.notice(closing_words(self.texts))
        if self._cursor not in self._order:
            self._cursor = next_unrated(self._ids, self.sheet.week.ratings, "") or QUESTIONS[0]
        self._show()

    @property
    def _ids(self) -> list[str]:
        return [item.id for item in self.sheet.items]

    @property
    def _order(self) -> list[str]:
        return [*self._ids, *QUESTIONS]

    def _show(self) -> None:
        sheet, texts = self.sheet, self.texts
        title = week_title(self._week, sheet.since, self.today, texts)
        if sheet.week.unsettled:
            title = f"{title} · {texts.t(TWO_VERSIONS)}"
        aside = weeks_between(self._week, week_of(self.today)) > 1
        self._head.show(title, coverage_words(sheet.balance, texts), aside=aside)
        self._view.show(sheet, self._cursor, answers(self, sheet), moved_answers(self, sheet))
        if not self.prompt.asking:
            self._view.say(stand_words(sheet.balance, sheet.mean, texts), asking=False)
        self.set_class(bool(self._aside), "-trend")
        self._trend.show(sheet, self._cursor, items_first=self._aside == "items")

    def on_resize(self, event: events.Resize) -> None:
        """Fit the week to the new height."""
        self._view.fit(event.size.height)

    def action_next(self) -> None:
        """Go to the next item or question."""
        self._step(1)

    def action_previous(self) -> None:
        """Go to the item or question before."""
        self._step(-1)

    def _step(self, way: int) -> None:
        order = self._order
        self._stand_on(order[max(0, min(len(order) - 1, order.index(self._cursor) + way))])

    def _stand_on(self, where: str) -> None:
        self._cursor = where
        self._show()

    def action_week(self, by: int) -> None:
        """Look at the week before or after, up to the running one."""
        week = week_of(week_start(self._week) + timedelta(weeks=by))
        if week > week_of(self.today):
            self.notice(self.texts.t("That week is not lived yet."))
        elif self._write():
            self._week, self._cursor = week, self._ids[0]
            self.notice("")
            self.reload()
            if self.sheet.complete:
                self._stand_on(QUESTIONS[0])

    def action_trend(self) -> None:
        """Turn to the year, to its items, and back."""
        turns = {"": "items"} if self.wide else {"": "year", "year": "items"}
        self._turn_to(turns.get(self._aside, ""))

    async def action_back(self) -> None:
        """From the year to the ratings, then one step back."""
        if self._aside and not self.wide:
            self._turn_to("")
        else:
            self.shell.back()

    @property
    def wide(self) -> bool:
        """Whether the year stands beside the week."""
        return self.has_class("-wide")

    def _turn_to(self, aside: str) -> None:
        self._aside = aside
        self._show()
        if not self.wide:
            self.notice(self.texts.t("v turns on, esc back to the ratings · ← → other weeks") if aside else "")
        if not aside:
            self._view.table.focus()

    @on(ScaleTable.Pointed)
    def _item_pointed(self, event: ScaleTable.Pointed) -> None:
        self._stand_on(event.item_id)

    def _hold(self, ratings: dict[str, int | None]) -> None:
        self._held.hold(self._week, ratings)
        self.reload()
        self.call_after_refresh(self._write)

    def _write(self) -> bool:
        try:
            self._held.write(self.journal)
        except AppError as trouble:
            self.trouble(trouble)
            return False
        return True

    def record(self, **answered: Any) -> None:
        """Write answers of the week that is shown. Raises AppError."""
        self._held.write(self.journal)
        self.journal.scale.weigh_in(self._week, {}, **answered)

    def agree_step(self, side: Turned, meant: Understood) -> None:
        """Agree the own next step of a side in the week that is shown. Raises AppError."""
        # What is held is written on its own: were it part of the step's commit, a failing one would let go of it.
        self._held.write(self.journal)
        self.journal.scale.agree_step(
            self._week,
            side,
            meant.text,
            person_id=meant.person_id,
            owner=meant.owner,
            due=meant.due,
            private=meant.private,
        )

    def save(self) -> bool:
        """Write what is held. If it cannot be written, a second try lets go."""
        if self._write() or self._held.give_up():
            return True
        week = week_name(self._week, self.texts)
        self.notice(self.texts.t("The ratings of {week} are not saved. Quit again to leave without them.", week=week))
        return False

    def on_screen_suspend(self) -> None:
        """Write what is held; another visit goes on with a week that was begun, or finds the one to weigh."""
        super().on_screen_suspend()
        begun = bool(self.sheet.week.ratings) and not self.sheet.complete
        if self._write() and self.shell.current_mode != self.VIEW and not begun:
            self._week = self._cursor = self._aside = ""

    def show_question(self, where: str, sentence: str) -> None:
        """Point at the answer that is asked for, if it has a place, and ask in a whole sentence."""
        self._questioned = True
        self._stand_on(where or self._cursor)
        self._view.say(sentence, asking=True)

    def end_questions(self) -> None:
        """End with who else must help."""
        self._questioned = False
        self._show()
        if self.sheet.complete:
            self.notice(closing_words(self.texts))

    def on_descendant_focus(self) -> None:
        """When a question is left, show how the week stands again."""
        if self._questioned and not self.prompt.asking:
            self.end_questions()


class PendingRatings:
    """Hold what was rated until it has been drawn, so that a key answers at once and quick keys share a write.

    A rating is held for an instant only: nothing waits here that is not being written. What could not be
    written stays, and is tried again with the next.
    """

    def __init__(self) -> None:
        self._week = ""
        self._ratings: dict[str, int | None] = {}
        self._given_up = False

    @property
    def ratings(self) -> Mapping[str, int | None]:
        """What is held: 1–5, or None for not relevant."""
        return self._ratings

    def hold(self, week: str, ratings: Mapping[str, int | None]) -> None:
        """Take ratings of a week; those of another week must have been written."""
        assert not self._ratings or week == self._week
        self._week = week
        self._ratings |= ratings
        self._given_up = False

    def write(self, journal: Journal) -> None:
        """Write what is held. Raises AppError, and still holds it then."""
        if not self._ratings:
            return
        writing, self._ratings = self._ratings, {}
        try:
            journal.scale.weigh_in(self._week, writing)
        except BaseException:
            self._ratings = writing | self._ratings
            raise

    def give_up(self) -> bool:
        """Tell whether this is the second time that leaving was tried in vain, so that a full disk keeps nobody."""
        again, self._given_up = self._given_up, True
        return again
