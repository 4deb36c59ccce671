"""Write a version of a record: what it changed, all of it, or what differs from now. Signs say what colours say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, Literal

from textual.content import Content

from leadercli.journal.history.versions import Version, differing
from leadercli.journal.local.change_log import Written
from leadercli.journal.store.table import name_of
from leadercli.locale import N_
from leadercli.locale.version_words import TITLE, Changed, change_lines, folded_words
from leadercli.model.diff import AROUND, DiffLine
from leadercli.model.text import plain_line

if TYPE_CHECKING:
    from leadercli.tui.screens.base import LeaderScreen

Look = Literal["changed", "whole", "now"]
LOOKS: Final[tuple[Look, ...]] = ("changed", "whole", "now")
HEADINGS: Final[dict[Look, str]] = {
    "changed": N_("What this version changed"),
    "whole": N_("All of this version"),
    "now": N_("What restoring it would change"),
}
HANG = "  "
_EVERYTHING = 1_000_000
_TONES = {"+": "$praise", "−": "$overdue", "…": "$quiet", " ": ""}


def version_content(screen: LeaderScreen, version: Version, present: Version, look: Look, width: int) -> Content:
    """Write a version under a heading that says how it is looked at, in lines of a width."""
    texts = screen.texts
    if look == "changed" and not version.command:
        look = "whole"  # nothing tells what made it
    around = _EVERYTHING if look == "whole" else AROUND
    lines = list(change_lines(_changes(version, present, look), texts, screen.today, name_of(screen.journal), around))
    parts: list[Content | str | tuple[str, str]] = [(texts.t(HEADINGS[look]), "bold $accent")]
    if not lines:
        parts.append(f"\n{texts.t('Nothing: it stands there as it was.')}")
    for line in lines:
        words = folded_words(line, texts) if line.sign == "…" else plain_line(line.text)
        parts += ["\n", _toned(line, _hanging(f"{line.sign} {words}", width))]
    return Content.assemble(*parts)


def _hanging(words: str, width: int) -> str:
    """Wrap a line so that nothing but its sign stands at the very left."""
    if len(words) <= width or width < 2 * len(HANG):
        return words
    from textwrap import wrap

    return "\n".join(wrap(words, width, subsequent_indent=HANG, replace_whitespace=False, break_on_hyphens=False))


def _toned(line: DiffLine, words: str) -> str | tuple[str, str]:
    tone = _TONES[line.sign]
    return (words, tone) if tone else words


def _changes(version: Version, present: Version, look: Look) -> Iterable[Changed]:
    if look == "now":
        wanted = differing(present.values, version.values)
        return [(name, present.values.get(name), value) for name, value in wanted.items()]
    changed = {one.field: one for one in version.fields}
    if look == "changed":
        return [_pair(one) for one in version.fields]
    told = {name: value for name, value in version.values.items() if name not in TITLE or name in changed}
    said = [(name, value) for name, value in told.items() if name in changed or value not in (None, "", False)]
    # A field that the version left alone is shown as it is.
    return [_pair(changed[name]) if name in changed else (name, value, value) for name, value in said]


def _pair(one: Written) -> Changed:
    return one.field, one.old, one.new
