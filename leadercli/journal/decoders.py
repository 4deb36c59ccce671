"""Tell whether a record can be read."""

from __future__ import annotations

from leadercli.journal.hand_edits import DECODERS
from leadercli.journal.text_form import Raw


def unreadable(table: str, id_: str, raw: Raw) -> Exception | None:
    """Say why a record cannot be read; None when it can, or when its table is not known."""
    decoder = DECODERS.get(table)
    if decoder is None:
        return None
    try:
        decoder(id_, raw)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        return error
    return None
