"""Way: what can be declared, and what is refused."""

from __future__ import annotations

import math

import pytest

import interview_value as iv


def test_a_way_is_not_valued_yet():
    """What a plugin declares has no worth until the library has valued it."""
    way = iv.Way("a", "go halfway", {"travel": abs}, consent=0.5, cost=1, asks=False)
    assert math.isnan(way.worth)
    assert ("", 0.5, 1, False) == (way.error, way.consent, way.cost, way.asks)


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"name": "two words"}, "way"),
        ({"name": 3}, "way"),
        ({"label": ""}, "a.label"),
        ({"label": 3}, "a.label"),
        ({"changes": 3}, "a.changes"),
        ({"changes": {"travel": 3}}, "a.changes"),
        ({"consent": 1.1}, "a.consent"),
        ({"consent": "half"}, "a.consent"),
        ({"cost": -1}, "a.cost"),
        ({"cost": math.inf}, "a.cost"),
        ({"cost": None}, "a.cost"),
        ({"asks": "yes"}, "a.asks"),
    ],
    ids=str,
)
def test_declarations_that_cannot_be(changes, path):
    """Each argument that cannot be used is refused where it is written."""
    with pytest.raises(iv.errors.FieldError) as caught:
        iv.Way(**{"name": "a", "label": "go halfway", **changes})
    assert path == caught.value.path
