"""The conversation: the editor owns the screen, memory stands at its left, nothing is in the way."""

from __future__ import annotations

from datetime import date
from time import monotonic

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static, TextArea

from leadercli.errors import AppError
from leadercli.journal.note_session import NoteSession
from leadercli.locale import N_
from leadercli.model.dates.format import format_day, format_long
from leadercli.model.privacy import summary
from leadercli.model.schema import AGREEMENTS, RecordRef
from leadercli.model.text import plain_line
from leadercli.tui.base.screen import LeaderScreen
from leadercli.tui.note.autosave import NoteSaving
from leadercli.tui.note.editor import EndLine, NoteEditor, NoteMeaning
from leadercli.tui.note.memory import Memory, agreement_memory, inbox_memory
from leadercli.tui.widgets.bindings import bindings


class NoteScreen(LeaderScreen):
    """The note of one person's conversation on one day."""

    WRITES = True
    ABOUT = N_(
        "Write freely. A line that begins with a sign is kept as more than text:\n"
        "! an agreement, with >name for who does it and a date at the end\n"
        "? something to raise next time   + praise   = what could be better   % only for you\n"
        "What was understood stands at the right of the line. Everything is kept as you type."
    )
    PLACES = ("note",)
    BINDINGS = bindings("note")
    AUTO_FOCUS = "NoteEditor"
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (64, "-narrow"), (100, "-wide")]
    DEFAULT_CSS = """
    NoteScreen #understood { height: 1; padding: 0 1; color: $accent; }
    NoteScreen.-wide Memory { width: 44; }
    NoteScreen.-slim Memory { display: none; dock: top; width: 100%; height: 50%; border-right: none; }
    NoteScreen.-slim Memory.-asked { display: block; border-bottom: solid $rule; }
    NoteScreen Memory.-hidden { display: none; }
    """

    def __init__(self, person_id: str, day: str = "", line: str = "") -> None:
        super().__init__()
        self._person_id = person_id
        self._day = date.fromisoformat(day) if day else self.today
        self.note = NoteSession(self.journal, person_id, self._day)
        self._line = line
        self._stood = self.note.place
        at_line = self.note.row_of(line) is not None
        end_line = EndLine(self.note.text, wanted=not at_line and self._stood_below(self.note.text))
        self._memory = Memory(self.texts, next(key.keys for key in self.shell.keys if key.id == "note.more"))
        self._understood = Static(id="understood")
        self._meaning = NoteMeaning(self.journal, person_id, self._day, lambda: self.today, self.texts)
        self.editor = NoteEditor(end_line.shown(self.note.text), self._meaning.beside)
        self._opened = monotonic()
        self._used_before = self.note.used
        self._saving = NoteSaving(
            self, self.editor, self.note, end_line, lambda: self._used() if self._is_today else None
        )
        self._refused = False
        self._said = ""
        self._ticked: set[RecordRef] = set()

    @property
    def about(self) -> str:
        """The person of the conversation."""
        return self._person_id

    @property
    def drafting(self) -> bool:
        """Whether the journal does not hold the text yet."""
        return self._saving.text != self.note.text or self.note.unsaved

    def compose_body(self) -> ComposeResult:
        """Memory at the left, the editor beside it."""
        with Horizontal():
            yield self._memory
            yield self.editor

    def compose_foot(self) -> ComposeResult:
        """What the line under the cursor means."""
        yield self._understood

    def on_mount(self) -> None:
        """Start the clock, and stand below the text, where a draft was left, or behind the line that was asked for."""
        super().on_mount()
        self.editor.move_cursor(self._stood or self.editor.document.end)
        row = self.note.row_of(self._line)
        if row is not None:
            place = (row, len(self.editor.document.get_line(row)))
            self.call_after_refresh(self.editor.move_cursor, place, center=True)
        self.set_interval(10.0, self._tell_title)
        self.set_interval(1.0, self._saving.commit_if_idle)
        if self.note.recovered:
            self.notice(self.texts.t("Your draft is back, as it was when the program ended."))
        self._tell_title()

    def reload(self) -> None:
        """Show memory and note as the journal holds them now."""
        self._saving.take_in()
        self._meaning.forget()
        last = self.journal.meetings.last_before(self.about, self._day)
        title = self.texts.t("Last, {date}", date=format_day(last.day, self.today, self.texts.lang)) if last else ""
        self._memory.show(
            title,
            summary(last.text, 600) if last else "",
            agreement_memory(self.journal, self.about, self.note.id, self._ticked, self.today, self.texts),
            inbox_memory(self.journal, self.about, self.note.id, self._ticked),
        )
        self.shell.show_status(self)

    def save(self) -> bool:
        """Put the note in the journal, or keep it as a draft and tell why. A second try goes on with the draft."""
        saved = self._saving.commit() or self._refused
        self._refused = not saved
        return saved

    def rescue(self) -> None:
        """Keep the draft before saving, which may be what fails."""
        self._saving.rescue()
        self.save()

    def action_leave(self) -> None:
        """Save and go back; first leave a question that is being asked."""
        if self.prompt.asking:
            self.prompt.close(keep=True)
        elif self.save():
            self.shell.back()

    def action_memory(self) -> None:
        """Show or hide the memory. Where there is no room beside the text it is shown over it, when asked for."""
        self._memory.toggle_class("-asked" if self.has_class("-slim") else "-hidden")

    def action_memory_on(self) -> None:
        """Scroll the memory on."""
        self._memory.scroll_on()

    def action_private(self) -> None:
        """Make the line under the cursor private, or not."""
        row, column = self.editor.cursor_location
        line = self.editor.document.get_line(row)
        bare = line.lstrip("% ") if line.lstrip().startswith("%") else None
        new = bare if bare is not None else f"% {line}"
        self.editor.replace(new, (row, 0), (row, len(line)))
        self.editor.move_cursor((row, max(0, column + len(new) - len(line))))

    def action_tick(self, number: int) -> None:
        """Tick off a numbered line of the memory, or carry it over again."""
        if number > len(self._memory.lines):
            return
        line = self._memory.lines[number - 1]
        try:
            if line.ref.table == AGREEMENTS:
                verb = self.journal.agreements.reopen if line.ticked else self.journal.agreements.complete
            else:
                verb = self.journal.inbox.untick if line.ticked else self.journal.inbox.tick
            self._ticked.add(line.ref)
            verb(line.ref.id)
        except AppError as trouble:
            self.trouble(trouble)

    @on(TextArea.Changed)
    def _typed(self) -> None:
        self._saving.typed()
        self._refused = False
        self._tell_line()

    @on(TextArea.SelectionChanged)
    def _tell_line(self) -> None:
        line = self.editor.document.get_line(self.editor.cursor_location[0])
        words = self._meaning.below(line) if line.strip() else ""
        if words != self._said:
            self._said = words
            self._understood.update(Content(f"── {plain_line(words)} ──") if words else "")

    @property
    def _is_today(self) -> bool:
        return self._day == self.today

    def _stood_below(self, text: str) -> bool:
        """Tell whether the cursor belongs below the text: no draft left it anywhere in it."""
        return self._stood is None or self._stood[0] > text.count("\n")

    def _used(self) -> int:
        """Seconds spent on this conversation, counted on its own day only."""
        return self._used_before + (int(monotonic() - self._opened) if self._is_today else 0)

    def _tell_title(self) -> None:
        person = self.journal.people.get(self.about)
        name = plain_line(person.name) if person else ""
        parts = (name, format_long(self._day, self.texts.lang), self._clock_words(person.minutes if person else 0))
        self.top.title = " · ".join(part for part in parts if part)

    def _clock_words(self, usual: int) -> str:
        """Say the minutes used, on the day itself of how many; "" when an earlier day's are not known."""
        texts, used = self.texts, self._used() // 60
        planned = self.journal.meetings.on(self.about, self._day).minutes or usual
        if planned and self._day == self.today:
            return texts.t("{used} of {planned} min", used=used, planned=planned)
        return texts.t("{used} min", used=used) if used or self._day == self.today else ""
