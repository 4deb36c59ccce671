"""The scale: one's own week weighed in under two minutes, pictured as two pans, beside the year."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from leadercli.locale.mark import N_
from leadercli.locale.scale_names import item_name
from leadercli.model.pans import HEIGHT
from leadercli.model.plain import plain_line
from leadercli.model.scale_sheet import Sheet, next_unrated, read_sheet
from leadercli.model.scale_week import week_to_weigh
from leadercli.model.weeks import week_of, week_start
from leadercli.trouble import Trouble
from leadercli.tui.bindings import bindings
from leadercli.tui.scale_answers import answers, moved_answers
from leadercli.tui.scale_questions import QUESTIONS, ScaleQuestions
from leadercli.tui.scale_words import closing_words, coverage_words, stand_words, week_name, week_title
from leadercli.tui.screens.base import LeaderScreen
from leadercli.tui.widgets.answers_view import AnswersView
from leadercli.tui.widgets.pans_view import PansView
from leadercli.tui.widgets.scale_table import NOT_RATED, Line, ScaleTable, shown
from leadercli.tui.widgets.trend_view import TrendView, item_line

# Rows that are not the table's: top line, headline, item's year, sentence, two of answers, and the two at the foot.
AROUND = 8
FEWEST = 5
"""Rows of the table that are kept before the pans."""


class ScaleScreen(LeaderScreen):
    """One week on the scale. Ratings are shown at once and written when they have been drawn."""

    VIEW = "scale"
    ABOUT = N_(
        "Weigh your own week: what loads you, what carries you. 1 is little, 5 is a lot, 0 is not relevant. "
        "Then what fills most, the balance, one load to turn down and one resource to turn up. The scale opens a talk "
        "about conditions, so it ends in who else must help carry them.\n\n"
        "The leader's scale (Ledervægten) is a tool for dialogue without numbers. The ratings 1–5, the means, the tilt, "
        "the half that must be rated and the 8-week mean are this program's own, and so are the names of the items: "
        "they are derived from what the source says about leaders' working conditions. Nothing here is a diagnosis.\n\n"
        "Source: the scale and its three questions are from the introduction tool “Styrk lederes trivsel og resultater”, "
        "printed in the magazine Offentlig Ledelse."
    )
    PLACES = ("scale", "app")
    BINDINGS = bindings("scale")
    AUTO_FOCUS = "ScaleTable"
    # The names of the items need 72 columns; beside them a year needs 40.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (112, "-wide")]
    DEFAULT_CSS = """
    ScaleScreen {
        & .scale--head { height: 1; padding: 0 1; }
        & .scale--head > Static { width: auto; color: $quiet; }
        & .scale--head > .scale--title { width: 1fr; color: $foreground; text-style: bold; }
        & .scale--head > .scale--title.-aside { color: $accent; }
        & .scale--week { width: 1fr; }
        & .scale--item, & .scale--sentence { height: 1; padding: 0 2; }
        & .scale--sentence { text-align: center; }
        & .scale--sentence.-asking { text-align: left; color: $accent; text-style: bold; }
        & TrendView { display: none; padding: 0 1; }
        &.-trend .scale--week { display: none; }
        &.-trend TrendView { display: block; }
        &.-wide .scale--week { display: block; width: 72; }
        &.-wide TrendView { display: block; border-left: solid $rule; }
        &.-short PansView { display: none; }
    }
    """
    sheet: Sheet

    def __init__(self) -> None:
        super().__init__()
        t = self.texts.t
        self.table = ScaleTable(t("Loads"), t("Resources"), t("last"), t("now"))
        self.pans = PansView((t("Loads"), t("Resources")), self.texts.lang)
        self.trend_view = TrendView(self.texts)
        self.answers_view = AnswersView()
        self._title = Static(classes="scale--title")
        self._coverage = Static()
        self._item = Static(classes="scale--item")
        self._sentence = Static(classes="scale--sentence")
        self._week = ""
        self._cursor = ""
        self._held: dict[str, int | None] = {}
        self._passed: set[str] = set()
        self._aside = ""
        self._asked_week = ""
        self._begin_anew = True
        self._told = False

    def compose_body(self) -> ComposeResult:
        """Headline, the week, and the year beside it or in its place."""
        with Horizontal(classes="scale--head"):
            yield self._title
            yield self._coverage
        with Horizontal():
            with Vertical(classes="scale--week"):
                yield self.table
                yield self._item
                yield self.pans
                yield self._sentence
                yield self.answers_view
            yield self.trend_view

    @property
    def wide(self) -> bool:
        """Whether the year stands beside the week."""
        return self.has_class("-wide")

    # -- what is shown

    def reload(self) -> None:
        """Show what the journal holds now, and what is held on its way to it."""
        scale = self.journal.scale
        if self._begin_anew or not self._week:
            self._begin_anew = False
            self._go_to(week_to_weigh(scale.weigh_ins(), self.today))
            return
        self.sheet = read_sheet(scale.weigh_ins(), scale.items_shelf.all(), scale.week(self._week), self._held)
        if self._cursor not in self._order:
            first = next_unrated(self._ids, self.sheet.week.ratings, "")
            self._cursor = first or next(iter(self._order))
        self._show()

    def _go_to(self, week: str) -> None:
        self._flush()
        self._week, self._cursor = week, ""
        self._passed.clear()
        self.reload()
        if self.sheet.complete and not self.prompt.asking:
            self.notice(closing_words(self.texts))

    @property
    def _ids(self) -> list[str]:
        return [item.id for item in self.sheet.items]

    @property
    def _order(self) -> list[str]:
        return [*self._ids, *QUESTIONS]

    def _show(self) -> None:
        sheet, texts = self.sheet, self.texts
        lines = {side: [self._line(item) for item in sheet.items if item.side == side] for side in ("load", "resource")}
        self.table.show(lines["load"], lines["resource"], self._cursor)
        self.pans.show(sheet.balance)
        self._title.update(Content(week_title(self._week, sheet.since, self.today, texts)))
        self._title.set_class(self._week != week_to_weigh(sheet.history, self.today), "-aside")
        self._coverage.update(Content(coverage_words(sheet.balance, texts)))
        if not self.prompt.asking:
            self._say(stand_words(sheet.balance, sheet.mean, texts))
        under = next((item for item in sheet.items if item.id == self._cursor), None)
        self._item.update(item_line(sheet, under, self._item.size.width, texts) if under else "")
        closing = closing_words(texts) if sheet.complete else ""
        self.answers_view.show(answers(self, sheet), moved_answers(self, sheet), closing, self._cursor)
        self.set_class(bool(self._aside), "-trend")
        self.trend_view.show(sheet, items_first=self._aside == "items")

    def _line(self, item: Any) -> Line:
        sheet = self.sheet
        last = shown(sheet.last[item.id]) if item.id in sheet.last else ""
        now = shown(sheet.week.ratings[item.id]) if item.id in sheet.week.ratings else NOT_RATED
        return Line(item.id, item_name(item, self.texts), last, now)

    def _say(self, sentence: str, *, asking: bool = False) -> None:
        self._sentence.update(Content(plain_line(sentence)).truncate(max(8, self._sentence.size.width or 76), ellipsis=True))
        self._sentence.set_class(asking, "-asking")

    def on_resize(self, event: events.Resize) -> None:
        """Give the table what room there is; the pans go first when there is too little."""
        room = event.size.height - AROUND
        short = room - HEIGHT < FEWEST
        self.set_class(short, "-short")
        self.table.styles.max_height = max(2, room if short else room - HEIGHT)
        self.call_after_refresh(self._show)

    # -- moving

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
        else:
            self.notice("")
            self._go_to(week)

    def action_trend(self) -> None:
        """Turn to the year, to its items, and back."""
        turns = {"": "items", "items": ""} if self.wide else {"": "year", "year": "items", "items": ""}
        self._aside = turns.get(self._aside, "")
        self._show()

    def action_back(self) -> None:
        """From the year to the ratings, then one step back."""
        if self._aside and not self.wide:
            self._aside = ""
            self._show()
        else:
            self.leader.action_back()

    @on(ScaleTable.Pointed)
    def _pointed(self, event: ScaleTable.Pointed) -> None:
        self._stand_on(event.item_id)

    @on(AnswersView.Pointed)
    def _answer_pointed(self, event: AnswersView.Pointed) -> None:
        self._stand_on(event.answer_id)
        ScaleQuestions(self).one(event.answer_id)

    # -- rating

    @property
    def _hidden(self) -> bool:
        """Turn back to the ratings when the year covers them: nothing is rated unseen."""
        if not self._aside or self.wide:
            return False
        self._aside = ""
        self._show()
        return True

    def action_rate(self, value: int) -> None:
        """Rate the item under the cursor, 0 for not relevant, and go on."""
        if self._hidden or self._cursor not in self._ids or self._only_shown():
            return
        self._hold({self._cursor: value or None})
        self._go_on(asking=self._asked_week != self._week)

    def action_keep(self) -> None:
        """Keep the last value of an item that is not rated yet, and go on; on a question: answer it."""
        if self._hidden:
            return
        if self._cursor in QUESTIONS:
            ScaleQuestions(self).one(self._cursor)
            return
        if self._cursor not in self.sheet.week.ratings:
            if self._cursor in self.sheet.last and not self._only_shown():
                self._hold({self._cursor: self.sheet.last[self._cursor]})
            else:
                self._passed.add(self._cursor)
        self._go_on(asking=True)

    def action_keep_all(self) -> None:
        """Keep the last value of everything that is not rated yet."""
        if self._hidden or self._only_shown():
            return
        rated, last = self.sheet.week.ratings, self.sheet.last
        kept = {item: last[item] for item in self._ids if item in last and item not in rated}
        if not kept:
            self.notice(self.texts.t("There is no last value to keep."))
            return
        self._hold(kept)
        self._go_on(asking=True)

    def action_clear(self) -> None:
        """Take the rating under the cursor back."""
        if self._hidden or self._cursor not in self.sheet.week.ratings or self._only_shown() or not self._flush():
            return
        try:
            self.journal.scale.unrate(self._week, self._cursor)
        except Trouble as trouble:
            self.trouble(trouble)

    def _only_shown(self) -> bool:
        if self.journal.read_only:
            self.notice(self.texts.t("This journal is only shown: a newer leadercli wrote it."))
        return self.journal.read_only

    def _go_on(self, *, asking: bool) -> None:
        """Go to the next item without a rating; after the last one come the questions."""
        found = next_unrated(self._ids, self.sheet.week.ratings, self._cursor, self._passed)
        if found:
            self._stand_on(found)
        elif asking and not self._only_shown():
            self._asked_week = self._week
            self.call_after_refresh(ScaleQuestions(self).all)
        else:
            self.action_next()

    def action_items(self) -> None:
        """Change what is rated."""
        from leadercli.tui.screens.scale_items import ScaleItemsScreen

        self.leader.push_screen(ScaleItemsScreen())

    # -- keeping

    def _hold(self, ratings: dict[str, int | None]) -> None:
        """Show ratings now and write them as soon as they are drawn; quick keys share a write."""
        self._held |= ratings
        self.reload()
        self.call_after_refresh(self._flush)

    def _flush(self) -> bool:
        if not self._held:
            return True
        held = self._held
        self._held = {}
        try:
            self.journal.scale.weigh_in(self._week, held)
        except Trouble as trouble:
            self._held = held | self._held
            self.leader.status = self.texts.t("not saved")
            self.trouble(trouble)
            return False
        self._told = False
        return True

    def record(self, **answers: Any) -> None:
        """Write answers of the week shown. Raises Trouble."""
        if not self._flush():
            raise Trouble(N_("The ratings could not be saved, so neither could this. Try again, or press esc."))
        self.journal.scale.weigh_in(self._week, {}, **answers)

    def save(self) -> bool:
        """Write what is held. A second try gives up, so that a full disk does not keep anyone here."""
        saved = self._flush() or self._told
        if not saved:
            self._told = True
            week = week_name(self._week, self.texts)
            self.notice(self.texts.t("The ratings of {week} are not saved. Leave again to give them up.", week=week))
        return saved

    def on_screen_suspend(self) -> None:
        """Write what is held; another visit begins on the week to weigh."""
        self._flush()
        self._begin_anew = self.leader.current_mode != self.VIEW

    # -- the questions

    def show_question(self, where: str, sentence: str) -> None:
        """Point at the answer that is asked for, and ask in a whole sentence."""
        if where:
            self._cursor = where
        self._show()
        self._say(sentence, asking=True)

    def end_questions(self) -> None:
        """End with who else must help."""
        self._show()
        self.notice(closing_words(self.texts))

    def on_descendant_focus(self) -> None:
        """Show how the week stands again when a question is left."""
        if hasattr(self, "sheet") and not self.prompt.asking:
            self._show()
