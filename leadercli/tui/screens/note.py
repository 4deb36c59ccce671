"""The conversation: the editor owns the screen, memory stands at its left, nothing is in the way."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import date
from functools import lru_cache
from time import monotonic

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static, TextArea

from leadercli.journal.journal import News
from leadercli.locale.mark import N_
from leadercli.model.capture import Captured, read_line, summary
from leadercli.model.plain import plain_line
from leadercli.model.say import say_day, say_long
from leadercli.trouble import Trouble
from leadercli.tui.bindings import bindings
from leadercli.tui.lines import owner_words
from leadercli.tui.note_keeper import NoteKeeper
from leadercli.tui.screens.base import LeaderScreen
from leadercli.tui.understanding import beside, meaning, owner_name
from leadercli.tui.widgets.memory import Memory, MemoryLine
from leadercli.tui.widgets.note_editor import NoteEditor

DRAFT_AFTER = 0.5
"""Seconds from a key to the draft."""
COMMIT_AFTER = 30.0
"""Seconds without a key after which the note is put in the journal."""


class NoteScreen(LeaderScreen):
    """The note of one person's conversation on one day."""

    ABOUT = N_(
        "Write freely. A line that begins with a sign is kept as more than text:\n"
        "! an agreement, with >name for who does it and a date at the end\n"
        "? something to raise next time   + praise   = what could be better   % only for you\n"
        "What was understood stands at the right of the line. Everything is kept as you type."
    )
    PLACES = ("note",)
    BINDINGS = bindings("note")
    AUTO_FOCUS = "NoteEditor"
    DEFAULT_CSS = """
    NoteScreen #understood { height: 1; padding: 0 1; color: $accent; }
    """

    def __init__(self, person_id: str, day: str = "") -> None:
        super().__init__()
        self.about = person_id
        self._day = date.fromisoformat(day) if day else self.today
        self.keeper = NoteKeeper(self.journal, person_id, self._day)
        self._memory = Memory(self.texts)
        self._understood = Static(id="understood")
        self._meaning_of = lru_cache(2000)(self._meaning)
        self._beside = lru_cache(2000)(self._meaning_beside)
        self._editor = NoteEditor(self.keeper.text, self._beside)
        self._opened = monotonic()
        self._used_before = self.keeper.used
        self._typed_at = 0.0
        self._draft_waits = False
        self._ticked: dict[str, str] = {}

    def compose_body(self) -> ComposeResult:
        """Memory at the left, the editor beside it, the meaning of the line below."""
        with Horizontal():
            yield self._memory
            yield self._editor

    def compose_foot(self) -> ComposeResult:
        """What the line under the cursor means."""
        yield self._understood

    def on_mount(self) -> None:
        """Start the clock, and stand at the end of the text."""
        super().on_mount()
        self._editor.move_cursor(self._editor.document.end)
        self.set_interval(10.0, self._tick_clock)
        self.set_interval(1.0, self._commit_if_idle)
        self._tell_status()
        if self.keeper.recovered:
            self.notice(self.texts.t("Your draft is back: nothing was lost."))
        self._tell_title()

    def reload(self) -> None:
        """Show the memory as the journal holds it now."""
        self._meaning_of.cache_clear()
        self._beside.cache_clear()
        last = self.journal.meetings.last_before(self.about, self._day)
        title = self.texts.t("Last, {date}", date=say_day(last.day, self.today, self.texts.lang)) if last else ""
        self._memory.show(title, summary(last.text, 600) if last else "", self._agreements(), self._inbox())
        self._tell_status()

    def save(self) -> bool:
        """Put the note in the journal. If that fails, the draft holds it and the reason is told."""
        self._count_used()
        try:
            self.keeper.commit()
        except Trouble as trouble:
            with suppress(OSError):
                self.keeper.draft()()
            self.leader.status = self.texts.t("not saved")
            self.trouble(trouble)
            return False
        self._tell_status()
        return True

    def action_leave(self) -> None:
        """Save and go back."""
        if self.save():
            self.leader.pop_screen()

    def action_memory(self) -> None:
        """Show or hide the memory."""
        self._memory.display = not self._memory.display

    def action_private(self) -> None:
        """Make the line under the cursor private, or not."""
        row, column = self._editor.cursor_location
        line = self._editor.document.get_line(row)
        bare = line.lstrip("% ") if line.lstrip().startswith("%") else None
        new = bare if bare is not None else f"% {line}"
        self._editor.replace(new, (row, 0), (row, len(line)))
        self._editor.move_cursor((row, max(0, column + len(new) - len(line))))

    def action_tick(self, number: int) -> None:
        """Tick off a numbered line of the memory, or carry it over again."""
        if number > len(self._memory.lines):
            return
        line = self._memory.lines[number - 1]
        kind, _, record = line.id.partition(":")
        try:
            if kind == "agreement":
                verb = self.journal.agreements.reopen if line.ticked else self.journal.agreements.complete
            else:
                verb = self.journal.inbox.untick if line.ticked else self.journal.inbox.tick
            self._ticked[line.id] = record
            verb(record)
        except Trouble as trouble:
            self.trouble(trouble)

    @on(TextArea.Changed)
    def _typed(self) -> None:
        self.keeper.text = self._editor.text
        self._typed_at = monotonic()
        if not self._draft_waits:
            self._draft_waits = True
            self.set_timer(DRAFT_AFTER, self._draft)
            if self.leader.status != self.texts.t("draft"):
                self.leader.status = self.texts.t("draft")
        self._tell_line()

    @on(TextArea.SelectionChanged)
    def _tell_line(self) -> None:
        line = self._editor.document.get_line(self._editor.cursor_location[0])
        words = self._meaning_of(line) if line.strip() else ""
        if words != self._said:
            self._said = words
            self._understood.update(Content(f"── {words} ──") if words else "")

    _said = ""

    async def _draft(self) -> None:
        self._draft_waits = False
        if not self.keeper.undrafted:
            return
        self._count_used()
        try:
            finish = self.keeper.draft()
            await asyncio.to_thread(finish)
        except OSError as error:
            self.leader.status = self.texts.t("not saved")
            reason = error.strerror or str(error)
            self.notice(self.texts.t("The draft could not be kept: {reason}. Copy your text elsewhere.", reason=reason))

    def _commit_if_idle(self) -> None:
        if self.keeper.unsaved and monotonic() - self._typed_at > COMMIT_AFTER and self.save():
            self._show_merged()

    def follow(self, news: News) -> None:
        """Show what others wrote in this note, with the cursor where it was."""
        if news.outside and self.keeper.id in news.changed.get("meetings", ()) and self.save():
            self._show_merged()
        self.reload()

    def _show_merged(self) -> None:
        if self._editor.text != self.keeper.text:
            place = self._editor.cursor_location
            with self.prevent(TextArea.Changed):
                self._editor.load_text(self.keeper.text)
            self._editor.move_cursor(place)

    def _agreements(self) -> list[MemoryLine]:
        journal, texts = self.journal, self.texts
        found = [
            one
            for one in journal.agreements.shelf.where("person", self.about)
            if (one.state == "open" and one.meeting_id != self.keeper.id) or f"agreement:{one.id}" in self._ticked
        ]
        found.sort(key=lambda one: (one.due or date.max, one.id))
        lines = []
        for one in found:
            about = [owner_words(one, journal.people.name, texts)]
            if one.due:
                about.append(say_day(one.due, self.today, texts.lang))
            lines.append(MemoryLine(f"agreement:{one.id}", one.text, " · ".join(about), one.state != "open"))
        return lines

    def _inbox(self) -> list[MemoryLine]:
        found = [
            one
            for one in self.journal.inbox.shelf.where("person", self.about)
            if (one.raised is None and one.meeting_id != self.keeper.id) or f"inbox:{one.id}" in self._ticked
        ]
        found.sort(key=lambda one: one.id)
        return [MemoryLine(f"inbox:{one.id}", one.text, "", one.raised is not None) for one in found]

    def _understand(self, line: str) -> Captured | None:
        about = self.journal.people.get(self.about)
        return read_line(line, about, self.journal.people.all(), self._day) if about else None

    def _meaning_beside(self, line: str) -> str:
        captured = self._understand(line)
        return beside(self.texts, self.journal.people, captured, self.today) if captured else ""

    def _meaning(self, line: str) -> str:
        captured = self._understand(line)
        if captured is None:
            return ""
        texts, people = self.texts, self.journal.people
        if captured.unknown:
            return texts.t("“{name}” is nobody I know: kept as text", name=captured.unknown)
        person = people.name(captured.person_id)
        owner = owner_name(texts, captured.owner, person, people.name) if captured.owner else ""
        other = person if captured.person_id != self.about else ""
        words = meaning(texts, captured.kind, other, owner, captured.due, self.today)
        private = captured.private and captured.kind != "private"
        return texts.t("only me: {meaning}", meaning=words) if private else words

    def _count_used(self) -> None:
        self.keeper.used = self._used_before + int(monotonic() - self._opened)

    def _tick_clock(self) -> None:
        self._tell_title()

    def _tell_title(self) -> None:
        person = self.journal.people.get(self.about)
        name = plain_line(person.name) if person else ""
        used = (self._used_before + int(monotonic() - self._opened)) // 60
        meeting = self.journal.meetings.on(self.about, self._day)
        planned = meeting.minutes or (person.minutes if person else 0)
        clock = self.texts.t("{used} of {planned} min", used=used, planned=planned) if planned else f"{used} min"
        self.top.title = f"{name} · {say_long(self._day, self.texts.lang)} · {clock}"

    def _tell_status(self) -> None:
        self.leader.status = self.texts.t("draft") if self.keeper.unsaved else self.texts.t("saved")
