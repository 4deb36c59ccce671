"""Whatever call fails, or is a program's last: what stood on this machine stays, and a change is there or is not.

Each scene is a change, or a start, with something lying about that has to be taken in. `other` words came from
elsewhere, and may never be lost; the word of the change is there if nothing was said against it.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from support.journals.failing_os import KilledError
from support.journals.worlds import StandingClock, new_random, places_in
from support.proofs import sized, tried
from support.torture.every_call import Calls, Fails, from_then_on, killed, once

from leadercli import atomic_write as swapping
from leadercli.errors import JournalError
from leadercli.journal.journal import Journal
from leadercli.journal.opening import begin_journal, open_journal
from leadercli.locale.texts import Texts
from leadercli.places import Places

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EINTR)
NEW = "det nye"


@dataclass(frozen=True)
class Scene:
    """What lies about, and which words must be there afterwards besides those of the change."""

    lay: Callable[[Places, Path], None]
    words: frozenset[str]
    at_the_swap: bool = False
    opens: bool = False
    exchanges: bool = True


def _opened(places: Places) -> Journal:
    return open_journal(places, StandingClock(), new_random())


def _texts(journal: Journal) -> set[str]:
    return {one.text for one in journal.agreements.all()}


def _elsewhere(places: Places, folder: Path, text: str) -> bytes:
    """Write on another machine. Returns its file."""
    there = places_in(folder / text)
    there.journal.parent.mkdir(parents=True)
    there.journal.write_bytes(places.journal.read_bytes())
    _opened(there).agreements.agree(text)
    return there.journal.read_bytes()


def _nothing(places: Places, folder: Path) -> None:
    """Nothing has happened."""


def _a_copy(places: Places, folder: Path) -> None:
    places.journal.with_name("journal (1).json").write_bytes(_elsewhere(places, folder, "kopi"))


def _a_version(places: Places, folder: Path) -> None:
    """A sync client has dropped what was here for what another machine wrote."""
    older = (folder / "older").read_bytes()
    places.journal.write_bytes(older)
    places.journal.write_bytes(_elsewhere(places, folder, "version"))


def _at_the_swap(places: Places, folder: Path) -> None:
    (folder / "displaced").write_bytes(_elsewhere(places, folder, "fortrængt"))


def _damage(places: Places, folder: Path) -> None:
    with places.journal.open("ab") as file:
        file.write(b"\x00garbage")


def _deletion(places: Places, folder: Path) -> None:
    places.journal.unlink()


OLD = frozenset({"det ældste", "det gamle"})
SCENES = {
    "a change": Scene(_nothing, OLD),
    "a change beside a conflict copy": Scene(_a_copy, OLD | {"kopi"}),
    "a change after a version was dropped": Scene(_a_version, OLD | {"version"}),
    "a change that displaces an unseen version": Scene(_at_the_swap, OLD | {"fortrængt"}, at_the_swap=True),
    "a change to a damaged file": Scene(_damage, OLD),
    "a change to a file that was deleted": Scene(_deletion, OLD),
    "a change without an exchange in one step": Scene(_nothing, OLD, exchanges=False),
    "a start beside a conflict copy": Scene(_a_copy, OLD | {"kopi"}, opens=True),
    "a start after a version was dropped": Scene(_a_version, OLD | {"version"}, opens=True),
}


class World:
    """One scene, laid out anew for each call that shall fail."""

    def __init__(self, scene: Scene, folder: Path) -> None:
        self.scene = scene
        self.displaced = False
        self.folder = folder
        self.places = places_in(folder / "world")
        clock = StandingClock()
        journal = begin_journal(self.places, clock, new_random())
        journal.agreements.agree("det ældste")
        (folder / "older").write_bytes(self.places.journal.read_bytes())
        clock.go(hours=-2)
        journal.agreements.agree("det gamle")
        shutil.copytree(folder / "world", folder / "kept")
        scene.lay(self.places, folder)
        shutil.copytree(folder / "world", folder / "laid")

    def play(self, fails: Fails) -> tuple[Journal | None, BaseException | None, list[str]]:
        """Let the program do its part. Returns the journal, what went wrong, and the calls made."""
        scene, world = self.scene, self.folder / "world"
        self.displaced = False
        shutil.rmtree(world)
        shutil.copytree(self.folder / ("laid" if scene.opens else "kept"), world)
        journal = None
        if not scene.opens:
            journal = _opened(self.places)
            shutil.rmtree(world)
            shutil.copytree(self.folder / "laid", world)
        calls = Calls(world, fails)
        try:
            with calls.watched(), _Swapping(self):
                if journal:
                    journal.agreements.agree(NEW)
                else:
                    journal = _opened(self.places)
        except (JournalError, KilledError) as trouble:
            return journal, trouble, calls.made
        return journal, None, calls.made

    @property
    def words(self) -> frozenset[str]:
        """What must be there: a version that was to be displaced only once it has come."""
        return self.scene.words if self.displaced or not self.scene.at_the_swap else OLD


class _Swapping:
    """Puts another version in place just before the first swap, or lets the system not know how to exchange."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._patch = pytest.MonkeyPatch()

    def __enter__(self) -> None:
        world, real = self._world, swapping.exchange
        if not world.scene.exchanges:
            self._patch.setattr(swapping, "exchange", lambda one, other: False)
        if world.scene.at_the_swap:

            def late(one: Path, other: Path) -> bool:
                if not world.displaced:
                    world.displaced = True
                    part = shutil.copyfile(world.folder / "displaced", world.folder / "part")
                    part.replace(world.places.journal)
                return real(one, other)

            self._patch.setattr(swapping, "exchange", late)

    def __exit__(self, *_: object) -> None:
        self._patch.undo()


def _plans(count: int) -> Iterator[tuple[str, Fails, int]]:
    """Give what shall happen: its name, the failing, and the error. Small, each call fails in one way of all."""
    ways = [(how, error) for error in ERRORS for how in (once, from_then_on)]
    for number in range(1, count + 1):
        yield f"killed before call {number}", killed(number), 0
        for how, error in ways if sized(0, 1) else [ways[number % len(ways)]]:
            yield f"call {number} fails {how.__name__}: {os.strerror(error)}", how(number, error), error


def test_a_change_makes_the_calls_that_make_it_last(tmp_path: Path) -> None:
    _, _, made = World(SCENES["a change"], tmp_path).play(lambda number, call: None)
    calls = [name for name in made if name in ("open", "write", "fsync", "close", "exchange", "replace", "unlink")]
    at = calls.index("exchange")
    assert calls[at - 5 : at] == ["open", "open", "write", "fsync", "close"], "the folder first, then the new file"
    assert calls[at + 1 : at + 4] == ["fsync", "close", "unlink"], "the folder is confirmed before the old file goes"
    assert calls[at + 4 :] == ["open", "write", "close", "replace"], "this machine's own copy comes last"
    assert calls[: at - 5].count("fsync") == 1, "the list of changes is on disk before the journal is"


@pytest.mark.proof("faults")
@pytest.mark.parametrize("name", SCENES)
def test_whatever_fails_nothing_is_lost_and_what_is_said_is_true(tmp_path: Path, name: str) -> None:
    scene = SCENES[name]
    world = World(scene, tmp_path)
    journal, trouble, made = world.play(lambda number, call: None)
    assert trouble is None
    assert journal
    assert _texts(journal) == scene.words | (set() if scene.opens else {NEW})
    tried("calls", len(made))
    for how, fails, error in _plans(len(made)):
        journal, trouble, calls = world.play(fails)
        how = f"{how}, {calls[-3:]}"
        if isinstance(trouble, JournalError):
            sentence = trouble.sentence(Texts("en"))
            assert sentence.endswith("."), how
            assert os.strerror(error) in sentence, (how, sentence)
        if trouble and world.places.journal.exists():
            assert b"\x00" in world.places.journal.read_bytes() or _opened(world.places), how
        if not world.places.journal.exists() or b"\x00" in world.places.journal.read_bytes():
            world.places.journal.write_bytes((world.folder / "older").read_bytes())  # the provider brings a whole one
        found = _texts(_opened(world.places))
        assert world.words <= found, (how, trouble)
        assert found <= world.words | {NEW}, how
        if not scene.opens and not isinstance(trouble, KilledError):
            said_not = isinstance(trouble, JournalError) and "has not confirmed" not in str(trouble)
            assert (NEW in found) != said_not, (how, trouble, found)
        if journal and not isinstance(trouble, KilledError):
            journal.agreements.agree("det næste")
            again = _texts(_opened(world.places))
            assert again == found | {"det næste"}, ("the program that met it goes on", how, again)
            assert again == _texts(journal), how
        tried("failures")
