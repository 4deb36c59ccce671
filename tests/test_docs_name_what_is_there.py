"""The files that the documentation names are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), ROOT / "bench" / "README.md"]
NAMED = re.compile(r"`(?:pytest )?((?:[\w.]+/)+[\w.]+\.(?:py|toml|md|yaml|txt))`|\]\(((?:[\w.-]+/)*[\w.-]+\.md)\)")
"""A file with its folder between backquotes, or a link to a page."""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_files_that_are_named_are_there(page: Path) -> None:
    missing = []
    for found in NAMED.finditer(page.read_text("utf-8")):
        name = found[1] or found[2]
        places = [page.parent, ROOT, ROOT / "leadercli", ROOT / "tests"]
        if not any((place / name).exists() for place in places):
            missing.append(name)
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_modules_that_are_named_are_there(page: Path) -> None:
    names = re.findall(r"`(leadercli(?:\.\w+)+)`", page.read_text("utf-8"))
    modules = [name.replace(".", "/") for name in names]
    assert [name for name in modules if not ((ROOT / name).is_dir() or (ROOT / f"{name}.py").exists())] == []
