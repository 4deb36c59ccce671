"""Look after the files of one open journal: save it, hold what was saved, settle what came in.

All of it happens while the journal's lock is held, but for `look`. What fails beside a save that has succeeded does
not undo it; it is left in the remarks for the person.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from leadercli.atomic_write import UnconfirmedError
from leadercli.errors import AppError, DamagedError, JournalError, OtherJournalError
from leadercli.journal.file.format import is_empty
from leadercli.journal.file.storage import JournalStorage, stamp_of
from leadercli.journal.local.last_known import LastKnown
from leadercli.journal.sync.archive import Archive, Notices
from leadercli.journal.sync.conflict_copies import Copies, remove_abandoned
from leadercli.locale import N_
from leadercli.model.ids import Random, fresh_id

if TYPE_CHECKING:
    from leadercli.journal.file.storage import Displaced
    from leadercli.journal.local.change_log import ChangeLog
    from leadercli.journal.sync.collector import Collector, Incoming, SourceChange
    from leadercli.places import Places
    from leadercli.session import Clock

_SWAPS = 100
"""How often in a row a sync client may put another file in the place of one that is being saved."""


class SyncEngine:
    """The files around one open journal."""

    def __init__(
        self, places: Places, storage: JournalStorage, clock: Clock, random: Random, new_dot: Callable[[], str]
    ) -> None:
        self._places = places
        self._storage = storage
        self._clock = clock
        self._random = random
        self._held = LastKnown(places.journal_state)
        self._copies = Copies(places.journal, places.journal_state)
        self._new_dot = new_dot
        self._remarks = Notices(places.journal)
        self._aside = Archive(places, clock, self._remarks)
        self._tidy = False

    @cached_property
    def log(self) -> ChangeLog:
        """The commits of the last 30 days, and what came in."""
        from leadercli.journal.local.change_log import ChangeLog

        return ChangeLog(self._places.journal_state)

    @cached_property
    def _incoming(self) -> Collector:
        from leadercli.journal.sync.collector import Collector

        return Collector(self._storage, self._new_dot)

    def take_notices(self) -> list[AppError]:
        """Hand out what a front end has still to tell."""
        return self._remarks.take()

    def is_quiet(self) -> bool:
        """Tell whether everything is as this machine left it, so that there is nothing to take in."""
        return self._held.is_same(self._storage.content) and not self._copies.unknown()

    def looks_changed(self) -> bool:
        """Tell cheaply whether someone may have written the journal, or put a copy beside it."""
        return self._storage.looks_changed() or self._copies.may_be_new()

    def look(self) -> Incoming | None:
        """Take in what others have written, in memory only. Raises JournalError when the file is damaged."""
        return self._take_in()

    def catch_up(self, *, past_damage: bool = False) -> Incoming | None:
        """Take in what others have written and settle it on disk: saved, held, copies moved aside.

        Raises JournalError when the file is damaged, unless it is to be passed over: the next save sets it aside.
        """
        try:
            came = self._take_in()
        except DamagedError:
            if not past_damage or self._storage.is_part:
                raise
            came = self._take_in(past_damage=True)
        if self._storage.newer:
            return came
        if came is None:
            if not self._held.is_there:
                self._hold()
            return None
        self._keep_aside(came)
        more: list[Incoming] = []
        try:
            if came.unsaved:
                more = self.save()
            else:
                self._hold()
        except UnconfirmedError as error:
            self._remarks.add(N_("What came in is in the journal, but the disk has not confirmed it: {reason}."), error)
        except OSError as error:
            raise self.not_saved(error) from error
        self._note(came.arrived)
        self._aside.put_away(came, self._copies)
        for one in more:
            came.arrived += one.arrived
        return came

    def merge(self, name: str, content: bytes, *, of_another: bool) -> Incoming:
        """Merge a file that a person has named, and save. Raises JournalError with nothing changed."""
        before = self._storage.tables
        came = self._incoming.take_in_file(name, content, of_another=of_another)
        self._keep_aside(came)
        if not came.changed:
            return came
        try:
            more = self.save()
        except OSError as error:
            if not isinstance(error, UnconfirmedError):
                self._storage.tables = before
            raise self.not_saved(error) from error
        self._note(came.arrived)
        for one in more:
            came.arrived += one.arrived
        return came

    def save(self) -> list[Incoming]:
        """Put the journal on disk, and hold it. Returns what it had displaced unseen, which is merged and saved too.

        Raises OSError with the old file there, UnconfirmedError with the new one.
        """
        self._aside.back_up(self._storage.content)
        displaced_all: list[Incoming] = []
        aside: list[Path] = []
        is_saved = False
        try:
            for _ in range(_SWAPS):
                displaced = self._storage.save()
                is_saved = True
                if displaced is None:
                    break
                came, kept = self._take_in_displaced(displaced)
                displaced_all += came
                aside += [displaced.path] if kept else []
        except UnconfirmedError:
            self._hold()
            raise
        except OSError as error:
            if not is_saved:
                raise
            # What was displaced stays beside the journal until a save has taken it in.
            aside = []
            self._remarks.add(
                N_("Another version of the journal came in while it was saved, and is taken in next time: {reason}."),
                error,
            )
        self._hold()
        for path in aside:
            try:
                path.unlink()
            except OSError:
                self._copies.settle(path, stamp_of(path))
        if not self._tidy:
            self._tidy = True
            remove_abandoned(self._places.journal, self._copies.temporary())
        return displaced_all

    def not_saved(self, error: OSError) -> JournalError:
        """Say what a failed save means: the change is there though the disk has not confirmed it, or it is not."""
        if isinstance(error, UnconfirmedError):
            return self._remarks.trouble(
                N_(
                    "The change is in the journal {path}, but the disk has not confirmed it: {reason}. "
                    "Make a copy of the journal on another disk before you go on."
                ),
                error,
            )
        return self._remarks.trouble(
            N_("The journal {path} could not be saved: {reason}. What is on disk is as it was before."), error
        )

    def _take_in(self, *, past_damage: bool = False) -> Incoming | None:
        """Look at all places where others may have left something, and merge it. None when there is nothing."""
        found = None if past_damage else self._storage.found_on_disk()
        held = self._held.news()
        unknown = self._copies.unknown() if self._copies.may_be_new() else []
        copies = self._copies.find(self._storage.journal_id, unknown)
        if found is None and held is None and not copies:
            return None
        return self._incoming.take_in(found, held, copies, unsaved=past_damage)

    def _keep_aside(self, came: Incoming) -> None:
        """Back up what gives way to something else, and say so where the person must know."""
        if came.before_hand:
            self._aside.keep(came.before_hand, "by_hand")
        if came.stranger:
            kept = self._aside.keep(came.stranger, "other")
            self._remarks.add(
                N_(
                    "The journal {path} is another one than this machine had there before. The earlier one is among "
                    "the backups. To take it in: leadercli merge --other {kept}"
                ),
                kept=quote(str(kept)),
            )
        if came.unreadable:
            self._aside.keep(came.unreadable, "damaged")
        for source, one in came.left_out:
            self._remarks.add(
                N_(
                    "{source} holds something that cannot be read. It was left out, all else was merged: "
                    "{table} {id}: {reason}."
                ),
                source=source or self._places.journal.name,
                table=one.table,
                id=one.id,
                reason=one.reason,
            )

    def _hold(self) -> None:
        try:
            self._held.keep(self._storage.content)
        except OSError as error:
            self._remarks.add(
                N_(
                    "The journal is saved, but this machine could not keep its own copy of it: {reason}. "
                    "If a sync client drops this change, it cannot come back from here."
                ),
                error,
            )

    def _take_in_displaced(self, displaced: Displaced) -> tuple[list[Incoming], bool]:
        """Merge what a save has displaced, or set it aside if it is no copy of this journal."""
        came: list[Incoming] = []
        kept = True
        try:
            came = [self._incoming.take_in_displaced(displaced)]
            self._keep_aside(came[0])
            self._note(came[0].arrived)
        except OtherJournalError:
            kept = self._aside.keep(displaced.content, "other") is not None
            self._remarks.add(N_("Another journal lay in the place of {path}. It is among the backups now."))
        except JournalError:
            if not is_empty(displaced.content):
                kept = self._aside.keep(displaced.content, "damaged") is not None
                self._remarks.add(
                    N_(
                        "The journal {path} was damaged on disk. This program has saved what it held; the damaged file "
                        "is among the backups, and leadercli check --repair gathers what else can be read in it."
                    )
                )
        return came, kept

    def _note(self, arrived: list[SourceChange]) -> None:
        """Put what came in in the list of changes, for people to read."""
        from leadercli.journal.local.change_log import ARRIVED, Entry

        now = self._clock()
        for one in arrived:
            id_ = fresh_id(now.date(), self._random)
            try:
                self.log.add(Entry(id_, now.isoformat(), ARRIVED, one.source, one.fields, one.made))
            except OSError as error:
                self._remarks.add(N_("What came in is in the journal, but could not be listed: {reason}."), error)
