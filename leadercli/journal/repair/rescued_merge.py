"""Merge a record that was rescued from damage. Its mark may be another record's, so its word is not taken for it.

Where a piece of a file is lost, the beginning of one line and the end of another can make a record that reads. By the
merge law it would replace the true one. What continues a record that is held has the same values by the same
writers where nothing was changed; what does not is kept beside it, for a person to choose.

A line that a hand has changed bears the mark of the line that it was, so its mark does not tell that it is new. Its
words do: they are put below the line that is held.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from leadercli.model.merge.deletion import DELETED, SEEN
from leadercli.model.merge.law import merged
from leadercli.model.merge.line_edits import edited_text, matched
from leadercli.model.merge.lines import Text, lines_of, text_dots
from leadercli.model.merge.record import RecordState, merged_state, read_record, text_names, with_mark
from leadercli.model.merge.registers import canonical, covers, hand_dot, same
from leadercli.model.schema import Raw


def merged_doubtful(held: Raw, found: Raw, lines: Container[str] = ()) -> Raw:
    """Merge a rescued record into one that is held; `lines` names the long texts. Returns `held` for nothing new."""
    if same(held, found):
        return held
    names = text_names(lines, held, found)
    one, other = read_record(held, names), read_record(found, names)
    if not _continues(one, other):
        together = merged_state(one, {}, other, {})
    elif _has_seen(one, other):
        together = _with_new_fields(one, other)
    else:
        together = read_record(merged(held, found, lines=lines), names)
    result = with_mark(with_every_line(together, one, other))
    return held if same(held, result) else result


def without_guessed_letters(held: Raw, found: Raw) -> Raw:
    """Give a rescued record without the letters in it that may be wrong, where what is held has the right ones."""
    return {name: without_guesses(held.get(name), value) for name, value in found.items()}


def _has_seen(one: RecordState, other: RecordState) -> bool:
    return all(covers(one.vector, f"{writer}:{count}") for writer, count in other.vector.items())


def _with_new_fields(one: RecordState, other: RecordState) -> RecordState:
    """Add the fields that one does not have. A bin that damage may have invented is none."""
    registers = {name: versions for name, versions in other.registers.items() if name not in (DELETED, SEEN)}
    return RecordState(one.vector, {**registers, **one.registers}, {**other.texts, **one.texts}, one.more)


def _continues(one: RecordState, other: RecordState) -> bool:
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


def with_every_line(result: RecordState, held: RecordState, found: RecordState) -> RecordState:
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
    return RecordState(vector, result.registers, texts, result.more)


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
