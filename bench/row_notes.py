"""10,000 notes of 1.7 KB against jrnl with the same 10,000 entries."""

from __future__ import annotations

from collections.abc import Callable

from bench import data, peers, words
from bench.journals import RECORDS, Journals
from bench.measure import SLOW_RUNS, Times, UnusableError, alternate
from bench.ours import timed
from bench.rows import Row

GOAL = 10.0
SEARCHES = (("rare", words.RARE), ("Danish", words.DANISH), ("common", words.COMMON))
NOTE = "Talte om vagtplanen i dag. Det gik godt, og vi følger op efter påske."
FIRST = data.people()[0]


def rows(journals: Journals) -> list[Row]:
    """Measure whole processes that list everything, search for three words, and add one note."""
    try:
        jrnl = str(peers.jrnl())
    except UnusableError as trouble:
        missing = Times(trouble=str(trouble))
        return [Row("list, search and add, 10,000 notes", "jrnl", Times(), missing, GOAL, faster=True)]
    ours, world = journals.noted, journals.world("jrnl")
    notes = data.notes(RECORDS)
    peers.fill_jrnl(world, notes)

    def row(what: str, mine: list[str], theirs: list[str], counts: dict[str, int], name: str) -> Row:
        holds = _holding(counts)
        times = alternate(
            lambda: ours.time(*mine, holds=holds),
            lambda: timed([jrnl, *theirs], world.env(), world.root, holds),
            runs=SLOW_RUNS,
        )
        return Row(f"{what}, 10,000 notes", f"jrnl {name}", *times, GOAL, faster=True)

    found = {word: sum(word in note.text for note in notes) for _, word in SEARCHES}
    everything = row("list all", ["export", "--format", "md"], ["--format", "text"], found, "--format text")
    searches = []
    for kind, word in SEARCHES:
        what, name = f"search a {kind} word ({found[word]} hits)", "-contains … --short"
        searches.append(row(what, ["search", word], ["-contains", word, "--short"], {}, name))
    adding = row("add a note", ["note", FIRST, NOTE], [f"{FIRST}. {NOTE}"], {}, "TEXT")
    return [everything, *searches, adding]


def _holding(counts: dict[str, int]) -> Callable[[bytes], bool]:
    return lambda output: all(output.count(word.encode()) == count for word, count in counts.items())
