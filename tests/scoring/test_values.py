"""Values: what scorers and gates get for an argument."""

from __future__ import annotations

import pytest

import interview_value as iv

COMMUTE = iv.Quantity("commute", unit="h a week", bounds=(0, 60), prior=(1, 8), scale="log")


def test_scorer_gets_the_context_itself():
    """The arguments invitation and seeker are the very objects that are evaluated."""
    seen = []

    @iv.scorer(kind="cost")
    def looking(invitation, seeker, travel):
        """Look at everything."""
        seen.append((invitation, seeker))
        return travel

    invitation, seeker = iv.Invitation(travel=1), iv.Seeker()
    assert 1.0 == iv.Evaluator(plugins=[looking], discover=False).evaluate(invitation, seeker)["looking"].hours.mean
    assert [(invitation, seeker)] == seen
    assert seen[0][0] is invitation


DETOUR = iv.Quantity(
    "detour",
    unit="h a week",
    bounds=(0, 60),
    prior=iv.model.DerivedPrior(
        lambda commute, travel: (commute.low + travel.low, commute.high + travel.high), "commute + travel"
    ),
)


@iv.scorer(kind="cost", quantities=[COMMUTE, DETOUR])
def detours(detour):
    """The detour alone."""
    return detour


DETOURING = iv.Evaluator(plugins=[detours], discover=False)


@pytest.mark.parametrize("travel", [1, (1, 2), None])
def test_derived_prior_of_a_plugin(travel):
    """A plugin's quantity can take its prior from what is known or assumed of others."""
    evaluation = DETOURING.evaluate(iv.Invitation(travel=travel).with_quantities(commute=5))
    low, high = {1: (6, 6), (1, 2): (6, 7), None: (5, 7)}[travel]
    found = {entry.name: entry for entry in evaluation.inputs}["detour"]
    assert ("commute + travel", iv.Estimate(low, high)) == (found.where, found.estimate)
    assert pytest.approx((low, high), abs=0.02) == evaluation["detours"].hours[1:]


def test_holding_a_value_assumes_anew_what_follows_from_it():
    """What is assumed because of a quantity or label follows it, whatever was given stays."""
    values = DETOURING.evaluate(iv.Invitation(stage="onsite", offer_chance=0.2)).run.values
    assert (8.0, 10.0) == (
        values.holding("commute", 8).argument("detour").low,
        values.holding("commute", 8).argument("detour").high,
    )
    assert {"commute", "detour"} == values.depending_on("commute")
    final = values.labelled("stage", "final")
    assert (iv.Estimate(0.75, 3), 0.2) == (final.argument("duration"), final.fixed["offer_chance"])
    assert (iv.Estimate(2, 6), "onsite") == (values.argument("duration"), values.argument("stage"))


def test_replacing_values_moves_nothing_else():
    """Values put in the place of others leave alone what is assumed because of them."""
    values = DETOURING.evaluate(iv.Invitation()).run.values
    other = values.replaced({"expenses": 8.0, "travel": [1.0] * values.draws})
    assert (8.0, [1.0] * values.draws) == (other.fixed["expenses"], other.columns["travel"])
    assert other.same(values, "detour")
    assert not other.same(values, "travel")
    assert values.reads("travel", "detour")
    assert not values.reads("hinge")


def test_the_first_draws_are_those_of_all():
    """Fewer draws are the first of all of them, and what does not vary stays."""
    values = DETOURING.evaluate(iv.Invitation(duration=2)).run.values
    few = values.first_draws(5)
    assert (5, values.columns["travel"][:5], 2.0) == (few.draws, few.columns["travel"], few.fixed["duration"])


@pytest.mark.parametrize(("given", "expected"), [("far", (4, 9)), ("a long way", (4, 9)), (3, (3, 3))])
def test_a_choice_of_a_plugin(given, expected):
    """A plugin's quantity may be given as one of its choices, which only the evaluator knows."""
    path = iv.Quantity("path", unit="km", bounds=(0, 60), prior=(1, 8), choices={"far": ("a long way", (4, 9))})
    walking = iv.scorer(kind="cost", name="walking", quantities=[path])(lambda path: path)
    evaluation = iv.Evaluator(plugins=[walking], discover=False).evaluate(iv.Invitation(quantities={"path": given}))
    assert pytest.approx(expected, abs=0.05) == evaluation["walking"].hours[1:]
