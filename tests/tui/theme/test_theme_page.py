"""The page on themes tells what the program does, and its examples can be used."""

from __future__ import annotations

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from leadercli.locale.texts import Texts
from leadercli.tui.theme.fields import COLOURS, OWN_NAMES
from leadercli.tui.theme.theme_file import make_theme
from leadercli.tui.theme.themes import load_themes, shipped_themes_folder

PAGE = Path(__file__).parents[3] / "docs" / "themes.md"


@pytest.fixture(scope="module")
def tables() -> ModuleType:
    spec = spec_from_file_location("theme_tables", PAGE.with_name("theme_tables.py"))
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_tables_are_up_to_date(tables: ModuleType) -> None:
    page = PAGE.read_text("utf-8")
    assert tables.filled(page) == page, "run: python docs/theme_tables.py"


def test_every_theme_field_and_variable_is_told() -> None:
    page = PAGE.read_text("utf-8")
    names = [*load_themes([shipped_themes_folder()], Texts("en")).loaded, *OWN_NAMES, *(c.name for c in COLOURS)]
    assert [name for name in names if f"| `{name}` |" not in page] == []


def test_an_outdated_table_is_written_anew(tables: ModuleType) -> None:
    page = PAGE.read_text("utf-8")
    assert tables.filled(page.replace("| `overdue` |", "| `late` |")) == page


def test_the_examples_are_themes() -> None:
    examples = re.findall(r"   ```yaml\n(.*?)   ```", PAGE.read_text("utf-8"), flags=re.DOTALL)
    themes = [
        make_theme("\n".join(line[3:] for line in example.splitlines()).encode(), Texts("en")) for example in examples
    ]
    assert [theme.name for theme in themes] == ["min-skov", "min-skov"]
