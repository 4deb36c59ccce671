"""Collect the messages of the code into the Danish catalogue: `make messages`. For who works on the program."""

from __future__ import annotations

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).parent.parent
DANISH = PACKAGE / "locale" / "da" / "LC_MESSAGES" / "leadercli.po"
KEYWORDS = {"N_": None, "t": None, "n": (1, 2), "c": ((1, "c"), 2)}


def collected() -> Catalog:
    """Find every message in the package's code."""
    catalogue = Catalog(project="leadercli")
    found = extract_from_dir(str(PACKAGE), [("**.py", "python")], keywords=KEYWORDS)
    for name, line, message, comments, context in sorted(found, key=lambda one: (one[0], one[1])):
        if message and message != ("", ""):
            catalogue.add(message, None, [(name, line)], auto_comments=comments, context=context)
    return catalogue


def read_danish() -> Catalog:
    """Read the Danish catalogue."""
    with DANISH.open("rb") as file:
        return read_po(file, locale="da", domain="leadercli")


def main() -> None:
    """Write what is new into the catalogue and take out what is gone; translations are kept."""
    danish = read_danish() if DANISH.exists() else Catalog("da", domain="leadercli")
    danish.update(collected(), no_fuzzy_matching=True)
    DANISH.parent.mkdir(parents=True, exist_ok=True)
    with DANISH.open("wb") as file:
        write_po(file, danish, omit_header=False, sort_output=True, no_location=True, ignore_obsolete=True, width=110)
    missing = [message.id for message in danish if message.id and not _translated(message.string)]
    print(f"{len(danish)} messages, {len(missing)} without Danish")  # noqa: T201


def _translated(string: object) -> bool:
    return all(string) if isinstance(string, tuple) else bool(string)


if __name__ == "__main__":
    main()
