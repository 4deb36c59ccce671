"""Keep the last table in bench/README.md, between two marks."""

from __future__ import annotations

from pathlib import Path

FILE = Path(__file__).with_name("README.md")
BEGIN, END = "<!-- table: written by python -m bench --write -->", "<!-- end of table -->"


def put(text: str) -> None:
    """Replace what stands between the marks."""
    before, found, rest = FILE.read_text("utf-8").partition(BEGIN)
    _, closed, after = rest.partition(END)
    if not found or not closed:
        raise SystemExit(f"{FILE} has lost its marks")
    FILE.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", "utf-8")
