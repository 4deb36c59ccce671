"""What the scale says in words: which week, how much is rated, how the week stands beside the leader's own mean."""

from __future__ import annotations

from datetime import date, timedelta

from leadercli.locale import N_
from leadercli.locale.texts import Texts
from leadercli.model.dates.calendar import week_of, week_start, weeks_between
from leadercli.model.dates.format import format_week, short_month
from leadercli.model.figures import signed
from leadercli.model.scale.balance import Balance, in_words
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
