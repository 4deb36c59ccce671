"""Merge a record that was rescued from damage. Its mark may be another record's, so its word is not taken for it.

Where a piece of a file is lost, the beginning of one line and the end of another can make a record that reads. By the
merge law it would replace the true one. What continues a record that is held has the same values by the same
writers where nothing was changed; what does not is kept beside it, for a person to choose.
"""

from __future__ import annotations

from collections.abc import Container

from leadercli.journal.doubtful_text import with_every_line, without_guesses
from leadercli.journal.text_form import Raw
from leadercli.model.merge.deletion import DELETED, SEEN
from leadercli.model.merge.law import merged
from leadercli.model.merge.record import Known, merged_known, read_record, text_names, write_record
from leadercli.model.merge.registers import canonical, covers, same


def merged_doubtful(held: Raw, found: Raw, lines: Container[str] = ()) -> Raw:
    """Merge a rescued record into one that is held; `lines` names the long texts. Returns `held` for nothing new."""
    if same(held, found):
        return held
    names = text_names(lines, held, found)
    one, other = read_record(held, names), read_record(found, names)
    if not _continues(one, other):
        together = merged_known(one, {}, other, {})
    elif _has_seen(one, other):
        together = _with_new_fields(one, other)
    else:
        together = read_record(merged(held, found, lines=lines), names)
    result = write_record(with_every_line(together, one, other))
    return held if same(held, result) else result


def without_guessed_letters(held: Raw, found: Raw) -> Raw:
    """Give a rescued record without the letters in it that may be wrong, where what is held has the right ones."""
    return {name: without_guesses(held.get(name), value) for name, value in found.items()}


def _has_seen(one: Known, other: Known) -> bool:
    return all(covers(one.vector, f"{writer}:{count}") for writer, count in other.vector.items())


def _with_new_fields(one: Known, other: Known) -> Known:
    """Add the fields that one does not have. A bin that damage may have invented is none."""
    registers = {name: versions for name, versions in other.registers.items() if name not in (DELETED, SEEN)}
    return Known(one.vector, {**registers, **one.registers}, {**other.texts, **one.texts}, one.more)


def _continues(one: Known, other: Known) -> bool:
    """Tell whether two copies share a value, and agree in all that they share: one writer, one value."""
    shared = False
    for name in one.registers.keys() & other.registers.keys():
        values = {dot: canonical(value) for value, dots in one.registers[name] for dot in dots}
        for value, dots in other.registers[name]:
            text = canonical(value)
            if any(values.get(dot, text) != text for dot in dots):
                return False
            if text in values.values():
                if not any(values.get(dot) == text for dot in dots):
                    return False
                shared = True
    return shared
