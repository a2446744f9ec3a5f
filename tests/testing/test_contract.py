"""Every broken scorer and gate of the gallery is caught by the laws that it should, and the built-in ones keep them all."""

from __future__ import annotations

import pytest
from hypothesis import settings
from testing.examples import careless, commuting
from testing.gallery import COMMUTE, GATES, SCORERS

import interview_value as iv
from interview_value.scoring.gates import BUILT_IN_GATES
from interview_value.scoring.scorers import BUILT_IN_SCORERS
from interview_value.testing import ContractError, check_gate, check_scorer

EXAMPLES = 10
"""For each law of a scorer: fewer than an author's own test tries, which finds what these few find."""

INCREASING = {
    "practice": {"skill_ceiling", "resemblance", "mindset", "nervousness", "preparation", "job_worth", "otherwise"},
    "networking": {"people_met", "sociability", "tie_chance", "tie_chance_followed", "tie_half_life", "jobs_per_tie_year", "job_worth"},
    "role_discovery": {"would_accept", "surplus", "offer_chance", "mindset", "preparation", "job_worth"},
    "future_opportunity": {"mindset", "preparation"},
    "kept_promise": {"promise"},
    "being_seen": {"exposure"},
    "effort": {"preparation", "duration", "travel", "pressure", "expenses"},
    "courtesy": {"people_met", "duration", "in_room", "place", "offer_chance", "job_worth", "others_weight"},
}  # fmt: skip
DECREASING = {
    "practice": {"experience"},
    "role_discovery": {"later_hours", "pressure", "upcoming_interviews", "base_offer_chance"},
    "effort": {"hour_value"},
    "courtesy": {"would_accept", "organization_interest"},
}


@pytest.mark.parametrize("entry", SCORERS, ids=lambda entry: entry.criterion.name)
def test_broken_scorer_is_caught(entry):
    """Each broken scorer breaks the laws that its entry names, and no others."""
    with pytest.raises(ContractError) as caught:
        check_scorer(entry.criterion, **entry.declared, examples=EXAMPLES)
    assert entry.laws == tuple(law for law in caught.value.laws if law not in entry.perhaps)


@pytest.mark.parametrize("entry", GATES, ids=lambda entry: entry.criterion.name)
def test_broken_gate_is_caught(entry):
    """Each broken gate breaks the laws that its entry names, and no others."""
    with pytest.raises(ContractError) as caught:
        check_gate(entry.criterion)
    assert entry.laws == caught.value.laws


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
    """Each built-in gate keeps every law, whether it says decline or attend."""
    check_gate(gate, examples=settings().max_examples)


def test_gate_on_a_number_with_a_gap_keeps_the_contract():
    """A quantity that is 0 or at least 1 has no range between the two, which the check passes over."""

    def nobody(people_met):
        """Decline where nobody is met."""
        return people_met == 0

    check_gate(iv.gate(reason="Nobody is there.")(nobody))


def test_arguments_that_cannot_be_used():
    """What is no scorer or gate, and a number of examples that cannot be, are refused together."""
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        check_scorer(careless.function, examples=0)
    assert ["scorer", "examples"] == [mistake.path for mistake in caught.value.mistakes]
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        check_scorer(commuting, increasing="commute", decreasing=3)
    assert ["increasing", "decreasing"] == [mistake.path for mistake in caught.value.mistakes]
    with pytest.raises(iv.errors.InvalidInputError, match="gate: got Scorer"):
        check_gate(commuting)


def test_direction_of_what_is_not_read():
    """A direction can only be declared of what the scorer reads; the nearest name is offered."""
    with pytest.raises(iv.errors.UnknownNameError, match="commute"):
        check_scorer(commuting, increasing={"comute"})


def test_name_of_a_built_in_scorer():
    """A scorer that has the name of a built-in one could never be registered, and the check says so."""
    with pytest.raises(iv.errors.NameClashError):
        check_scorer(iv.scorer(kind="cost", name="effort", quantities=[COMMUTE])(commuting.function))


def test_scorer_without_quantities():
    """A scorer that reads nothing at all has no bounds and no columns to be checked on."""

    @iv.scorer(kind="benefit")
    def constant():
        """An hour, whatever comes."""
        return 1.0

    check_scorer(constant)
