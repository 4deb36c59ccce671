"""Themes are found and loaded, the person's own before ours, and can all be worn."""

from __future__ import annotations

from pathlib import Path

import yaml
from textual.app import App, ComposeResult
from textual.color import Color
from textual.widgets import Input, Static

from leadercli.locale.texts import Texts
from leadercli.tui.theme.fields import OWN_NAMES
from leadercli.tui.theme.themes import DEFAULT_DARK, load_theme, load_themes, shipped_themes_folder
from leadercli.tui.theme.variables import own_variables

TEXTS = Texts("en")
POSTING_STYLE = """\
name: harbour night
primary: '#4e78c4'
secondary: '#f39c12'
accent: '#e74c3c'
background: '#0e1726'  # with a comment
surface: '#17202a'
error: '#e74c3c'
success: '#2ecc71'
warning: '#f1c40f'
text: '#ffffff'
author: Somebody
description: As people have them for posting
homepage: https://example.org
text_area:
  cursor: 'reverse'
  gutter: 'bold #50e3c2'
syntax:
  json_key: 'italic #4a90e2'
url:
  base: 'italic #50e3c2'
variable:
  resolved: 'green'
method:
  get: 'underline #50e3c2'
something_newer: yes
"""


def write(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_shipped_files_are_named_as_their_themes() -> None:
    names = {path.stem for path in shipped_themes_folder().glob("*.yaml")}
    assert names == set(load_themes([shipped_themes_folder()], TEXTS).loaded)


def test_shipped_themes_say_all_of_our_variables_themselves() -> None:
    for path in shipped_themes_folder().glob("*.yaml"):
        assert set(OWN_NAMES) <= set(yaml.safe_load(path.read_text("utf-8"))["variables"]), path


def test_an_installed_package_carries_its_themes_inside(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "leadercli"
    (package / "themes").mkdir(parents=True)
    (tmp_path / "site-packages" / "themes").mkdir()
    assert shipped_themes_folder(package) == package / "themes"


def test_a_source_tree_has_them_beside_the_package(tmp_path: Path) -> None:
    assert shipped_themes_folder(tmp_path / "leadercli") == tmp_path / "themes"


def test_a_theme_made_for_posting_just_works(tmp_path: Path) -> None:
    write(tmp_path, "whatever.yml", POSTING_STYLE)
    themes = load_themes([tmp_path], TEXTS)
    assert themes.failed == ()
    theme = themes.loaded["harbour night"]
    assert theme.dark
    assert theme.primary == "#4E78C4"
    assert set(OWN_NAMES) <= set(theme.variables)


def test_a_light_theme_need_not_say_so(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", 'name: a\nprimary: blue\nbackground: "#fafafa"\n')
    write(tmp_path, "b.yaml", 'name: b\nprimary: blue\nbackground: "#fafafa"\ndark: true\n')
    loaded = load_themes([tmp_path], TEXTS).loaded
    assert not loaded["a"].dark
    assert loaded["b"].dark


def test_what_a_theme_says_is_kept(tmp_path: Path) -> None:
    write(
        tmp_path,
        "a.yaml",
        "name: a\nprimary: rgb(1, 2, 3)\nvariables:\n  mark: '#ff0000 50%'\n  text-muted: auto 70%\n"
        "  block-cursor-text-style: bold  underline\n",
    )
    theme = load_themes([tmp_path], TEXTS).loaded["a"]
    assert theme.primary == "#010203"
    assert theme.variables["mark"] == "#FF00007F"
    assert theme.variables["text-muted"] == "auto 70%"
    assert theme.variables["block-cursor-text-style"] == "bold underline"


def test_the_persons_own_theme_wins_by_name(tmp_path: Path) -> None:
    write(tmp_path, "mine.yaml", f'name: {DEFAULT_DARK}\nprimary: "#123456"\n')
    folders = [shipped_themes_folder(), tmp_path]
    assert load_themes(folders, TEXTS).loaded[DEFAULT_DARK].primary == "#123456"
    found = load_theme(DEFAULT_DARK, folders, TEXTS)
    assert found.theme.primary == "#123456"
    assert found.problems == ()


def test_a_broken_one_leaves_ours_in_place(tmp_path: Path) -> None:
    write(tmp_path, f"{DEFAULT_DARK}.yaml", f'name: {DEFAULT_DARK}\nprimary: "#12345"\n')
    folders = [shipped_themes_folder(), tmp_path]
    themes = load_themes(folders, TEXTS)
    assert themes.loaded[DEFAULT_DARK] == load_themes(folders[:1], TEXTS).loaded[DEFAULT_DARK]
    assert [broken.path.name for broken in themes.failed] == [f"{DEFAULT_DARK}.yaml"]
    found = load_theme(DEFAULT_DARK, folders, TEXTS)
    assert found.theme == themes.loaded[DEFAULT_DARK]
    assert "primary" in found.problems[0]


def test_of_two_with_one_name_the_file_of_that_name_counts(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", "name: elm\nprimary: red\n")
    write(tmp_path, "elm.yaml", "name: elm\nprimary: blue\n")
    themes = load_themes([tmp_path], TEXTS)
    assert themes.loaded["elm"].primary == "#0000FF"
    assert (
        themes.failed[0].sentence(TEXTS) == "a.yaml is left out of the themes. elm.yaml beside it is also called elm."
    )
    assert load_theme("elm", [tmp_path], TEXTS).theme == themes.loaded["elm"]


def test_an_unknown_theme_gives_the_default_and_says_so(tmp_path: Path) -> None:
    found = load_theme("nowhere\x1b[2J", [shipped_themes_folder(), tmp_path / "missing"], TEXTS)
    assert found.theme.name == DEFAULT_DARK
    assert found.problems == ("There is no theme called nowhere\N{REPLACEMENT CHARACTER}[2J. This is fjord.",)


def test_without_any_theme_file_there_is_still_a_theme(tmp_path: Path) -> None:
    found = load_theme(DEFAULT_DARK, [tmp_path / "missing"], TEXTS)
    assert set(OWN_NAMES) <= set(found.theme.variables)
    assert found.problems


def test_textuals_own_themes_can_be_worn() -> None:
    found = load_theme("nord", [shipped_themes_folder()], TEXTS)
    assert found.theme.name == "nord"
    assert set(OWN_NAMES) <= set(found.theme.variables)
    assert found.problems == ()


def test_one_theme_is_the_same_alone_as_among_all() -> None:
    folders = [shipped_themes_folder()]
    for name, theme in load_themes(folders, TEXTS).loaded.items():
        assert load_theme(name, folders, TEXTS).theme == theme


class Bare(App[None]):
    """Uses each of our variables, as our style sheets do."""

    CSS = "Static { background: $mark; color: $mark-text; border: solid $rule; }\n" + "\n".join(
        f"#{name} {{ color: ${name}; }}" for name in OWN_NAMES
    )

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return own_variables(self.current_theme)

    def compose(self) -> ComposeResult:
        yield Static("text")
        yield Input()


async def test_themes_of_any_origin_can_be_put_on_one_after_another(tmp_path: Path) -> None:
    write(tmp_path, "posting.yaml", POSTING_STYLE)
    write(tmp_path, "least.yaml", "name: 9 Åer.x\nprimary: ansi_blue\n")
    app = Bare()
    async with app.run_test() as pilot:
        themes = load_themes([shipped_themes_folder(), tmp_path], TEXTS).loaded
        for theme in themes.values():
            app.register_theme(theme)
        for name in (*app.available_themes, *themes):
            app.theme = name
            await pilot.pause()
            assert app.current_theme.name == name
            assert app.query_one(Static).styles.background == Color.parse(own_variables(app.current_theme)["mark"])
