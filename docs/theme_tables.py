"""Write the tables of docs/themes.md from the program and its theme files: `python docs/theme_tables.py`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import yaml

from leadercli.tui.theme.fields import ABOUT, COLOURS, FOLLOWERS, IGNORED, OWN_VARIABLES, Named
from leadercli.tui.theme.themes import DEFAULT_DARK, shipped_themes_folder
from leadercli.tui.theme.values import variable_names

PAGE = Path(__file__).with_name("themes.md")


def shipped() -> str:
    """Tell each shipped theme in a line."""
    rows = []
    for path in sorted(shipped_themes_folder().glob("*.yaml")):
        fields = yaml.safe_load(path.read_text("utf-8"))
        kind = "dark" if fields["dark"] else "light"
        if fields["name"] == DEFAULT_DARK:
            kind += ", worn unless you choose"
        rows.append((f"`{fields['name']}`", kind, fields["description"]))
    return table(("theme", "kind", "what it is like"), rows)


def named(fields: Iterable[Named]) -> str:
    """Tell fields or variables and what they are for."""
    return table(("name", "what it is for"), ((f"`{field.name}`", field.about) for field in fields))


def following() -> str:
    """Tell which of Textual's variables follow one of ours."""
    return table(
        ("Textual's variable", "is the same as"), ((f"`{name}`", f"`{own}`") for name, own in FOLLOWERS.items())
    )


def others() -> str:
    """List Textual's remaining variables, without the shades of each colour."""
    shade = re.compile(r"-(lighten|darken)-\d$")
    colours = {colour.name for colour in COLOURS}
    ours = {variable.name for variable in OWN_VARIABLES}
    left = sorted(n for n in variable_names() - colours - ours - set(FOLLOWERS) if not shade.search(n))
    return ", ".join(f"`{name}`" for name in left) + "."


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Write a Markdown table."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def filled(page: str) -> str:
    """Return the page with every part between `<!-- name -->` and `<!-- end -->` written anew."""
    parts = {
        "shipped": shipped(),
        "fields": named(ABOUT),
        "colours": named(COLOURS),
        "variables": named(OWN_VARIABLES),
        "following": following(),
        "others": others(),
        "ignored": ", ".join(f"`{name}`" for name in IGNORED) + ".",
    }
    for name, text in parts.items():
        page = re.sub(
            rf"(<!-- {name} -->\n).*?(<!-- end -->)",
            lambda found, text=text: f"{found[1]}{text}\n{found[2]}",
            page,
            count=1,
            flags=re.DOTALL,
        )
    return page


if __name__ == "__main__":
    PAGE.write_text(filled(PAGE.read_text("utf-8")), "utf-8")
