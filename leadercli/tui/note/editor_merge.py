"""Bring an editor to another text where only lines differ, and carry its cursor and its undo over the change.

A step that touched the very lines that changed cannot be taken back any more, nor can those before it.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.geometry import Offset
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditHistory, EditResult, Selection

from leadercli.model.diff import Hunk, hunks_between, place_after


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


def carried_over(steps: Sequence[Sequence[Edit]], hunks: Sequence[Hunk]) -> list[list[Edit]]:
    """Move the steps of an undo history, oldest first, over the change of the text that they led to."""
    kept: list[list[Edit]] = []
    for step in reversed(steps):
        moved: list[Edit] = []
        for edit in reversed(step):
            earlier = _before(edit, hunks)
            if earlier is None:
                return kept[::-1]
            moved.append(_moved(edit, hunks, earlier))
            hunks = earlier
        kept.append(moved[::-1])
    return kept[::-1]


def bring_back(history: EditHistory, steps: Sequence[Sequence[Edit]]) -> None:
    """Begin a history anew with these steps."""
    history.clear()
    for step in steps:
        history.checkpoint()
        for edit in step:
            history.record(edit)
    history.checkpoint()


def _before(edit: Edit, hunks: Sequence[Hunk]) -> list[Hunk] | None:
    """Find where the changed lines stood before an edit; None when it is among them."""
    first, last = edit.top[0], _result(edit).end_location[0]
    grew = last - edit.bottom[0]
    found = []
    for hunk in hunks:
        if hunk.end <= first:
            found.append(hunk)
        elif hunk.start > last:
            found.append(Hunk(hunk.start - grew, hunk.end - grew, hunk.lines))
        else:
            return None
    return found


def _moved(edit: Edit, hunks: Sequence[Hunk], earlier: Sequence[Hunk]) -> Edit:
    result = _result(edit)
    moved = Edit(
        edit.text,
        place_after(earlier, edit.from_location),
        place_after(earlier, edit.to_location),
        edit.maintain_selection_offset,
    )
    # What an edit has done is kept in private fields; there is no public way to make one that is done.
    moved._edit_result = EditResult(place_after(hunks, result.end_location), result.replaced_text)
    stood = edit._original_selection
    if stood is not None:
        moved._original_selection = Selection(place_after(earlier, stood.start), place_after(earlier, stood.end))
    return moved


def _result(edit: Edit) -> EditResult:
    result = edit._edit_result
    assert result is not None  # only what was done stands in a history
    return result
