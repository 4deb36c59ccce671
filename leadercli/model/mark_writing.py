"""Write a record with its mark "~": as short as can be, and in one form, so that equal records are equal bytes."""

from __future__ import annotations

from collections import Counter
from typing import Any

from leadercli.model.dots import dot_order, with_dots
from leadercli.model.known import MARK, Known, Raw, present_dots
from leadercli.model.registers import Versions


def write_record(known: Known) -> Raw:
    """Write a record and its mark, fields in alphabetical order and the mark last."""
    fields: dict[str, Any] = {name: text.value for name, text in known.texts.items()}
    fields |= {name: versions[0][0] for name, versions in known.registers.items()}
    raw = {name: fields[name] for name in sorted(fields)}
    mark = _mark(known)
    if mark:
        raw[MARK] = mark
    return raw


def _mark(known: Known) -> str | dict[str, Any]:
    dotted = {name: text.dot for name, text in known.texts.items() if text.dot}
    dotted |= {name: found[0][1][0] for name, found in known.registers.items() if _is_one(found)}
    counts = Counter(dotted.values())
    common = max(counts, key=lambda dot: (counts[dot], dot_order(dot)), default="")
    beyond = known.vector
    if beyond:
        implied = with_dots({}, present_dots(known.registers, known.texts))
        beyond = {writer: count for writer, count in sorted(beyond.items()) if count > implied.get(writer, -1)}
    if not common and len(beyond) == 1:
        ((writer, count),) = beyond.items()
        common, beyond = f"{writer}:{count}", {}
    parts: dict[str, Any] = {
        "d": common,
        "f": {name: dotted[name] for name in sorted(dotted) if dotted[name] != common},
        "l": {name: list(known.texts[name].runs) for name in sorted(known.texts) if known.texts[name].runs},
        "s": {name: _listed(found) for name, found in sorted(known.registers.items()) if not _is_one(found)},
        "v": beyond,
    }
    mark = {name: part for name, part in parts.items() if part} | dict(known.more)
    return common if mark.keys() == {"d"} else mark


def _is_one(versions: Versions) -> bool:
    return len(versions) == 1 and len(versions[0][1]) == 1


def _listed(versions: Versions) -> list[list[Any]]:
    return [[value, *dots] for value, dots in versions]
