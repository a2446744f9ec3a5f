"""Expected hours by a million draws with NumPy and the reference formulas: what the library's draws are held against.

Nothing of the library is used but the facts and the priors of its quantities.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import reference

import interview_value as iv
from interview_value.scoring.draws import DRAWS as DRAWN

DRAWS = 1_000_000
SEED = 20_261_123

SCORERS = reference.SCORERS

CASES = {
    "nothing known": (iv.Invitation(), iv.Seeker()),
    "screen, remote": (iv.Invitation(stage="screen", remote=True), iv.Seeker()),
    "first": (iv.Invitation(stage="first"), iv.Seeker()),
    "onsite": (iv.Invitation(stage="onsite", remote=False), iv.Seeker()),
    "final": (iv.Invitation(stage="final"), iv.Seeker()),
    "the design's example": (
        iv.Invitation(stage="first", role_interest=0.2, organization_interest=0.6, people_met=3, duration=1.5),
        iv.Seeker(upcoming_interviews=6, mindset=0.7),
    ),
    "reluctant, much experience": (
        iv.Invitation(stage="onsite", role_interest=(0, 0.2), organization_interest=0.1, travel=(1, 4)),
        iv.Seeker(mindset=(0.05, 0.3), experience=20, job_worth=(100, 200)),
    ),
    "eager beginner": (
        iv.Invitation(stage="final", would_accept=(0.2, 0.7), people_met=(2, 3), expenses=(0, 40)),
        iv.Seeker(mindset=0.95, experience=0, upcoming_interviews=(2, 20), follow_up=0.8, nervousness=0.9),
    ),
}
"""What is known in each case; the rest takes its prior."""


def columns_of(invitation: iv.Invitation, seeker: iv.Seeker, best_hours: float) -> dict[str, object]:
    """A column of draws for every quantity that is uncertain, a number for every one that is not."""
    random = np.random.default_rng(SEED)
    evaluation = iv.Evaluator(discover=False, draws=1).evaluate(invitation, seeker)
    columns: dict[str, object] = {}
    for item in evaluation.inputs:
        if item.estimate is None:
            continue
        quantity, (low, high) = evaluation.run.plan.known[item.name], (item.estimate.low, item.estimate.high)
        bounds = quantity.bounds.low, quantity.bounds.high
        drawn = (
            low if low == high else reference.at_levels(quantity.scale, bounds, low, high, random.uniform(size=DRAWS))
        )
        columns[item.name] = drawn
    return {**columns, "preparation": best_hours}


@cache
def expected_hours(case: str) -> dict[str, float]:
    """The expected hours of each scorer, and of the net value, in one of the cases, at the library's best hours."""
    best_hours = iv.Evaluator(discover=False).evaluate(*CASES[case]).best_hours
    columns = columns_of(*CASES[case], best_hours)
    hours = {name: float(np.mean(reference.hours(name, columns))) for name in SCORERS}
    signs = {name: -1 if name in reference.COSTS else 1 for name in SCORERS}
    return {**hours, "net": sum(signs[name] * hours[name] for name in SCORERS)}


def evaluated_hours(case: str, draws: int = DRAWN) -> dict[str, float]:
    """The same by the library."""
    evaluation = iv.Evaluator(discover=False, draws=draws).evaluate(*CASES[case])
    return {**{name: evaluation[name].hours.mean for name in SCORERS}, "net": evaluation.net.mean}
