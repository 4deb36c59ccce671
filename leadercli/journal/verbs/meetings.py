"""1:1 conversations: write the note, add lines to it, plan, move, cancel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from leadercli.errors import AppError
from leadercli.journal.file.codec import encoded, meeting
from leadercli.journal.store.change import Change
from leadercli.journal.verbs.base import Group, in_turn
from leadercli.locale import N_
from leadercli.model.ids import derived_id
from leadercli.model.merge.deletion import is_deleted
from leadercli.model.records import Meeting
from leadercli.model.schema import Raw

if TYPE_CHECKING:
    from leadercli.journal.store.store import Store
    from leadercli.journal.verbs.capture import Captures
    from leadercli.journal.verbs.people import People
    from leadercli.model.entry.note_line import Captured


def meeting_id(person_id: str, day: date) -> str:
    """Derive the id of a person's conversation on a day: one a day, the same on every machine."""
    return derived_id(day, "meeting", person_id)


@dataclass(frozen=True, slots=True)
class Added:
    """A note with new lines: the conversation, the lines, ids of the records they made, lines that name nobody."""

    meeting: Meeting
    lines: Sequence[str]
    made: Mapping[str, Sequence[str]]
    unknown: Sequence[Captured]


class Meetings(Group[Meeting]):
    """The conversations in the journal and the verbs on them; `people` tells whom they are about."""

    TABLE = "meetings"
    REMOVE = "remove_meeting"
    GONE = N_("This conversation is no longer in the journal.")

    def __init__(self, store: Store, people: People) -> None:
        super().__init__(store, meeting)
        self._people = people

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
        for id_, raw in self.store.table("meetings").items():
            if is_deleted(raw):
                continue
            since = lately if raw.get("state") == "planned" else day
            if raw.get("day", "") >= since:
                found.append(id_)
            elif raw.get("state") == "held" and raw.get("day", "") > latest.get(raw.get("person", ""), ("",))[0]:
                latest[raw.get("person", "")] = (raw["day"], id_)
        return [one for id_ in (*found, *(id_ for _, id_ in latest.values())) if (one := self.table.get(id_))]

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
        return self.store.raw(self.TABLE, id_)

    @in_turn
    def write(
        self, person_id: str, day: date, text: str, *, base: Raw | None = None, used: int | None = None
    ) -> Meeting:
        """Write the note of a conversation and turn its captured lines into records, as one commit.

        `base` is the version the writer began from; what others wrote since is kept beside it. `used` is the
        seconds spent. An empty note of a conversation that is not in the journal changes nothing.
        """
        return self._put_note(person_id, day, text, base, used)[0]

    @in_turn
    def add_lines(self, person_id: str, day: date, text: str) -> Added:
        """Put lines at the end of the note about a person on a day, as one commit with the records they make."""
        present = self.on(person_id, day)
        new = text.strip("\n").rstrip()
        whole = f"{present.text.rstrip()}\n{new}" if present.text.strip() else new
        meeting, captures = self._put_note(person_id, day, whole, self.base(present.id))
        lines = new.split("\n")
        read = (captures.lines.get(line) for line in lines)
        return Added(meeting, lines, captures.made, [captured for captured in read if captured and captured.unknown])

    def _put_note(
        self, person_id: str, day: date, text: str, base: Raw | None, used: int | None = None
    ) -> tuple[Meeting, Captures]:
        from leadercli.journal.verbs.capture import Captures, capture

        text = text.replace("\r\n", "\n").replace("\r", "\n")
        id_ = meeting_id(person_id, day)
        present = self.get(id_)
        if not text.strip() and (present is None or present.deleted):
            return self.on(person_id, day), Captures()
        fields: dict[str, Any] = {"person": person_id, "day": day}
        if text.strip():
            fields["state"] = "held"
        if used is not None:
            fields["used"] = used
        if present is None or present.text != text:
            fields["changed"] = self.store.clock()
        if present and present.deleted:
            fields["deleted"] = None
        with self.store.batch("write_note", self._people.name(person_id)):
            # Only the text was begun earlier, from the base; the rest is decided now, on what is true now.
            note = Change("meetings", id_, {"text": text}, base)
            self.store.commit("write_note", "", note, Change("meetings", id_, encoded(fields)))
            captures = capture(self.store, self._people, id_)
        return self.on(person_id, day), captures

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
        self.store.commit("plan_meeting", self._people.name(person_id), Change("meetings", id_, encoded(given)))
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
        name = self._people.name(present.person_id)
        first = present.moved_from or present.day
        with self.store.batch("move_meeting", name):
            moved = self.plan(
                present.person_id,
                day,
                time=present.time,
                minutes=present.minutes,
                moved_from=None if first == day else first,
            )
            if reason:
                self._write(moved.id, "move_meeting", {"reason": reason})
            self._write(id_, "move_meeting", {"deleted": self.store.clock()})
        return self._present(moved.id)

    @in_turn
    def reschedule(self, id_: str, day: date, reason: str = "", *, time: str = "", minutes: int = 0) -> None:
        """Move a planned conversation to a day and give it another time or length, as one commit."""
        present = self._present(id_)
        with self.store.batch("move_meeting", self.about(present)):
            if day != present.day:
                self.move(id_, day, reason)
            if time or minutes:
                self.plan(present.person_id, day, time=time or present.time, minutes=minutes)

    def about(self, record: Meeting) -> str:
        """Say what a commit that writes a conversation is about: the person."""
        return self._people.name(record.person_id)
