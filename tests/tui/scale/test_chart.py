"""Lines over time, looked at."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadercli.tui.scale.chart import Line, Scale, draw_lines

LEVELS = Scale(1, 5, tuple((step, str(step)) for step in (5, 4, 3, 2, 1)), middle=3)
THROUGH = Line([3, 4, 5, None, None, 5, 4, 3, 3, 3, 3], "up 3.0", role="r")
DASHED = Line([2, 2, 2, None, 2, None, 2, 1, 1, 2, 4], "low 4.0", dashed=True, role="l")


def drawn(text):
    return tuple(row.removesuffix("|") for row in text.strip("\n").splitlines())


def test_two_lines_are_told_apart_by_stroke_and_label_and_gaps_stay_open():
    found = draw_lines([THROUGH, DASHED], 46, 10, LEVELS, [(0, "jan"), (4, "feb"), (5, "x"), (8, "mar")])
    assert found.rows == drawn("""
5┤     ⢠⠊         ⠙⡄                          |
 │    ⡔⠁           ⠈⢢                         |
4┤  ⢠⠊               ⠑⢄           ⠐ ╌╌ low 4.0|
 │ ⡰⠁                 ⠈⠢⡀        ⢰            |
3┤⠼   ·   ·   ·   ·   · ⠑⠤⠤⠤⠤⠤⠤⠤⠤⠥⠤ ── up 3.0 |
 │                             ⢀⠇             |
2┤⠤⠄ ⠤⠤ ⠠      ⠤     ⠤⡀       ⢀               |
 │                    ⠈      ⠠⠊               |
1┤                      ⠣⡀ ⣀⡠                 |
  jan          feb          mar               |
""")
    assert found.roles == drawn("""
       rr         rr                          |
      rr           rr                         |
    rr               rr           l llllllllll|
   rr                 rrr        l            |
  r.....................rrrrrrrrr+r rrrrrrrrr |
                               ll             |
  ll ll l      l     ll       l               |
                      l      ll               |
                        ll ll                 |
                                              |
""")


def test_lines_that_end_together_keep_both_labels_the_higher_one_above():
    found = draw_lines([Line([3, 3.1], "a"), Line([3, 3.2], "b")], 20, 6, LEVELS)
    assert [row[-4:] for row in found.rows if "──" in row] == ["── b", "── a"]


def test_a_value_off_the_scale_is_drawn_on_the_edge():
    assert draw_lines([Line([9, -9])], 12, 6, LEVELS).rows == draw_lines([Line([5, 1])], 12, 6, LEVELS).rows


def test_nothing_to_draw_leaves_the_axis_and_the_names():
    found = draw_lines([Line([None, None], "a"), Line([], "b")], 16, 6, LEVELS)
    assert [row[:2] for row in found.rows] == ["5┤", "4┤", "3┤", "2┤", "1┤", "  "]
    assert {row[-4:] for row in found.rows} == {"── a", "── b", "    "}


@pytest.mark.parametrize("height", [6, 10, 14])
def test_ticks_are_evenly_spaced_at_these_heights(height):
    rows = [row for row, text in enumerate(draw_lines([], 10, height, LEVELS).rows) if "┤" in text]
    assert len(rows) == 5
    assert len({after - before for before, after in pairwise(rows)}) == 1


VALUES = st.lists(st.none() | st.floats(1, 5), max_size=60)


@given(VALUES, VALUES, st.integers(12, 130), st.integers(4, 24))
def test_the_picture_keeps_its_size(one, other, width, height):
    lines = [Line(one, "abc", role="r"), Line(other, "de", dashed=True, role="l")]
    found = draw_lines(lines, width, height, LEVELS, [(place, "jan") for place in range(max(len(one), len(other)))])
    assert {len(row) for row in (*found.rows, *found.roles)} == {width}
    assert len(found.rows) == len(found.roles) == height


@given(st.lists(st.floats(1, 5), min_size=1, max_size=53))
def test_a_line_without_gaps_has_a_dot_in_every_column(values):
    found = draw_lines([Line(values)], 40, 10, LEVELS)
    columns = list(zip(*(row[2:] for row in found.roles), strict=True))
    drawn_in = ["a" in column for column in columns]
    assert drawn_in == [True] * 38 if len(values) > 1 else drawn_in[0]
