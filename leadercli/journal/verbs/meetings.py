"""1:1 conversations: write the note, add lines to it, plan, move, cancel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from leadercli.errors import AppError
from leadercli.journal.file.codec import encoded, meeting
from leadercli.journal.file.format import Raw
from leadercli.journal.store.change import Change
from leadercli.journal.store.table import Table
from leadercli.journal.verbs.base import in_turn
from leadercli.locale import N_
from leadercli.model.entry.note_line import Captured, read_line
from leadercli.model.ids import derived_id
from leadercli.model.merge.deletion import is_deleted
from leadercli.model.records import Agreement, Feedback, InboxItem, Meeting

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


def meeting_id(person_id: str, day: date) -> str:
    """Derive the id of a person's conversation on a day: one a day, the same on every machine."""
    return derived_id(day, "meeting", person_id)


class Meetings:
    """The conversations in the journal and the verbs on them."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self.table = Table(journal, "meetings", meeting)

    def all(self) -> tuple[Meeting, ...]:
        """List all conversations."""
        return self.table.all()

    def of(self, person_id: str) -> list[Meeting]:
        """List a person's conversations, newest first."""
        found = self.table.where("person", person_id)
        return sorted(found, key=lambda one: (one.day, one.id), reverse=True)

    def around(self, today: date) -> list[Meeting]:
        """List what the morning needs: each person's latest conversation that took place, and all from today on.

        Those that were planned lately and have no note belong to it too.
        """
        from leadercli.model.overview.today import LOOKED_BACK

        day, latest, found = today.isoformat(), dict[str, tuple[str, str]](), []
        lately = (today - LOOKED_BACK).isoformat()
        for id_, raw in self._journal.table("meetings").items():
            if is_deleted(raw):
                continue
            since = lately if raw.get("state") == "planned" else day
            if raw.get("day", "") >= since:
                found.append(id_)
            elif raw.get("state") == "held" and raw.get("day", "") > latest.get(raw.get("person", ""), ("",))[0]:
                latest[raw.get("person", "")] = (raw["day"], id_)
        return [one for id_ in (*found, *(id_ for _, id_ in latest.values())) if (one := self.table.get(id_))]

    def get(self, id_: str) -> Meeting | None:
        """Find a conversation by id."""
        return self.table.get(id_)

    def on(self, person_id: str, day: date) -> Meeting:
        """Find the conversation with a person on a day, or an empty one that is not in the journal yet."""
        id_ = meeting_id(person_id, day)
        found = self.table.get(id_)
        return found if found and not found.deleted else Meeting(id_, person_id, day, state="planned")

    def last_before(self, person_id: str, day: date) -> Meeting | None:
        """Find the last conversation that took place before a day."""
        return next((one for one in self.of(person_id) if one.state == "held" and one.day < day), None)

    def base(self, id_: str) -> Raw:
        """Hand out the raw version that a writer begins from, for `write`; {} when there is none yet."""
        return self._journal.table("meetings").get(id_, {})

    @in_turn
    def write(
        self, person_id: str, day: date, text: str, *, base: Raw | None = None, used: int | None = None
    ) -> Meeting:
        """Write the note of a conversation and turn its captured lines into records, as one commit.

        `base` is the version the writer began from; what others wrote since is kept beside it. `used` is the
        seconds spent. An empty note of a conversation that is not in the journal changes nothing.
        """
        journal, text = self._journal, text.replace("\r\n", "\n").replace("\r", "\n")
        id_ = meeting_id(person_id, day)
        present = self.table.get(id_)
        if not text.strip() and (present is None or present.deleted):
            return self.on(person_id, day)
        fields: dict[str, Any] = {"person": person_id, "day": day}
        if text.strip():
            fields["state"] = "held"
        if used is not None:
            fields["used"] = used
        if present is None or present.text != text:
            fields["changed"] = journal.clock()
        if present and present.deleted:
            fields["deleted"] = None
        with journal.batch("write_note", journal.people.name(person_id)):
            # Only the text was begun earlier, from the base; the rest is decided now, on what is true now.
            note = Change("meetings", id_, {"text": text}, base)
            journal.commit("write_note", "", note, Change("meetings", id_, encoded(fields)))
            from leadercli.journal.verbs.capture import capture

            capture(journal, id_)
        return self.on(person_id, day)

    @in_turn
    def plan(
        self, person_id: str, day: date, *, time: str = "", minutes: int = 0, moved_from: date | None = None
    ) -> Meeting:
        """Plan a conversation on a day."""
        id_ = meeting_id(person_id, day)
        given: dict[str, Any] = {"person": person_id, "day": day, "time": time, "state": "planned"}
        given |= {"minutes": minutes} if minutes else {}
        given |= {"moved_from": moved_from} if moved_from else {}
        present = self.table.get(id_)
        if present and (present.deleted or present.state == "cancelled"):
            given |= {"deleted": None, "minutes": minutes, "moved_from": moved_from, "reason": ""}
        if present and present.state == "held" and not present.deleted:
            del given["state"]
        self._journal.commit(
            "plan_meeting", self._journal.people.name(person_id), Change("meetings", id_, encoded(given))
        )
        return self.on(person_id, day)

    @in_turn
    def cancel(self, id_: str, reason: str = "") -> None:
        """Record that a planned conversation did not take place, and why. Raises AppError for one that did."""
        if self._present(id_).state == "held":
            raise AppError(N_("Only a planned conversation can be cancelled."))
        self._write(id_, "cancel_meeting", {"state": "cancelled", "reason": reason})

    @in_turn
    def move(self, id_: str, day: date, reason: str = "") -> Meeting:
        """Move a planned conversation to another day; the first day and the reason are kept.

        Raises AppError for one that took place: its note belongs to its day.
        """
        present = self._present(id_)
        if present.day == day:
            return present
        if present.state == "held":
            raise AppError(N_("Only a planned conversation can be moved."))
        name = self._journal.people.name(present.person_id)
        first = present.moved_from or present.day
        with self._journal.batch("move_meeting", name):
            moved = self.plan(
                present.person_id,
                day,
                time=present.time,
                minutes=present.minutes,
                moved_from=None if first == day else first,
            )
            if reason:
                self._write(moved.id, "move_meeting", {"reason": reason})
            self._write(id_, "move_meeting", {"deleted": self._journal.clock()})
        return self._present(moved.id)

    def remove(self, id_: str) -> None:
        """Put a conversation in the bin."""
        self._write(id_, "remove_meeting", {"deleted": self._journal.clock()})

    @in_turn
    def _write(self, id_: str, command: str, fields: dict[str, Any]) -> None:
        what = self._journal.people.name(self._present(id_).person_id)
        self._journal.commit(command, what, Change("meetings", id_, encoded(fields)))

    def _present(self, id_: str) -> Meeting:
        found = self.table.get(id_)
        if found is None:
            raise AppError(N_("This conversation is no longer in the journal."))
        return found


@dataclass(frozen=True, slots=True)
class Added:
    """A note with new lines: the conversation, the lines, the records they made, the lines that name nobody known."""

    meeting: Meeting
    lines: Sequence[str]
    agreements: Sequence[Agreement]
    inbox: Sequence[InboxItem]
    feedback: Sequence[Feedback]
    unknown: Sequence[Captured]


def add_lines(journal: Journal, person_id: str, day: date, text: str) -> Added:
    """Put lines at the end of the note about a person on a day, as one commit with the records they make."""
    meetings = journal.meetings
    present = meetings.on(person_id, day)
    before = {table: set(journal.table(table)) for table in ("agreements", "inbox", "feedback")}
    new = text.strip("\n").rstrip()
    whole = f"{present.text.rstrip()}\n{new}" if present.text.strip() else new
    meeting = meetings.write(person_id, day, whole, base=meetings.base(present.id))
    lines = new.split("\n")
    about, people = journal.people.get(person_id), journal.people.all()
    assert about
    captured = [found for line in lines if (found := read_line(line, about, people, day))]
    return Added(
        meeting,
        lines,
        [one for one in journal.agreements.all() if one.id not in before["agreements"]],
        [one for one in journal.inbox.all() if one.id not in before["inbox"]],
        [one for one in journal.feedback.all() if one.id not in before["feedback"]],
        [found for found in captured if found.unknown],
    )
