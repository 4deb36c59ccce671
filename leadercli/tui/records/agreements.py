"""Agreements: what their keys do, what is told of one, and a new one in one line with @name, >owner and date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from textual.content import Content

from leadercli.errors import AppError
from leadercli.journal.journal import Journal
from leadercli.model.dates.format import format_long
from leadercli.model.entry.quick_line import Understood
from leadercli.model.records import Agreement
from leadercli.model.text import plain
from leadercli.tui.records.date_prompt import ask_date
from leadercli.tui.records.kinds import BINNED, Desk, RecordKind, Source, open_source
from leadercli.tui.records.people import note_content
from leadercli.tui.widgets.prompt import Question
from leadercli.tui.widgets.rows import Row
from leadercli.words.agreements import OPEN_AGAIN, day_words, owner_words
from leadercli.words.entry import agreement_words, read_line, understand, understood_words
from leadercli.words.people import short_of


class AgreementKind(RecordKind):
    """An agreement: done, moved, dropped, reworded, put in the bin; opens the conversation that it came from."""

    def open(self, desk: Desk, row: Row) -> None:
        """Open the conversation that it was captured in."""
        agreement = desk.journal.agreements.named(row.record)
        open_source(desk, Source(agreement.meeting_id, agreement.line), agreement.person_id)

    def done(self, desk: Desk, row: Row) -> None:
        """Mark as done; done again opens it again."""
        journal, texts = desk.journal, desk.texts
        agreement = journal.agreements.named(row.record)
        if agreement.state == "open":
            journal.agreements.complete(agreement.id)
            desk.notice(texts.t("Done: {text} · u takes it back", text=agreement.text))
        else:
            journal.agreements.reopen(agreement.id)
            desk.notice(texts.t(OPEN_AGAIN, text=agreement.text))

    def drop(self, desk: Desk, row: Row) -> None:
        """Let go: it is no longer to be done."""
        agreement = desk.journal.agreements.named(row.record)
        desk.journal.agreements.drop(agreement.id)
        desk.notice(desk.texts.t("Dropped: {text} · u takes it back", text=agreement.text))

    def move(self, desk: Desk, row: Row) -> None:
        """Ask for another deadline, and why."""

        def set_to(day: date | None, reason: str) -> None:
            desk.journal.agreements.adjust(row.record, day, reason)

        ask_date(desk, row, desk.journal.agreements.named(row.record).due, set_to)

    def edit(self, desk: Desk, row: Row) -> None:
        """Ask for new words in one line, with >owner and date where they shall change."""
        agreement = desk.journal.agreements.named(row.record)

        def preview(typed: str) -> str:
            try:
                meant = _reworded(desk, agreement, typed)
            except AppError as trouble:
                return trouble.sentence(desk.texts)
            return agreement_words(desk.texts, desk.journal.people, meant, desk.today)

        def submit(typed: str, _: str) -> None:
            meant = _reworded(desk, agreement, typed)
            fields = {"text": meant.text, "person": meant.person_id, "owner": meant.owner}
            present = {"text": agreement.text, "person": agreement.person_id, "owner": agreement.owner}
            changed = {name: value for name, value in fields.items() if value != present[name]}
            desk.journal.agreements.reword(agreement.id, changed, meant.due)
            desk.notice(desk.texts.t("Edited: {text} · u takes it back", text=meant.text))

        desk.ask(Question(f"edit:{row.key}", desk.texts.t("Agreement:"), submit, value=agreement.text, preview=preview))

    def delete(self, desk: Desk, row: Row) -> None:
        """Put in the bin."""
        desk.journal.agreements.remove(row.record)
        desk.notice(desk.texts.t(BINNED))

    def detail(self, desk: Desk, row: Row) -> Content:
        """Write owner, dates, moves, and the note that it came from."""
        agreement = desk.journal.agreements.get(row.record)
        return _detail(desk, agreement) if agreement else Content("")

    def about(self, journal: Journal, row: Row) -> str:
        """Name the person whom it concerns."""
        agreement = journal.agreements.get(row.record)
        return agreement.person_id if agreement else ""

    def source(self, journal: Journal, row: Row) -> Source:
        """Tell where it was captured."""
        agreement = journal.agreements.get(row.record)
        return Source(agreement.meeting_id, agreement.line) if agreement else Source()


def _reworded(desk: Desk, agreement: Agreement, typed: str) -> Agreement:
    """Read a reworded agreement: what its new line does not say stays. Raises AppError."""
    if typed.strip() == agreement.text:
        return agreement
    quick, meant = read_line(typed, desk.journal.people, desk.today, agreement.person_id)
    return replace(
        agreement,
        text=meant.text,
        person_id=agreement.person_id if quick.person is None and quick.owner is None else meant.person_id,
        owner=agreement.owner if quick.owner is None else meant.owner,
        due=meant.due or agreement.due,
    )


def add(desk: Desk, about: str = "") -> None:
    """Ask for a new agreement in one line."""

    def submit(typed: str, _: str) -> None:
        keep_quick(desk, understand(typed, desk.journal.people, desk.today, about))

    def preview(typed: str) -> str:
        return understood_words(desk.texts, desk.journal.people, desk.today, typed, about)

    name = desk.journal.people.name(about)
    label = desk.texts.t("Agreement with {name}:", name=name) if name else desk.texts.t("Agreement:")
    desk.ask(Question(f"add:{about}", label, submit, preview=preview))


def keep_quick(desk: Desk, meant: Understood) -> None:
    """Keep what a quick line was understood as: an agreement, something for next time, or feedback."""
    journal, texts = desk.journal, desk.texts
    if meant.kind == "inbox":
        journal.inbox.put(meant.person_id, meant.text, private=meant.private)
        desk.notice(texts.t("For next time: {text} · u takes it back", text=meant.text))
    elif meant.kind in ("praise", "better"):
        journal.feedback.note(meant.person_id, "praise" if meant.kind == "praise" else "better", meant.text, meant.due)
        desk.notice(texts.t("Noted: {text} · u takes it back", text=meant.text))
    else:
        journal.agreements.agree(
            meant.text, person_id=meant.person_id, owner=meant.owner, due=meant.due, private=meant.private
        )
        desk.notice(texts.t("Agreed: {text} · u takes it back", text=meant.text))


def _detail(desk: Desk, agreement: Agreement) -> Content:
    texts, people = desk.texts, desk.journal.people
    facts = [texts.t("Owner: {name}", name=owner_words(agreement.owner, agreement.person_id, short_of(people), texts))]
    if agreement.person_id:
        facts.append(texts.t("With: {name}", name=people.name(agreement.person_id)))
    if agreement.due:
        facts.append(texts.t("Due: {date}", date=format_long(agreement.due, texts.lang)))
    if agreement.created:
        facts.append(texts.t("Agreed: {date}", date=format_long(agreement.created.date(), texts.lang)))
    moves = [
        texts.t(
            "Moved from {old} to {new}",
            old=day_words(move.old, desk.today, texts),
            new=day_words(move.new, desk.today, texts),
        )
        + (f": {move.reason}" if move.reason else "")
        for move in agreement.moves
    ]
    parts: list[Content | str | tuple[str, str]] = [
        Content.styled(plain(agreement.text), "bold"),
        "\n\n",
        (plain("\n".join(facts)), "$quiet"),
    ]
    if moves:
        parts += ["\n\n", (plain("\n".join(moves)), "$quiet")]
    if agreement.meeting_id and (note := note_content(desk, agreement.meeting_id)):
        parts += ["\n\n", note]
    return Content.assemble(*parts)
