"""Preparation: how the best hours are found, and what is read for it."""

from __future__ import annotations

import pytest

import interview_value as iv
from interview_value.scoring.hours import mean_of
from interview_value.scoring.preparation import CHOICES, DECIDERS, FEW_DRAWS, best_hours
from interview_value.scoring.values import hours_of

SITUATIONS = {
    "a screen without hope": ({"stage": "screen", "would_accept": 0.03}, {"job_worth": 200}),
    "a screen": ({"stage": "screen", "would_accept": 0.1}, {"job_worth": 600}),
    "a first interview": ({"stage": "first", "would_accept": 0.75}, {"job_worth": 600}),
    "an onsite interview": ({"stage": "onsite", "would_accept": 0.75}, {"job_worth": 600}),
    "nothing known": ({}, {}),
    "a dream": ({"would_accept": 0.95, "offer_chance": 0.5}, {"job_worth": 20_000, "pressure": 0.2}),
}


def read(situation, draws):
    """What the scorers read in a situation."""
    invitation, seeker = SITUATIONS[situation]
    evaluator = iv.Evaluator(discover=False, draws=draws)
    return evaluator.evaluate(iv.Invitation(**invitation), iv.Seeker(**seeker)).run.values


def net_of_deciders(values, hours):
    """What the scorers that decide come to at some hours of preparation."""
    held = values.holding("preparation", hours)
    return sum({"benefit": 1, "cost": -1}[s.kind] * mean_of(hours_of(s, held)) for s in DECIDERS)


@pytest.mark.parametrize("draws", [16, 2 * FEW_DRAWS])
@pytest.mark.parametrize("situation", SITUATIONS)
def test_best_hours_are_the_best_of_all_choices(situation, draws):
    """Halving finds what trying out each choice finds, on few draws and on many."""
    values = read(situation, draws)
    assert max(CHOICES, key=lambda hours: net_of_deciders(values, hours)) == best_hours(values)


@pytest.mark.parametrize(
    ("situation", "hours"), [("a screen without hope", 0.5), ("a screen", 1), ("a first interview", 6)]
)
def test_examples_of_the_model(situation, hours):
    """Who would hardly accept reads the invitation, and who would like to have the job prepares for an evening or more."""
    assert hours == best_hours(read(situation, 512))


def test_scorers_that_decide():
    """They are the built-in ones that read the preparation."""
    expected = {s.name for s in iv.Evaluator(discover=False).scorers if "preparation" in s.reads}
    assert expected == {scorer.name for scorer in DECIDERS}
