"""The scale's digits cover the views' keys, and nothing else of the scale may cover anything."""

import pytest

from leadercli.keys.remap import RemapError, find_clash, remapped
from leadercli.keys.table import KEYS


def test_the_keys_as_shipped_do_not_clash():
    assert find_clash(KEYS) is None


@pytest.mark.parametrize(
    "mapped",
    [
        {"scale.items": "s"},  # search
        {"scale.keep": "4"},  # a rating
        {"scale.keep_all": "u"},  # undo
        {"scale.trend": "1"},  # a rating
        {"scale_items.retire": "e"},  # edit in every list
        {"app.search": "3"},  # next steps
    ],
)
def test_a_key_of_the_scale_on_a_taken_key_is_refused(mapped):
    with pytest.raises(RemapError):
        remapped(mapped)


def test_a_rating_may_lie_on_a_views_key_and_a_view_on_a_ratings():
    assert remapped({"scale.rate_1": "2", "scale.rate_2": "1"})
    assert remapped({"app.people": "5"})
