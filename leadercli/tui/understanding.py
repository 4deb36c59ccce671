"""Say what a typed line was understood as, while it is being typed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from leadercli.errors import AppError
from leadercli.locale import N_
from leadercli.locale.texts import Texts
from leadercli.model.dates.format import format_day
from leadercli.model.dates.reader import impossible_date
from leadercli.model.entry.quick_line import NotUnderstood as QuickTrouble
from leadercli.model.entry.quick_line import Understood, read_quick, resolve
from leadercli.model.records import ME, THEM, US, Agreement
from leadercli.tui.lines import short_of

if TYPE_CHECKING:
    from leadercli.journal.verbs.people import People
    from leadercli.model.entry.note_line import Captured
    from leadercli.tui.base.screen import LeaderScreen

KINDS = {
    "agreement": N_("agreement"),
    "inbox": N_("next time"),
    "praise": N_("praise"),
    "better": N_("could be better"),
    "private": N_("only me"),
}


def understood_words(screen: LeaderScreen, typed: str, about: str = "") -> str:
    """Say what a quick line means so far: kind, whom, owner, date."""
    if not typed.strip():
        return screen.texts.t("@name what >owner when")
    people = screen.journal.people
    here = people.here()
    meant = resolve(read_quick(typed, screen.today, here), here, people.get(about))
    trouble = quick_trouble(meant)
    if trouble:
        return trouble.sentence(screen.texts)
    assert isinstance(meant, Understood)
    words = meaning(
        screen.texts, meant.kind, people.name(meant.person_id), _owner(screen, meant), meant.due, screen.today
    )
    return with_no_date(screen.texts, words, meant, screen.today)


def agreement_words(texts: Texts, people: People, agreement: Agreement, today: date) -> str:
    """Say what an agreement would be: about whom, whose, when."""
    person = people.name(agreement.person_id)
    owner = owner_name(texts, agreement.owner, person, people.name)
    return meaning(texts, "agreement", person, owner, agreement.due, today)


def meaning(texts: Texts, kind: str, person: str, owner: str, due: date | None, today: date) -> str:
    """Put together kind, person, owner and date, with a dot between."""
    parts = [texts.t(KINDS[kind]) if kind in KINDS else kind]
    if person:
        parts.append(person)
    if kind == "agreement":
        parts.append(texts.t("owner: {name}", name=owner))
        parts.append(format_day(due, today, texts.lang) if due else texts.t("no date"))
    elif due:
        parts.append(texts.t("look again {date}", date=format_day(due, today, texts.lang)))
    return " · ".join(parts)


def with_no_date(texts: Texts, words: str, meant: Understood | Captured, day: date) -> str:
    """Put before what a line means that its last words, 31/2, are no date; `day` is the day of the line."""
    dated = meant.due is not None or meant.kind not in ("agreement", "praise", "better")
    phrase = "" if dated else impossible_date(meant.text, day)
    return f"{texts.t('{phrase} is no date: kept as text', phrase=phrase)} · {words}" if phrase else words


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
        words = texts.t("{owner} ({name}?)", owner=owner_name(texts, ME, "", people.name), name=captured.unknown)
    elif captured.unknown:
        return (texts.t("{name}?", name=captured.unknown),)
    elif captured.kind != "agreement":
        words = texts.t(KINDS[captured.kind])
    else:
        short = short_of(people)
        words = owner_name(texts, captured.owner, short(captured.person_id), short)
    if captured.due is None:
        return (words,)
    day = f"{captured.due.day}/{captured.due.month}"
    mine = captured.kind == "agreement" and captured.owner == ME and not captured.is_owner_unknown
    return f"{words} · {format_day(captured.due, today, texts.lang)}", day if mine else f"{words} · {day}"


def owner_name(texts: Texts, owner: str, person: str, name_of: object) -> str:
    """Name an owner: me, us, the person the line is about, or somebody else."""
    if owner == ME:
        return texts.t("me")
    if owner == US:
        return texts.t("us")
    if owner == THEM:
        return person or texts.t("them")
    assert callable(name_of)
    return str(name_of(owner))


def quick_trouble(meant: object) -> AppError | None:
    """Turn what could not be understood into a sentence; None when all is well."""
    if not isinstance(meant, QuickTrouble):
        return None
    if meant.kind == "empty":
        return AppError(N_("There is no text yet: what shall be done?"))
    if meant.kind == "nobody":
        return AppError(N_("Say whom it is about: @name."))
    if meant.kind == "ambiguous":
        names = ", ".join(person.name for person in meant.candidates)
        return AppError(N_("“{name}” can be {people}. Type more of the name."), name=meant.typed, people=names)
    return AppError(N_("There is nobody called “{name}”. Add them under People with +."), name=meant.typed)


def _owner(screen: LeaderScreen, meant: Understood) -> str:
    people = screen.journal.people
    return owner_name(screen.texts, meant.owner, people.name(meant.person_id), people.name)
