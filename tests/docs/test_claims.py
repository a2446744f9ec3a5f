"""The claims of the article, one test each, in its order; the page "The article, claim by claim" names them all."""

from datetime import UTC, datetime

import pytest

import interview_value as iv

EVALUATOR = iv.Evaluator(discover=False)
INVITATION = iv.Invitation(stage="first", role_interest=0.2, organization_interest=0.6)


def hours(name, invitation=INVITATION, **seeker):
    """Return the expected hours of one criterion."""
    return EVALUATOR.evaluate(invitation, iv.Seeker(**seeker))[name].hours.mean


def test_experience_is_useful():
    """Interviewing experience is always useful: to those who had little of it most, and where interviews lie ahead."""
    assert 0 < hours("practice", experience=8) < hours("practice", experience=0)
    assert 0 == hours("practice", upcoming_interviews=0)


def test_network_grows():
    """If you enjoy meeting people, each interview expands the network, and the more the more people you meet."""
    assert 0 < hours("networking", sociability=0.2) < hours("networking", sociability=0.9)
    assert hours("networking", INVITATION.with_quantities(people_met=1)) < (
        hours("networking", INVITATION.with_quantities(people_met=4))
    )


def test_job_may_be_right():
    """You may decide that the job is right for you, the more so the less a paragraph told you about it."""
    told_all, told_little = (INVITATION.with_quantities(clarity=clarity) for clarity in (0.95, 0.1))
    assert 0 <= hours("role_discovery", told_all) < hours("role_discovery", told_little)


def test_better_opening_may_come():
    """If you make a good impression, a better opening in the same organisation may come your way."""
    few, many = (INVITATION.with_quantities(openings=openings) for openings in (0.2, 4))
    assert 0 < hours("future_opportunity", few, mindset=0.8) < hours("future_opportunity", many, mindset=0.8)


def test_reluctance_shows():
    """Going in with the mindset that you don't want the job is remembered too."""
    assert hours("future_opportunity", mindset=0) < 0 < hours("future_opportunity", mindset=0.8)


def test_it_takes_your_time():
    """An interview takes the hours that it lasts, and those on the way."""
    invitation = INVITATION.with_quantities(preparation=0, duration=1, travel=2)
    assert 3 == hours("effort", invitation, pressure=1)


def test_it_takes_their_time():
    """The interviewers' time counts, and the less you are interested the more."""
    bored, interested = (
        iv.Invitation(role_interest=interest, organization_interest=interest) for interest in (0.1, 0.9)
    )
    assert 0 < hours("courtesy", interested) < hours("courtesy", bored)


def test_decline_if_nothing_interests():
    """Decline if absolutely nothing about the position or the company interests you, whatever else it might bring."""
    tempting = iv.Invitation(role_interest=0, organization_interest=0, people_met=20, openings=10)
    assert iv.Verdict.DECLINE is EVALUATOR.evaluate(tempting, iv.Seeker(job_worth=5000, mindset=1)).verdict


def test_a_decline_is_polite():
    """What is declined is declined with thanks, and with good wishes."""
    letter = EVALUATOR.evaluate(iv.Invitation(role_interest=0, organization_interest=0), iv.Seeker()).letter()
    assert iv.replies.Response.DECLINE is letter.response
    for part in ("Thank you", "I wish you and your colleagues well", "Kind regards"):
        assert part in letter.body


def test_preparation_is_scheduled():
    """An hour that is scheduled for preparation is an hour, and there is a plan of when it is and what to do in it."""
    less, more = (INVITATION.with_quantities(preparation=hours) for hours in (1, 2))
    assert pytest.approx(1) == hours("effort", more, pressure=1) - hours("effort", less, pressure=1)
    evaluation = EVALUATOR.evaluate(more | iv.Invitation(starts="2026-12-03T14:00+01:00"), iv.Seeker())
    plan = evaluation.preparation(since=datetime(2026, 11, 30, tzinfo=UTC))
    assert (2, 0) == (sum(block.hours for block in plan.blocks), plan.missing)


def test_it_may_lead_to_nothing():
    """It could lead to a great job, or to nothing at all: the net value is a range on both sides of zero."""
    evaluation = EVALUATOR.evaluate(INVITATION, iv.Seeker())
    assert evaluation.net.low < 0 < evaluation.net.high
    assert 0 < evaluation.confidence < 1
