"""Values of quantities in words."""

from __future__ import annotations

import pytest

import interview_value as iv
from interview_value.model.value_in_words import value_in_words

Estimate = iv.model.Estimate


@pytest.mark.parametrize(
    ("estimate", "unit", "expected"),
    [
        (Estimate(2, 7), "h", "2 to 7 hours"),
        (Estimate(0.66), "h, there and back", "40 minutes"),
        (Estimate(2, 7), "h a week", "2 to 7 hours a week"),
        (Estimate(30, 90), "min", "30 minutes to 1.5 hours"),
        (Estimate(0.15), "share", "1.5 of 10"),
        (Estimate(0.05, 0.7), "share of the doubt", "5 to 70 of 100"),
        (Estimate(40), "money", "40 in your currency"),
        (Estimate(10, 60), "money an hour", "10 to 60 an hour"),
        (Estimate(0.6, 1.4), "factor", "0.6 to 1.4 times"),
        (Estimate(2, 7), "people", "2 to 7 people"),
        (Estimate(1), "people", "1"),
        (Estimate(0.0002, 0.005), "jobs a contact and year", "0.0002 to 0.005 jobs a contact and year"),
        (Estimate(2, 7), "", "2 to 7"),
    ],
)
def test_values_have_their_units(estimate, unit, expected):
    """Hours are told as time, shares as counts of ten, and other numbers with their units in the plural."""
    assert expected == value_in_words(estimate, unit)
