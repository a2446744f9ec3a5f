"""The criterion by itself, by the contract, and as a part of an evaluation."""

from __future__ import annotations

from pathlib import Path

import interview_value_commute
import pytest
from interview_value_commute import commuting

import interview_value as iv
from interview_value.testing import check_scorer, isolated_evaluator

README = Path(__file__).parents[1] / "README.md"


def test_hours() -> None:
    """Four weeks of commuting count as far as an offer is likely."""
    assert pytest.approx(5.0) == commuting(commute=5, offer_chance=0.25)


def test_it_keeps_the_contract() -> None:
    """All laws of the library's own kit hold, and more commuting or a likelier offer never costs less."""
    check_scorer(commuting, increasing={"commute", "offer_chance"})


def test_as_a_part_of_an_evaluation() -> None:
    """The quantity can be given with an invitation, and the criterion explains itself."""
    invitation = iv.Invitation(offer_chance=0.25).with_quantities(commute=5)
    contribution = isolated_evaluator(interview_value_commute).evaluate(invitation)["commuting"]
    assert pytest.approx(5.0) == contribution.hours.mean
    assert "5.0 hours a week for a month, if an offer comes: in 25 of 100 cases" == contribution.reason
    assert () == contribution.assumed


def test_a_job_done_from_home_has_no_commute() -> None:
    """Hours range over a factor, and yet none at all can be given."""
    invitation = iv.Invitation().with_quantities(commute=0)
    evaluation = isolated_evaluator(interview_value_commute).evaluate(invitation)
    assert iv.scoring.Summary(0.0, 0.0, 0.0) == evaluation["commuting"].hours


def test_the_readme_is_right() -> None:
    """What the README shows runs, and prints what it says."""
    (example,) = README.read_text(encoding="utf-8").split("```python\n")[1:]
    names: dict[str, object] = {}
    exec(compile(example.partition("```")[0], str(README), "exec"), names)
    assert isinstance(names["evaluation"], iv.Evaluation)
