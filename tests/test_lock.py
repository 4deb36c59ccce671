"""The lock file pins all that pyproject.toml asks for, with hashes, and names no machine."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
LOCK = (ROOT / "requirements-dev.txt").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def _locked() -> Iterator[tuple[Requirement, list[str]]]:
    """Give each pinned package with its hashes."""
    written = re.sub(r"^\s*#.*\n", "", LOCK, flags=re.MULTILINE).replace("\\\n", " ")
    for line in written.splitlines():
        pinned, *hashes = line.split(" --hash=")
        yield Requirement(pinned), hashes


ASKED = [
    *PROJECT["project"]["dependencies"],
    *PROJECT["dependency-groups"]["dev"],
    *PROJECT["build-system"]["requires"],
]


@pytest.mark.parametrize("asked", ASKED)
def test_what_the_project_asks_for_is_pinned_within_its_range(asked: str) -> None:
    wanted = Requirement(asked)
    pins = [one for one, _ in _locked() if canonicalize_name(one.name) == canonicalize_name(wanted.name)]
    assert pins, f"{asked} is not in the lock: make lock"
    for pin in pins:
        (version,) = pin.specifier
        assert version.operator == "=="
        assert version.version in wanted.specifier, f"{pin} is not {asked}: make lock"


def test_every_pin_has_hashes() -> None:
    found = list(_locked())
    assert len(found) > len(PROJECT["project"]["dependencies"])
    for pinned, hashes in found:
        assert hashes, pinned
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}\s*", each) for each in hashes), pinned


def test_no_index_and_no_place_of_a_machine_stands_in_it() -> None:
    assert not re.search(r"://|\bfile:|--(extra-)?index|--find-links|--trusted-host|@ |(^|\s)[~.]?/", LOCK)
