"""The two pans, looked at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadercli.model.scale.balance import Balance
from leadercli.tui.scale.balance_view import HEIGHT, NARROWEST, balance_picture, position


def weighed(load, resource, tilt=...):
    return Balance(load, resource, resource - load if tilt is ... else tilt, 19, 19, 1.0)


def drawn(text):
    return [row.removesuffix("|") for row in text.strip("\n").splitlines()]


PICTURES = {
    (4.4, 2.6): """
                                 │ 2,6 │|
                            ⣀⣀⣀⠤⠤╰─────╯|
│ 4,4 │        ⣀⣀⣀⡠⠤⠤⠔⠒⠒⠒⠉⠉⠉            |
╰─────╯⠤⠤⠒⠒⠒⠉⠉⠉     │                   |
                    ▲                   |
""",
    (3.6, 3.2): """
                                        |
                                 │ 3,2 │|
│ 3,6 │                ⣀⣀⣀⣀⣀⣀⡠⠤⠤⠤╰─────╯|
╰─────╯⠤⠤⠤⠔⠒⠒⠒⠒⠒⠒⠉⠉⠉⠉⠉⠉                 |
                    ▲                   |
""",
    (3.1, 3.2): """
                                        |
│ 3,1 │                          │ 3,2 │|
╰─────╯⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤╰─────╯|
                    │                   |
                    ▲                   |
""",
    (2.5, 3.2): """
                                        |
│ 2,5 │                                 |
╰─────╯⠤⠤⠤⢄⣀⣀⣀⣀⣀⣀                │ 3,2 │|
                 ⠉⠉⠉⠉⠉⠉⠒⠒⠒⠒⠒⠒⠢⠤⠤⠤╰─────╯|
                    ▲                   |
""",
    (2.0, 4.0): """
│ 2,0 │                                 |
╰─────╯⠤⠤⣀⣀⣀                            |
            ⠉⠉⠉⠒⠒⠒⠢⠤⠤⢄⣀⣀⣀        │ 4,0 │|
                    │    ⠉⠉⠉⠒⠒⠒⠤⠤╰─────╯|
                    ▲                   |
""",
}


@pytest.mark.parametrize(("levels", "picture"), PICTURES.items())
def test_the_heavier_pan_hangs_lower(levels, picture):
    assert balance_picture(weighed(*levels), 40, "da") == drawn(picture)


def test_a_week_without_a_tilt_has_a_level_broken_beam():
    assert balance_picture(weighed(3.0, None, None), 40, "da") == drawn("""
                                        |
│ 3,0 │                          │  –  │|
╰─────╯⠤⠄ ⠤⠤ ⠠⠤⠄ ⠤⠤ ⠠⠤⠄ ⠤⠤ ⠠⠤⠄ ⠤⠤╰─────╯|
                    │                   |
                    ▲                   |
""")


def test_with_room_the_pans_are_named():
    assert balance_picture(weighed(3.6, 3.2), 74, "da", ("Belastninger", "Ressourcer")) == drawn("""
                                                                          |
                                                     │     3,2      │     |
     │     3,6      │                    ⣀⣀⣀⣀⣀⣀⣀⣀⠤⠤⠤⠤╰─ Ressourcer ─╯     |
     ╰ Belastninger ╯⠤⠤⠤⠤⠒⠒⠒⠒⠒⠒⠒⠒⠉⠉⠉⠉⠉⠉⠉⠉                                 |
                                     ▲                                    |
""")
    assert balance_picture(weighed(3.6, 3.2), 40, "da", ("Belastninger", "Ressourcer")) == balance_picture(
        weighed(3.6, 3.2), 40, "da"
    )


def test_where_there_is_no_room_both_levels_are_still_told():
    assert balance_picture(weighed(3.6, 3.2), 15, "en") == ["   3.6 ▲ 3.2   "]


@pytest.mark.parametrize(
    ("tilt", "stands"),
    [(None, 0), (0, 0), (0.2, 0), (-0.2, 0), (0.25, 1), (-0.9, -1), (1, 2), (-1, -2), (4, 2)],
)
def test_the_beam_has_five_positions(tilt, stands):
    assert position(tilt) == stands


LEVELS = st.none() | st.floats(1, 5)


@given(LEVELS, LEVELS, st.integers(1, 150))
def test_the_picture_keeps_its_size(load, resource, width):
    tilt = None if load is None or resource is None else resource - load
    found = balance_picture(weighed(load, resource, tilt), width, "da", ("Belastninger", "Ressourcer"))
    assert {len(row) for row in found} == {width}
    assert len(found) == (HEIGHT if width >= NARROWEST else 1)
