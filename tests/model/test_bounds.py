"""Bounds: what they hold, and how they are said."""

from __future__ import annotations

import math

import pytest

import interview_value as iv


@pytest.mark.parametrize(
    ("bounds", "shown", "inside", "outside"),
    [
        (iv.model.Bounds(), "any number", [-1e9, 0, 1e9], [math.nan]),
        (iv.model.Bounds(high=3), "≤ 3", [-5, 3], [3.1]),
        (iv.model.Bounds(0), "≥ 0", [0, 7], [-0.1]),
        (iv.model.Bounds(0, open_low=True), "> 0", [0.1], [0, -1]),
        (iv.model.Bounds(0, 1), "0 to 1", [0, 1], [1.1, -0.1, math.nan]),
        (iv.model.Bounds(0, 1, open_low=True), "> 0 to 1", [0.1, 1], [0]),
        (iv.model.Bounds(1, 40, or_zero=True), "0, or 1 to 40", [0, 1, 40], [0.5, 41, -1]),
    ],
)
def test_bounds(bounds, shown, inside, outside):
    """Bounds say in symbols what they hold."""
    assert shown == str(bounds)
    assert all(bounds.contains(value) for value in inside)
    assert not any(bounds.contains(value) for value in outside)


@pytest.mark.parametrize(("low", "high", "fits"), [(0, 0, True), (1, 3, True), (0, 3, False), (0, 0.5, False)])
def test_zero_beside_the_bounds_stands_alone(low, high, fits):
    """A range from an exact 0 on would hold what lies between it and the lowest value."""
    assert fits is iv.model.Bounds(1, 40, or_zero=True).contains_range(low, high)


@pytest.mark.parametrize(("value", "cut"), [(0, 0), (0.4, 1), (7, 7), (99, 40), (-3, 1)])
def test_cut_to_bounds(value, cut):
    """What lies beyond the bounds is cut to the nearer end, and what lies within them stays."""
    assert cut == iv.model.Bounds(1, 40, or_zero=True).cut(value)


def test_both_bounds_may_be_the_same():
    """A quantity that can take one value alone has it as both bounds."""
    only = iv.Quantity("only", unit="points", bounds=(3, 3), prior=3)
    assert (3.0, 3.0) == (only.bounds.low, only.bounds.high)
