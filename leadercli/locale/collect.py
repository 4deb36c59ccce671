"""Collect the messages of the code into the Danish catalogue: `make messages`. For who works on the program."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).parent.parent
DANISH = PACKAGE / "locale" / "da" / "LC_MESSAGES" / "leadercli.po"
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

Found = tuple[str | None, str | tuple[str, str]]
"""A message's context, and the message: a text, or a singular and a plural."""


def collected(package: Path = PACKAGE) -> Catalog:
    """Find every message in a package's code."""
    catalogue = Catalog("da", domain="leadercli")
    for path in sorted(package.rglob("*.py")):
        for context, message in messages_in(path.read_text("utf-8")):
            catalogue.add(message, context=context)
    return catalogue


def messages_in(source: str) -> Iterator[Found]:
    """Find the literal messages that are given to N_, t, n and c, also inside f-strings, which Babel passes over."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            yield from _message(called(node), [_literal(argument) for argument in node.args])


def called(call: ast.Call) -> str:
    """Name the function or method that is called, "" when it has no name."""
    return getattr(call.func, "attr", "") or getattr(call.func, "id", "")


def _message(name: str, given: list[str]) -> Iterator[Found]:
    first, second = (*given, "", "")[:2]
    if name in ("N_", "t") and first:
        yield None, first
    elif name == "n" and first and second:
        yield None, (first, second)
    elif name == "c" and first and second:
        yield first, second


def _literal(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def read_danish() -> Catalog:
    """Read the Danish catalogue."""
    with DANISH.open("rb") as file:
        return read_po(file, locale="da", domain="leadercli")


def as_written(catalogue: Catalog) -> bytes:
    """Write a catalogue the way it is kept: sorted, without places, dates or what is no longer used."""
    for message in catalogue:
        message.flags.discard("python-format")  # a lone % is a sign here, never a placeholder
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
