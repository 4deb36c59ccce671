"""What all groups of verbs do: find a record, write its fields, put it in the bin, each in a turn at the journal."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import wraps
from typing import TYPE_CHECKING, Any, ClassVar, Concatenate, Generic, ParamSpec, Protocol, TypeVar

from leadercli.errors import AppError
from leadercli.journal.file.codec import encoded
from leadercli.journal.store.change import Change
from leadercli.journal.store.table import HasId, Table

if TYPE_CHECKING:
    from leadercli.journal.store.store import Store
    from leadercli.model.schema import Raw


class OnStore(Protocol):
    """What stands on a store."""

    @property
    def store(self) -> Store:
        """Tables, commits, turns."""


G = TypeVar("G", bound=OnStore)
R = TypeVar("R", bound=HasId)
P = ParamSpec("P")
T = TypeVar("T")


def in_turn(verb: Callable[Concatenate[G, P], T]) -> Callable[Concatenate[G, P], T]:
    """Let a verb look and write in one turn, so that it decides on what is true and not on what was."""

    @wraps(verb)
    def taking_turn(group: G, /, *args: P.args, **kwargs: P.kwargs) -> T:
        with group.store.turn():
            return verb(group, *args, **kwargs)

    return taking_turn


class Group(Generic[R]):
    """The records of one table and the verbs on them. Each verb is one commit, or part of the batch that is open."""

    TABLE: ClassVar[str]
    REMOVE: ClassVar[str]
    """The command that puts a record in the bin, as the change log calls it."""
    GONE: ClassVar[str]
    """What is said of a record that is no longer there."""

    def __init__(self, store: Store, decode: Callable[[str, Raw], R]) -> None:
        self.store = store
        self.table = Table(store, self.TABLE, decode)

    def all(self) -> tuple[R, ...]:
        """List the records that are not in the bin, in the order of their ids."""
        return self.table.all()

    def ids(self) -> Collection[str]:
        """List the ids of all records, in the bin too."""
        return self.store.table(self.TABLE).keys()

    def get(self, id_: str) -> R | None:
        """Find a record by its whole id, in the bin or not."""
        return self.table.get(id_)

    def named(self, typed: str) -> R:
        """Find the one record that a typed id means. Raises NotFoundError."""
        return self.table.named(typed)

    def remove(self, id_: str) -> None:
        """Put a record in the bin. Raises AppError when it is no longer there."""
        self._write(id_, self.REMOVE, {"deleted": self.store.clock()})

    def about(self, record: R) -> str:
        """Say what a commit that writes a record is about."""
        return str(getattr(record, "text", ""))

    def _make(self, command: str, id_: str, what: str, fields: Mapping[str, Any]) -> R:
        """Write a new record, and hand it out."""
        self.store.commit(command, what, Change(self.TABLE, id_, encoded(fields)))
        made = self.get(id_)
        assert made is not None
        return made

    @in_turn
    def _write(self, id_: str, command: str, fields: Mapping[str, Any]) -> None:
        what = self.about(self._present(id_))
        self.store.commit(command, what, Change(self.TABLE, id_, encoded(fields)))

    def _present(self, id_: str) -> R:
        present = self.get(id_)
        if present is None:
            raise AppError(self.GONE)
        return present
