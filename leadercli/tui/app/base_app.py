"""Wire journal, screens, keys, colours and status together: what the app is, apart from what its keys do."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from textual.app import ScreenStackError, SystemCommand
from textual.content import Content
from textual.screen import Screen

from leadercli.journal.journal import Journal
from leadercli.journal.store.change import News
from leadercli.keys.key import Key
from leadercli.keys.remap import RemapError, remapped
from leadercli.keys.table import KEYS
from leadercli.locale.texts import Texts
from leadercli.tui.app.key_order import OrderedKeys
from leadercli.tui.app.routes import MODES, SCREENS, record_kinds
from leadercli.tui.app.shutdown import Ending, Shutdown
from leadercli.tui.app.theme import DEFAULT_VARIABLES
from leadercli.tui.app.watch import Watch
from leadercli.tui.base.screen import LeaderScreen
from leadercli.tui.theme.themes import DEFAULT_DARK, load_theme, shipped_themes_folder
from leadercli.tui.widgets.bindings import key_name
from leadercli.tui.widgets.status import Status

if TYPE_CHECKING:
    from leadercli.model.schema import RecordRef
    from leadercli.session import Session
    from leadercli.tui.base.shell import RecordKind


LOOK_EVERY = 1.0
"""Seconds between looks at the file on disk and at the calendar."""


class BaseApp(OrderedKeys):
    """The app on one journal, or on none before the first run. `keys` are the bindings in force.

    `crash` is the error that ended it, if one did.
    """

    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    MODES = MODES  # type: ignore[assignment]

    def __init__(self, session: Session, journal: Journal | None, *, note_with: str = "") -> None:
        self.session = session
        self.texts = session.texts
        self.clock = session.clock
        self.since = session.clock().isoformat()
        self._journal = journal
        self._note_with = note_with
        self._problems: list[str] = []
        self.keys: tuple[Key, ...] = KEYS
        self.corner = Status()
        self.shutdown = Shutdown(cast(Ending, self))
        self.crash: BaseException | None = None
        self._kinds: Mapping[str, RecordKind] = {}
        self._stop_following: Callable[[], None] | None = None
        self._watch: Watch | None = None
        # Beginning in the right view saves mounting an empty screen first.
        self.DEFAULT_MODE = "today" if journal else "first_run"  # type: ignore[misc]
        super().__init__()
        self.title = "leadercli"

    @property
    def journal(self) -> Journal:
        """The open journal."""
        assert self._journal is not None
        return self._journal

    @property
    def has_journal(self) -> bool:
        """Whether a journal is open; on the first run there is none yet."""
        return self._journal is not None

    def kind(self, name: str) -> RecordKind | None:
        """Find what rows of a kind answer to keys."""
        if not self._kinds:
            self._kinds = record_kinds()
        return self._kinds.get(name)

    def open(self, name: str, *about: Any) -> None:
        """Open a screen by its name in the routes; one that is about nothing and in front already stays."""
        screen = SCREENS[name]()
        if about or not isinstance(self.screen, screen):
            self.push_screen(screen(*about))

    def go_to(self, view: str) -> None:
        """Bring a view to the front."""
        self.switch_mode(view)

    def back(self) -> None:
        """Close the screen in front; at the top go to Today."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        elif self.current_mode not in ("today", "first_run"):
            self.switch_mode("today")

    def with_versions(self, screen: LeaderScreen, ref: RecordRef, more: Content) -> Content:
        """Put over what is told of a record what of it stands in two versions."""
        from leadercli.tui.history.conflict_content import versions_above

        return versions_above(screen, ref.table, ref.id, more)

    def wear(self, theme: str) -> str:
        """Put on a theme and write it to the settings. Returns what to say."""
        from leadercli.tui.app.theme import wear

        return wear(self, theme)

    async def on_load(self) -> None:
        """Choose the theme and the keys before anything is drawn."""
        trouble = self.session.config_trouble
        if trouble:
            self._problems.append(trouble.sentence(self.texts))
        self.use_theme(self.session.config.theme or DEFAULT_DARK)
        try:
            self.keys = remapped(self.session.config.keys)
        except RemapError as trouble:
            self._problems.append(trouble.sentence(self.texts))
        else:
            self.set_keymap({key.id: key.keys for key in self.keys if key.id in self.session.config.keys})

    def on_mount(self) -> None:
        """Open on Today, or on the first run's questions."""
        self.shutdown.listen()
        if self._journal is not None:
            self.begin(self._journal)

    def on_unmount(self) -> None:
        """Leave what was not finished to the next program."""
        if self._journal is not None:
            self._journal.presence.leave()

    def on_ready(self) -> None:
        """Look for garbage from now on, if that was put off: what was made to start stays, and is not looked at."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    def begin(self, journal: Journal) -> None:
        """Show a journal: from here on the screens have one."""
        self._journal = journal
        self._stop_following = journal.subscribe(self._follow)
        self.corner.read_only = journal.read_only
        self._watch = Watch(self, journal)
        journal.store.while_writing = self._watch.writing
        if self.current_mode != "today":
            self.switch_mode("today")
        self.tell_status_in_front()
        self.call_after_refresh(self._watch.greet)
        self.set_interval(LOOK_EVERY, self.look_around)
        if self._note_with:
            self.open_note(self._note_with)
        if self._problems:
            self.call_after_refresh(self.say, " ".join(self._problems))

    def speak(self, lang: str) -> None:
        """Change the language, on the first run."""
        self.texts = Texts(lang)
        self.session = replace(self.session, texts=self.texts)

    def use_theme(self, name: str) -> None:
        """Put on a theme; one that cannot be used is told and the default worn instead."""
        found = load_theme(name, self.theme_folders, self.texts)
        self._problems.extend(found.problems)
        self.register_theme(found.theme)
        self.theme = found.theme.name

    @property
    def theme_folders(self) -> tuple[Path, ...]:
        """Where themes lie: ours, then the person's own, which win."""
        return shipped_themes_folder(), self.session.places.themes

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give our own variables a value before any theme of ours is on."""
        return DEFAULT_VARIABLES

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer none of Textual's own commands: a saved screenshot would hold private text."""
        del screen
        return ()

    def look_around(self) -> None:
        """Take in what others wrote, and the new day after midnight."""
        if self._watch is not None:
            self._watch.look_around()

    def say(self, text: str) -> None:
        """Say something in the line at the bottom of the present screen."""
        if isinstance(self.screen, LeaderScreen):
            self.screen.notice(text)

    def show_status(self, screen: LeaderScreen) -> None:
        """Show in the corner of a screen how it stands: saved, draft, what came in, not saved …"""
        if not self.has_journal:
            return
        key = "" if screen.WRITES else self.key_of("app.arrived")
        word = self.corner.word(self.texts, drafting=screen.drafting, key=key)
        screen.top.status = word
        if word.is_news:
            self.call_after_refresh(self.corner.painted, word)

    def show_unsaved(self, what: str = "") -> None:
        """Show that something could not be saved, until it is: a text by its record's id, or what was just tried."""
        self.corner.not_saved(what)
        self.tell_status_in_front()

    def show_saved(self, what: str) -> None:
        """Show that a text is in the journal."""
        self.corner.is_saved(what)
        self.tell_status_in_front()

    def arrivals_seen(self) -> None:
        """Say no more of what came in: the person has looked at it."""
        self.corner.looked()
        self.tell_status_in_front()

    def tell_status_in_front(self) -> None:
        """Show how it stands on the screen in front."""
        with suppress(ScreenStackError):  # before the first screen there is none to show it
            if isinstance(self.screen, LeaderScreen):
                self.show_status(self.screen)

    def key_of(self, binding: str) -> str:
        """Name the first key of a binding, as the person has it."""
        return next((key_name(key.keys.split(",")[0], self.texts) for key in self.keys if key.id == binding), "")

    def open_note(self, person_id: str, day: str = "", line: str = "") -> None:
        """Open the note of a person's conversation today, or on an ISO day, in the place of another that is open.

        `line` is the id of the line to stand on, "" for the end.
        """
        from leadercli.journal.verbs.meetings import meeting_id
        from leadercli.tui.note.screen import NoteScreen

        asked = meeting_id(person_id, date.fromisoformat(day) if day else self.clock().date())
        if isinstance(self.screen, NoteScreen):
            if self.screen.note.id == asked or not self.screen.save():
                return
            self.pop_screen()
        # One that is open below goes on with what is in the journal then; two drafts of one text would double it.
        below = [screen for screen in self.open_screens() if isinstance(screen, NoteScreen)]
        if all(screen.save() for screen in below if screen.note.id == asked):
            self.push_screen(NoteScreen(person_id, day, line))

    def open_person(self, person_id: str) -> None:
        """Open a person's page."""
        self.open("person", person_id)

    def open_screens(self) -> list[LeaderScreen]:
        """List the open screens of all views."""
        # There is no public way to the screens of the views that are not in front.
        stacks = self._screen_stacks.values()
        return [screen for stack in stacks for screen in stack if isinstance(screen, LeaderScreen)]

    def action_quit_now(self) -> None:
        """Save what is open and close."""
        if self.shutdown.save_all():
            self.exit()

    async def action_quit(self) -> None:
        """Textual's own way out: ours, should anything lead there."""
        self.action_quit_now()

    def _handle_exception(self, error: Exception) -> None:
        # Textual would print a traceback with the values of local variables, and those hold what people wrote.
        # It has no public way to end without one, nor to tell its tests of the error.
        if self._exception is None:
            self.crash = self._exception = error
            self._exception_event.set()
        self._return_code = 1
        self.shutdown.rescue()
        self._close_messages_no_wait()

    def _follow(self, news: News) -> None:
        self.corner.read_only = self.journal.read_only
        self.corner.hear(news)
        self.tell_status_in_front()
        if isinstance(self.screen, LeaderScreen) and self.screen.is_mounted:
            self.screen.follow(news)
