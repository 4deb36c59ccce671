"""The first run: language, where the journal shall live, the first person. All can be skipped with Enter."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from leadercli.config import write_config
from leadercli.errors import AppError, JournalError
from leadercli.journal.journal import Journal
from leadercli.journal.opening import open_or_begin
from leadercli.locale import N_
from leadercli.places import cloud_folders
from leadercli.tui.base.screen import LeaderScreen
from leadercli.tui.records.person_prompt import add_person, new_person_words
from leadercli.tui.widgets.prompt import Choice, Question

if TYPE_CHECKING:
    from leadercli.session import Session


LANGUAGE_NAMES = {"da": "Dansk", "en": "English"}


class FirstRunScreen(LeaderScreen):
    """Three questions at the bottom line, their reasons above it."""

    ABOUT = N_("Three questions before the first note. Enter takes what is suggested.")
    DEFAULT_CSS = """
    FirstRunScreen > #words { padding: 2 4; height: 1fr; max-width: 92; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._words = Static(id="words")
        self._folder = ""

    def compose_body(self) -> ComposeResult:
        """Words in the middle."""
        yield self._words

    def on_mount(self) -> None:
        """Begin with the language."""
        self.top.title = "leadercli"
        self.call_after_refresh(self._ask_language)

    def _ask_language(self) -> None:
        order = sorted(LANGUAGE_NAMES, key=lambda lang: lang != self.texts.lang)
        self._say(
            self.texts.t("Welcome to leadercli"),
            self.texts.t(
                "A private journal of your own leadership: notes in your 1:1s, what was agreed, "
                "and your own weekly balance of load and resources.\n\n"
                "Which language? Arrows choose, Enter takes it. It can be changed later."
            ),
        )

        def submit(_: str, lang: str) -> None:
            self.shell.speak(lang)
            self.prompt.texts = self.key_bar.texts = self.texts
            self.key_bar.refresh()
            self._ask_place()

        options = [Choice(LANGUAGE_NAMES[lang], lang) for lang in order]
        label = self.texts.t("Language:")
        self.prompt.ask(Question("language", label, submit, choices=lambda _: options, left=self._ask_language))

    def _ask_place(self) -> None:
        default = self.shell.session.places.journal
        folders = cloud_folders(self.shell.session.env)
        self._say(
            self.texts.t("Where shall the journal live?"),
            self.texts.t(
                "It is one file that belongs to you. In a folder that you sync yourself it follows you from machine "
                "to machine. Notes about people you lead are personal data: clear it with your employer before you "
                "put them in a cloud folder. leadercli itself sends nothing anywhere.\n\n"
                "Arrows choose, or type another folder. Enter takes it."
            ),
        )
        options = [Choice(str(default.parent), str(default))]
        options += [Choice(str(folder / "leadercli"), str(folder / "leadercli" / "journal.json")) for folder in folders]

        def choices(typed: str) -> list[Choice]:
            return [Choice(typed.strip(), str(_journal_at(typed.strip())))] if typed.strip() else options

        def submit(_: str, path: str) -> None:
            self._begin(Path(path))

        self.prompt.ask(Question("place", self.texts.t("Folder:"), submit, choices=choices, left=self._ask_language))

    def _begin(self, path: Path) -> None:
        leader = self.shell
        session = settle(leader.session, path)
        journal = open_or_begin(session.places, session.clock)
        leader.session = session
        if journal.people.all():
            leader.begin(journal)
            return
        self._ask_first(journal)

    def _ask_first(self, journal: Journal) -> None:
        path = journal.places.journal
        self._say(
            self.texts.t("Whom do you talk with first?"),
            self.texts.t(
                "Type a name to add the first person, or press Enter to do it later.\n\nThe journal lies in {path}.",
                path=path,
            ),
        )

        def submit(name: str, _: str) -> None:
            if name.strip():
                add_person(journal, name)
            self.shell.begin(journal)

        def preview(typed: str) -> str:
            return new_person_words(typed, self.texts)

        left = partial(self._ask_first, journal)
        self.prompt.ask(Question("first", self.texts.t("Name:"), submit, preview=preview, left=left))

    def _say(self, title: str, words: str) -> None:
        self._words.update(Content.assemble((title, "bold $accent"), "\n\n", words))

    def action_back(self) -> None:
        """Ask again: there is nothing behind the first question."""
        if not self.prompt.asking:
            self._ask_language()

    def trouble(self, trouble: AppError) -> None:
        """Say what went wrong."""
        self._say(self.texts.t("Not yet"), trouble.sentence(self.texts))


def _journal_at(typed: str) -> Path:
    """Read where the journal shall live: a folder, or the whole path of a file."""
    path = Path(typed).expanduser().absolute()
    return path if path.suffix == ".json" else path / "journal.json"


def settle(session: Session, journal: Path) -> Session:
    """Write the settings. Returns the session on the chosen journal. Raises JournalError when it cannot write."""
    named = session.env.get("LEADERCLI_JOURNAL")
    changes = {"language": session.texts.lang}
    if journal != session.places.journal or not named:
        changes["journal"] = str(journal)
    try:
        write_config(session.places.config_file, changes)
    except OSError as error:
        raise JournalError(
            N_("The settings {path} could not be written: {reason}."),
            path=session.places.config_file,
            reason=error.strerror or str(error),
        ) from None
    return replace(session, places=replace(session.places, journal=journal))
