"""The build hook compiles the catalogue into what the program reads."""

from __future__ import annotations

import gettext
import shutil
from pathlib import Path

import pytest

from leadercli.locale.build_hook import compile_catalogues
from leadercli.locale.collect import DANISH, is_translated, read_danish


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the Danish catalogue in it, compiled."""
    home = tmp_path / "da" / "LC_MESSAGES"
    home.mkdir(parents=True)
    shutil.copy(DANISH, home)
    compile_catalogues(tmp_path)
    return tmp_path


def test_the_compiled_catalogue_says_what_the_catalogue_says(folder: Path) -> None:
    spoken = gettext.translation("leadercli", str(folder), ["da"])
    for message in filter(is_translated, read_danish()):
        if message.pluralizable:
            one, many = message.id
            assert (spoken.ngettext(one, many, 1), spoken.ngettext(one, many, 2)) == tuple(message.string)
        elif message.context:
            assert spoken.pgettext(message.context, str(message.id)) == message.string
        elif message.id:
            assert spoken.gettext(str(message.id)) == message.string


def test_danish_counts_none_as_many(folder: Path) -> None:
    spoken = gettext.translation("leadercli", str(folder), ["da"])
    said = [spoken.ngettext("{count} agreement", "{count} agreements", count) for count in (0, 1, 2)]
    assert said == ["{count} aftaler", "{count} aftale", "{count} aftaler"]


def test_the_compiled_catalogue_tells_no_time_of_building(folder: Path) -> None:
    told = gettext.translation("leadercli", str(folder), ["da"]).info()
    assert told["project-id-version"].startswith("leadercli")
    assert {value for name, value in told.items() if "date" in name} == {"2000-01-01 00:00+0000"}
