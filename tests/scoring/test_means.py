"""Means: expected hours on several values, the same on arrays and on floats."""

from __future__ import annotations

import math
import sys

import pytest
from small_scorers import alone, quantity, scorer

import interview_value as iv
from interview_value.scoring.means import Means

np = pytest.importorskip("numpy")
arrays = pytest.importorskip("interview_value.scoring.arrays")

MOOD, LUCK = quantity("mood"), quantity("luck")


class Watched:
    """A scorer's function that notes what it is called with."""

    def __init__(self, function):
        self.function = function
        self.moods = []

    def of(self, mood, luck):
        """Note the mood, and call the function."""
        self.moods.append(np.shape(mood))
        return self.function(mood, luck)


def variants_of(function, values, **other):
    """A scorer of the mood and luck, and what it reads with the mood held at each of some values."""
    one = scorer(function, MOOD, LUCK, name="a", **other)
    read = alone(one, draws=8).evaluate(iv.Invitation()).run.values
    return one, [read.holding("mood", value) for value in values]


def on_floats(one, variants):
    """The means where nobody has loaded NumPy."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delitem(sys.modules, "numpy")
        return Means().of(one, variants)


def linear(mood, luck):
    """Add the two."""
    return mood + 2 * luck


def fails_above_7(mood, luck):
    """Give no number of hours for a high mood."""
    return mood * luck / (mood <= 7)


@pytest.mark.parametrize("function", [linear, lambda mood, luck: 3.0, lambda mood, luck: luck, lambda mood, luck: mood])
def test_arrays_give_what_floats_give(function):
    """On arrays each of the values has the mean that it has on floats, also if the hours are the same everywhere."""
    one, variants = variants_of(function, [1.0, 2.5, 7.0])
    expected = on_floats(one, variants)
    assert pytest.approx(expected, rel=1e-12) == Means().of(one, variants)


def test_all_values_are_run_at_once():
    """A scorer is called once for all values on arrays; where there are too many draws, once for every few of them."""
    watched = Watched(linear)
    one, variants = variants_of(watched.of, [1.0, 2.5, 7.0])
    watched.moods.clear()
    Means().of(one, variants)
    assert [(3, 1)] == watched.moods


def test_nothing_on_arrays_where_nothing_varies():
    """A scorer of which every argument is exact is called on floats, once for each value."""
    watched = Watched(linear)
    one, variants = variants_of(watched.of, [1.0, 2.5])
    watched.moods.clear()
    assert [7.0, 8.5] == Means().of(one, [values.holding("luck", 3.0) for values in variants])
    assert [(), ()] == watched.moods


def test_not_too_much_at_once(monkeypatch):
    """Where the draws of all values together are too many, some values are run after the others."""
    watched = Watched(linear)
    one, variants = variants_of(watched.of, [1.0, 2.5, 7.0])
    expected = Means().of(one, variants)
    watched.moods.clear()
    monkeypatch.setattr(arrays, "MOST_VALUES", 16)
    assert expected == Means().of(one, variants)
    assert 2 == len(watched.moods)


def test_what_fails_at_one_value_has_its_mean_at_the_others():
    """A scorer that gives no number of hours at one value is NaN there alone."""
    one, variants = variants_of(fails_above_7, [1.0, 8.0, 2.0])
    expected = on_floats(one, variants)
    assert [False, True, False] == [math.isnan(mean) for mean in expected]
    assert pytest.approx(expected, nan_ok=True) == Means().of(one, variants)


def test_what_raises_on_arrays_runs_on_floats():
    """A scorer that an array makes raise is run draw by draw, as is one that says that it cannot take a column."""
    for columnar in (True, False):
        one, variants = variants_of(lambda mood, luck: 1.0 if mood > luck else 0.0, [1.0, 9.0], columnar=columnar)
        assert on_floats(one, variants) == Means().of(one, variants)


def test_a_quantity_that_varies_in_some_of_the_values():
    """What is exact in one and varies in another is a row of equal values and a row of draws."""
    one, (held,) = variants_of(linear, [3.0])
    varied = alone(one, draws=8).evaluate(iv.Invitation()).run.values
    expected = on_floats(one, [held, varied])
    assert pytest.approx(expected) == Means().of(one, [held, varied])


def test_nothing_on_arrays_where_numpy_is_not_loaded(monkeypatch):
    """Where nobody has loaded NumPy, scorers are run draw by draw."""
    watched = Watched(linear)
    one, variants = variants_of(watched.of, [1.0, 2.5])
    watched.moods.clear()
    monkeypatch.delitem(sys.modules, "numpy")
    Means().of(one, variants)
    assert 16 == len(watched.moods)
