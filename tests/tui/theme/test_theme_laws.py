"""Whatever stands in a theme file: it is refused with a sentence, or Textual can wear it."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from textual.app import App
from textual.css.stylesheet import Stylesheet, StylesheetParseError
from textual.theme import Theme
from textual.widget import Widget
from textual.widgets import Button, DataTable, Footer, Input, Link, OptionList, Tabs, TextArea, Tooltip

from leadercli.locale.texts import Texts
from leadercli.tui.theme.fields import COLOURS, OWN_NAMES
from leadercli.tui.theme.theme_file import make_theme, parse_fields
from leadercli.tui.theme.values import ThemeError, variable_names

TEXTS = Texts("en")
WIDGETS = (App, Widget, Button, DataTable, Footer, Input, Link, OptionList, Tabs, TextArea, Tooltip)
OURS = "\n".join(f"A {{ color: ${name}; background: ${name}; border: solid ${name} 50%; }}" for name in OWN_NAMES)

good_colours = st.sampled_from(
    ["#abc", "#aabbcc", "#aabbccdd", "red", "rgb(1, 2,3)", "hsl(10,20%,30%)", "ansi_red", "ansi_default"]
)
pieces = st.sampled_from(
    '#abc red auto 50% -1% 300% 0.5% 3w bold not none $primary ; } /* rgb( initial transparent !important "'.split()  # noqa: SIM905
)
values = (
    good_colours
    | st.lists(pieces, max_size=3).map(" ".join)
    | st.text(max_size=8)
    | st.none()
    | st.integers()
    | st.booleans()
)
colour_names = st.sampled_from([colour.name for colour in COLOURS])
style_free = st.sampled_from(sorted(name for name in variable_names() if "style" not in name.split("-")))
good_fields = st.dictionaries(colour_names, good_colours, max_size=6)
good_variables = st.dictionaries(style_free, good_colours, max_size=6)
any_name = st.sampled_from([*variable_names(), *(colour.name for colour in COLOURS), "dark"]) | st.text(max_size=6)


def wear(theme: Theme) -> None:
    """Parse style sheets with a theme, as Textual does when it is put on."""
    sheet = Stylesheet(variables=theme.to_color_system().generate() | theme.variables)
    for widget in WIDGETS:
        sheet.add_source(widget.DEFAULT_CSS, (widget.__name__, ""), is_default_css=True)
    sheet.add_source(OURS, ("ours", ""))
    sheet.parse()


def theme_or_sentence(fields: dict[str, object], variables: dict[str, object]) -> Theme | str:
    """Make a theme of fields and variables as if they stood in a file."""
    written = yaml.safe_dump({"name": "any", "primary": "red", **fields, "variables": variables})
    try:
        return make_theme(written.encode(), TEXTS)
    except ThemeError as error:
        return str(error)


@settings(deadline=None)
@given(good_fields, good_variables)
@example({"background": "ansi_default"}, {"mark": "ansi_blue"})
def test_good_values_are_accepted_and_can_be_worn(fields: dict[str, object], variables: dict[str, object]) -> None:
    theme = theme_or_sentence(fields, variables)
    assert isinstance(theme, Theme)
    assert set(OWN_NAMES) <= set(theme.variables)
    wear(theme)


@settings(deadline=None)
@given(good_fields, good_variables, any_name, values, st.booleans())
@example({}, {}, "primary-lighten-1", "red 50%", True)
@example({}, {}, "background-darken-1", "auto", True)
@example({}, {}, "foreground", "auto", True)
@example({}, {}, "link-style", "not not", True)
@example({}, {}, "text", "auto 100%", True)
@example({}, {}, "background", "transparent", False)
def test_with_one_odd_value_it_is_refused_or_can_be_worn(
    fields: dict[str, object], variables: dict[str, object], name: str, value: object, as_variable: bool
) -> None:
    (variables if as_variable else fields)[name] = value
    made = theme_or_sentence(fields, variables)
    if isinstance(made, Theme):
        wear(made)
    else:
        assert made.strip()


@settings(deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_fields_or_a_sentence(data: bytes) -> None:
    try:
        fields = parse_fields(data, TEXTS)
    except ThemeError:
        return
    assert isinstance(fields, dict)


@pytest.mark.parametrize(
    "variables", [{"mark": "nope"}, {"overdue": "$nothing"}, {"border": "auto"}, {"link-style": "shiny"}]
)
def test_textual_would_refuse_what_we_refuse(variables: dict[str, str]) -> None:
    with pytest.raises(ThemeError):
        make_theme(yaml.safe_dump({"name": "a", "primary": "red", "variables": variables}).encode(), TEXTS)
    with pytest.raises(StylesheetParseError):
        wear(Theme("any", "red", variables=dict.fromkeys(OWN_NAMES, "red") | variables))
