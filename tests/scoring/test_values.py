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
    prior=iv.model.DerivedPrior(lambda commute, travel: commute + travel, "commute + travel"),
)


@pytest.mark.parametrize("travel", [1, (1, 2), None])
def test_derived_prior_of_a_plugin(travel):
    """A plugin's quantity can take its prior from others, draw by draw."""

    @iv.scorer(kind="cost", quantities=[COMMUTE, DETOUR])
    def detours(detour, commute, travel):
        """What is left of the detour without its parts."""
        return detour - commute - travel

    invitation = iv.Invitation(travel=travel).with_quantities(commute=5)
    evaluation = iv.Evaluator(plugins=[detours], discover=False).evaluate(invitation)
    assert pytest.approx([0, 0, 0], abs=1e-12) == list(evaluation["detours"].hours)
    assert "commute + travel" == {entry.name: entry.where for entry in evaluation.inputs}["detour"]


@pytest.mark.parametrize(("given", "centre"), [(None, 0.0), ((0, 1), 0.5), (0.25, 0.25)])
def test_belief_of_a_plugin(given, centre):
    """A plugin's quantity can be a belief as well: its range, or that of its prior, is what the scorer gets."""
    mood = iv.Quantity("mood", unit="points", bounds=iv.model.Bounds(-1, 1), prior=(-0.5, 0.5), belief=True)
    seen = []

    @iv.scorer(kind="benefit", quantities=[mood])
    def cheering(mood):
        """Look at the belief."""
        seen.append(mood)
        return mood.mean

    evaluator = iv.Evaluator(plugins=[cheering], discover=False)
    evaluation = evaluator.evaluate(iv.Invitation().with_quantities(mood=given))
    assert (centre, centre) == (evaluation["cheering"].hours.mean, seen[0].mean)
    assert (given in (None, (0, 1))) == (seen[0].sd > 0)
