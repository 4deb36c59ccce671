"""Every shipped theme can be read: WCAG AA for all text, AAA in the one with high contrast."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.color import ColorSystem
from rich.terminal_theme import DEFAULT_TERMINAL_THEME
from support.screens.theme_pairs import SPOKEN, Look, faults
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from leadercli.locale.texts import Texts
from leadercli.tui.theme.themes import DEFAULT_DARK, DEFAULT_LIGHT, load_themes, shipped_themes_folder
from leadercli.tui.theme.variables import AA, AAA, contrast, readable, with_own_variables

SHIPPED = load_themes([shipped_themes_folder()], Texts("en"))
HIGH_CONTRAST = "lanterne"
WITHOUT_COLOUR = "granit"


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_contrast_is_what_others_publish(one: str, other: str, ratio: float) -> None:
    assert contrast(Color.parse(one), Color.parse(other)) == pytest.approx(ratio, abs=0.01)
    assert contrast(Color.parse(other), Color.parse(one)) == pytest.approx(ratio, abs=0.01)


def test_see_through_text_is_measured_as_it_shows() -> None:
    half = contrast(Color.parse("#00000080"), Color.parse("#ffffff"))
    assert half == pytest.approx(contrast(Color.parse("#7f7f7f"), Color.parse("#ffffff")), abs=0.1)


def test_the_set_of_themes() -> None:
    assert SHIPPED.failed == ()
    themes = SHIPPED.loaded.values()
    assert len(themes) >= 7
    assert sum(not theme.dark for theme in themes) >= 2
    assert SHIPPED.loaded[DEFAULT_DARK].dark
    assert not SHIPPED.loaded[DEFAULT_LIGHT].dark
    for theme in themes:
        assert theme.dark == (Look(theme).ground().brightness < 0.5)


@pytest.mark.parametrize("theme", SHIPPED.loaded.values(), ids=SHIPPED.loaded)
def test_all_text_can_be_read(theme: Theme) -> None:
    assert faults(theme, AAA if theme.name == HIGH_CONTRAST else AA) == []


@pytest.mark.parametrize("name", SPOKEN)
def test_a_text_that_cannot_be_read_is_found(name: str) -> None:
    good = SHIPPED.loaded[DEFAULT_DARK]
    assert good.background
    bad = replace(good, variables=good.variables | {name: good.background})
    assert any(f"${name} on background" in fault for fault in faults(bad, AA))
    assert any(f"${name} on mark" in fault for fault in faults(bad, AA))


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("mark-text", "#323d43"),
        ("footer-key-foreground", "#1b262e"),
        ("block-cursor-background", "#d9e1e6"),
        ("input-selection-background", "#d9e1e6"),
        ("input-cursor-background", "#12191f"),
        ("button-color-foreground", "#ffffff"),
        ("text-muted", "auto 30%"),
        ("border", "#18222a"),
    ],
)
def test_a_bad_choice_for_a_part_of_the_screen_is_found(variable: str, value: str) -> None:
    good = SHIPPED.loaded[DEFAULT_DARK]
    bad = replace(good, variables=good.variables | {variable: value})
    assert len(faults(bad, AA)) > 0
    assert faults(good, AA) == []


def test_a_grey_on_grey_theme_fails_everywhere() -> None:
    bad = Theme(
        "fog",
        primary="#888888",
        foreground="#999999",
        background="#777777",
        surface="#777777",
        panel="#777777",
    )
    assert len(faults(with_own_variables(bad), AA)) > 50


def test_the_theme_without_colour_has_none() -> None:
    look = Look(SHIPPED.loaded[WITHOUT_COLOUR])
    for name, value in look.variables.items():
        if value.startswith("#"):
            red, green, blue = Color.parse(value).rgb
            assert max(red, green, blue) - min(red, green, blue) <= 1, name
        else:
            assert value.split()[0] in {"auto", "transparent", "initial", "none", "bold", "b", "underline"}, name


@pytest.mark.parametrize("theme", SHIPPED.loaded.values(), ids=SHIPPED.loaded)
def test_all_text_can_be_read_with_256_colours(theme: Theme) -> None:
    look = Look(theme)

    def nearest(name: str) -> Color:
        number = Color.parse(look.variables[name]).rich_color.downgrade(ColorSystem.EIGHT_BIT)
        return Color(*number.get_truecolor(DEFAULT_TERMINAL_THEME))

    for ground in ("background", "surface", "panel", "mark"):
        for text in (*SPOKEN, "mark-text"):
            measured = contrast(nearest(text), nearest(ground))
            assert measured >= (AAA if theme.name == HIGH_CONTRAST else AA), (text, ground)
    assert nearest("mark") != nearest("background")


@pytest.mark.parametrize("theme", SHIPPED.loaded.values(), ids=SHIPPED.loaded)
def test_sixteen_colours_keep_apart_what_must_be_told_apart(theme: Theme) -> None:
    look = Look(theme)

    def nearest(name: str) -> int | None:
        return Color.parse(look.variables[name]).rich_color.downgrade(ColorSystem.STANDARD).number

    for ground in ("background", "surface", "panel", "mark"):
        for text in (*SPOKEN, "mark-text"):
            assert nearest(text) != nearest(ground), (text, ground)
    assert nearest("mark") != nearest("background")
    assert nearest("overdue") != nearest("quiet")
    if theme.name != WITHOUT_COLOUR:
        assert nearest("overdue") != nearest("foreground")


@pytest.mark.parametrize("theme", BUILTIN_THEMES.values(), ids=BUILTIN_THEMES)
def test_what_we_work_out_for_other_themes_can_be_read(theme: Theme) -> None:
    if theme.ansi:
        pytest.skip("the terminal decides these colours")
    look = Look(with_own_variables(theme))
    for name in ("overdue", "quiet", "praise", "saved"):
        for ground in (look.ground(), look.ground("mark")):
            assert contrast(look.text(name, ground), ground) >= AA, name
    assert contrast(look.text("mark-text", look.ground("mark")), look.ground("mark")) >= AA


def test_readable_keeps_a_colour_that_can_be_read() -> None:
    white, amber = Color.parse("#ffffff"), Color.parse("#f0b45f")
    assert readable(Color.parse("#1f5c8a"), [white]) == Color.parse("#1f5c8a")
    darker = readable(amber, [white])
    assert contrast(darker, white) >= AA
    assert darker.hsl.h == pytest.approx(amber.hsl.h, abs=0.02)
