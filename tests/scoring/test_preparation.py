"""Preparation: the hours at which going is worth most, found on few draws or all, on arrays or floats."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from strategies import cases

import interview_value as iv
from interview_value.scoring import preparation
from interview_value.scoring.hours import mean_of
from interview_value.scoring.preparation import CHOICES, DECIDERS, FEW_DRAWS, best_hours
from interview_value.scoring.values import hours_of

EVALUATOR = iv.Evaluator(discover=False)


def without_numpy(function, *arguments):
    """What a function gives where nobody has loaded NumPy."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delitem(sys.modules, "numpy", raising=False)
        return function(*arguments)


@given(case=cases())
def test_numpy_moves_no_choice(case):
    """The best hours are the same whether NumPy is loaded or not, also where two choices are worth the same."""
    pytest.importorskip("numpy")
    for draws in (8, FEW_DRAWS + 1):
        evaluator = EVALUATOR.with_settings(draws=draws)
        expected = without_numpy(evaluator.evaluate, *case).best_hours
        assert expected == evaluator.evaluate(*case).best_hours


def test_what_is_too_near_is_added_exactly(monkeypatch):
    """Where two choices are nearer than adding in another order tells apart, they are compared as without NumPy."""
    pytest.importorskip("numpy")
    values = EVALUATOR.evaluate(iv.Invitation(stage="first")).run.values
    expected = best_hours(values)
    monkeypatch.setattr(preparation, "CLOSE", 1.0)
    assert expected == best_hours(values)


@pytest.mark.parametrize(
    ("would_accept", "job_worth", "expected"),
    [
        (0.03, 200, {"screen": 0.5, "first": 0.25, "onsite": 0.25, "final": 0.25}),
        (0.1, 600, {"screen": 1, "first": 2, "onsite": 3, "final": 3}),
        (0.75, 600, {"screen": 2, "first": 6, "onsite": 8, "final": 6}),
    ],
)
def test_the_examples_of_the_model(would_accept, job_worth, expected):
    """Whoever would hardly take it reads the invitation; whoever would prepares hours, more for a longer visit."""
    for stage, hours in expected.items():
        invitation = iv.Invitation(stage=stage, would_accept=would_accept)
        assert hours == EVALUATOR.evaluate(invitation, iv.Seeker(job_worth=job_worth)).best_hours


def test_nobody_prepares_less_than_reading_or_more_than_two_days():
    """The choices end at a quarter of an hour and at sixteen hours, which are taken where they pay best."""
    reluctant = iv.Invitation(would_accept=0, organization_interest=0)
    eager = iv.Invitation(would_accept=0.95, offer_chance=0.5, later_hours=0, quantities={"ready": 10, "lift": 4})
    found = [
        EVALUATOR.evaluate(reluctant, iv.Seeker(job_worth=0.1)).best_hours,
        EVALUATOR.evaluate(eager, iv.Seeker(job_worth=20_000, pressure=0.2)).best_hours,
    ]
    assert [CHOICES[0], CHOICES[-1]] == found


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


def test_nothing_on_arrays_where_nothing_varies(monkeypatch):
    """Where everything is known exactly, it is not even looked whether there are arrays."""
    values = read("a first interview", 16)
    exact = values.replaced({name: values.central(name) for name in values.columns})
    monkeypatch.delattr(preparation, "has_arrays")
    assert max(CHOICES, key=lambda hours: net_of_deciders(exact, hours)) == best_hours(exact)


def test_scorers_that_decide():
    """They are the built-in ones that read the preparation."""
    expected = {s.name for s in iv.Evaluator(discover=False).scorers if "preparation" in s.reads}
    assert expected == {scorer.name for scorer in DECIDERS}
