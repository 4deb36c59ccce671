"""The form about a person: one labelled line for each thing, read in both languages, nothing typed thrown away."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Static

from leadercli.errors import AppError
from leadercli.locale import N_
from leadercli.model.records import Person
from leadercli.tui.base.screen import LeaderScreen
from leadercli.tui.people.form_fields import FIELDS, PersonField
from leadercli.tui.records.people import person_content
from leadercli.tui.widgets.bindings import bindings
from leadercli.tui.widgets.field import FormField

DRAFT_AFTER = 0.5
"""Seconds from a key to the draft."""


class PersonFormScreen(LeaderScreen):
    """Edit a person, or add one when `person_id` is ""."""

    ABOUT = N_(
        "What you know about a person. Dates and rhythms are read as you say them, in Danish and English; what was "
        "understood stands below the line. Leaving keeps what you typed for the next time you open this form."
    )
    PLACES = ("form",)
    BINDINGS = bindings("form")
    AUTO_FOCUS = "Field"
    DEFAULT_CSS = """
    PersonFormScreen .fields { height: 1fr; padding: 1 2; }
    """

    def __init__(self, person_id: str = "") -> None:
        super().__init__()
        self._person_id = person_id
        self._form = f"person-{person_id or 'new'}"
        self._drafts = self.journal.forms
        self._waits = False
        typed = self._drafts.of(self._form)
        person = self._person or Person("", "")
        self.fields = tuple(self._field(field, person, typed) for field in FIELDS)
        self._recovered = any(one.changed for one in self.fields)
        self._detail = Static()

    def compose_body(self) -> ComposeResult:
        """The fields below each other; on a wide terminal what stands between the two beside them."""
        with Horizontal():
            with VerticalScroll(can_focus=False, classes="fields"):
                yield from self.fields
            with VerticalScroll(can_focus=False, classes="detail"):
                yield self._detail

    def reload(self) -> None:
        """Show what the journal holds now; the fields stay as they are."""
        self._detail.update(person_content(self, self._person_id))

    def on_mount(self) -> None:
        """Say whom it is about."""
        super().on_mount()
        person = self._person
        self.top.title = self.texts.t("Edit {name}", name=person.name) if person else self.texts.t("New person")
        if self._recovered:
            self.notice(self.texts.t("What you typed last time is here: ctrl+s saves it, ctrl+r forgets it."))

    def save(self) -> bool:
        """Keep what was typed as a draft. If that fails, the reason is told."""
        self._waits = False
        try:
            self._drafts.keep(self._form, {one.field: one.typed for one in self.fields if one.changed})
        except OSError as error:
            reason = error.strerror or str(error)
            self.notice(self.texts.t("The draft could not be kept: {reason}. Copy your text elsewhere.", reason=reason))
            return False
        return True

    def action_save_form(self) -> None:
        """Save and go back; what cannot be read is said and the cursor goes there."""
        wrong = [one for one in self.fields if one.trouble()]
        if wrong:
            wrong[0].input.focus()
            self.notice(self.texts.t("Not saved yet: see the line that is marked."))
            return
        values = {one.field: self._value(one) for one in self.fields if one.changed}
        try:
            said = self._write(values)
        except AppError as trouble:
            self.save()
            self.trouble(trouble)
            return
        with suppress(OSError):  # what stays is what is saved now
            self._drafts.keep(self._form, {})
        self.shell.back()
        self.shell.say(said)

    def action_leave(self) -> None:
        """Go back; what was typed is kept."""
        if not self.save():
            return
        kept = any(one.changed for one in self.fields)
        self.shell.back()
        if kept:
            self.shell.say(self.texts.t("Not saved. What you typed is here when you open the form again."))

    def action_next_field(self) -> None:
        """Go on; after the last field save."""
        if self.fields[-1].input.has_focus:
            self.action_save_form()
        else:
            self.focus_next("Field")

    def action_previous_field(self) -> None:
        """Go back a field."""
        if not self.fields[0].input.has_focus:
            self.focus_previous("Field")

    def action_put_back(self) -> None:
        """Show the saved text of this field, or again what was typed."""
        for one in self.fields:
            if one.input.has_focus:
                one.put_back()

    def action_start_over(self) -> None:
        """Show what is saved; each field still gives back what was typed."""
        for one in self.fields:
            if one.changed:
                one.put_back()
        self.save()
        self.notice(self.texts.t("As it is saved. ctrl+z in a line brings back what you typed there."))

    @on(Input.Changed)
    def _typed(self) -> None:
        if not self._waits:
            self._waits = True
            self.set_timer(DRAFT_AFTER, self.save)

    @property
    def _person(self) -> Person | None:
        return self.journal.people.get(self._person_id)

    def _field(self, field: PersonField, person: Person, typed: dict[str, str]) -> FormField:
        texts = self.texts
        saved = field.shown(person, texts)

        def read(text: str) -> str:
            try:
                value = field.read(text, self.today)
                if field.name == "name":
                    self._not_taken(value)
            except AppError as trouble:
                raise ValueError(trouble.sentence(texts)) from None
            return field.say(value, texts)

        return FormField(field.name, field.label(texts), texts.t(field.hint), saved, typed.get(field.name, saved), read)

    def _not_taken(self, name: str) -> None:
        for one in self.journal.people.all():
            if one.id != self._person_id and one.name.casefold() == name.casefold():
                raise AppError(N_("There is already someone called “{name}”. Add a surname or an initial."), name=name)

    def _value(self, line: FormField) -> Any:
        return next(field for field in FIELDS if field.name == line.field).read(line.typed, self.today)

    def _write(self, values: dict[str, Any]) -> str:
        people, texts = self.journal.people, self.texts
        person = self._person
        if not self._person_id:
            added = people.add(values.pop("name", ""), **values)
            return texts.t("{name} added · u takes it back", name=added.name)
        if person is None or person.deleted:
            raise AppError(N_("This person is no longer in the journal."))
        changed = {name: value for name, value in values.items() if value != getattr(person, name)}
        if not changed:
            return texts.t("Nothing changed.")
        people.edit(person.id, changed)
        return texts.t("Saved: {name} · u takes it back", name=changed.get("name", person.name))
