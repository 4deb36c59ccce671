"""Keep every line of a long text that was rescued from damage, beside those that are held.

A line that a hand has changed bears the mark of the line that it was, so its mark does not tell that it is new. Its
words do: they are put below the line that is held.
"""

from __future__ import annotations

from collections.abc import Sequence

from leadercli.model.merge.line_edits import edited_text, matched
from leadercli.model.merge.lines import Text, lines_of, text_dots
from leadercli.model.merge.record import Known
from leadercli.model.merge.registers import covers, hand_dot


def with_every_line(result: Known, held: Known, found: Known) -> Known:
    """Put into the result of a merge the lines that a hand has written into what was found, each once."""
    texts, vector = dict(result.texts), dict(result.vector)
    for name, theirs in found.texts.items():
        ours = held.texts.get(name, Text(""))
        dot = hand_dot(theirs.value)
        if covers(held.vector, dot) or not _by_hand(ours, theirs, held.vector == found.vector):
            continue
        # Where the mark of a text does not fit its lines, the merge law would take all of them for new ones.
        known = all(covers(held.vector, one) for one in text_dots(theirs) if one != dot)
        base = ours if known else texts[name]
        value = both(base.value, theirs.value)
        texts[name] = edited_text(base, value, dot) if value != base.value else base
        vector[dot.rpartition(":")[0]] = 1
    return Known(vector, result.registers, texts, result.more)


def both(held: str, found: str) -> str:
    """Join two texts: all lines of one, and those of the other that are not among them, below those they are like."""
    ours, theirs = held.split("\n") if held else [], found.split("\n")
    known = set(ours)
    source, _ = matched(ours, theirs)
    lines: list[str] = []
    at = 0
    for words, number in zip(theirs, source, strict=True):
        if number is not None:
            lines += ours[at : number + 1]
            at = number + 1
        if words.strip() and words not in known:
            lines.append(words)
    return "\n".join([*lines, *ours[at:]])


def _by_hand(ours: Text, theirs: Text, is_same_age: bool) -> bool:
    """Tell whether two copies of a text cannot both be what the program wrote."""
    if ours.value == theirs.value:
        return False
    if is_same_age or any(dot == hand_dot(theirs.value) for dot in text_dots(theirs)):
        return True
    words = {(line.id, dot): line.words for line in lines_of(ours) for dot in line.dots}
    return any(words.get((line.id, dot), line.words) != line.words for line in lines_of(theirs) for dot in line.dots)


def without_guesses(held: object, found: object) -> object:
    """Give a found value, with the lines that are the held ones but for letters that were lost or garbled as held."""
    if not isinstance(held, str) or not isinstance(found, str):
        return found
    if _is_part(_letters(found), _letters(held)):
        return held
    ours = held.split("\n")
    return "\n".join(_true_line(line, ours) for line in found.split("\n"))


def _true_line(line: str, ours: Sequence[str]) -> str:
    letters = _letters(line)
    if line.isascii():
        return line
    return next((one for one in ours if _is_part(letters, _letters(one))), line)


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isascii() and letter.isalnum())


def _is_part(some: str, whole: str) -> bool:
    """Tell whether some letters stand in a text in their order."""
    rest = iter(whole)
    return all(letter in rest for letter in some)
