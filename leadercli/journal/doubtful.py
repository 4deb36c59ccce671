"""Merge a record that was rescued from damage. Its mark may be another record's, so its word is not taken for it.

Where a piece of a file is lost, the beginning of one line and the end of another can make a record that reads. By the
merge law it would replace the true one. What continues a record that is held has the same values by the same
writers where nothing was changed; what does not is kept beside it, for a person to choose.
"""

from __future__ import annotations

from collections.abc import Container

from leadercli.journal.text_form import Raw
from leadercli.model.dots import covers
from leadercli.model.json_values import canonical, same
from leadercli.model.known import Known, text_names
from leadercli.model.known_merge import merged_known
from leadercli.model.mark_reading import read_record
from leadercli.model.mark_writing import write_record
from leadercli.model.merge import merged, vector


def merged_doubtful(held: Raw, found: Raw, lines: Container[str] = ()) -> Raw:
    """Merge a rescued record into one that is held; `lines` names the long texts. Returns `held` for nothing new."""
    if same(held, found):
        return held
    names = text_names(lines, held, found)
    one, other = read_record(held, names), read_record(found, names)
    if _continues(one, other):
        if all(covers(one.vector, f"{writer}:{count}") for writer, count in other.vector.items()):
            return held
        return merged(held, found, lines=lines)
    result = write_record(merged_known(one, {}, other, {}))
    return held if same(held, result) else result


def is_seen(held: Raw, found: Raw) -> bool:
    """Tell whether who wrote a record that is held had seen all that is found."""
    seen = vector(held)
    return all(covers(seen, f"{writer}:{count}") for writer, count in vector(found).items())


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
