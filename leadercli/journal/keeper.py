"""Keep one journal: hand out what it holds, take turns, commit, take in what others wrote, and tell listeners."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from leadercli.journal.changes import Change, News
from leadercli.journal.files import UnconfirmedError
from leadercli.journal.lock import turn
from leadercli.journal.storage import JournalStorage
from leadercli.journal.text_form import Raw
from leadercli.locale.mark import N_
from leadercli.model.ids import Random, fresh_id, writer_id
from leadercli.trouble import JournalTrouble

if TYPE_CHECKING:
    from leadercli.clock import Clock
    from leadercli.journal.change_log import ChangeLog
    from leadercli.journal.commit import Commit
    from leadercli.journal.tables import JournalDB
    from leadercli.places import Places


class Keeper:
    """One open journal, without its verbs.

    A commit takes the lock, merges what others have written since, saves the whole file durably, and raises
    JournalTrouble with nothing changed if it cannot.
    """

    def __init__(self, places: Places, storage: JournalStorage, clock: Clock, random: Random) -> None:
        self.places = places
        self.clock = clock
        self._storage = storage
        self._random = random
        self._writer = writer_id(random)
        self._count = 0
        self._commit: Commit | None = None
        self._has_turn = False
        self._news: list[News] = []
        self._listeners: list[Callable[[News], None]] = []

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
        """Write changes as one commit, or as part of the batch that is open. Raises JournalTrouble."""
        with self.batch(command, what):
            self._apply(changes)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Let nobody else write while the block reads and then writes; what others wrote before is taken in.

        Inside another turn, become part of it. Raises JournalTrouble.
        """
        if self._has_turn:
            yield
            return
        self._refuse_if_newer()
        assert self.id, "an absent journal is only read"
        try:
            with turn(self.places.journal_state):
                self._has_turn = True
                try:
                    self._catch_up()
                    self._refuse_if_newer()
                    yield
                finally:
                    self._has_turn = False
        finally:
            self._tell()

    @contextmanager
    def batch(self, command: str, what: str = "", *, undoes: str = "", redoes: str = "") -> Iterator[None]:
        """Make one commit of all verbs in the block. Inside another batch, become part of it. Raises JournalTrouble."""
        if self._commit:
            yield
            return
        from leadercli.journal.commit import Commit, storable

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

        Raises JournalTrouble when it cannot be read.
        """
        if self._has_turn or not self._storage.looks_changed():
            return False
        self._catch_up()
        return self._tell()

    @cached_property
    def _db(self) -> JournalDB:
        from leadercli.journal.tables import JournalDB

        return JournalDB(self._storage)

    def _new_dot(self) -> str:
        self._count += 1
        return f"{self._writer}:{self._count}"

    def _refuse_if_newer(self) -> None:
        if self.read_only:
            raise JournalTrouble(
                N_("This journal was written by a newer leadercli, so this one only shows it. Update to write in it.")
            )

    def _apply(self, changes: tuple[Change, ...]) -> None:
        assert self._commit
        for table in dict.fromkeys(change.table for change in changes):
            own = [change for change in changes if change.table == table]
            put = self._commit.records(table, self.table(table), own)
            if put:
                self._db.put(table, put)

    def _save(self, commit: Commit) -> JournalTrouble | None:
        """Put a commit in the change log and on disk. Returns the trouble when it is there but may not outlive a crash.

        Raises JournalTrouble when it is not there.
        """
        now = self.clock()
        entry = commit.entry(fresh_id(now.date(), self._random), now.isoformat())
        logged = -1
        try:
            if entry:
                logged = self.log.add(entry)
            if commit.changed():
                self._storage.save()
        except UnconfirmedError as error:
            return self._trouble(
                N_(
                    "The change is in the journal {path}, but the disk has not confirmed it: {reason}. "
                    "Make a copy of the journal on another disk before you go on."
                ),
                error,
            )
        except Exception as error:
            if logged >= 0:
                self.log.take_back(logged)
            if isinstance(error, OSError):
                raise self._trouble(
                    N_("The journal {path} could not be saved: {reason}. What is on disk is as it was before."), error
                ) from error
            raise
        return None

    def _trouble(self, message: str, error: OSError) -> JournalTrouble:
        return JournalTrouble(message, path=self.places.journal, reason=error.strerror or str(error))

    def _catch_up(self) -> None:
        found = self._storage.found_on_disk()
        if found is None:
            return
        from leadercli.journal.catching_up import caught_up

        tables, changed = caught_up(self._storage.tables, found.tables, self.places.journal, self._new_dot)
        self._storage.take(tables, found)
        if changed:
            self._news.append(News(changed, outside=True))

    def _tell(self) -> bool:
        news, self._news = self._news, []
        for one in news:
            for listener in tuple(self._listeners):
                listener(one)
        return bool(news)
