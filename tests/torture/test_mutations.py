"""A journal that has become something else is accepted whole or refused with a sentence, and never touched."""

from __future__ import annotations

import io
import json
import shutil
import traceback
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from random import Random
from typing import Any

import pytest
from support.journals.worlds import StandingClock, new_random, places_in, seen
from support.proofs import sized, tried
from support.torture.mutations import mutated
from tinydb import TinyDB

from leadercli.cli.main import run
from leadercli.errors import JournalError
from leadercli.journal.journal import Journal
from leadercli.journal.opening import begin_journal, open_journal
from leadercli.model.schema import TABLES

CASES = sized(300, 10_000)
READING = (("next", "--json"), ("today",), ("people", "--json"), ("search", "budget"), ("export",), ("scale", "show"))


def _lived_in(folder: Path) -> Journal:
    """A journal with something of everything in it."""
    clock = StandingClock()
    journal = begin_journal(places_in(folder), clock, new_random())
    lise, mads = journal.people.add("Lise Ærø", role="Økonomi"), journal.people.add("Mads")
    made = journal.agreements.agree("send budgettet", person_id=lise.id, due=clock.now.date())
    journal.agreements.adjust(made.id, None, "kunden er på ferie")
    journal.agreements.complete(journal.agreements.agree("ring").id)
    journal.agreements.remove(journal.agreements.agree("glem det").id)
    journal.inbox.put(mads.id, "løn")
    journal.feedback.note(lise.id, "praise", "flot møde")
    journal.meetings.write(lise.id, clock.now.date(), "hej\n! ring til kunden fre\n? løn\n% kun mig")
    journal.meetings.write(lise.id, clock.now.date(), "hej\n! ring til kunden fre\n? løn og ferie\n% kun mig\nslut")
    journal.scale.weigh_in("2026-W10", {"workload": 3})
    journal.scale.add_item("load", "Møder")
    return journal


def _ran(folder: Path, *words: str) -> tuple[int, str, str]:
    """Run one command line in this process. Returns the exit code, stdout and stderr."""
    places = places_in(folder)
    env = {"HOME": str(folder), "LEADERCLI_JOURNAL": str(places.journal), "LEADERCLI_NOW": "2026-03-02T08:00"}
    env |= {f"XDG_{name}_HOME": str(folder / name) for name in ("CONFIG", "STATE", "DATA")}
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        code = run(words, env | {"LEADERCLI_LANG": "en"}, lambda session, person: 0)
    return code, out.buffer.getvalue().decode(), err.buffer.getvalue().decode()


Opener = Callable[[Path], object]


def _looked_through(folder: Path) -> object:
    return seen(open_journal(places_in(folder), StandingClock(), new_random()))


def _check_opened(folder: Path, content: bytes, how: str, opened: Opener) -> None:
    said = "."
    try:
        opened(folder)
    except JournalError as trouble:
        said = str(trouble)
    except Exception:
        pytest.fail(f"{how}: {traceback.format_exc()}")
    assert said.endswith("."), (how, said)
    assert places_in(folder).journal.read_bytes() == content, how


def _check_reading(folder: Path, content: bytes, how: str, words: tuple[str, ...]) -> None:
    try:
        code, _, err = _ran(folder, *words)
    except Exception:
        pytest.fail(f"{how}: {words}: {traceback.format_exc()}")
    assert code in (0, 3), (how, words, code, err)
    assert code == 0 or err.strip().endswith("."), (how, words, err)
    assert "Traceback" not in err
    assert places_in(folder).journal.read_bytes() == content, (how, words)
    tried("accepted" if code == 0 else "refused")


def _check_writing(folder: Path, content: bytes, how: str) -> None:
    """What is accepted is accepted whole: one more agreement stands beside all that was there."""
    code, _, err = _ran(folder, "add", "en aftale til")
    after = places_in(folder).journal.read_bytes()
    if code:
        assert (code, after) == (3, content), (how, err)
        return
    texts = [one.get("text") for one in json.loads(after)["agreements"].values()]
    assert "en aftale til" in texts
    before = json.loads(content)
    for table in before:
        for id_, raw in before[table].items() if isinstance(before[table], dict) else ():
            kept = json.loads(after)[table][id_]
            assert not isinstance(raw, dict) or raw.keys() - {"~"} <= kept.keys(), (how, table, id_)
            assert table in TABLES or kept == raw, (how, table, id_)
    tried("written to")


def _worlds(tmp_path: Path, count: int) -> Any:
    """Make a folder with a mutated journal for each case."""
    good = _lived_in(tmp_path / "good").places.journal.read_bytes()
    for number in range(count):
        how, content = mutated(good, Random(number))
        folder = tmp_path / str(number)
        places = places_in(folder)
        places.journal.parent.mkdir(parents=True)
        places.journal.write_bytes(content)
        yield number, folder, content, f"case {number}, {how}"


@pytest.mark.proof("mutations")
def test_any_file_is_accepted_whole_or_refused_with_a_sentence(tmp_path: Path) -> None:
    for number, folder, content, how in _worlds(tmp_path, CASES):
        tried("files")
        _check_opened(folder, content, how, _looked_through)
        _check_reading(folder, content, how, READING[number % len(READING)])
        _check_writing(folder, content, how)


@pytest.mark.proof("mutations")
def test_a_machine_that_has_held_the_journal_loses_nothing_to_what_it_becomes(tmp_path: Path) -> None:
    """A sync client brings a mutated file to a machine that knows the journal: refused, or merged with all it held."""
    held = _lived_in(tmp_path)
    good = held.places.journal.read_bytes()
    wanted = {table: raws.keys() for table, raws in json.loads(good).items()}
    for number in range(CASES // 3):
        how, content = mutated(good, Random(-1 - number))
        folder = tmp_path / "machine"
        _ran_before(folder, good)
        places_in(folder).journal.write_bytes(content)
        how = f"case {number}, {how}"
        try:
            code, _, err = _ran(folder, *READING[number % len(READING)])
        except Exception:
            pytest.fail(f"{how}: {traceback.format_exc()}")
        after = places_in(folder).journal.read_bytes()
        assert code in (0, 3), (how, code, err)
        if code:
            assert err.strip().endswith("."), (how, err)
        if after != content:
            found = json.loads(after)
            assert all(ids <= found[table].keys() for table, ids in wanted.items()), how
            kept = [path for path in folder.glob("STATE/**/backups/*") if path.read_bytes() == content]
            assert content == good or kept or _is_good_json(content), how
        tried("files on a machine that knows the journal")


def _ran_before(folder: Path, good: bytes) -> None:
    """Let the program have held the journal on a machine of its own."""
    shutil.rmtree(folder, ignore_errors=True)
    places_in(folder).journal.parent.mkdir(parents=True)
    places_in(folder).journal.write_bytes(good)
    assert _ran(folder, "people")[0] == 0


def _is_good_json(content: bytes) -> bool:
    try:
        return isinstance(json.loads(content), dict)
    except ValueError:
        return False


@pytest.mark.control("mutations")
def test_the_check_finds_a_program_that_believes_what_it_reads(tmp_path: Path) -> None:
    """The negative control: the same files, opened with TinyDB's own storage."""

    def stock(folder: Path) -> object:
        with TinyDB(places_in(folder).journal) as db:
            return [one["text"] for one in db.table("agreements").all()]

    bad = 0
    for _, folder, content, how in _worlds(tmp_path, 60):
        tried("files")
        try:
            _check_opened(folder, content, how, stock)
        except (pytest.fail.Exception, AssertionError):
            bad += 1
    tried("with a traceback", bad)
    assert bad
