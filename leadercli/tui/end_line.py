"""The empty line below a note that is opened again: the editor's, to begin to write on, and not the note's."""

from __future__ import annotations


class EndLine:
    """Tell the note's text from what stands in the editor, where an empty last line may be the editor's own.

    `wanted` says whether to give a text that ends in words such a line.
    """

    def __init__(self, text: str, *, wanted: bool) -> None:
        self._given = wanted and bool(text.rpartition("\n")[2].strip())

    def shown(self, text: str, standing: str | None = None) -> str:
        """Say what the editor shall hold for a note's text; `standing` is what it holds now, if it is open."""
        stands = standing is None or standing.endswith("\n") or text.endswith("\n")
        return f"{text}\n" if self._given and stands else text

    def without(self, standing: str) -> str:
        """Say what the note's text is when this stands in the editor: an empty last line is not of it."""
        return standing.removesuffix("\n") if self._given else standing
