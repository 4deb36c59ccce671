"""The journal: the one owner of what is true. It commits, merges what others wrote, undoes, and tells listeners."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from leadercli.journal.lock import turn
from leadercli.journal.storage import JournalStorage
from leadercli.journal.text_form import Raw, Tables
from leadercli.locale.mark import N_
from leadercli.model.ids import Random, fresh_id, writer_id
from leadercli.trouble import JournalTrouble

if TYPE_CHECKING:
    from leadercli.clock import Clock
    from leadercli.journal.change_log import ChangeLog, Written
    from leadercli.journal.tables import JournalDB
    from leadercli.journal.verbs.agreements import Agreements
    from leadercli.journal.verbs.feedback import FeedbackNotes
    from leadercli.journal.verbs.inbox import Inbox
    from leadercli.journal.verbs.meetings import Meetings
    from leadercli.journal.verbs.people import People
    from leadercli.journal.verbs.scale import Scale
    from leadercli.places import Places

LONG_TEXTS: Mapping[str, tuple[str, ...]] = {"meetings": ("text",)}
"""The fields that merge line by line."""


@dataclass(frozen=True, slots=True)
class Change:
    """Fields to write to one record. `base` is the version that the writer began from, if not the present one."""

    table: str
    id: str
    fields: Mapping[str, Any]
    base: Raw | None = None


@dataclass(frozen=True, slots=True)
class News:
    """What changed: ids by table. `outside` when another program or machine wrote it."""

    changed: Mapping[str, frozenset[str]]
    outside: bool = False


@dataclass(slots=True)
class _Commit:
    command: str
    what: str
    dot: str
    before: Tables
    undoes: str = ""
    redoes: str = ""
    fields: list[Written] = field(default_factory=list)
    made: list[tuple[str, str]] = field(default_factory=list)


class Journal:
    """One open journal. Its verbs are grouped by what they are about: `people`, `meetings`, `agreements`, …

    Every verb is one commit unless it stands inside `batch`. A commit takes the lock, merges what others have
    written since, saves the whole file durably, and raises JournalTrouble with nothing changed if it cannot.
    """

    def __init__(self, places: Places, storage: JournalStorage, clock: Clock, random: Random) -> None:
        self.places = places
        self.clock = clock
        self._storage = storage
        self._random = random
        self._writer = writer_id(random)
        self._count = 0
        self._commit: _Commit | None = None
        self._listeners: list[Callable[[News], None]] = []

    @cached_property
    def people(self) -> People:
        """People and their rhythm."""
        from leadercli.journal.verbs.people import People

        return People(self)

    @cached_property
    def meetings(self) -> Meetings:
        """1:1 conversations and their notes."""
        from leadercli.journal.verbs.meetings import Meetings

        return Meetings(self)

    @cached_property
    def agreements(self) -> Agreements:
        """Agreements and next steps."""
        from leadercli.journal.verbs.agreements import Agreements

        return Agreements(self)

    @cached_property
    def inbox(self) -> Inbox:
        """What to raise next time."""
        from leadercli.journal.verbs.inbox import Inbox

        return Inbox(self)

    @cached_property
    def feedback(self) -> FeedbackNotes:
        """Praise and what could be better."""
        from leadercli.journal.verbs.feedback import FeedbackNotes

        return FeedbackNotes(self)

    @cached_property
    def scale(self) -> Scale:
        """The leader's own scale."""
        from leadercli.journal.verbs.scale import Scale

        return Scale(self)

    @cached_property
    def log(self) -> ChangeLog:
        """The commits of the last 30 days."""
        from leadercli.journal.change_log import ChangeLog

        return ChangeLog(self.places.journal_state)

    @property
    def id(self) -> str:
        """The random id that all copies of this journal carry."""
        return self._storage.journal_id

    @property
    def digest(self) -> str:
        """The hash of the file as this program last saw it."""
        return self._storage.digest

    @property
    def read_only(self) -> bool:
        """Whether a newer version wrote this journal, so that this one only shows it."""
        return self._storage.newer

    def table(self, name: str) -> Mapping[str, Raw]:
        """Look into a table: raw records by id, never to be changed. The object is another one after each change."""
        return self._storage.tables.get(name, {})

    def tables(self) -> Mapping[str, Mapping[str, Raw]]:
        """Look into all tables, unknown ones too."""
        return self._storage.tables

    def fresh_id(self) -> str:
        """Make an id for a new record of today."""
        return fresh_id(self.clock().date(), self._random)

    def subscribe(self, listener: Callable[[News], None]) -> Callable[[], None]:
        """Call a listener after each change. Returns the call that ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def commit(self, command: str, what: str, *changes: Change) -> None:
        """Write changes as one commit, or as part of the batch that is open."""
        with self.batch(command, what):
            self._apply(changes)

    @contextmanager
    def batch(self, command: str, what: str = "", *, undoes: str = "", redoes: str = "") -> Iterator[None]:
        """Make one commit of all verbs in the block. Inside another batch, become part of it."""
        if self._commit:
            yield
            return
        if self.read_only:
            raise JournalTrouble(
                N_("This journal was written by a newer leadercli, so this one only shows it. Update to write in it.")
            )
        with turn(self.places.journal_state):
            outside = self._catch_up()
            self._count += 1
            dot = f"{self._writer}:{self._count}"
            self._commit = _Commit(command, what, dot, dict(self._storage.tables), undoes, redoes)
            try:
                yield
                news = self._finish(self._commit)
            except BaseException:
                self._storage.tables = self._commit.before
                raise
            finally:
                self._commit = None
        if outside:
            self._tell(News(outside, outside=True))
        if news.changed:
            self._tell(news)

    def refresh(self) -> bool:
        """Take in what another program or a sync client has put on disk. Returns whether anything came in."""
        if not self._storage.looks_changed():
            return False
        came = self._catch_up()
        if came:
            self._tell(News(came, outside=True))
        return bool(came)

    @cached_property
    def _db(self) -> JournalDB:
        from leadercli.journal.tables import JournalDB

        return JournalDB(self._storage)

    def _apply(self, changes: tuple[Change, ...]) -> None:
        commit = self._commit
        assert commit
        for table in dict.fromkeys(change.table for change in changes):
            present = self.table(table)
            put: dict[str, Raw] = {}
            for change in changes:
                if change.table != table:
                    continue
                old = put.get(change.id) or present.get(change.id)
                new = self._written(old, change, commit.dot)
                if new is not old:
                    put[change.id] = new
                    self._note(commit, table, change.id, old, new)
            if put:
                self._db.put(table, put)

    def _written(self, old: Raw | None, change: Change, dot: str) -> Raw:
        from leadercli.model.merge import merged, written

        lines = LONG_TEXTS.get(change.table, ())
        fields = {name: _storable(value) for name, value in change.fields.items()}
        if change.base is None or old is None:
            return written(old, fields, dot, lines=lines)
        return merged(old, written(change.base, fields, dot, lines=lines), lines=lines)

    def _note(self, commit: _Commit, table: str, id_: str, old: Raw | None, new: Raw) -> None:
        from leadercli.journal.change_log import Written

        if old is None:
            commit.made.append((table, id_))
        for name in sorted(new):
            before = None if old is None else old.get(name)
            if name != "~" and before != new[name]:
                commit.fields.append(Written(table, id_, name, before, new[name]))

    def _finish(self, commit: _Commit) -> News:
        if not commit.fields:
            return News({})
        from leadercli.journal.change_log import Entry

        now = self.clock()
        entry = Entry(
            fresh_id(now.date(), self._random),
            now.isoformat(),
            commit.command,
            commit.what,
            tuple(commit.fields),
            tuple(commit.made),
            commit.undoes,
            commit.redoes,
        )
        size = -1
        try:
            size = self.log.add(entry)
            self._storage.save()
        except OSError as error:
            if size >= 0:
                self.log.take_back(size)
            raise JournalTrouble(
                N_("The journal {path} could not be saved: {reason}. What is on disk is as it was before."),
                path=self.places.journal,
                reason=error.strerror or str(error),
            ) from error
        changed: dict[str, set[str]] = {}
        for one in commit.fields:
            changed.setdefault(one.table, set()).add(one.record)
        return News({table: frozenset(ids) for table, ids in changed.items()})

    def _catch_up(self) -> Mapping[str, frozenset[str]]:
        theirs = self._storage.found_on_disk()
        if theirs is None:
            return {}
        from leadercli.model.merge import merged_tables

        tables, changed = merged_tables(self._storage.tables, theirs, LONG_TEXTS)
        self._storage.tables = tables
        return {table: frozenset(ids) for table, ids in changed.items()}

    def _tell(self, news: News) -> None:
        for listener in tuple(self._listeners):
            listener(news)


def _storable(value: Any) -> Any:
    """Replace what UTF-8 cannot hold (halves of characters that some terminals send)."""
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-8", "replace").decode("utf-8")
    return value
