"""Numbers of the scale as they are printed: one decimal, a comma in Danish, a true minus sign."""

from __future__ import annotations


def level(value: float | None, lang: str) -> str:
    """Return a level 1–5 such as "3,6", or "–" when there is none."""
    return "–" if value is None else _mark(f"{value:.1f}", lang)


def signed(value: float | None, lang: str) -> str:
    """Return a tilt such as "−0,4" or "+1,2", "0,0" when it rounds to nothing, or "–" when there is none."""
    if value is None:
        return "–"
    text = f"{value:+.1f}"
    return _mark(text[1:] if float(text) == 0 else text.replace("-", "−"), lang)


def _mark(text: str, lang: str) -> str:
    return text.replace(".", ",") if lang == "da" else text
