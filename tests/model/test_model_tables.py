"""The priors are those of the model's tables, written a second time from its description."""

from __future__ import annotations

import pytest

import interview_value as iv

BY_STAGE = {
    #               screen       first       onsite      final        unknown
    "duration": ((0.25, 0.75), (0.5, 1.5), (2, 6), (0.75, 3), (0.5, 4)),
    "preparation": ((0.5, 2), (1, 7), (1, 7), (1, 7), (1, 7)),
    "people_met": (1, (1, 3), (2, 7), (1, 5), (1, 5)),
    "offer_chance": ((0.05, 0.2), (0.1, 0.35), (0.25, 0.45), (0.3, 0.65), (0.05, 0.4)),
    "revealed": ((0.1, 0.35), (0.3, 0.7), (0.6, 0.95), (0.6, 0.95), (0.2, 0.8)),
}
STAGES = ("screen", "first", "onsite", "final", "unknown")

PRIORS = {
    "expenses": 0, "role_interest": (0.05, 0.7), "organization_interest": (0.05, 0.7), "clarity": (0.2, 0.8),
    "resemblance": (0.3, 1), "openings": (0.1, 6), "experience": (0.2, 6), "upcoming_interviews": (1, 10),
    "base_offer_chance": (0.1, 0.35), "nervousness": (0.2, 0.8), "mindset": (0.3, 0.9), "sociability": (0.3, 0.9),
    "follow_up": (0.2, 0.8), "job_worth": (60, 600), "hour_value": (10, 60), "pressure": (1, 1.3), "courtesy": 0.25,
    "skill_ceiling": (0.2, 1.0), "skill_scale": (2, 9), "tie_chance": (0.05, 0.25), "tie_chance_followed": (0.3, 0.7),
    "jobs_per_tie_year": (0.0003, 0.03), "tie_half_life": (3.6, 24), "recall": (0.008, 0.055), "memory_half_life": (0.5, 2),
}  # fmt: skip

LOG = {
    "duration", "preparation", "people_met", "openings", "experience", "upcoming_interviews", "job_worth", "hour_value",
    "skill_scale", "jobs_per_tie_year", "tie_half_life", "recall", "memory_half_life",
}  # fmt: skip

RECRUITER = {"duration", "people_met", "openings"}
NOBODY = {"revealed", "skill_ceiling", "skill_scale", "tie_chance", "tie_chance_followed", "jobs_per_tie_year",
          "tie_half_life", "recall", "memory_half_life"}  # fmt: skip

QUANTITIES = iv.Evaluator(discover=False).quantities


def test_the_tables_are_complete():
    """Every quantity stands in one of the tables, and nothing else does."""
    assert {*BY_STAGE, *PRIORS, "travel", "appeal"} == QUANTITIES.keys()


@pytest.mark.parametrize("name", BY_STAGE)
@pytest.mark.parametrize("stage", STAGES)
def test_prior_by_stage(name, stage):
    """What a stage lets one expect is taken as the prior."""
    expected = iv.Estimate.of(BY_STAGE[name][STAGES.index(stage)])
    assert expected == QUANTITIES[name].prior_given(iv.Invitation(stage=stage))


@pytest.mark.parametrize("name", PRIORS)
def test_prior(name):
    """The prior is that of the table."""
    assert iv.Estimate.of(PRIORS[name]) == QUANTITIES[name].prior


@pytest.mark.parametrize(("remote", "expected"), [(True, 0), (False, (0, 2)), (None, (0, 2))])
def test_travel(remote, expected):
    """Nobody travels to a remote interview."""
    assert iv.Estimate.of(expected) == QUANTITIES["travel"].prior_given(iv.Invitation(remote=remote))


@pytest.mark.parametrize("name", QUANTITIES)
def test_scale_and_who_can_answer(name):
    """The scale, and who can be asked, are those of the table."""
    asked = "recruiter" if name in RECRUITER else "nobody" if name in NOBODY else "yourself"
    assert ("log" if name in LOG else "linear", asked) == (QUANTITIES[name].scale, QUANTITIES[name].ask)


def test_only_the_appeal_is_a_belief():
    """The appeal's range is the input itself and not drawn."""
    assert ["appeal"] == [name for name, quantity in QUANTITIES.items() if quantity.belief]


@pytest.mark.parametrize("name", ["role_interest", "organization_interest"])
def test_no_interest_is_never_assumed(name):
    """The prior of an interest does not reach 0, which stands for absolutely nothing."""
    assert QUANTITIES[name].prior.low > 0
