"""The words that dates are made of, Danish and English side by side: both are always understood.

Everything here is written as `dates` prepares a word: lower case, composed letters, å æ ø (never aa ae oe).
"""

from __future__ import annotations

from functools import cache

WEEKDAYS = {
    **dict.fromkeys(("mandag", "man", "monday", "mon"), 0),
    **dict.fromkeys(("tirsdag", "tirs", "tir", "tuesday", "tues", "tue"), 1),
    **dict.fromkeys(("onsdag", "ons", "wednesday", "weds", "wed"), 2),
    **dict.fromkeys(("torsdag", "tors", "tor", "thursday", "thurs", "thur", "thu"), 3),
    **dict.fromkeys(("fredag", "fre", "friday", "fri"), 4),
    **dict.fromkeys(("lørdag", "lør", "saturday", "sat"), 5),
    **dict.fromkeys(("søndag", "søn", "sunday", "sun"), 6),
}

MONTHS = {
    **dict.fromkeys(("januar", "january", "jan"), 1),
    **dict.fromkeys(("februar", "february", "feb"), 2),
    **dict.fromkeys(("marts", "march", "mar"), 3),
    **dict.fromkeys(("april", "apr"), 4),
    **dict.fromkeys(("maj", "may"), 5),
    **dict.fromkeys(("juni", "june", "jun"), 6),
    **dict.fromkeys(("juli", "july", "jul"), 7),
    **dict.fromkeys(("august", "aug"), 8),
    **dict.fromkeys(("september", "sept", "sep"), 9),
    **dict.fromkeys(("oktober", "october", "okt", "oct"), 10),
    **dict.fromkeys(("november", "nov"), 11),
    **dict.fromkeys(("december", "dec"), 12),
}

DAYS = {
    **dict.fromkeys(("i dag", "idag", "today", "i aften", "tonight"), 0),
    **dict.fromkeys(("i morgen", "imorgen", "tomorrow"), 1),
    **dict.fromkeys(("i overmorgen", "iovermorgen", "overmorgen"), 2),
    **dict.fromkeys(("day after tomorrow", "the day after tomorrow"), 2),
    **dict.fromkeys(("i går", "igår", "yesterday"), -1),
    **dict.fromkeys(("i forgårs", "iforgårs", "forgårs"), -2),
    "i løbet af dagen": 0,
}

PARTS_OF_DAY = frozenset(
    {"morgen", "formiddag", "middag", "eftermiddag", "aften", "morning", "noon", "afternoon", "evening"}
)

UNITS = {
    **dict.fromkeys(("dag", "dage", "day", "days"), "day"),
    **dict.fromkeys(("uge", "uger", "week", "weeks"), "week"),
    **dict.fromkeys(("måned", "måneder", "md", "mdr", "month", "months"), "month"),
    **dict.fromkeys(("år", "year", "years"), "year"),
    "fortnight": "fortnight",
}
THIS_UNIT = {"ugen": "week", "måneden": "month", "året": "year"}

NUMBERS = {
    **dict.fromkeys(("en", "én", "et", "ét", "a", "an", "one"), 1),
    **dict.fromkeys(("to", "two"), 2),
    **dict.fromkeys(("tre", "three"), 3),
    **dict.fromkeys(("fire", "four"), 4),
    **dict.fromkeys(("fem", "five"), 5),
    **dict.fromkeys(("seks", "six"), 6),
    **dict.fromkeys(("syv", "seven"), 7),
    **dict.fromkeys(("otte", "eight"), 8),
    **dict.fromkeys(("ni", "nine"), 9),
    **dict.fromkeys(("ti", "ten"), 10),
    **dict.fromkeys(("elleve", "eleven"), 11),
    **dict.fromkeys(("tolv", "twelve"), 12),
    **dict.fromkeys(("fjorten", "fourteen"), 14),
}

AHEAD = (("inden", "for"), ("om",), ("in",), ("within",), ("inden",), ("indenfor",))
ROUGHLY = frozenset({"ca", "ca.", "cirka", "omkring", "about"})
A_COUPLE = frozenset({("et", "par"), ("a", "couple", "of")})
# "om en uges tid", "in two weeks' time": the unit before it has an s, and what stands for the apostrophe.
TIMES = frozenset({"tid", "time"})
GENITIVES = ("'s", "’s", "s'", "s’", "s")
HALF_YEAR = frozenset({"et halvt år", "half a year"})
NEXT = frozenset({"næste", "next"})
THIS = frozenset({"denne", "dette", "this", "kommende", "førstkommende", "coming"})
WEEK = frozenset({"uge", "week"})
THE = frozenset({"den", "d.", "d", "the"})

# Which end of a month (or week, or year) is meant.
EDGES: dict[tuple[str, ...], str] = {
    **dict.fromkeys((("ultimo",), ("end", "of"), ("end",), ("slut",), ("slutningen", "af")), "last"),
    **dict.fromkeys((("udgangen", "af"), ("sidst", "i"), ("sidst", "på")), "last"),
    **dict.fromkeys((("medio",), ("mid",), ("middle", "of"), ("midten", "af"), ("midt", "i")), "mid"),
    **dict.fromkeys((("primo",), ("start", "of"), ("beginning", "of"), ("early",), ("starten", "af")), "first"),
    **dict.fromkeys((("begyndelsen", "af"), ("først", "i")), "first"),
}
ENDINGS = {
    "ugens udgang": "week",
    **dict.fromkeys(("månedens udgang", "i løbet af måneden"), "month"),
    **dict.fromkeys(("årets udgang", "i løbet af året"), "year"),
}
IN_THE_WEEK = frozenset({"i løbet af ugen", "during the week"})
WEEKENDS = frozenset({"i weekenden", "in the weekend", "at the weekend", "on the weekend", "over the weekend"})
WEEKEND = frozenset({"weekend"})

# Words that belong to the phrase when a date follows.
DEADLINE = frozenset(
    {"senest", "inden", "til", "før", "på", "by", "before", "on", "until", "till", "due", "frist", "deadline"}
)
LEADS = DEADLINE | {"den", "d.", "for"}
WEAK_LEADS = frozenset({"", "den", "d.", "for"})
LEAD_PHRASES = frozenset({"no later than", "ikke senere end", "i løbet af"})
# These lead only a week, "next …" or an end of something: "i uge 48", "at the end of March".
PLACES = frozenset({"i", "in", "ved", "at", "during"})
PLACED = WEEK | NEXT | THIS | {"u", "w", "the"} | {edge[0] for edge in EDGES} | {"ugens", "månedens", "årets"}

# A date after one of these tells about something else than the deadline: "hver fredag", "tal om uge 11".
ABOUT = frozenset((
    "hver", "hvert", "every", "each", "sidste", "last", "forrige", "previous", "siden", "since", "fra",
    "from", "om", "about", "af", "of", "i", "in", "at", "to",
))  # fmt: skip
JOINS = frozenset({"og", "and", "eller", "or", "samt", "&"})
SPANS = frozenset({"til", "until", "till", "-", "–", "—"})
CLOCK = frozenset({"kl", "kl.", "klokken", "at"})
# After these, 14/11 and 14.11 are a number or a time.
COUNTED = CLOCK | frozenset((
    "version", "v", "v.", "pris", "prisen", "price", "nr", "nr.", "no.",
    "ca", "ca.", "cirka", "side", "page", "s.", "§", "afsnit", "section", "kapitel", "chapter", "kr",
    "kr.", "score",
))  # fmt: skip

# Short forms that are everyday words in their own language: a weekday only in company ("på man", "man 9/3").
SHY_WEEKDAYS = frozenset({"man", "søn", "sat", "sun"})
# English short forms that are everyday Danish words ("holde fri"): a weekday unless the line is Danish.
ENGLISH_WEEKDAYS = frozenset({"fri", "mon", "tue"})
DANISH = frozenset((
    "og", "til", "med", "har", "skal", "vil", "kan", "er", "af", "det", "den", "en", "et", "jeg", "hun",
    "han", "vi", "de", "ikke", "om", "ud", "op", "ind", "holde", "holder", "holdt", "give", "giver",
    "giv", "tage", "tager", "tag", "sig", "mig", "dig", "ham", "hende", "hans", "hendes", "dem", "os",
    "hvis", "ferie", "bliver", "blive",
))  # fmt: skip


@cache
def last_words() -> frozenset[str]:
    """Every word that can end a date phrase without a digit in it."""
    ends = {phrase.split()[-1] for phrase in (*DAYS, *ENDINGS, *IN_THE_WEEK, *WEEKENDS)}
    return frozenset(ends | set(WEEKDAYS) | set(MONTHS) | set(UNITS) | set(THIS_UNIT) | PARTS_OF_DAY | WEEKEND | TIMES)
