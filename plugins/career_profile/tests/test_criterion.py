"""The criterion by itself, by the library's contract, and as a part of an evaluation."""

from __future__ import annotations

import interview_value_career_profile
import pytest
from interview_value_career_profile import skill_growth

import interview_value as iv
from interview_value.testing import check_scorer, isolated_evaluator

EVALUATOR = isolated_evaluator(interview_value_career_profile)
USUAL = {"preparation": 4.0, "skill_gap": 0.5, "months_away": 0.0, "skill_half_life": 10.0, "skill_carry": 0.25}


@pytest.mark.parametrize(
    ("hours", "given"),
    [
        (0.5, {}),  # half of four hours is new, and a quarter of that lasts
        (0.0, {"skill_gap": 0.0}),
        (0.75, {"months_away": 10.0}),  # half of the skills that are there have faded
        (0.5, {"skill_gap": 0.0, "months_away": 10.0}),
        (4.0, {"skill_gap": 1.0, "skill_carry": 1.0}),
        (0.0, {"preparation": 0.0}),
    ],
)
def test_hours(hours: float, given: dict[str, float]) -> None:
    """What is learned or refreshed counts as far as it carries over, and never more than the hours of preparing."""
    assert pytest.approx(hours) == skill_growth(**{**USUAL, **given})


def test_it_keeps_the_contract() -> None:
    """All laws of the library's own kit hold; a longer half-life never adds hours, and all else never takes any."""
    check_scorer(
        skill_growth,
        increasing={"preparation", "skill_gap", "months_away", "skill_carry"},
        decreasing={"skill_half_life"},
    )


def test_nothing_known_is_little_and_assumed() -> None:
    """Without a résumé the priors count, which come to some minutes, and all of them are listed as assumed."""
    evaluation = EVALUATOR.evaluate(iv.Invitation())
    hours = evaluation["skill_growth"].hours
    assert 0.2 < hours.mean < 0.5
    assert 0 < hours.low < hours.high < 1.5
    assert {"skill_gap", "months_away", "skill_half_life", "skill_carry"} <= set(evaluation.assumed)


def test_as_a_part_of_an_evaluation() -> None:
    """Its quantities can be given with the invitation or the seeker, and the criterion explains itself."""
    invitation = iv.Invitation(stage="final", would_accept="probably")
    invitation = invitation.with_quantities(skill_gap=0.5, skill_carry=0.25, skill_half_life=10)
    seeker = iv.Seeker(job_worth=600).with_quantities(months_away=10)
    evaluation = EVALUATOR.evaluate(invitation, seeker)
    contribution, best = evaluation["skill_growth"], evaluation.best_hours
    assert best is not None
    assert pytest.approx(best * 0.75 * 0.25) == contribution.hours.mean
    expected = (
        f"5 of 10 skills that are asked for are missing, and others have faded in 10 months without work; of "
        f"{best:.1f} hours of preparing, {contribution.hours.mean:.1f} teach what serves elsewhere too"
    )
    assert expected == contribution.reason
    assert () == contribution.assumed


@pytest.mark.parametrize(("status", "assumed"), [("open", "0"), ("without_work", "1..12"), (None, "0..6")])
def test_time_away_is_assumed_by_where_the_seeker_stands(status: str | None, assumed: str) -> None:
    """Who works now has not been away; who is without work has been for some months."""
    (away,) = [
        item
        for item in EVALUATOR.evaluate(iv.Invitation(), iv.Seeker(status=status)).inputs
        if item.name == "months_away"
    ]
    assert assumed == str(away.estimate)


@pytest.mark.parametrize(("months", "told"), [(0, False), (0.5, False), (1, True), (30, True)])
def test_time_away_is_told_if_there_is_any(months: float, told: bool) -> None:
    """A month without work is worth a word, some days are not."""
    evaluation = EVALUATOR.evaluate(iv.Invitation().with_quantities(months_away=months))
    assert told == ("without work" in evaluation["skill_growth"].reason)
