"""Evaluators: weights, added scorers, and arguments that cannot be used."""

from __future__ import annotations

import json
import math
import pickle

import pytest
from example import INVITATION, SEEKER

import interview_value as iv


@iv.scorer(
    kind="cost",
    quantities=[
        iv.Quantity(
            "commute",
            unit="h a week",
            bounds=(0, 60),
            prior=(1, 8),
            scale="log",
            question="How many hours a week would the commute take?",
            ask="yourself",
        )
    ],
)
def commuting(commute, offer_chance):
    """Hours lost on the road in the first month, if you got the job."""
    return 4 * commute * offer_chance


@pytest.fixture
def evaluation():
    """The evaluation of the example."""
    return iv.Evaluator(discover=False).evaluate(INVITATION, SEEKER)


def test_evaluate_needs_no_set_up():
    """The module-level evaluate is the same as an evaluator's own, over one default."""
    assert iv.Evaluator().evaluate(INVITATION, SEEKER).net == iv.evaluate(INVITATION, SEEKER).net


def test_seeker_may_be_left_out():
    """Nothing need be known of the person."""
    assert iv.evaluate(INVITATION, iv.Seeker()).net == iv.evaluate(INVITATION).net


def test_reweighting(evaluation):
    """Weights multiply hours; 0 takes a criterion out; a blocked one is not there at all."""
    evaluator = iv.Evaluator(weights={"networking": 2.0, "courtesy": 0}, block={"future_opportunity"}, discover=False)
    other = evaluator.evaluate(INVITATION, SEEKER)
    assert (2.0, 0.0) == (other["networking"].weight, other["courtesy"].weight)
    assert 2 * evaluation["networking"].hours.mean == other["networking"].effect.mean
    assert evaluation["courtesy"].hours == other["courtesy"].hours
    assert "future_opportunity" not in [item.name for item in other.contributions]


def test_adding_a_criterion():
    """A registered scorer counts for this evaluator alone, and its quantity can be given."""
    evaluator = iv.Evaluator(discover=False)
    assert evaluator is evaluator.register(commuting)
    evaluation = evaluator.evaluate(INVITATION.with_quantities(commute=5, offer_chance=0.25))
    assert 5.0 == evaluation["commuting"].hours.mean
    assert "commute" in evaluator.quantities
    assert "commuting" in [scorer.name for scorer in evaluator.scorers]
    assert "commuting" not in [scorer.name for scorer in iv.Evaluator(discover=False).scorers]


def test_constants_of_the_model_can_be_tried_out(evaluation):
    """Any constant can be given like a quantity: what if?"""
    evaluator = iv.Evaluator(discover=False)
    given = evaluator.evaluate(INVITATION.with_quantities(skill_ceiling=0.3), SEEKER)
    assert "skill_ceiling" not in given["practice"].assumed
    assert given["practice"].hours.mean != evaluation["practice"].hours.mean
    less = evaluator.evaluate(INVITATION.with_quantities(skill_ceiling=0.05), SEEKER)
    assert 0 < less["practice"].hours.mean < given["practice"].hours.mean
    by_seeker = evaluator.evaluate(INVITATION, SEEKER.with_quantities(skill_ceiling=0.3))
    assert given["practice"].hours == by_seeker["practice"].hours


def test_the_invitation_counts_more_than_the_seeker():
    """A value that both hold is taken from the invitation, exact or not."""
    evaluator = iv.Evaluator(discover=False)
    for mine, theirs in ((0.3, 0.9), (0.3, (0.5, 0.9)), ((0.2, 0.3), 0.9)):
        both = evaluator.evaluate(
            INVITATION.with_quantities(skill_ceiling=mine), SEEKER.with_quantities(skill_ceiling=theirs)
        )
        alone = evaluator.evaluate(INVITATION.with_quantities(skill_ceiling=mine), SEEKER)
        assert alone["practice"].draws == both["practice"].draws


def test_quantities_lists_all_that_is_read():
    """All that the scorers and gates read is listed by name, what a prior is derived from included."""
    quantities = iv.Evaluator(discover=False).quantities
    assert sorted(quantities) == list(quantities)
    assert {"would_accept", "role_interest", "hinge", "stage", "obliged", "skill_ceiling"} <= quantities.keys()
    only = iv.Evaluator(block=["role_discovery", "courtesy", "nothing_of_interest"], discover=False).quantities
    assert {"would_accept", "role_interest", "hinge", "surplus"}.isdisjoint(only)


def test_number_of_draws():
    """More draws come closer to what would be expected of endlessly many; the number can be chosen."""
    assert 1_000 == len(iv.Evaluator(draws=1_000, discover=False).evaluate(INVITATION)["effort"].draws)
    one = iv.Evaluator(draws=1, discover=False).evaluate(INVITATION, SEEKER)
    assert one.net.low == one.net.mean == one.net.high


@pytest.mark.parametrize(
    ("arguments", "paths"),
    [
        ({"weights": {"practice": -1}}, {"weights['practice']"}),
        ({"weights": {"practice": math.nan}}, {"weights['practice']"}),
        ({"weights": {"practice": math.inf}}, {"weights['practice']"}),
        ({"weights": {"practice": 10**400}}, {"weights['practice']"}),
        ({"weights": {"practice": True}}, {"weights['practice']"}),
        ({"weights": {"practice": "2"}}, {"weights['practice']"}),
        ({"weights": [("practice", 2)]}, {"weights"}),
        ({"block": "practice"}, {"block"}),
        ({"block": 3}, {"block"}),
        ({"block": ["practice", 3]}, {"block"}),
        ({"draws": 0}, {"draws"}),
        ({"draws": 1_000_001}, {"draws"}),
        ({"draws": 1.5}, {"draws"}),
        ({"draws": True}, {"draws"}),
        ({"plugins": 3}, {"plugins"}),
        ({"plugins": "commute"}, {"plugins"}),
        ({"asking_cost": -1}, {"asking_cost"}),
        ({"asking_cost": math.nan}, {"asking_cost"}),
        ({"asking_cost": "1 h"}, {"asking_cost"}),
        ({"asking_cost": True}, {"asking_cost"}),
        ({"weights": {"practice": -1, "effort": "x"}, "block": 3, "draws": 0}, {"weights['practice']", "weights['effort']", "block", "draws"}),
    ],
)  # fmt: skip
def test_arguments_that_cannot_be_used(arguments, paths):
    """Every argument of an evaluator that cannot be used is reported at once."""
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        iv.Evaluator(discover=False, **arguments)
    assert paths == {mistake.path for mistake in caught.value.exceptions}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"weights": {"networkin": 2}}, "no criterion is called 'networkin'; did you mean 'networking'"),
        ({"weights": {3: 2}}, "no criterion is called 3"),
        ({"block": {"courtsey"}}, "no scorer, gate or plugin is called 'courtsey'; did you mean 'courtesy'"),
        ({"block": {"zzz"}}, "no scorer, gate or plugin is called 'zzz'; known: being_seen, courtesy"),
    ],
)
def test_unknown_names(arguments, words):
    """A weight or block that names nothing is refused, and the nearest name offered."""
    with pytest.raises(iv.errors.UnknownNameError, match=words):
        iv.Evaluator(discover=False, **arguments)


@pytest.mark.parametrize(
    ("arguments", "paths"),
    [(({},), {"invitation"}), ((None, {}), {"invitation", "seeker"}), ((INVITATION, INVITATION), {"seeker"}), ((SEEKER,), {"invitation"})],
)  # fmt: skip
def test_what_cannot_be_evaluated(arguments, paths):
    """Something else than an invitation and a seeker is refused, with how to make one."""
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        iv.evaluate(*arguments)
    assert paths == {mistake.path for mistake in caught.value.exceptions}
    assert all("from_dict makes one" in mistake.allowed for mistake in caught.value.exceptions)


def test_quantities_that_nothing_reads():
    """A quantity that no scorer brings, or a constant out of its bounds, is refused; all at once, with the nearest name."""
    invitation = iv.Invitation(quantities={"comute": 5, "skill_ceiling": -1, "recall": 0.1})
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        iv.Evaluator(plugins=[commuting], discover=False).evaluate(invitation)
    mistakes = {mistake.path: mistake for mistake in caught.value.exceptions}
    assert {"invitation.comute": "commute", "invitation.skill_ceiling": None} == {
        path: mistake.nearest for path, mistake in mistakes.items()
    }


def test_quantities_of_blocked_scorers_are_known():
    """A value for a scorer that is left out for once is no mistake."""
    evaluator = iv.Evaluator(block=["practice"], discover=False)
    assert evaluator.evaluate(INVITATION.with_quantities(skill_ceiling=0.3)).complete


def test_notes_go_through():
    """What a person should know of how the facts were come by stands in the evaluation."""
    evaluation = iv.evaluate(
        iv.Invitation(notes=["two events, the first was taken"]), iv.Seeker(notes=["from a diary"])
    )
    assert ("two events, the first was taken", "from a diary") == evaluation.notes


@iv.scorer(kind="cost")
def failing(duration):
    """Fails."""
    raise ValueError("boom")


def test_draws_cannot_be_changed(evaluation):
    """Hours draw by draw stay what they were, so that the net value stays their sum."""
    item = evaluation["practice"]
    for draws in (item.draws, item.effect_draws, evaluation.net_draws):
        assert isinstance(draws, tuple)


def test_a_scorer_cannot_change_what_it_is_given():
    """A scorer that writes to the invitation fails, and the caller's invitation stays as it was."""

    @iv.scorer(kind="cost")
    def meddling(invitation):
        """Writes where it should read."""
        invitation.quantities["skill_ceiling"] = iv.Estimate(0.1)
        return 0.0

    invitation = INVITATION.with_quantities(skill_ceiling=0.3)
    evaluation = iv.Evaluator(plugins=[meddling], discover=False).evaluate(invitation)
    assert "raised TypeError" in evaluation["meddling"].error
    assert INVITATION.with_quantities(skill_ceiling=0.3) == invitation


def test_an_evaluator_shows_its_settings():
    """Whoever prints an evaluator sees what it would do, and reads each setting by the name of its argument."""
    evaluator = iv.Evaluator(weights={"effort": 2}, block=["courtesy"], draws=64, asking_cost=math.inf, discover=False)
    assert (
        "<Evaluator: scorers=7, gates=2, weights={'effort': 2}, block=['courtesy'], draws=64, strict=False, "
        "asking_cost=inf, slow_after=1.0>"
    ) == repr(evaluator)
    assert "block" not in repr(iv.Evaluator(discover=False))
    assert ({"effort": 2}, {"courtesy"}, 64) == (evaluator.weights, evaluator.block, evaluator.draws)
    assert (False, math.inf, 1) == (evaluator.strict, evaluator.asking_cost, evaluator.slow_after)
    with pytest.raises(TypeError):
        evaluator.weights["effort"] = 3


def test_other_settings_for_one_customer():
    """One customer's settings change neither those of the house nor what is left out."""
    house = iv.Evaluator(weights={"effort": 2}, discover=False)
    customer = house.with_settings(weights={"networking": 3}, strict=True, draws=64, asking_cost=0, slow_after=5)
    assert ({"effort": 2, "networking": 3}, True, 64, 0, 5) == (
        customer.weights, customer.strict, customer.draws, customer.asking_cost, customer.slow_after,
    )  # fmt: skip
    assert ({"effort": 2}, False, 256) == (house.weights, house.strict, house.draws)
    assert {"effort": 2, "networking": 3} == pickle.loads(pickle.dumps(customer)).weights
    assert house.evaluate(INVITATION) == house.with_settings().evaluate(INVITATION)


def test_a_plugin_of_one_customer_is_no_other_customers():
    """What is registered with an evaluator of other settings takes no part in the one that it was made from."""
    house = iv.Evaluator(discover=False)
    customer = house.with_settings(draws=64).register(commuting)
    house.register()
    assert (9, 8) == (len(customer.scorers), len(house.scorers))


def test_settings_that_cannot_be_used():
    """All mistakes of the settings are told at once, and a weight for nothing with the nearest name."""
    evaluator = iv.Evaluator(block=["courtesy"], discover=False)
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        evaluator.with_settings(weights={"effort": -1}, draws=0, asking_cost=-1, slow_after=0)
    assert ["weights['effort']", "draws", "asking_cost", "slow_after"] == [m.path for m in caught.value.mistakes]
    with pytest.raises(iv.errors.UnknownNameError, match="did you mean 'effort'"):
        evaluator.with_settings(weights={"efort": 2})
    assert {"courtesy": 2} == evaluator.with_settings(weights={"courtesy": 2}).weights


def test_weights_of_one_call():
    """Weights can be given to a single call, which counts as an evaluator with these weights does."""
    weighted = iv.Evaluator(weights={"effort": 2}).evaluate(INVITATION)
    assert weighted == iv.evaluate(INVITATION, weights={"effort": 2})
    assert weighted != iv.evaluate(INVITATION)


def test_an_evaluation_holds_its_contributions(evaluation):
    """One goes through an evaluation criterion by criterion, and asks whether there is one of a name."""
    assert list(evaluation.contributions) == list(evaluation)
    assert (8, True, False) == (len(evaluation), "practice" in evaluation, "practise" in evaluation)
    assert evaluation["practice"] in evaluation
    assert iv.Evaluator(block=list(map(str, (item.name for item in evaluation))), discover=False).evaluate(INVITATION)


@pytest.mark.parametrize(
    "through",
    [
        lambda evaluation: pickle.loads(pickle.dumps(evaluation)),
        lambda evaluation: iv.Evaluation.from_dict(json.loads(json.dumps(evaluation.to_dict()))),
        lambda evaluation: iv.Evaluator(plugins=[failing], discover=False).evaluate(evaluation.invitation),
    ],
    ids=["pickle", "plain data", "anew"],
)
def test_evaluations_are_equal_by_value(through):
    """The same facts give equal evaluations, also with a failure, and through other processes and JSON."""
    evaluation = iv.Evaluator(plugins=[failing], discover=False).evaluate(INVITATION)
    assert evaluation.ways
    again = through(evaluation)
    assert (evaluation, hash(evaluation)) == (again, hash(again))
    assert {*evaluation} == {*again}
    assert evaluation != iv.Evaluator(discover=False).evaluate(INVITATION)
    assert (False, False) == (evaluation == "attend", evaluation["practice"] == "practice")


@pytest.mark.parametrize("names", [iv.Verdict, iv.outcome.Answer, iv.outcome.Origin, iv.Stage, iv.replies.Response])
def test_names_print_as_they_are_written(names):
    """A template shows the name itself, and not that of its class."""
    assert [name.value for name in names] == [f"{name}" for name in names]


@pytest.mark.parametrize(
    ("invitation", "paths"),
    [
        (iv.Invitation(quantities={"nonsense": 1}), ["invitation.nonsense", "seeker.nonsense"]),
        ({"duration": 1}, ["invitation", "seeker.nonsense"]),
    ],
)
def test_mistakes_of_both_forms_are_told_at_once(invitation, paths):
    """One call tells what is wrong with the invitation and with the seeker, each by its name."""
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        iv.evaluate(invitation, iv.Seeker(quantities={"nonsense": 1}))
    assert paths == [mistake.path for mistake in caught.value.mistakes]
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        iv.evaluate(iv.Invitation(quantities={"nonsense": 1}), "me")
    assert ["invitation.nonsense", "seeker"] == [mistake.path for mistake in caught.value.mistakes]
