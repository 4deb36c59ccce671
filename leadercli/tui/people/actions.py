"""What the keys do to a person: note for next time, pause, archive, add."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from leadercli.errors import AppError
from leadercli.locale import N_
from leadercli.model.dates.format import format_day
from leadercli.model.dates.reader import read_date
from leadercli.model.entry.tokens import read_signs
from leadercli.model.overview.people import gone, resting
from leadercli.model.people.rhythm import cadence_words
from leadercli.model.records import Person
from leadercli.tui.records.person_prompt import add_person, new_person_words
from leadercli.tui.widgets.prompt import Question
from leadercli.words.dates import read_day

if TYPE_CHECKING:
    from leadercli.tui.base.screen import LeaderScreen


def put_inbox(screen: LeaderScreen, person_id: str) -> None:
    """Ask what to raise with somebody next time; % in front makes it only for the leader."""
    journal, texts = screen.journal, screen.texts

    def submit(typed: str, _: str) -> None:
        private, _kind, words = read_signs(typed)
        item = journal.inbox.put(person_id, words, private=private)
        screen.notice(texts.t("For next time: {text} · u takes it back", text=item.text))

    label = texts.t("Next time with {name}:", name=journal.people.name(person_id))
    screen.prompt.ask(Question(f"inbox:{person_id}", label, submit))


def rest(screen: LeaderScreen, person_id: str) -> None:
    """Ask until when a person's rhythm rests; for one that rests, take it up again."""
    journal, texts = screen.journal, screen.texts
    person = _present(screen, person_id)
    if gone(person, screen.today):
        raise AppError(N_("{name} is archived. A takes them back."), name=person.name)
    if resting(person, screen.today):
        journal.people.resume(person.id)
        screen.notice(texts.t("{name} is back · u takes it back", name=person.name))
        return

    def submit(typed: str, _: str) -> None:
        day = _day(screen, typed)
        if day is not None and day <= screen.today:
            raise AppError(N_("The first day back has to be a day to come."))
        journal.people.pause(person.id, day)
        if day is None:
            screen.notice(texts.t("{name} is paused until w resumes · u takes it back", name=person.name))
        else:
            said = format_day(day, screen.today, texts.lang)
            screen.notice(texts.t("{name} is paused, back {date} · u takes it back", name=person.name, date=said))

    label = texts.t("Pause {name}. First day back:", name=person.name)
    hint = texts.t("a day, or ⏎ for until resumed")
    screen.prompt.ask(Question(f"rest:{person.id}", label, submit, preview=_date_preview(screen, hint)))


def archive(screen: LeaderScreen, person_id: str) -> None:
    """Ask for a person's last day; one who has left, or is to leave, is taken back."""
    journal, texts = screen.journal, screen.texts
    person = _present(screen, person_id)
    if person.left is not None or person.state == "archived":
        journal.people.resume(person.id)
        screen.notice(texts.t("{name} is back · u takes it back", name=person.name))
        return

    def submit(typed: str, _: str) -> None:
        day = _day(screen, typed) or screen.today
        if day > screen.today:
            journal.people.edit(person.id, {"left": day})
            said = format_day(day, screen.today, texts.lang)
            screen.notice(texts.t("{name} stays here until {date} · u takes it back", name=person.name, date=said))
        else:
            journal.people.leave(person.id, day)
            screen.notice(texts.t("{name} is archived: v shows them · u takes it back", name=person.name))

    label = texts.t("Last day of {name}:", name=person.name)
    hint = texts.t("⏎ today, or a day")
    screen.prompt.ask(Question(f"archive:{person.id}", label, submit, preview=_date_preview(screen, hint)))


def new_person(screen: LeaderScreen, added: Callable[[Person], None]) -> None:
    """Ask for a name, with a role and a rhythm after commas, and add the person. `added` is called with them."""
    journal, texts = screen.journal, screen.texts

    def submit(typed: str, _: str) -> None:
        person = add_person(journal, typed)
        rhythm = cadence_words(person.cadence, texts.lang)
        said = texts.t("{name} added, {rhythm} · e for more · u takes it back", name=person.name, rhythm=rhythm)
        added(person)
        screen.notice(said)

    def preview(typed: str) -> str:
        return new_person_words(typed, texts)

    screen.prompt.ask(Question("new_person", texts.t("New person:"), submit, preview=preview))


def _present(screen: LeaderScreen, person_id: str) -> Person:
    person = screen.journal.people.get(person_id)
    if person is None:
        raise AppError(N_("This person is no longer in the journal."))
    return person


def _day(screen: LeaderScreen, typed: str) -> date | None:
    return read_day(typed, screen.today) if typed.strip() else None


def _date_preview(screen: LeaderScreen, hint: str) -> Callable[[str], str]:
    def preview(typed: str) -> str:
        if not typed.strip():
            return hint
        day = read_date(typed, screen.today)
        return format_day(day, screen.today, screen.texts.lang) if day else ""

    return preview
