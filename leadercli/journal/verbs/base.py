"""What all groups of verbs do: find a record, put it in the bin, look and write in one turn."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Protocol, TypeVar

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


class _OnJournal(Protocol):
    _journal: Journal


V = TypeVar("V", bound=_OnJournal)
P = ParamSpec("P")
R = TypeVar("R")


def in_turn(verb: Callable[Concatenate[V, P], R]) -> Callable[Concatenate[V, P], R]:
    """Run a verb of the journal in a turn of its own, or in the one that is taken."""

    @wraps(verb)
    def taking_turn(verbs: V, /, *args: P.args, **kwargs: P.kwargs) -> R:
        with verbs._journal.turn():
            return verb(verbs, *args, **kwargs)

    return taking_turn
