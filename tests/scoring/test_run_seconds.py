"""Time: how long each scorer and gate took, and those that take too long by name."""

from __future__ import annotations

import math
import time

import pytest

import interview_value as iv

PAUSE = 0.02
"""Seconds for which a slow scorer sleeps: well above what the built-in ones take."""


@iv.scorer(kind="benefit")
def sleepy():
    """Hours gained by sleeping."""
    time.sleep(PAUSE)
    return 1.0


@iv.scorer(kind="cost")
def sleepier():
    """Hours lost by sleeping and failing."""
    time.sleep(2 * PAUSE)
    raise ValueError("overslept")


@iv.gate(reason="It takes too long.", name="drowsy")
def drowsy(travel):
    """Decline what is far away, after a sleep."""
    time.sleep(3 * PAUSE)
    return travel > 40


INVITATION = iv.Invitation(role_interest=0.3, organization_interest=0.5, travel=1)


def evaluated(*plugins, **options):
    """An evaluation with some plugins."""
    return iv.Evaluator(plugins=plugins, discover=False, **options).evaluate(INVITATION)


def test_seconds_are_there_for_each():
    """Every scorer and gate has its seconds, those that fail included."""
    evaluation = evaluated(sleepy, sleepier, drowsy)
    names = {item.name for item in (*evaluation.contributions, *evaluation.findings)}
    assert names == evaluation.seconds.keys()
    assert all(0 <= seconds for seconds in evaluation.seconds.values())
    asleep = {"sleepy": PAUSE, "sleepier": 2 * PAUSE, "drowsy": 3 * PAUSE}
    assert all(seconds <= evaluation.seconds[name] for name, seconds in asleep.items())


def test_what_takes_long_is_named_the_slowest_first():
    """A scorer, a scorer that fails and a gate are named alike, in the text and the page too."""
    evaluation = evaluated(sleepy, sleepier, drowsy, slow_after=PAUSE)
    assert ("drowsy", "sleepier", "sleepy") == tuple(
        name for name in evaluation.slow if name in ("drowsy", "sleepier", "sleepy")
    )
    assert "Took long:" in str(evaluation.why())
    assert "<p>Took long:</p>" in evaluation._repr_html_()


@pytest.mark.parametrize("limits", [{"slow_after": math.inf}, {"slow_after": 10**400}])
def test_nothing_is_slow_without_a_limit(limits):
    """An endless limit names none, and nothing is shown of it."""
    evaluation = evaluated(sleepy, **limits)
    assert () == evaluation.slow
    assert "Took long" not in str(evaluation.why()) + evaluation._repr_html_()


@pytest.mark.parametrize("limit", [0, -1, math.nan, "1", None, True])
def test_limits_that_cannot_be_used(limit):
    """A limit that is no time is refused with what is allowed."""
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        iv.Evaluator(slow_after=limit)
    assert ["slow_after"] == [mistake.path for mistake in caught.value.mistakes]


def test_time_is_no_part_of_the_answer():
    """It is not recorded: the plain data of two runs is the same, and what was read back knows no time."""
    first, second = evaluated(slow_after=1e-9), evaluated(slow_after=1e-9)
    assert first.slow
    assert first.to_dict() == second.to_dict()
    back = iv.Evaluation.from_dict(first.to_dict())
    assert ({}, ()) == (back.seconds, back.slow)
