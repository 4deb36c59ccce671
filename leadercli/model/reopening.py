"""Put a field back into several versions, after it had been settled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from leadercli.model.dots import dot_parts, with_dots
from leadercli.model.known import Known, Raw, text_names
from leadercli.model.mark_reading import read_record
from leadercli.model.mark_writing import write_record
from leadercli.model.registers import ordered


def reopened(raw: Raw, field: str, values: Sequence[Any], dot: str) -> Raw:
    """Write several versions of a field at once, the one to be shown first.

    Each is a write of its own, so that merging keeps them apart: the dots of the others have writers of their own,
    whose names sort before the dot's writer. Raises ValueError for a dot that is none.
    """
    writer, count = dot_parts(dot)
    dots = [f"{'.' * number}{writer}:{count}" for number in range(len(values))]
    known = read_record(raw, text_names((), raw))
    registers = {**known.registers, field: ordered(list(zip(values, dots, strict=True)))}
    return write_record(Known(with_dots(known.vector, dots), registers, known.texts, known.more))
