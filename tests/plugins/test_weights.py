"""The hook that reweights: factors of several plugins multiply, an explicit weight wins, bad factors change nothing."""

from __future__ import annotations

import math

import pytest
from plugs import plugin_of

import interview_value as iv

INVITATION = iv.Invitation(role_interest=0.3)


def weights_with(*plugins, **arguments):
    """The weights of an evaluation by name, and what failed."""
    evaluation = iv.Evaluator(plugins=plugins, discover=False, **arguments).evaluate(INVITATION)
    return {item.name: item.weight for item in evaluation.contributions}, evaluation.errors


def test_factors_multiply():
    """Each plugin's factors multiply; what none names keeps its weight of 1."""
    weights, errors = weights_with(
        plugin_of("a", weights={"practice": 2, "effort": 0.5}), plugin_of("b", weights={"practice": 3})
    )
    assert (6.0, 0.5, 1.0, ()) == (weights["practice"], weights["effort"], weights["courtesy"], errors)


def test_explicit_weight_wins():
    """A weight that was given to the evaluator is not touched by any policy."""
    weights, errors = weights_with(plugin_of(weights={"practice": 2, "effort": 2}), weights={"practice": 0.3})
    assert (0.3, 2.0, ()) == (weights["practice"], weights["effort"], errors)


def test_blocked_scorer_with_a_weight():
    """A weight for a scorer that is blocked is no mistake, and comes to nothing."""
    weights, errors = weights_with(plugin_of(weights={"effort": 2}), weights={"practice": 0.3}, block=["practice"])
    assert (False, 2.0, ()) == ("practice" in weights, weights["effort"], errors)


def test_policy_sees_the_names_and_the_person():
    """A policy gets the names of the scorers that run, sorted, and the seeker."""
    seen = []

    class Policy:
        """Look."""

        @iv.hookimpl
        def interview_value_weights(self, names, seeker):
            """Weigh practice by the mood."""
            seen.append((names, seeker))
            return {"practice": seeker.mindset.low}

    evaluator = iv.Evaluator(plugins=[Policy()], block=["courtesy"], discover=False)
    assert 0.4 == evaluator.evaluate(INVITATION, iv.Seeker(mindset=0.4))["practice"].weight
    names = ("effort", "future_opportunity", "networking", "practice", "role_discovery")
    assert [(names, iv.Seeker(mindset=0.4))] == seen


@pytest.mark.parametrize("answer", [None, {}, []], ids=repr)
def test_no_factors(answer):
    """A policy may leave everything as it is."""
    assert (dict.fromkeys(weights_with()[0], 1.0), ()) == weights_with(plugin_of(weights=answer))


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ({"practice": -1}, "a factor from 0 to 1,000,000"),
        ({"practice": math.nan}, "a factor from 0"),
        ({"practice": math.inf}, "a factor from 0"),
        ({"practice": True}, "a factor from 0"),
        ({"practice": "2"}, "a factor from 0"),
        ({"practice": None}, "a factor from 0"),
        ({"practice": 1j}, "a factor from 0"),
        ({"practise": 2}, "did you mean 'practice'"),
        ({3: 2}, "no criterion is called '3'"),
        ({"effort": 3, "practice": -1}, "a factor from 0"),
        (3, "TypeError"),
        ("practice", "ValueError"),
        (True, "TypeError"),
        (2.5, "TypeError"),
        ([1], "TypeError"),
        (len, "TypeError"),
    ],
    ids=repr,
)
def test_rubbish(answer, words):
    """A policy that returns rubbish changes no weight at all, is named, and the others' factors still count."""
    bad = plugin_of("bad", weights=answer if not callable(answer) else (lambda: answer))
    weights, errors = weights_with(bad, plugin_of("good", weights={"effort": 2}))
    assert {**dict.fromkeys(weights, 1.0), "effort": 2.0} == weights
    (error,) = errors
    assert error.startswith("weights of plugin 'bad': ")
    assert words in error


def _raise():
    raise ValueError("boom")


def test_policy_that_raises():
    """A policy that raises changes no weight, and the evaluation says so and is not complete."""
    weights, errors = weights_with(plugin_of("bad", weights=_raise))
    assert dict.fromkeys(weights, 1.0) == weights
    assert ("weights of plugin 'bad': ValueError('boom')",) == errors


def test_policy_alone_is_a_plugin():
    """A plugin that only reweights is listed with its hook."""
    evaluator = iv.Evaluator(plugins=[plugin_of(weights={"effort": 2})], discover=False)
    listed = {entry.name: entry for entry in evaluator.plugins}["sample"]
    assert (("interview_value_weights",), (), ()) == (listed.hooks, listed.scorers, listed.gates)
