"""What a typed line is understood as, or why not: a line of quick entry, and a line of a note."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from leadercli.errors import AppError
from leadercli.locale import N_
from leadercli.model.dates.format import format_day
from leadercli.model.dates.reader import impossible_date
from leadercli.model.entry.quick_line import NotUnderstood, Quick, Understood, read_quick, resolve
from leadercli.model.records import ME, Agreement
from leadercli.words.agreements import day_words, owned_words, owner_words
from leadercli.words.today import FEEDBACK_KINDS

if TYPE_CHECKING:
    from leadercli.journal.verbs.people import People
    from leadercli.locale.texts import Texts
    from leadercli.model.entry.note_line import Captured

KINDS: Final[dict[str, str]] = {
    "agreement": N_("agreement"),
    "inbox": N_("next time"),
    "praise": FEEDBACK_KINDS["praise"],
    "better": FEEDBACK_KINDS["better"],
    "private": N_("only me"),
}

NOBODY_HERE: Final = N_("There is nobody called “{name}”. Add them under People with +.")
"""Said in the app of a name that nobody has."""
NOBODY_IN_SHELL: Final = N_("There is nobody called “{name}”. To add them: leadercli person add “{name}”.")
"""Said in the shell of a name that nobody has."""


def read_line(
    typed: str, people: People, today: date, about: str = "", nobody: str = NOBODY_HERE
) -> tuple[Quick, Understood]:
    """Read a quick line: what it says, and what that means. Who is archived is found when nobody else is meant.

    `about` is the id of the person whom a line is about that names nobody. Raises AppError that says what to type
    instead; `nobody` is its message for a name that nobody has.
    """
    for known in (people.here(), people.all()):
        quick = read_quick(typed, today, known)
        meant = resolve(quick, known, people.get(about))
        if not isinstance(meant, NotUnderstood) or meant.kind != "unknown":
            break
    if isinstance(meant, NotUnderstood):
        raise _trouble(meant, nobody)
    return quick, meant


def understand(typed: str, people: People, today: date, about: str = "", nobody: str = NOBODY_HERE) -> Understood:
    """Read what a quick line means, as `read_line` does. Raises AppError that says what to type instead."""
    return read_line(typed, people, today, about, nobody)[1]


def understood_words(texts: Texts, people: People, today: date, typed: str, about: str = "") -> str:
    """Say what a quick line means so far: kind, whom, owner, date."""
    if not typed.strip():
        return texts.t("@name what >owner when")
    try:
        meant = understand(typed, people, today, about)
    except AppError as trouble:
        return trouble.sentence(texts)
    owner = owner_words(meant.owner, meant.person_id, people.name, texts)
    words = meaning(texts, meant.kind, people.name(meant.person_id), owner, meant.due, today)
    return " · ".join((with_no_date(texts, words, meant, today), *archived_words(texts, people, meant)))


def archived_words(texts: Texts, people: People, meant: Understood) -> list[str]:
    """Say of each person in a quick line who has left that they are archived."""
    named = [one for id_ in dict.fromkeys((meant.person_id, meant.owner)) if (one := people.get(id_))]
    return [texts.t("{name} is archived", name=one.name) for one in named if one.state == "archived"]


def agreement_words(texts: Texts, people: People, agreement: Agreement, today: date) -> str:
    """Say what an agreement would be: about whom, whose, when."""
    owner = owner_words(agreement.owner, agreement.person_id, people.name, texts)
    return meaning(texts, "agreement", people.name(agreement.person_id), owner, agreement.due, today)


def meaning(texts: Texts, kind: str, person: str, owner: str, due: date | None, today: date) -> str:
    """Put together kind, person, owner and date, with a dot between."""
    parts = [texts.t(KINDS[kind]) if kind in KINDS else kind]
    if person:
        parts.append(person)
    if kind == "agreement":
        parts += [owned_words(owner, texts), day_words(due, today, texts)]
    elif due:
        parts.append(again_words(format_day(due, today, texts.lang), texts))
    return " · ".join(parts)


def again_words(said: str, texts: Texts) -> str:
    """Say when feedback shall be looked at again."""
    return texts.t("look again {date}", date=said)


def with_no_date(texts: Texts, words: str, meant: Understood | Captured, day: date) -> str:
    """Put before what a line means that its last words, 31/2, are no date; `day` is the day of the line."""
    dated = meant.due is not None or meant.kind not in ("agreement", "praise", "better")
    found = "" if dated else no_date_words(meant.text, day, texts)
    return f"{found} · {words}" if found else words


def no_date_words(text: str, day: date, texts: Texts) -> str:
    """Say that the last words of a text without a date, 31/2, are none; "" when they look like none."""
    phrase = impossible_date(text, day)
    return texts.t("{phrase} is no date: kept as text", phrase=phrase) if phrase else ""


def not_understood(texts: Texts, captured: Captured) -> str:
    """Say which name of a line of a note was not understood, and what became of the line; "" when all were."""
    name, names = captured.unknown, ", ".join(sorted(person.name for person in captured.candidates))
    if captured.is_owner_unknown and names:
        return texts.t("“{name}” can be {people}: yours until you write more", name=name, people=names)
    if captured.is_owner_unknown:
        return texts.t("nobody is called “{name}”: the agreement is yours", name=name)
    if names:
        return texts.t("“{name}” can be {people}: kept as text", name=name, people=names)
    return texts.t("“{name}” is nobody I know: kept as text", name=name) if name else ""


def beside(texts: Texts, people: People, captured: Captured, today: date) -> tuple[str, ...]:
    """Say what a line of a note means, for the right of the line: owner and date, or the kind. The shortest comes last.

    Where there is little room the day is "6/3", and an owner goes unsaid when it is the leader.
    """
    if captured.is_owner_unknown:
        me = owner_words(ME, "", people.name, texts)
        words = texts.t("{owner} ({name}?)", owner=me, name=captured.unknown)
    elif captured.unknown:
        return (texts.t("{name}?", name=captured.unknown),)
    elif captured.kind != "agreement":
        words = texts.t(KINDS[captured.kind])
    else:
        from leadercli.words.people import short_of

        words = owner_words(captured.owner, captured.person_id, short_of(people), texts)
    if captured.due is None:
        return (words,)
    day = f"{captured.due.day}/{captured.due.month}"
    mine = captured.kind == "agreement" and captured.owner == ME and not captured.is_owner_unknown
    return f"{words} · {format_day(captured.due, today, texts.lang)}", day if mine else f"{words} · {day}"


def _trouble(meant: NotUnderstood, nobody: str) -> AppError:
    if meant.kind == "empty":
        return AppError(N_("There is no text yet: what shall be done?"))
    if meant.kind == "nobody":
        return AppError(N_("Say whom it is about: @name."))
    if meant.kind == "ambiguous":
        names = ", ".join(sorted(person.name for person in meant.candidates))
        return AppError(N_("“{name}” can be {people}. Type more of the name."), name=meant.typed, people=names)
    return AppError(nobody, name=meant.typed)
