"""A leader's machine on which both front ends are looked at."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.screens.desk import Desk


@pytest.fixture(params=["en", "da"])
def desk(tmp_path: Path, request: pytest.FixtureRequest) -> Desk:
    """A desk in English, then one in Danish."""
    return Desk(tmp_path, lang=request.param)
