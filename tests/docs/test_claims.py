"""The claims of the article, one test each, in its order; the page "The article, claim by claim" names them all."""

from datetime import UTC, datetime

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
    """You may decide that the job is right for you, unless something that you already know rules it out."""
    ruled_out, unlikely = (INVITATION.with_quantities(would_accept=said) for said in ("ruled_out", "unlikely"))
    assert 0 <= hours("role_discovery", ruled_out) < 0.5 < hours("role_discovery", unlikely)


def test_better_opening_may_come():
    """If you make a good impression, a better opening in the same organisation may come your way."""
    few, many = (INVITATION.with_quantities(openings=openings) for openings in (0.2, 4))
    assert 0 < hours("future_opportunity", few, mindset=0.8) < hours("future_opportunity", many, mindset=0.8)


def test_reluctance_shows():
    """Going in with the mindset that you don't want the job is remembered too, and makes an offer less likely."""
    assert hours("future_opportunity", mindset=0) < 0 < hours("future_opportunity", mindset=0.8)
    assert hours("role_discovery", mindset=0) < hours("role_discovery", mindset=0.8)


def test_it_takes_your_time():
    """An interview takes the hours that it lasts, and those on the way."""
    evaluation = EVALUATOR.evaluate(INVITATION.with_quantities(duration=1, travel=2), iv.Seeker(pressure=1))
    assert 3 + evaluation.best_hours == evaluation["effort"].hours.mean


def test_it_takes_their_time():
    """The interviewers' time counts, and the more the less you could say yes."""
    certain, doubtful = (INVITATION.with_quantities(would_accept=said) for said in ("ruled_out", "perhaps"))
    assert 0 < hours("courtesy", doubtful) < hours("courtesy", certain)


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
    """Preparing pays, the more the better the job; and there is a plan of when to do it, and what."""
    dated = iv.Invitation(stage="first", starts="2026-12-03T14:00+01:00")
    hardly = EVALUATOR.evaluate(dated.with_quantities(would_accept=0.03), iv.Seeker(job_worth=200))
    gladly = EVALUATOR.evaluate(dated.with_quantities(would_accept=0.75), iv.Seeker(job_worth=600))
    assert (0.25, 6) == (hardly.best_hours, gladly.best_hours)
    plan = gladly.preparation(since=datetime(2026, 11, 30, tzinfo=UTC))
    assert (6, 0) == (sum(block.hours for block in plan.blocks), plan.missing)


def test_it_may_lead_to_nothing():
    """It could lead to a great job, or to nothing at all: the net value is a range on both sides of zero."""
    evaluation = EVALUATOR.evaluate(INVITATION, iv.Seeker())
    assert evaluation.net.low < 0 < evaluation.net.high
    assert 0 < evaluation.confidence < 1
