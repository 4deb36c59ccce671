"""Keep one journal: hand out what it holds, take turns, commit, take in what others wrote, and tell listeners."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from functools import cached_property
from typing import TYPE_CHECKING

from leadercli.atomic_write import UnconfirmedError
from leadercli.errors import AppError, BusyError, JournalError, StateError
from leadercli.journal.file.storage import JournalStorage
from leadercli.journal.local.lock import PATIENCE, turn
from leadercli.journal.store.change import Change, News
from leadercli.journal.sync.engine import SyncEngine
from leadercli.model.ids import Random, fresh_id, writer_id
from leadercli.model.schema import Raw

if TYPE_CHECKING:
    from leadercli.journal.file.database import JournalDB
    from leadercli.journal.local.change_log import ChangeLog
    from leadercli.journal.store.commit import Commit
    from leadercli.journal.sync.collector import Incoming
    from leadercli.places import Places
    from leadercli.session import Clock

LOOKING_PATIENCE = 0.25
"""Seconds that looking for what others wrote waits for a program that is saving; the next look finds it too."""


class Store:
    """The tables of one open journal, and what keeps them: what verbs stand on.

    A commit takes the lock, merges what others have written since, saves the whole file durably, and raises
    JournalError with nothing changed if it cannot.
    """

    def __init__(self, places: Places, storage: JournalStorage, clock: Clock, random: Random) -> None:
        self.places = places
        self.clock = clock
        self._storage = storage
        self._random = random
        self.writer = writer_id(random)
        """The id under which this run writes: never that of another run."""
        self._count = 0
        self._commit: Commit | None = None
        self._has_turn = False
        self._news: list[News] = []
        self._listeners: list[Callable[[News], None]] = []
        self.while_writing: Callable[[], AbstractContextManager[None]] = nullcontext
        """Entered for as long as this program waits for its turn and writes; it sees what goes wrong meanwhile."""

        self._disk = SyncEngine(places, storage, lambda: self.clock(), random, self._new_dot)
        self.arrived = 0
        """How many records have come in, since this was opened, that this machine had not held before."""

    @property
    def log(self) -> ChangeLog:
        """The commits of the last 30 days, and what came in."""
        return self._disk.log

    @property
    def dot(self) -> str:
        """The dot of the commit that is open; "" when none is."""
        return self._commit.dot if self._commit else ""

    def take_notices(self) -> list[AppError]:
        """Hand out what is to be told beside the changes themselves: copies merged, backups that failed. Once."""
        return self._disk.take_notices()

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

    def raw(self, table: str, id_: str) -> Raw:
        """Look at one record of any table as it lies in the file, in the bin or not; {} when there is none."""
        return self.table(table).get(id_, {})

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
        """Write changes as one commit, or as part of the batch that is open. Raises JournalError."""
        with self.batch(command, what):
            self._apply(changes)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Let nobody else write while the block reads and then writes; what others wrote before is taken in.

        Inside another turn, become part of it. Raises JournalError.
        """
        if self._has_turn:
            yield
            return
        self._refuse_if_newer()
        assert self.id, "an absent journal is only read"
        with self.while_writing():
            try:
                with self._locked(PATIENCE):
                    self._settle(past_damage=True)
                    self._refuse_if_newer()
                    yield
            finally:
                self._tell()

    @contextmanager
    def batch(self, command: str, what: str = "", *, undoes: str = "", redoes: str = "") -> Iterator[None]:
        """Make one commit of all verbs in the block. Inside another batch, become part of it. Raises JournalError."""
        if self._commit:
            yield
            return
        from leadercli.journal.store.commit import Commit, storable

        with self.turn():
            commit = self._commit = Commit(command, storable(what), self._new_dot(), undoes, redoes)
            before = dict(self._storage.tables)
            try:
                yield
                unconfirmed = self._save(commit)
            except BaseException:
                self._storage.tables = before
                raise
            finally:
                self._commit = None
            if commit.changed():
                self._news.append(News(commit.changed()))
            if unconfirmed:
                raise unconfirmed

    def refresh(self) -> bool:
        """Take in what another program or a sync client has put on disk. Returns whether anything came in.

        Raises JournalError when it cannot be read.
        """
        if self._has_turn or not self._disk.looks_changed():
            return False
        with suppress(BusyError):
            self._take_in()
        return self._tell()

    def merge(self, name: str, content: bytes, *, of_another: bool = False) -> int:
        """Merge the content of a file that a person has named; with `of_another`, one of another journal too.

        Returns how many records came in or became others. Raises JournalError.
        """
        with self.turn():
            came = self._disk.merge(name, content, of_another=of_another)
            self._note(came)
        return sum(one.count for one in came.arrived)

    def take_in_at_start(self) -> None:
        """Take in what lies about when a journal is opened. Raises JournalError when it cannot be read."""
        if not self._disk.is_quiet():
            if self._storage.is_part:
                self._storage.load()
            try:
                self._take_in()
            except BusyError:
                self._note(self._disk.look())
            self._news.clear()

    @cached_property
    def _db(self) -> JournalDB:
        from leadercli.journal.file.database import JournalDB

        return JournalDB(self._storage)

    def _new_dot(self) -> str:
        self._count += 1
        return f"{self.writer}:{self._count}"

    def _refuse_if_newer(self) -> None:
        if self.read_only:
            from leadercli.journal.file.migration import newer_trouble

            raise newer_trouble(self._storage.tables)

    def _apply(self, changes: tuple[Change, ...]) -> None:
        assert self._commit
        for table in dict.fromkeys(change.table for change in changes):
            own = [change for change in changes if change.table == table]
            put = self._commit.records(table, self.table(table), own)
            if put:
                self._db.put(table, put)

    def _save(self, commit: Commit) -> JournalError | None:
        """Put a commit in the change log and on disk. Returns the trouble when it is there but may not outlive a crash.

        Raises JournalError when it is not there.
        """
        now = self.clock()
        entry = commit.entry(fresh_id(now.date(), self._random), now.isoformat())
        logged = -1
        try:
            if entry:
                logged = self.log.add(entry)
            if commit.changed():
                for came in self._disk.save():
                    self._note(came)
        except UnconfirmedError as error:
            return self._disk.not_saved(error)
        except Exception as error:
            if logged >= 0:
                self.log.take_back(logged)
            if isinstance(error, OSError):
                raise self._disk.not_saved(error) from error
            raise
        return None

    @contextmanager
    def _locked(self, patience: float) -> Iterator[None]:
        with turn(self.places.journal_state, patience):
            self._has_turn = True
            try:
                yield
            finally:
                self._has_turn = False

    def _take_in(self) -> None:
        """Settle what others have written; where nothing can be written, or a newer version must, only look at it."""
        try:
            if self.read_only:
                self._note(self._disk.look())
                return
            with self._locked(LOOKING_PATIENCE):
                self._settle()
        except StateError:
            self._note(self._disk.look())

    def _settle(self, *, past_damage: bool = False) -> None:
        self._note(self._disk.catch_up(past_damage=past_damage))

    def _note(self, came: Incoming | None) -> None:
        if came is None:
            return
        arrived = sum(one.count for one in came.arrived)
        self.arrived += arrived
        if came.changed:
            self._news.append(News(came.changed, outside=True, arrived=arrived))

    def _tell(self) -> bool:
        news, self._news = self._news, []
        for one in news:
            for listener in tuple(self._listeners):
                listener(one)
        return bool(news)
