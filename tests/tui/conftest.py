"""Desks for the tests of the screens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from support.screens.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk in English."""
    return Desk(tmp_path)


@pytest.fixture(params=["en", "da"])
def desk_in_both(tmp_path: Path, request: pytest.FixtureRequest) -> Desk:
    """A desk in English, then one in Danish."""
    return Desk(tmp_path, lang=request.param)


@pytest.fixture
def make_desk(tmp_path: Path) -> Callable[..., Desk]:
    """Make a desk with other settings: `make_desk(lang="da", keys={"list.done": "k"})`."""
    return lambda **settings: Desk(tmp_path, **settings)
