"""Scale"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from leadercli.locale import N_
from leadercli.model.dates.calendar import week_of, week_start, weeks_between
from leadercli.model.dates.format import format_week, short_month
from leadercli.model.scale.balance import Balance, in_words

if TYPE_CHECKING:
    from leadercli.locale.texts import Texts
    from leadercli.model.records import ScaleItem, Side
    from leadercli.model.scale.due import Ask

ABOUT = N_(
    "Weigh your own week: what loads you, what carries you. 1 is very little, 5 is very much, 0 is not relevant. "
    "Then what fills most, the balance, one load to turn down and one resource to turn up. The scale opens a talk "
    "about conditions, so it ends in who else must help carry them.\n\n"
    "The leader's scale (Ledervægten) is a tool for dialogue without numbers. The ratings 1–5, the means, the tilt, "
    "the half that must be rated and the 8-week mean are this program's own, and so are the names of the items: "
    "they are derived from what the source says about leaders' working conditions. Nothing here is a diagnosis.\n\n"
    "Source: the scale and its three questions are from the introduction tool “Styrk lederes trivsel og "
    "resultater”, printed in the magazine Offentlig Ledelse."
)


TITLE: Final = N_("The scale")
"""What the page of the scale is called."""
SIDES: Final[dict[Side, str]] = {"load": N_("Loads"), "resource": N_("Resources")}
"""What both sides are called."""
NOT_RELEVANT: Final = N_("not relevant")
"""Said of an item that the leader has rated 0."""
MOVED_WORDS: Final = {"yes": N_("yes"), "little": N_("a little"), "no": N_("no")}
"""The answers to whether an item moved."""

SCALE_NAMES: Final[dict[str, str]] = {
    "workload": N_("Workload and time"),
    "cross_pressure": N_("Cross-pressure"),
    "own_expectations": N_("My own high expectations"),
    "expectations": N_("Others' expectations"),
    "unclear_demands": N_("Unclear demands"),
    "emotional_demands": N_("Emotional demands"),
    "complexity": N_("Complexity"),
    "pace": N_("Pace of change"),
    "alone": N_("Standing alone"),
    "influence": N_("Influence and autonomy"),
    "meaning": N_("Meaning"),
    "predictability": N_("Predictability"),
    "recognition": N_("Recognition"),
    "manager_support": N_("Support from my manager"),
    "peer_support": N_("Support among leaders"),
    "trust": N_("Safety and trust"),
    "fairness": N_("Fairness"),
    "recovery": N_("Recovery"),
    "reflection": N_("Time for reflection"),
}
"""The names of the default items."""


def item_name(item: ScaleItem, texts: Texts) -> str:
    """Return what an item is called: the leader's own word for it, else the translated default name."""
    return item.name or texts.t(SCALE_NAMES.get(item.id, "")) or item.id


def week_name(week: str, texts: Texts) -> str:
    """Name a week: "week 9"."""
    return format_week(week_start(week), texts.lang)


def week_title(week: str, since: str, today: date, texts: Texts) -> str:
    """Say which week is shown, its days, how far it is from now, and when the scale was used before it."""
    monday = week_start(week)
    sunday = monday + timedelta(days=6)
    name = week_name(week, texts)
    days = f"{_day(monday, texts)} – {_day(sunday, texts)}"
    if sunday.year != today.year:
        days = f"{days} {sunday.year}"
    parts = [name[:1].upper() + name[1:], days, _away(weeks_between(week, week_of(today)), texts)]
    if since and weeks_between(since, week) > 1:
        parts.append(texts.t("before it {week}", week=week_name(since, texts)))
    return " · ".join(parts)


def coverage_words(balance: Balance, texts: Texts) -> str:
    """Say how much of the scale is rated."""
    return texts.t("{rated} of {of} rated", rated=balance.rated, of=balance.of)


def levels_line(balance: Balance, texts: Texts) -> str:
    """Say both levels and the tilt."""
    return texts.t(
        "Load {load} · resources {resource} · tilt {tilt}",
        load=level(balance.load, texts.lang),
        resource=level(balance.resource, texts.lang),
        tilt=signed(balance.tilt, texts.lang),
    )


def stand_words(balance: Balance, mean: float | None, texts: Texts) -> str:
    """Place the week beside the leader's own mean. Never a verdict."""
    stand = in_words(balance, mean)
    if not balance.rated:
        return texts.t("Rate each item: 1 is very little, 5 is very much, 0 is not relevant")
    if stand == "unknown":
        return texts.t("No tilt yet: it takes half of the scale, and both sides")
    values = {"tilt": signed(balance.tilt, texts.lang), "mean": signed(mean, texts.lang)}
    if stand == "no_mean":
        return texts.t("Tilt {tilt}. Your own 8-week mean is not there yet", **values)
    if stand == "more_loaded":
        return texts.t("More loaded than your own 8-week mean (tilt {tilt}, mean {mean})", **values)
    if stand == "less_loaded":
        return texts.t("Less loaded than your own 8-week mean (tilt {tilt}, mean {mean})", **values)
    return texts.t("Near your own 8-week mean (tilt {tilt}, mean {mean})", **values)


def ask_words(ask: Ask, name: str, step: str, texts: Texts) -> str:
    """Ask whether an item moved that the weigh-in before meant to turn down or up."""
    values = {"week": week_name(ask.since, texts), "name": name, "step": step}
    if ask.turn == "down":
        if step:
            return texts.t("In {week} you wanted to turn {name} down: “{step}”. Did it move?", **values)
        return texts.t("In {week} you wanted to turn {name} down. Did it move?", **values)
    if step:
        return texts.t("In {week} you wanted to turn {name} up: “{step}”. Did it move?", **values)
    return texts.t("In {week} you wanted to turn {name} up. Did it move?", **values)


def closing_words(texts: Texts) -> str:
    """End a weigh-in: the scale is about conditions, and those are not carried alone."""
    return texts.t("Who else must help carry this: own manager, trio, leadership group?")


def _away(weeks: int, texts: Texts) -> str:
    if weeks == 0:
        return texts.t("this week")
    if weeks == 1:
        return texts.t("last week")
    return texts.n("{count} week ago", "{count} weeks ago", weeks)


def _day(day: date, texts: Texts) -> str:
    return f"{day.day}{'.' if texts.lang == 'da' else ''} {short_month(day, texts.lang)}"


def level(value: float | None, lang: str) -> str:
    """Return a level 1–5 such as "3,6", or "–" when there is none."""
    return "–" if value is None else _mark(f"{value:.1f}", lang)


def signed(value: float | None, lang: str) -> str:
    """Return a tilt such as "−0,4" or "+1,2", "0,0" when it rounds to nothing, or "–" when there is none."""
    if value is None:
        return "–"
    text = f"{value:+.1f}"
    return _mark(text[1:] if float(text) == 0 else text.replace("-", "−"), lang)


def _mark(text: str, lang: str) -> str:
    return text.replace(".", ",") if lang == "da" else text
