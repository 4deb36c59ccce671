"""The morning in JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from leadercli.cli.record_json import JsonObject, NameOf, agreement_json, feedback_json
from leadercli.model.overview.today import Review, TodaysMeeting
from leadercli.model.people.rhythm import Due
from leadercli.model.records import Meeting

if TYPE_CHECKING:
    from pathlib import Path

    from leadercli.journal.journal import Journal
    from leadercli.journal.local.drafts import Draft


def today_json(found: Review, drafts: Sequence[Draft], unread: Sequence[Path], journal: Journal) -> JsonObject:
    """Write what waits. `scale_due` is the week that waits to be weighed; `retention` is empty as yet.

    `unread` are files with what was typed, which cannot be read.
    """
    name_of, day = journal.people.name, found.day
    return {
        "date": day.isoformat(),
        "overdue": [agreement_json(one, name_of, day) for one in found.overdue],
        "due_today": [agreement_json(one, name_of, day) for one in found.due_today],
        "coming": [agreement_json(one, name_of, day) for one in found.coming],
        "meetings": [_talk(one, name_of) for one in found.talks],
        "missed": [_missed(one, name_of) for one in found.missed],
        "to_meet": [_to_meet(one, journal) for one in found.to_meet],
        "follow_ups": [feedback_json(one, name_of) for one in found.follow_ups],
        "scale_due": found.scale.week if found.scale else None,
        "retention": [],
        "drafts": [
            {
                "meeting": one.meeting_id,
                "person": name_of(one.person_id),
                "person_id": one.person_id,
                "date": one.day,
                "at": one.at,
            }
            for one in drafts
        ],
        "unread_drafts": [str(path) for path in unread],
    }


def _talk(talk: TodaysMeeting, name_of: NameOf) -> JsonObject:
    meeting = talk.meeting
    return {
        "id": meeting.id,
        "person": name_of(meeting.person_id),
        "person_id": meeting.person_id,
        "date": meeting.day.isoformat(),
        "time": meeting.time or None,
        "state": meeting.state,
        "open_agreements": talk.agreements,
        "inbox": talk.inbox,
    }


def _missed(meeting: Meeting, name_of: NameOf) -> JsonObject:
    return {
        "id": meeting.id,
        "person": name_of(meeting.person_id),
        "person_id": meeting.person_id,
        "date": meeting.day.isoformat(),
        "time": meeting.time or None,
        "state": meeting.state,
    }


def _to_meet(due: Due, journal: Journal) -> JsonObject:
    person = journal.people.get(due.person_id)
    return {
        "person": journal.people.name(due.person_id),
        "person_id": due.person_id,
        "cadence": person.cadence if person else "",
        "last_met": due.last.isoformat() if due.last else None,
        "due": due.due.isoformat(),
        "weeks_since": due.weeks_since,
    }
