"""Bring together what this program holds and what another has put on disk."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from leadercli.journal.changes import LONG_TEXTS
from leadercli.journal.storage import schema_of
from leadercli.journal.text_form import FIRST, Tables
from leadercli.locale.mark import N_
from leadercli.model.merge import changed_by_hand, merged_tables, written
from leadercli.trouble import JournalTrouble


def caught_up(
    ours: Tables, theirs: Tables, path: object, new_dot: Callable[[], str]
) -> tuple[Tables, Mapping[str, frozenset[str]]]:
    """Merge. Returns the tables and, by table, the records that are not as in `ours`.

    What someone has changed in a text editor replaces what stood there: it is written anew, with `new_dot`.
    Raises JournalTrouble when theirs is another journal.
    """
    if _id(ours) != _id(theirs):
        raise JournalTrouble(
            N_(
                "The file {path} is now another journal than the one that was opened. Nothing was changed. "
                "Close leadercli and open it again."
            ),
            path=path,
        )
    tables, changed = merged_tables(ours, theirs, LONG_TEXTS)
    for table, ids in changed.items():
        before, lines = ours.get(table, {}), LONG_TEXTS.get(table, ())
        for id_ in ids:
            old, new = before.get(id_), theirs[table].get(id_)
            by_hand = changed_by_hand(old, new) if isinstance(old, dict) and isinstance(new, dict) else {}
            if by_hand:
                tables[table][id_] = written(old, by_hand, new_dot(), lines=lines)
    if schema_of(ours) != schema_of(theirs):
        # The newer form decides: an older program then only shows the journal.
        newer = max(ours, theirs, key=schema_of)
        tables[FIRST] = {**tables[FIRST], "meta": newer[FIRST]["meta"]}
    return tables, {table: frozenset(ids) for table, ids in changed.items()}


def _id(tables: Tables) -> object:
    return tables[FIRST]["meta"]["journal_id"]
