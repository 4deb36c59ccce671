"""Collect the messages of the code into the Danish catalogue: `make messages`. For who works on the program."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).parent.parent
DANISH = PACKAGE / "locale" / "da" / "LC_MESSAGES" / "leadercli.po"
KEYWORDS = {"N_": None, "t": None, "n": (1, 2), "c": ((1, "c"), 2)}
HEADER = r"""# Danish messages of leadercli.
msgid ""
msgstr ""
"Project-Id-Version: leadercli 0.1.0\n"
"Language: da\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"

"""
"""What the catalogue begins with: no dates, so that only changed messages make it differ."""


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


def as_written(catalogue: Catalog) -> bytes:
    """Write a catalogue the way it is kept: sorted, without places, dates or what is no longer used."""
    body = BytesIO()
    write_po(body, catalogue, omit_header=True, sort_output=True, no_location=True, ignore_obsolete=True, width=110)
    return HEADER.encode() + body.getvalue()


def write_danish(catalogue: Catalog) -> None:
    """Write the Danish catalogue."""
    DANISH.parent.mkdir(parents=True, exist_ok=True)
    DANISH.write_bytes(as_written(catalogue))


def is_translated(message: Message) -> bool:
    """Tell whether a message has its Danish, in every plural form."""
    string = message.string
    return all(string) if isinstance(string, (tuple, list)) else bool(string)


def main() -> None:
    """Write what is new into the catalogue and take out what is gone; translations are kept."""
    danish = read_danish() if DANISH.exists() else Catalog("da", domain="leadercli")
    danish.update(collected(), no_fuzzy_matching=True)
    write_danish(danish)
    missing = [message for message in danish if message.id and not is_translated(message)]
    print(f"{len(danish)} messages, {len(missing)} without Danish")  # noqa: T201


if __name__ == "__main__":
    main()
