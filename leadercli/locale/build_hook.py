"""Compile the catalogues when the package is built or installed for development."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]
    """Turn every leadercli.po into the leadercli.mo that the program reads."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before files are collected."""
        del version, build_data
        compile_catalogues(Path(self.root) / "leadercli" / "locale")


def compile_catalogues(folder: Path) -> None:
    """Compile the catalogues below a folder; the same catalogue always makes the same file."""
    from datetime import UTC, datetime

    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for po in folder.glob("*/LC_MESSAGES/leadercli.po"):
        with po.open("rb") as source:
            catalogue = read_po(source, locale=po.parent.parent.name)
        # Babel writes dates into the header, and takes the present moment where the catalogue has none.
        catalogue.creation_date = catalogue.revision_date = datetime(2000, 1, 1, tzinfo=UTC)
        with po.with_suffix(".mo").open("wb") as target:
            write_mo(target, catalogue)
