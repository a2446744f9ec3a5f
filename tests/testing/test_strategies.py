"""What is drawn stays within the bounds and knows the quantities."""

from __future__ import annotations

import pytest
from hypothesis import given
from testing.examples import commuting

import interview_value as iv
from interview_value import testing
from interview_value.testing import check_scorer
from interview_value.testing.strategies import range_drawn


@given(evaluation=testing.evaluations(testing.isolated_evaluator(commuting, draws=8)))
def test_evaluations_are_of_the_evaluator(evaluation):
    """Drawn evaluations are complete, and have the criteria of the evaluator that was handed over."""
    assert evaluation.complete
    assert evaluation["commuting"].hours.mean >= 0


@given(evaluation=testing.evaluations(), estimate=testing.estimates("recall"))
def test_strategies_know_the_built_in_quantities(evaluation, estimate):
    """Without an evaluator the built-in scorers are meant, and their quantities can be named."""
    assert "practice" in [contribution.name for contribution in evaluation.contributions]
    assert 0 <= estimate.low <= estimate.high <= 1


@given(invitation=testing.invitations(), status=testing.choices("status"), worth=testing.choices("job_worth"))
def test_choices_are_drawn_by_name(invitation, status, worth):
    """The choices of a label, and of a question, are drawn by their names, which invitations and seekers take."""
    seeker = iv.Seeker(status=status, job_worth=worth)
    assert (status, worth) == (seeker.status, seeker.job_worth.choice)
    assert invitation.label("obliged") in ("yes", "no", "unknown")


def test_strategies_offer_the_nearest_name():
    """A quantity that does not exist is refused, and the nearest name is offered."""
    with pytest.raises(iv.errors.UnknownNameError, match="did you mean 'recall'"):
        testing.estimates("recal")


def test_quantity_of_one_value():
    """A quantity that can only have one value is drawn as that value."""

    @iv.scorer(kind="cost", quantities=[iv.Quantity("fixed", unit="h", bounds=(2, 2), prior=2)])
    def fixed_hours(fixed):
        """What is fixed."""
        return 3 * fixed

    check_scorer(fixed_hours)


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"bounds": (0, 1), "prior": 0.5}, (0, 1)),
        ({"bounds": iv.model.Bounds(0), "prior": (1, 10)}, (0, 200)),
        ({"bounds": iv.model.Bounds(0, open_low=True), "prior": (1, 10)}, (0.01, 200)),
        ({"bounds": iv.model.Bounds(), "prior": (-5, 3)}, (-100, 100)),
        ({"bounds": iv.model.Bounds(0), "prior": 0}, (0, 1000)),
        ({"bounds": iv.model.Bounds(0), "prior": iv.model.DerivedPrior(lambda travel: travel, "travel")}, (0, 1000)),
        ({"bounds": iv.model.Bounds(high=1), "prior": (-1, 0)}, (-20, 1)),
    ],
)
def test_numbers_reach_as_far_as_the_prior_suggests(settings, expected):
    """Where the bounds end, numbers end; where they do not, at twenty times the largest number of the prior."""
    assert expected == range_drawn(iv.Quantity("q", unit="h", **settings))
