"""Draws: 256 of them are near enough. Their expected values against those of a million draws by NumPy.

Near enough is a quarter of an hour, which is what asking one question costs, or 1 % where much more is at stake. The
observed errors, which ``scripts/draws_error.py`` prints, are at most 0.28 h of 45 h for the net value, and at most 0.16 h
for one criterion.
"""

from __future__ import annotations

import pytest

pytest.importorskip("scipy")

from montecarlo import CASES, SCORERS, evaluated_hours, expected_hours

import interview_value as iv


@pytest.mark.parametrize("case", CASES)
def test_expected_values_of_256_draws(case):
    """Each criterion's expected hours, and the net value's, are within a quarter of an hour or 1 % of the million's."""
    assert pytest.approx(expected_hours(case), abs=0.25, rel=0.01) == evaluated_hours(case)


def test_more_draws_come_closer():
    """With 16,384 draws the expected hours are within 2 %, and within three minutes where that is less."""
    case = "the design's example"
    hours = evaluated_hours(case, 16_384)
    expected = {name: expected_hours(case)[name] for name in SCORERS}
    assert pytest.approx(expected, abs=0.05, rel=0.02) == {name: hours[name] for name in SCORERS}


def test_range_holds_ninety_per_cent():
    """The 5th and 95th percentile of an input are those that were given."""
    scorer = iv.scorer(kind="cost", name="alone")(lambda job_worth: job_worth)
    evaluator = iv.Evaluator(plugins=[scorer], discover=False)
    for estimate in ((60, 600), (100, 105), (1, 1_000)):
        hours = evaluator.evaluate(iv.Invitation(), iv.Seeker(job_worth=estimate))["alone"].hours
        assert pytest.approx(estimate, rel=0.02) == (hours.low, hours.high)
