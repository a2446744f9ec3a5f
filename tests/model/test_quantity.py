"""Quantity: what can be declared, and what its rules refuse."""

from __future__ import annotations

import math

import pytest

import interview_value as iv


def declare(**changes):
    """Declare a quantity, with some things changed."""
    return iv.Quantity(
        **{"name": "commute", "unit": "h a week", "bounds": (0, 60), "prior": (1, 8), "scale": "log", **changes}
    )


@pytest.mark.parametrize(
    ("changes", "path", "words"),
    [
        ({"name": "my commute"}, "quantity", "a name that is a Python identifier"),
        ({"name": 3}, "quantity", "a name that is a Python identifier"),
        ({"scale": "sqrt"}, "commute.scale", "'linear' or 'log'"),
        ({"ask": "boss"}, "commute.ask", "'yourself', 'recruiter' or 'nobody'"),
        ({"ask": "yourself"}, "commute.question", "the question that asks"),
        ({"bounds": (-1, 60)}, "commute.bounds", "bounds from 0 on, for a log scale"),
        ({"bounds": (60, 0)}, "bounds", "the lowest value, and then"),
        ({"bounds": (0, math.nan)}, "bounds", "a pair of numbers"),
        ({"bounds": 60}, "bounds", "a pair of numbers"),
        ({"unit": 3}, "commute.unit", "a text"),
        ({"source": None}, "commute.source", "a text"),
        ({"bounds": (0, 30, 60)}, "bounds", "a pair of numbers"),
        ({"bounds": ("0", "60")}, "bounds", "a pair of numbers"),
        ({"prior": (1, 80)}, "commute.prior", r"0 to 60 \(h a week\)"),
        ({"prior": (0, 8)}, "commute.prior", "starts above 0"),
        ({"prior": iv.model.PriorBy("stage", {iv.Stage.FIRST: 99}, 1)}, "commute.prior", "0 to 60"),
        ({"prior": iv.model.PriorBy("stage", {}, -1)}, "commute.prior", "0 to 60"),
        ({"prior": "a lot"}, "commute.prior", "a finite number"),
    ],
    ids=str,
)
def test_contradictions_are_refused(changes, path, words):
    """A declaration that contradicts itself is refused where it is written."""
    with pytest.raises(iv.errors.FieldError, match=words) as caught:
        declare(**changes)
    assert path == caught.value.path


@pytest.mark.parametrize(
    ("bounds", "shown", "inside", "outside"),
    [
        (iv.model.Bounds(), "any number", [-1e9, 0, 1e9], [math.nan]),
        (iv.model.Bounds(high=3), "≤ 3", [-5, 3], [3.1]),
        (iv.model.Bounds(0), "≥ 0", [0, 7], [-0.1]),
        (iv.model.Bounds(0, open_low=True), "> 0", [0.1], [0, -1]),
        (iv.model.Bounds(0, 1), "0 to 1", [0, 1], [1.1, -0.1, math.nan]),
        (iv.model.Bounds(0, 1, open_low=True), "> 0 to 1", [0.1, 1], [0]),
    ],
)
def test_bounds(bounds, shown, inside, outside):
    """Bounds say in symbols what they hold."""
    assert shown == str(bounds)
    assert all(bounds.contains(value) for value in inside)
    assert not any(bounds.contains(value) for value in outside)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (61, r"got 61.0, expected 0 to 60 \(h a week\)"),
        (-1, "expected 0 to 60"),
        ((5, 61), r"got \[5.0, 61.0\]"),
        ((0, 8), "a range that starts above 0, because commute ranges over a factor: say 0.4..8, or exactly 0"),
        ("much", "in h a week, 0 to 60"),
        ((8, 1), "the low end first"),
        (math.nan, "a finite number"),
    ],
    ids=str,
)
def test_value_that_does_not_fit(value, words):
    """A value is refused with its unit and its bounds; a range from 0 on a log scale with what to write instead."""
    with pytest.raises(iv.errors.FieldError, match=words) as caught:
        declare().estimate(value)
    assert "commute" == caught.value.path


def test_where_the_value_stands_can_be_said():
    """A path makes the error point to a row or a file."""
    with pytest.raises(iv.errors.FieldError, match=r"^row 3: got 99"):
        declare().estimate(99, path="row 3")


@pytest.mark.parametrize("value", [0, 60, (1, 60), 0.001])
def test_ends_of_the_bounds_fit(value):
    """Both ends of the bounds can be given, and an exact 0 on a log scale too."""
    assert iv.Estimate.of(value) == declare().estimate(value)


def test_a_fact_that_no_prior_hangs_on():
    """A fact that an invitation does not have is refused where it is written, with the nearest one."""
    with pytest.raises(iv.errors.FieldError, match="did you mean 'stage'"):
        iv.model.PriorBy("stagee", {}, 1)


def test_prior_by_fact():
    """A prior can hang on a fact; a fact without a case of its own takes the other prior."""
    quantity = declare(prior=iv.model.PriorBy("stage", {iv.Stage.FIRST: (2, 3)}, (1, 8)))
    assert iv.Estimate(2, 3) == quantity.prior_given(iv.Invitation(stage="first"))
    assert iv.Estimate(1, 8) == quantity.prior_given(iv.Invitation())


def test_every_quantity_says_what_a_person_needs():
    """Each quantity has a unit and a source, and a question unless nobody can answer it."""
    for quantity in iv.Evaluator(discover=False).quantities.values():
        assert quantity.unit
        assert quantity.source
        assert quantity.grade
        assert (quantity.ask == "nobody") == (not quantity.question)


def test_a_quantity_that_can_take_one_value_alone():
    """Both bounds may be the same number."""
    only = iv.Quantity("only", unit="points", bounds=(3, 3), prior=3)
    assert (3.0, 3.0) == (only.bounds.low, only.bounds.high)
