"""Fields"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from leadercli.locale import N_
from leadercli.model.dates.calendar import NO_YEAR
from leadercli.model.dates.format import format_day, format_long, format_time
from leadercli.model.merge.deletion import DELETED
from leadercli.model.people.profile import RELATIONS, relation_words
from leadercli.model.people.rhythm import cadence_words
from leadercli.model.schema import MOVED, RATING, STEP, TABLES
from leadercli.model.text import plain_line
from leadercli.words.scale import MOVED_WORDS, NOT_RELEVANT, SCALE_NAMES

if TYPE_CHECKING:
    from leadercli.locale.texts import Texts


class _KindNames(dict[str, str]):
    """Names by kind; a kind without a word of its own is called what it is in the schema."""

    def __missing__(self, kind: str) -> str:
        return kind.replace("_", " ")


KIND_NAMES: Final = _KindNames(
    {
        "person": N_("person"),
        "meeting": N_("note"),
        "agreement": N_("agreement"),
        "inbox": N_("next time"),
        "feedback": N_("feedback"),
        "weigh_in": N_("scale"),
        "scale_item": N_("own item"),
    }
)
"""What the kinds of records are called in a list."""

FIELD_NAMES: Final = {
    "text": N_("Text"),
    "name": N_("Name"),
    "role": N_("Role"),
    "relation": N_("Relation"),
    "cadence": N_("Rhythm"),
    "minutes": N_("Minutes"),
    "start": N_("Start date"),
    "birthday": N_("Birthday"),
    "email": N_("E-mail"),
    "state": N_("State"),
    "paused_until": N_("Paused until"),
    "left": N_("Last day"),
    "deleted": N_("In the bin"),
    "person": N_("Person"),
    "day": N_("Day"),
    "time": N_("Time"),
    "moved_from": N_("Moved from"),
    "reason": N_("Reason"),
    "owner": N_("Owner"),
    "due": N_("Deadline"),
    "private": N_("Only for you"),
    "raised": N_("Raised"),
    "kind": N_("Kind"),
    "follow_up": N_("Look again"),
    "followed": N_("Followed up"),
    "week": N_("Week"),
    "note": N_("What fills most"),
    "balance": N_("The balance now"),
    "turn_down": N_("Turn down"),
    "turn_up": N_("Turn up"),
    "retired": N_("Retired"),
    "side": N_("Side"),
    "order": N_("Place in the list"),
}
"""What fields are called."""

_WORDS: Final = {
    ("owner", "me"): N_("me"),
    ("owner", "them"): N_("them"),
    ("owner", "us"): N_("us"),
    ("state", "open"): N_("open"),
    ("state", "done"): N_("done"),
    ("state", "dropped"): N_("dropped"),
    ("state", "planned"): N_("planned"),
    ("state", "held"): N_("held"),
    ("state", "cancelled"): N_("cancelled"),
    ("state", "active"): N_("active"),
    ("state", "paused"): N_("paused"),
    ("state", "archived"): N_("archived"),
    ("kind", "praise"): N_("praise"),
    ("kind", "better"): N_("better"),
    ("side", "load"): N_("load"),
    ("side", "resource"): N_("resource"),
    **{("moved", answer): words for answer, words in MOVED_WORDS.items()},
}
_ITEMS = ("turn_down", "turn_up")


def field_words(field: str, texts: Texts, name_of: Callable[[str], str] = lambda _: "") -> str:
    """Say what a field is called; one that this version does not know is called by its own name.

    `name_of` says what an id means: a person, an item of the scale in the leader's own words.
    """
    first, _, item = field.partition(".")
    if field.startswith((RATING, MOVED)):
        name = item_words(item, texts, name_of)
        return name if field.startswith(RATING) else texts.t("Did it move: {item}", item=name)
    if field.startswith(STEP):
        return texts.t("Next step")
    return texts.t(FIELD_NAMES[first]) if first in FIELD_NAMES else plain_line(field)


def value_words(field: str, value: Any, texts: Texts, today: date, name_of: Callable[[str], str]) -> str:
    """Say a field's value in one line; a dash for none."""
    if field.startswith(RATING) and value == 0 and value is not False:
        return texts.t(NOT_RELEVANT)
    if isinstance(value, bool):
        return texts.t("yes") if value else texts.t("no")
    if value is None or value == "":
        return texts.t("no") if _is_moment(field) else "–"
    if not isinstance(value, str):
        return plain_line(str(value))
    kind = "moved" if field.startswith(MOVED) else field
    if (kind, value) in _WORDS:
        return texts.t(_WORDS[kind, value])
    if field == "relation" and value in RELATIONS:
        return relation_words(value, texts.lang)
    if field == "cadence":
        return cadence_words(value, texts.lang)
    if field in _ITEMS:
        return item_words(value, texts, name_of)
    if _names_a_record(field) or field.startswith(STEP):
        return plain_line(name_of(value)) or plain_line(value)
    return _moment(value, texts, today) or plain_line(value)


def state_words(state: str, texts: Texts) -> str:
    """Say the state of a record: open, done, planned, paused; one that is not known by its own word."""
    return texts.t(_WORDS.get(("state", state), state))


def _is_moment(field: str) -> bool:
    """Tell whether a field says by a moment that something is so."""
    return field == DELETED or any(field in row.moments for row in TABLES.values())


def _names_a_record(field: str) -> bool:
    return any(field == one.field for row in TABLES.values() for one in row.references)


def item_words(id_: str, texts: Texts, name_of: Callable[[str], str]) -> str:
    """Say which item of the scale an id means: the leader's own word, else the default name."""
    return plain_line(name_of(id_)) or texts.t(SCALE_NAMES.get(id_, "")) or texts.t("an item of your own")


def moment_words(at: datetime, today: date, lang: str) -> str:
    """Say a moment as a day and a time of day: "yesterday 9:30"."""
    return f"{format_day(at.date(), today, lang)} {format_time(f'{at:%H:%M}', lang)}"


def _moment(value: str, texts: Texts, today: date) -> str:
    """Say a day or a moment; "" for other text."""
    try:
        if len(value) == len("2026-03-02"):
            day = date.fromisoformat(value)
            birthday = format_long(day, texts.lang, year=False).partition(" ")[2]
            return birthday if day.year == NO_YEAR else format_day(day, today, texts.lang)
        return moment_words(datetime.fromisoformat(value), today, texts.lang) if value[10:11] == "T" else ""
    except ValueError:
        return ""
