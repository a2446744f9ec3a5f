"""The built-in scorers and the gate keep the contract that everyone's keep, and move as the model says."""

from __future__ import annotations

import pytest
from hypothesis import settings

from interview_value.scoring.gates import BUILT_IN_GATES
from interview_value.scoring.scorers import BUILT_IN_SCORERS
from interview_value.testing import check_gate, check_scorer

INCREASING = {
    "practice": {"skill_ceiling", "resemblance", "mindset", "nervousness", "job_worth"},
    "networking": {"people_met", "sociability", "tie_chance", "tie_chance_followed", "tie_half_life", "jobs_per_tie_year", "job_worth"},
    "role_discovery": {"appeal", "revealed", "offer_chance", "job_worth"},
    "future_opportunity": {"mindset"},
    "effort": {"preparation", "duration", "travel", "pressure", "expenses"},
    "courtesy": {"people_met", "duration", "courtesy"},
}  # fmt: skip
DECREASING = {
    "practice": {"experience"},
    "effort": {"hour_value"},
    "courtesy": {"role_interest", "organization_interest"},
}


@pytest.mark.parametrize("scorer", BUILT_IN_SCORERS, ids=lambda scorer: scorer.name)
def test_scorer_keeps_the_contract(scorer):
    """Each built-in scorer keeps every law, and rises and falls with its quantities as the model's formulas do."""
    check_scorer(
        scorer,
        increasing=INCREASING[scorer.name],
        decreasing=DECREASING.get(scorer.name, ()),
        examples=settings().max_examples,
    )


@pytest.mark.parametrize("gate", BUILT_IN_GATES, ids=lambda gate: gate.name)
def test_gate_keeps_the_contract(gate):
    """The built-in gate keeps every law."""
    check_gate(gate, examples=settings().max_examples)
