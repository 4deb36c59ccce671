"""Say which texts stand on which grounds, as the style sheets of Textual 8 and ours put them together."""

from __future__ import annotations

from collections.abc import Iterator

from textual.color import Color
from textual.theme import Theme

from leadercli.tui.theme.variables import contrast

GRAPHIC = 3.0
"""WCAG 1.4.11: what only marks a place, such as the border of the focused field."""

SPOKEN = ("foreground", "accent", "warning", "error", "success", "quiet", "overdue", "praise", "saved")
GENERATED = (
    *("text", "text-muted", "text-disabled", "foreground-muted", "link-color"),
    *("text-primary", "text-secondary", "text-accent", "text-warning", "text-error", "text-success"),
)
HEADINGS = tuple(f"markdown-h{level}" for level in range(1, 7))
BUTTONS = ("primary", "success", "warning", "error")


class Look:
    """The colours of a theme as the app resolves them, with Textual's blending."""

    def __init__(self, theme: Theme) -> None:
        self.variables = theme.to_color_system().generate() | theme.variables

    def ground(self, *layers: str) -> Color:
        """Return what shows when layers lie on each other, the lowest first. `focus` is the focus tint."""
        shown = Color.parse(self.variables["background"])
        for layer in layers:
            tint = self.variables["foreground"] + "0d" if layer == "focus" else self.variables[layer]
            shown += Color.parse(tint)
        return shown

    def text(self, name: str, ground: Color) -> Color:
        """Return a text colour on a ground; `auto` becomes the black or white that Textual chooses there."""
        value = self.variables[name]
        if value.startswith("auto"):
            percentage = float(value.removeprefix("auto").strip().removesuffix("%") or 100)
            return ground.get_contrast_text(percentage / 100)
        return Color.parse(value)


def pairs(look: Look) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each text's variable with the layers that it stands on."""
    areas = [("background",), ("surface",), ("surface", "focus"), ("panel",)]
    for area in areas:
        for name in (*SPOKEN, *GENERATED):
            yield name, area
        yield "mark-text", (*area, "mark")
        yield "block-cursor-foreground", (*area, "block-cursor-background")
        yield "block-cursor-blurred-foreground", (*area, "block-cursor-blurred-background")
        yield "input-selection-foreground", (*area, "input-selection-background")
        yield "screen-selection-foreground", (*area, "screen-selection-background")
        yield "foreground", (*area, "block-hover-background")
        yield "link-color-hover", (*area, "link-background-hover")
    for name in SPOKEN:
        yield name, ("mark",)
    for name in HEADINGS:
        yield f"{name}-color", (f"{name}-background",)
    for name in ("footer-foreground", "footer-key-foreground", "footer-description-foreground"):
        part = name.removesuffix("foreground") + "background"
        yield name, ("footer-background", "footer-item-background", part)
    yield "input-cursor-foreground", ("input-cursor-background",)
    yield "foreground", ("panel-lighten-1",)
    yield "foreground", ("panel-darken-1",)
    yield "button-foreground", ("surface-darken-1",)
    for name in BUTTONS:
        yield "button-color-foreground", (name,)
        yield "button-color-foreground", (f"{name}-darken-2",)
        yield f"text-{name}", (f"{name}-muted",)


def faults(theme: Theme, ratio: float) -> list[str]:
    """Return a line for each text of a theme that cannot be read well enough where it stands."""
    look = Look(theme)
    found = []
    for name, layers in pairs(look):
        ground = look.ground(*layers)
        measured = contrast(look.text(name, ground), ground)
        if measured < ratio:
            found.append(f"{theme.name}: ${name} on {' + '.join(layers)} is {measured:.2f}, below {ratio}")
    for area in ("background", "surface", "panel"):
        ground = look.ground(area)
        if contrast(look.text("border", ground), ground) < GRAPHIC:
            found.append(f"{theme.name}: the focus border on {area} is below {GRAPHIC}")
    return found
