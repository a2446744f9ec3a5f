"""Evaluations that the tests of pictures draw."""

from __future__ import annotations

import interview_value as iv

__all__ = ["EVALUATOR", "KNOWN", "evaluated", "scaled"]

EVALUATOR = iv.Evaluator(discover=False, draws=32)

KNOWN = {"role_interest": (0.2, 0.6), "organization_interest": 0.6, "people_met": 3}


def evaluated(evaluator=EVALUATOR, **known):
    """Evaluate an invitation."""
    return evaluator.evaluate(iv.Invitation(**{**KNOWN, **known}))


def scaled(hours):
    """An evaluation that comes to about so many hours, with a range."""
    scorers = [
        iv.scorer(kind="benefit", name=name)(lambda duration: hours / (1 + duration)) for name in ("one", "other")
    ]
    block = {scorer.name for scorer in iv.Evaluator(discover=False).scorers}
    return iv.Evaluator(discover=False, draws=32, block=block, plugins=scorers).evaluate(iv.Invitation(duration=(1, 3)))
