"""Calls: asking plugins for factors on weights and for notes; those that fail change nothing and are named."""

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
    names = ("being_seen", "effort", "future_opportunity", "kept_promise", "networking", "practice", "role_discovery")
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
def test_factors_that_cannot_be_used(answer, words):
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


def evaluated(*plugins, strict=False, **facts):
    """An evaluation with some plugins."""
    return iv.Evaluator(plugins=plugins, discover=False, strict=strict).evaluate(iv.Invitation(**facts))


def test_notes_stand_behind_the_name_of_their_plugin():
    """The notes of two plugins follow in the order of the plugins' names, and change no number."""
    evaluation = evaluated(plugin_of("b", notes=["Three."]), plugin_of("a", notes=["One.", "Two."]))
    assert ("a: One.", "a: Two.", "b: Three.") == evaluation.notes
    assert (evaluated().net, True) == (evaluation.net, evaluation.complete)


def test_notes_are_told_of_the_invitation_and_the_seeker():
    """The hook gets what the evaluation is about."""

    class Named:
        @iv.hookimpl
        def interview_value_notes(self, invitation, seeker):
            return [f"{invitation.role} for one of mindset {seeker.mindset}"]

    evaluator = iv.Evaluator(plugins=[Named()], discover=False)
    evaluation = evaluator.evaluate(iv.Invitation(role="Analyst"), iv.Seeker(mindset=0.5))
    assert ("Named: Analyst for one of mindset 0.5",) == evaluation.notes


def test_notes_follow_those_of_the_invitation_and_are_kept():
    """What a reader noted comes first; all are in the text and in the plain data."""
    evaluation = evaluated(plugin_of("a", notes=["One."]), notes=("Read with care.",))
    assert ("Read with care.", "a: One.") == evaluation.notes == iv.Evaluation.from_dict(evaluation.to_dict()).notes
    assert "There are 2 notes." in str(evaluation)
    assert "- a: One." in str(evaluation.why())


def test_a_note_is_hostile_text():
    """A note cannot run anything in a page, or take over a terminal."""
    evaluation = evaluated(plugin_of("a", notes=["<script>alert(1)</script>\x1b[2J"]))
    assert "<script>" not in evaluation._repr_html_()
    assert "\x1b" not in str(evaluation)


def test_none_and_nothing_are_no_notes():
    """A plugin with nothing to say returns nothing, or None."""
    evaluation = evaluated(plugin_of("a", notes=[]), plugin_of("b", notes=None))
    assert ((), True) == (evaluation.notes, evaluation.complete)


@pytest.mark.parametrize(
    "answer", ["a text", [1], ["x" * 1_001], ["x"] * 51, 5], ids=["text", "number", "long", "many", "one number"]
)
def test_notes_that_cannot_be_used(answer):
    """A plugin that returns what are no notes says nothing, and is named; the others' notes are there."""
    evaluation = evaluated(plugin_of("a", notes=answer), plugin_of("b", notes=["Three."]))
    assert ("b: Three.",) == evaluation.notes
    (failure,) = evaluation.failures
    assert failure.startswith("notes of plugin 'a': ")
    assert not evaluation.complete


def test_as_many_and_as_long_as_is_allowed():
    """Fifty notes of a thousand characters are all there."""
    assert 50 == len(evaluated(plugin_of("a", notes=["x" * 1_000] * 50)).notes)


def test_a_plugin_that_raises():
    """It is named in the evaluation; a strict evaluator raises."""

    def fails():
        raise ValueError("no words today")

    assert "no words today" in evaluated(plugin_of("a", notes=fails)).failures[0]
    with pytest.raises(iv.errors.ScorersFailedError, match="evaluator"):
        evaluated(plugin_of("a", notes=fails), strict=True)
