"""Expected hours by a million draws with NumPy and the reference formulas: what the library's 256 draws are held against.

Nothing of the library is used but the facts and the priors of its quantities.
"""

from __future__ import annotations

import inspect
from functools import cache

import numpy as np
import reference
from scipy import stats

import interview_value as iv

DRAWS = 1_000_000
SEED = 20_261_123

SCORERS = ("practice", "networking", "role_discovery", "future_opportunity", "effort", "courtesy")
COSTS = ("effort", "courtesy")

CASES = {
    "nothing known": (iv.Invitation(), iv.Seeker()),
    "screen, remote": (iv.Invitation(stage="screen", remote=True), iv.Seeker()),
    "first": (iv.Invitation(stage="first"), iv.Seeker()),
    "onsite": (iv.Invitation(stage="onsite", remote=False), iv.Seeker()),
    "final": (iv.Invitation(stage="final"), iv.Seeker()),
    "the design's example": (
        iv.Invitation(
            stage="first", role_interest=0.2, organization_interest=0.6, people_met=3, duration=1.5, preparation=(1, 3)
        ),
        iv.Seeker(upcoming_interviews=6, mindset=0.7),
    ),
    "reluctant, much experience": (
        iv.Invitation(stage="onsite", role_interest=(0, 0.2), organization_interest=0.1, travel=(1, 4)),
        iv.Seeker(mindset=(0.05, 0.3), experience=20, job_worth=(100, 200)),
    ),
    "eager beginner": (
        iv.Invitation(stage="final", appeal=(-0.2, 0.9), people_met=(2, 3), expenses=(0, 40)),
        iv.Seeker(mindset=0.95, experience=0, upcoming_interviews=(2, 20), follow_up=0.8, nervousness=0.9),
    ),
}
"""What is known in each case; the rest takes its prior."""


def columns_of(invitation: iv.Invitation, seeker: iv.Seeker) -> dict[str, object]:
    """A column of draws for every quantity that is uncertain, a number for every one that is not."""
    random = np.random.default_rng(SEED)
    known = {**seeker.known, **invitation.known}
    columns: dict[str, object] = {}
    for name, quantity in iv.Evaluator(discover=False).quantities.items():
        estimate = known.get(name) or quantity.prior_given(invitation)
        if isinstance(estimate, iv.model.DerivedPrior):
            continue
        if quantity.belief:
            columns[name] = reference.belief(estimate.low, estimate.high)
        elif estimate.exact:
            columns[name] = estimate.low
        elif quantity.scale == "log":
            half = np.log(estimate.high / estimate.low) / 2
            shape = half / reference.HALF_WIDTH_OF_90
            drawn = stats.lognorm.rvs(shape, scale=estimate.low * np.exp(half), size=DRAWS, random_state=random)
            columns[name] = np.clip(drawn, quantity.bounds.low, quantity.bounds.high)
        else:
            mean, sd = reference.belief(estimate.low, estimate.high)
            columns[name] = np.clip(random.normal(mean, sd, DRAWS), quantity.bounds.low, quantity.bounds.high)
    columns.setdefault("appeal", reference.appeal(columns["role_interest"], columns["clarity"]))
    return columns


@cache
def expected_hours(case: str) -> dict[str, float]:
    """The expected hours of each scorer, and of the net value, in one of the cases."""
    columns = columns_of(*CASES[case])
    hours = {}
    for name in SCORERS:
        function = getattr(reference, name)
        values = {argument: columns[argument] for argument in inspect.signature(function).parameters}
        hours[name] = float(np.mean(function(**values)))
    signs = {name: -1 if name in COSTS else 1 for name in SCORERS}
    return {**hours, "net": sum(signs[name] * hours[name] for name in SCORERS)}


def evaluated_hours(case: str, draws: int = 256) -> dict[str, float]:
    """The same by the library."""
    evaluation = iv.Evaluator(discover=False, draws=draws).evaluate(*CASES[case])
    return {**{name: evaluation[name].hours.mean for name in SCORERS}, "net": evaluation.net.mean}
