"""Every sentence that the program shows goes through translation, and whole."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from leadercli.locale.collect import PACKAGE, called

TRANSLATES = ("t", "n", "c", "N_")
SPEAKS_BOTH = ("model", "demo")
"""Folders whose words are told apart by language themselves."""
NOT_SHOWN = {
    "Google Drive", "My Drive", "Proton Drive", "Library/Mobile Documents/com~apple~CloudDocs", "OneDrive - *",
    "an absent journal is only read",
    " without Danish",
}  # fmt: skip
"""Names of folders, and words for who works on the program."""
FOR_THE_DOCS = {PACKAGE / "tui" / "theme" / "fields.py"}
"""The table of theme fields is printed in the documentation."""

SOURCES = sorted(path for path in PACKAGE.rglob("*.py") if path.relative_to(PACKAGE).parts[0] not in SPEAKS_BOTH)


def pieced(tree: ast.AST) -> Iterator[int]:
    """Find the lines of messages that are put together instead of written whole."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node) in TRANSLATES:
            messages = node.args[:2] if called(node) in ("n", "c") else node.args[:1]
            yield from (node.lineno for message in messages if is_pieced(message))


def is_pieced(message: ast.expr) -> bool:
    """Tell whether a message is an f-string, a sum, or formatted before it is translated."""
    formatted = isinstance(message, ast.Call) and called(message) in ("format", "join", "replace")
    return formatted or isinstance(message, (ast.JoinedStr, ast.BinOp))


def sentences(tree: ast.AST) -> Iterator[str]:
    """Find words with a space between them that are neither translated, nor documentation, nor a style."""
    passed: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            passed.add(node.value)
        elif (isinstance(node, ast.Call) and called(node) in TRANSLATES) or (
            isinstance(node, ast.Assign) and any(getattr(name, "id", "").endswith("CSS") for name in node.targets)
        ):
            passed.update(ast.walk(node))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in passed:
            words = node.value.strip()
            if " " in words and words[0].isalpha() and "$" not in words and node.value not in NOT_SHOWN:
                yield words


def translates(node: ast.AST) -> bool:
    """Tell whether words stand in a call that translates them, or marks them for it."""
    return isinstance(node, ast.Call) and called(node) in TRANSLATES


def is_style(node: ast.AST) -> bool:
    """Tell whether words are a style sheet."""
    return isinstance(node, ast.Assign) and any(getattr(name, "id", "").endswith("CSS") for name in node.targets)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_what_is_shown_is_translated_and_whole(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert list(pieced(tree)) == []
    assert path in FOR_THE_DOCS or list(sentences(tree)) == []


PIECED = """
t(f"Saved {name}")
n("one", "mo" + "re", 2)
t("a {x}".format(x=1))
t("whole {x}", x=1)
"""
BARE = """
class A:
    "Documented words."
    CSS = "A { b: c }"
    said = "Some words", f"not saved {1}", t("Fine words"), "bold $accent", "word"
"""


def test_pieces_and_bare_sentences_are_found() -> None:
    assert list(pieced(ast.parse(PIECED))) == [2, 3, 4]
    assert list(sentences(ast.parse(BARE))) == ["Some words", "not saved"]
