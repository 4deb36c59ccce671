"""Write the journal as Markdown that reads well as it stands: each person, the newest note first, and the scale."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from leadercli.exchange.privacy import leaving, tables_of_a_person, tables_of_the_leader
from leadercli.journal.file.codec import moves_of
from leadercli.journal.store.table import words_of
from leadercli.locale.texts import Texts
from leadercli.model.dates.format import format_long
from leadercli.model.people.rhythm import cadence_words
from leadercli.model.records import ME, THEM, US
from leadercli.model.schema import (
    AGREEMENTS,
    FEEDBACK,
    INBOX,
    MEETINGS,
    PEOPLE,
    SCALE_ITEMS,
    WEIGH_INS,
    Raw,
    day_of,
    row_of,
)
from leadercli.model.text import plain_line
from leadercli.words.fields import KIND_NAMES

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


def export_markdown(journal: Journal, texts: Texts, *, person_id: str = "", private: bool = False) -> str:
    """Write everything, or what belongs to one person. The first line says whether private lines are there."""
    return "".join(markdown_parts(journal, texts, person_id=person_id, private=private))


def markdown_parts(journal: Journal, texts: Texts, *, person_id: str = "", private: bool = False) -> Iterator[str]:
    """Write the same part by part, whole lines each, so that a large journal is never there twice."""
    people = dict(leaving(journal, PEOPLE, person_id=person_id, private=private))
    found: dict[str, dict[str, Rows]] = defaultdict(lambda: defaultdict(list))
    for table in tables_of_a_person():
        for id_, raw in leaving(journal, table, person_id=person_id, private=private):
            found[person_id or raw.get("person", "")][table].append((id_, raw))
    yield (texts.t("Private lines are included.") if private else texts.t("Private lines are left out.")) + "\n"
    person = PersonPart(texts, {id_: str(raw.get("name", "")) for id_, raw in journal.table(PEOPLE).items()})
    for id_ in sorted(people, key=lambda id_: (str(people[id_].get("name", "")).casefold(), id_)):
        yield "".join(person.write(people[id_], found.pop(id_, {})))
    if found:
        rest: dict[str, Rows] = {
            table: [one for its in found.values() for one in its.get(table, ())] for table in tables_of_a_person()
        }
        yield heading(1, texts.t("Without a person"))
        yield "".join(person.write_records(rest))
    if not person_id:
        yield "".join(scale_part(journal, texts))
        for table in tables_of_the_leader():
            if table not in (SCALE_ITEMS, WEIGH_INS):
                yield "".join(person.write_others(table, list(leaving(journal, table, private=private)), level=1))


Rows = list[tuple[str, Raw]]
_OWN_FORM = {AGREEMENTS, INBOX, MEETINGS, FEEDBACK}


class PersonPart:
    """Writes one person after the other. `names` are the names of all people by id."""

    def __init__(self, texts: Texts, names: Mapping[str, str]) -> None:
        self._texts = texts
        self._names = names
        self._days: dict[str, str] = {}

    def write(self, person: Raw, found: Mapping[str, Rows]) -> Iterator[str]:
        """Write a person: who they are, then their records by table."""
        yield heading(1, str(person.get("name", "")))
        about = " · ".join(self._about(person))
        if about:
            yield f"\n{about}\n"
        yield from self.write_records(found)

    def write_records(self, found: Mapping[str, Rows]) -> Iterator[str]:
        """Write open agreements, what to raise next time, the conversations, and what is closed."""
        t = self._texts.t
        agreements = found.get(AGREEMENTS, [])
        yield from _listed(t("Open agreements"), map(self._agreement, sorted(_open(agreements), key=_by_due)))
        waiting = (raw for _, raw in found.get(INBOX, ()) if not raw.get("raised"))
        yield from _listed(t("Next time"), (_item([_line(raw.get("text")), *self._private(raw)]) for raw in waiting))
        yield from self._conversations(found.get(MEETINGS, []))
        closed = sorted((raw for _, raw in agreements if raw.get("state", "open") != "open"), key=_closed, reverse=True)
        yield from _listed(t("Done and dropped"), map(self._agreement, closed))
        feedback = sorted(found.get(FEEDBACK, ()), key=lambda row: (row[1].get("day", ""), row[0]), reverse=True)
        yield from _listed(t("Feedback"), (self._feedback(raw) for _, raw in feedback))
        for table in sorted(found.keys() - _OWN_FORM):
            yield from self.write_others(table, found[table])

    def write_others(self, table: str, rows: Rows, level: int = 2) -> Iterator[str]:
        """Write the records of a table that has no form of its own here: what each is about, and its long texts."""
        row = row_of(table)
        yield from _listed(
            self._texts.t(KIND_NAMES[row.kind]).capitalize(), (self._other(table, raw) for _, raw in rows), level
        )

    def _about(self, person: Raw) -> Iterator[str]:
        t = self._texts.t
        if person.get("role"):
            yield _line(person["role"])
        if person.get("cadence"):
            yield cadence_words(person["cadence"], self._texts.lang)
        if person.get("start"):
            yield t("since {day}", day=self._day(person["start"]))
        if person.get("email"):
            yield _line(person["email"])
        if person.get("state") == "paused":
            until = person.get("paused_until")
            yield t("paused until {day}", day=self._day(until)) if until else t("paused")
        if person.get("left"):
            yield t("left {day}", day=self._day(person["left"]))

    def _conversations(self, meetings: Rows) -> Iterator[str]:
        if not meetings:
            return
        yield heading(2, self._texts.t("Conversations"))
        meetings.sort(key=lambda row: (row[1].get("day", ""), row[0]), reverse=True)
        yield from map(self._conversation, meetings)

    def _conversation(self, row: tuple[str, Raw]) -> str:
        raw = row[1]
        text = raw.get("text")
        title = f"\n### {self._day(raw.get('day', ''))}{self._fate(raw)}\n"
        return f"{title}\n{_note(text)}\n" if text else title

    def _fate(self, raw: Raw) -> str:
        """Say of a conversation what is not plain: that it is only planned, was moved, or did not take place."""
        state = raw.get("state", "held")
        if state == "held" and "moved_from" not in raw and "reason" not in raw:
            return ""
        t, said = self._texts.t, []
        if state == "planned":
            said.append(t("planned"))
        if state == "cancelled":
            said.append(t("cancelled"))
        if raw.get("moved_from"):
            said.append(t("moved from {day}", day=self._day(raw["moved_from"])))
        if raw.get("reason"):
            said.append(_line(raw["reason"]))
        return "".join(f" · {words}" for words in said)

    def _agreement(self, raw: Raw) -> str:
        t, n = self._texts.t, self._texts.n
        state = raw.get("state", "open")
        said = [_line(raw.get("text")), self._owner(raw)]
        if raw.get("due"):
            said.append(t("due {day}", day=self._day(raw["due"])))
        if moves := len(moves_of(raw)):
            said.append(n("moved once", "moved {count} times", moves))
        if state == "dropped":
            said.append(t("dropped"))
        said += self._private(raw)
        return _item(said, "[x]" if state == "done" else "[ ]")

    def _owner(self, raw: Raw) -> str:
        owner = raw.get("owner", ME)
        if owner in (ME, US):
            return self._texts.t("me") if owner == ME else self._texts.t("us")
        holder = raw.get("person", "") if owner == THEM else owner
        return _line(self._names.get(holder)) or self._texts.t("them")

    def _feedback(self, raw: Raw) -> str:
        t = self._texts.t
        kind = t("praise") if raw.get("kind", "praise") == "praise" else t("could be better")
        return _item([self._day(raw.get("day", "")), f"{kind}: {_line(raw.get('text'))}", *self._private(raw)])

    def _other(self, table: str, raw: Raw) -> str:
        day = day_of(table, raw)
        said = [self._day(day.isoformat())] if day else []
        item = _item([*said, plain_line(words_of(table, raw)), *self._private(raw)])
        texts = [raw[name] for name in row_of(table).long_texts if raw.get(name)]
        return item + "".join(f"\n{_note(text)}\n" for text in texts)

    def _private(self, raw: Raw) -> list[str]:
        return [self._texts.t("only for me")] if raw.get("private") else []

    def _day(self, iso: str) -> str:
        """Say a day in full; the same day is said once."""
        if iso not in self._days:
            try:
                self._days[iso] = format_long(date.fromisoformat(iso), self._texts.lang)
            except (TypeError, ValueError):
                self._days[iso] = str(iso)
        return self._days[iso]


def heading(level: int, words: str) -> str:
    """Write a heading with air above it."""
    return f"\n{'#' * level} {_line(words)}\n"


def _listed(title: str, lines: Iterable[str], level: int = 2) -> Iterator[str]:
    found = "".join(lines)
    if found:
        yield f"{heading(level, title)}\n{found}"


def _item(said: Iterable[str], mark: str = "") -> str:
    return f"- {mark}{' ' if mark else ''}{' · '.join(said)}\n"


def _note(text: str) -> str:
    """Keep headings within a note from being taken for ours."""
    if "#" not in text:
        return text
    return "\n".join(f"\\{line}" if line.startswith("#") else line for line in text.split("\n"))


def _line(text: object) -> str:
    return " ".join(str(text or "").split())


def _open(agreements: Rows) -> Iterator[Raw]:
    return (raw for _, raw in agreements if raw.get("state", "open") == "open")


def _by_due(raw: Raw) -> tuple[str, str]:
    return raw.get("due") or "~", raw.get("created") or ""


def _closed(raw: Raw) -> str:
    return str(raw.get("closed") or "")


def scale_part(journal: Journal, texts: Texts) -> Iterator[str]:
    """Write each week, the newest first: both levels, what fills most, what to turn down and up."""
    if not journal.table(WEIGH_INS):
        return
    from leadercli.model.scale.balance import weigh
    from leadercli.words.scale import item_name, level

    catalogue = journal.scale.catalogue()
    names = {item.id: item_name(item, texts) for item in catalogue}
    yield heading(1, texts.t("The scale")) + "\n"
    for week in reversed(journal.scale.weigh_ins()):
        found = weigh(week, catalogue)
        load, resource = level(found.load, texts.lang), level(found.resource, texts.lang)
        said = [texts.t("loads {load}, resources {resource}", load=load, resource=resource)]
        if week.note:
            said.append(week.note)
        if week.turn_down:
            said.append(texts.t("turn down: {item}", item=names.get(week.turn_down, week.turn_down)))
        if week.turn_up:
            said.append(texts.t("turn up: {item}", item=names.get(week.turn_up, week.turn_up)))
        yield f"- {week.week} · {' · '.join(said)}\n"
