"""Bring an editor to another text by changing only the lines that differ, so that the cursor stays on its words."""

from __future__ import annotations

from difflib import SequenceMatcher

from textual.widgets import TextArea


def merge_into(editor: TextArea, text: str) -> None:
    """Change the editor's text to `text`. Its own undo then begins anew: it would take away what others wrote."""
    before, after = list(editor.document.lines), text.split("\n")
    changes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for kind, start, end, new_start, new_end in reversed(changes):
        if kind == "equal":
            continue
        lines = after[new_start:new_end]
        if kind == "insert" and start == len(before):
            at = (len(before) - 1, len(before[-1]))
            editor.replace("\n" + "\n".join(lines), at, at)
        elif kind == "insert":
            editor.replace("\n".join(lines) + "\n", (start, 0), (start, 0))
        elif end < len(before):
            editor.replace("".join(f"{line}\n" for line in lines), (start, 0), (end, 0))
        elif start == 0:
            editor.replace("\n".join(lines), (0, 0), (len(before) - 1, len(before[-1])))
        else:
            last = (len(before) - 1, len(before[-1]))
            editor.replace("".join(f"\n{line}" for line in lines), (start - 1, len(before[start - 1])), last)
    editor.history.clear()
