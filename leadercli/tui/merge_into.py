"""Bring an editor to another text by changing only the lines that differ, and leave the person where they are."""

from __future__ import annotations

from textual.geometry import Offset
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from leadercli.model.diff import Hunk, hunks_between, place_after
from leadercli.tui.undo_over_merge import bring_back, carried_over


def merge_into(editor: TextArea, text: str) -> None:
    """Change the editor's text to `text`.

    Cursor, selection and the lines in sight stay where they are, and the editor's own undo goes on: it takes back
    what was typed here, not what came in.
    """
    hunks = hunks_between(editor.document.lines, text.split("\n"))
    if not hunks:
        return
    steps = carried_over(editor.history.undo_stack, hunks)
    start, end = editor.selection
    top = editor.wrapped_document.offset_to_location(Offset(0, editor.scroll_offset.y))
    for hunk in reversed(hunks):
        _put(editor, hunk)
    bring_back(editor.history, steps)
    editor.selection = Selection(_clamped(editor, place_after(hunks, start)), _clamped(editor, place_after(hunks, end)))
    editor.record_cursor_width()
    first = editor.wrapped_document.location_to_offset(_clamped(editor, place_after(hunks, top)))
    editor.scroll_to(y=first.y, animate=False, immediate=True, force=True)


def _put(editor: TextArea, hunk: Hunk) -> None:
    document = editor.document
    lines, last = document.lines, (document.line_count - 1, len(document.lines[-1]))
    if hunk.end < len(lines):
        editor.replace("".join(f"{line}\n" for line in hunk.lines), (hunk.start, 0), (hunk.end, 0))
    elif hunk.start == 0:
        editor.replace("\n".join(hunk.lines), (0, 0), last)
    else:
        before = (hunk.start - 1, len(lines[hunk.start - 1]))
        editor.replace("".join(f"\n{line}" for line in hunk.lines), before, last)


def _clamped(editor: TextArea, place: tuple[int, int]) -> tuple[int, int]:
    row, column = place
    if row >= editor.document.line_count:
        return editor.document.end
    return row, min(column, len(editor.document.lines[row]))
