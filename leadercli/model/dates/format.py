"""Say days, times and spans in words, Danish or English. `lang` is "da" or "en"; anything else is English."""

from __future__ import annotations

from datetime import date

_WEEKDAYS = {
    "da": ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MONTHS = {
    "da": ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober",
           "november", "december"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"),
}  # fmt: skip
_NEAR = {"da": {0: "i dag", 1: "i morgen", -1: "i går"}, "en": {0: "today", 1: "tomorrow", -1: "yesterday"}}
_UNITS = {
    "da": {
        "day": ("dag", "dage"),
        "week": ("uge", "uger"),
        "month": ("måned", "måneder"),
        "year": ("år", "år"),
    },
    "en": {name: (name, f"{name}s") for name in ("day", "week", "month", "year")},
}
_SAME_SEASON = 60  # days; within these the year need not be said


def format_day(day: date, today: date, lang: str) -> str:
    """Say a day briefly: "i dag", "i morgen", "fre 6. mar", with the year when it is another and not near."""
    lang = _known(lang)
    away = (day - today).days
    if away in _NEAR[lang]:
        return _NEAR[lang][away]
    short = format_short(day, lang)
    return short if day.year == today.year or abs(away) <= _SAME_SEASON else f"{short} {day.year}"


def format_short(day: date, lang: str) -> str:
    """Say a day without its year: "fre 6. mar", "Fri 6 Mar"."""
    return f"{format_weekday(day, lang)} {_dotted(day, lang)} {short_month(day, lang)}"


def format_due(day: date, today: date, lang: str, *, short: bool = False) -> str:
    """Say a deadline: as `format_day`, but overdue by days: "3 dage siden", or "3 dage" when short."""
    away = (today - day).days
    if away < 2:
        return format_day(day, today, lang)
    return format_span(away, lang) if short else format_since(day, today, lang)


def format_since(day: date, today: date, lang: str) -> str:
    """Say how long ago a day was: "5 uger siden", "i går". A day to come is said as `format_day`."""
    away = (today - day).days
    if away < 2:
        return format_day(day, today, lang)
    return f"{format_span(away, lang)} siden" if _known(lang) == "da" else f"{format_span(away, lang)} ago"


def format_span(days: int, lang: str) -> str:
    """Say a number of days in the unit people use: days, from two weeks weeks, then months, years."""
    if days < 14:
        count, unit = days, "day"
    elif days < 63:
        count, unit = days // 7, "week"
    elif days < 730:
        count, unit = days * 12 // 365, "month"
    else:
        count, unit = days // 365, "year"
    return f"{count} {_UNITS[_known(lang)][unit][count != 1]}"


def format_long(day: date, lang: str, *, year: bool = True) -> str:
    """Say a day in full: "mandag 2. marts 2026", "Monday 2 March 2026"."""
    lang = _known(lang)
    whole = f"{_WEEKDAYS[lang][day.weekday()]} {_dotted(day, lang)} {_MONTHS[lang][day.month - 1]}"
    return f"{whole} {day.year}" if year else whole


def format_weekday(day: date, lang: str) -> str:
    """Say a weekday in three letters: "man", "Mon"."""
    return _WEEKDAYS[_known(lang)][day.weekday()][:3]


def format_month(day: date, lang: str) -> str:
    """Say a month and its year: "marts 2026", "March 2026"."""
    return f"{_MONTHS[_known(lang)][day.month - 1]} {day.year}"


def short_month(day: date, lang: str) -> str:
    """Say a month in three letters: "maj", "May"."""
    return _MONTHS[_known(lang)][day.month - 1][:3]


def format_week(day: date, lang: str) -> str:
    """Say the ISO week of a day: "uge 10", "week 10"."""
    return f"{'uge' if _known(lang) == 'da' else 'week'} {day.isocalendar().week}"


def _dotted(day: date, lang: str) -> str:
    return f"{day.day}." if lang == "da" else str(day.day)


def _known(lang: str) -> str:
    return "da" if lang == "da" else "en"


def format_time(time: str, lang: str) -> str:
    """Say a time of day: "9.30" in Danish, "9:30" in English. What is no time comes back unchanged."""
    hour, colon, minute = time.partition(":")
    if not colon or not hour.isdecimal():
        return time
    return f"{int(hour)}{'.' if lang == 'da' else ':'}{minute}"
