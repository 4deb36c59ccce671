"""Numbers of the scale as they are printed."""

import pytest

from leadercli.words.scale import level, signed


def test_levels_have_one_decimal():
    assert [level(it, "da") for it in (3.6, 5, None)] == ["3,6", "5,0", "–"]
    assert level(3.6, "en") == "3.6"


@pytest.mark.parametrize(
    ("tilt", "text"), [(-0.4, "−0,4"), (1.25, "+1,2"), (0, "0,0"), (-0.04, "0,0"), (0.04, "0,0"), (None, "–")]
)
def test_tilts_carry_their_sign_unless_they_are_nothing(tilt, text):
    assert signed(tilt, "da") == text
