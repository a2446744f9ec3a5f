"""Sentences of an evaluation: what each says."""

from __future__ import annotations

import pytest
from small_scorers import alone, quantity, scorer
from strategies import QUANTITIES, case

import interview_value as iv
from interview_value.evaluation import sentences

BARE = iv.Evaluator(discover=False)
INVITATION = iv.Invitation(
    role="Data analyst",
    organization="Brightside Marketing",
    stage="first",
    starts="2026-12-03T14:00+01:00",
    role_interest=0.2,
    organization_interest=0.6,
    read_from={"role": "posting.html: JobPosting.title", "stage": "invite.ics: SUMMARY"},
)
SURE = iv.Evaluator(discover=False, asking_cost=float("inf"))


@pytest.mark.parametrize(
    ("evaluator", "changes", "start"),
    [
        (SURE, {}, "Attend: going is worth +"),
        (SURE, {"would_accept": "ruled_out"}, "Decline politely: going is worth −"),
        (BARE, {}, "Settle one thing yourself first: as things stand going is worth +"),
        (BARE, {"would_accept": "unlikely", "hinge": "most"}, "Ask them first: as things stand going is worth +"),
        (BARE, {"role_interest": 0, "organization_interest": 0}, "Decline politely: Nothing about the role"),
        (BARE, {"obliged": "yes"}, "Attend: You have to go, so the hours only tell what it costs you. It takes "),
    ],
)
def test_headline_is_the_verdict(evaluator, changes, start):
    """The first sentence is the verdict, with the net value or the reason of a rule that decides."""
    assert str(evaluator.evaluate(INVITATION.with_quantities(**changes))).startswith(start)


@pytest.mark.parametrize(
    ("net", "words"),
    [
        (0.3, "of cases, which is nearly a toss-up: usually it does not pay, but when it does it pays much"),
        (0.7, "of cases: usually it does not pay, but when it does it pays much"),
        (-0.3, "of cases, which is nearly a toss-up"),
        (-0.7, "of cases"),
    ],
)
def test_the_odds_are_explained(net, words):
    """The headline says so where the mean is within half an hour of zero, and where going pays seldom but much."""
    luck = scorer(lambda mood: mood, quantity(bounds=(0, 1000), prior=(0.1, 30), scale="log"), name="luck")
    mean = alone(luck).evaluate(iv.Invitation()).net.mean
    price = scorer(lambda: mean - net, kind="cost", name="price")
    evaluator = alone(luck, price, asking_cost=float("inf"))
    assert sentences.headline(evaluator.evaluate(iv.Invitation())).endswith(words)


def test_practice_without_any_interest():
    """Where nothing is of interest, it is told whether practice and a promise alone would pay, and what else there is."""
    nothing = INVITATION.with_quantities(role_interest=0, organization_interest=0, duration=0.25, travel=0)
    keen = iv.Seeker(status="without_work", upcoming_interviews=6, job_worth="year", pressure="spare", experience=0.2)
    evaluation = BARE.evaluate(nothing.with_quantities(would_accept=0.5, stage="screen"), keen)
    alone = evaluation["practice"].mean + evaluation["kept_promise"].mean - evaluation.cost.mean
    assert iv.Verdict.DECLINE is evaluation.verdict
    assert 0 < alone
    text = " ".join(str(evaluation).split())
    assert f"By kept_promise and practice alone going would be worth +{alone:.2g} h" in text
    assert "a mock interview costs nobody's time" in text
    assert "mock interview" not in str(BARE.evaluate(nothing.with_quantities(travel=5)))


def test_read_quantities_say_where():
    """A quantity that was read stands with the file and the property."""
    invitation = iv.Invitation(duration=1, read_from={"duration": "invite.ics: DTSTART, DTEND"})
    assert "duration 1 h (invite.ics: DTSTART, DTEND)" in str(BARE.evaluate(invitation))


def test_a_label_that_was_read_stands_once():
    """A label is shown where it was read, once; one that nobody said is said to be that."""
    text = " ".join(str(BARE.evaluate(INVITATION)).split())
    assert 1 == text.count("stage: the first real interview (invite.ics: SUMMARY)")
    assert "; status: not said; " in text


def test_inputs_have_the_digits_that_one_reads():
    """What is assumed by a formula has three digits, as has what decides the verdict."""
    text = " ".join(str(BARE.evaluate(INVITATION)).split())
    assert "would_accept 0.063..0.378 share" in text
    assert "would_accept: net −0.08 h at 0.063, +14 h at 0.378" in text


def test_a_formula_that_failed_is_named():
    """What could not be computed has no value, and its formula is shown."""

    def fails(travel):
        raise RuntimeError("no luck")

    prior = iv.model.DerivedPrior(fails, "2 · travel")
    broken = iv.Quantity("broken", unit="h", bounds=(0, 9), prior=prior, ask="yourself", question="How late?")
    scorer = iv.scorer(kind="cost", name="late", quantities=[broken])(lambda broken: broken)
    text = str(iv.Evaluator(plugins=[scorer], discover=False).evaluate(INVITATION))
    assert "; broken (2 · travel); " in " ".join(text.split())


def test_a_gate_that_cannot_tell_holds_nothing_up():
    """Where no answer is worth asking for, nothing is to be found out, though a gate cannot tell."""
    evaluation = BARE.evaluate(iv.Invitation(would_accept="probably", stage="screen"), iv.Seeker(job_worth="year"))
    assert iv.outcome.Answer.UNKNOWN in [finding.answer for finding in evaluation.findings]
    assert str(evaluation).startswith("Attend: ")
    assert "Find out first:" not in str(evaluation)


def test_exact_evaluation_shows_no_range():
    """What is exact has no range and nothing that decides or turns it by its uncertainty."""
    text = str(BARE.evaluate(*case({name: quantity.bounds.cut(0.5) for name, quantity in QUANTITIES.items()})))
    assert "exact" in text
    assert "What decides it" not in text


def test_what_happens_rarely_is_not_exact():
    """Where nine draws in ten are the same and the rest are not, the mean lies outside of a range without width."""

    @iv.scorer(kind="benefit")
    def jackpot(sociability, ops):
        """Pay in a few cases."""
        return ops.where(sociability > 0.95, 100.0, 0.0)

    text = str(iv.Evaluator(plugins=[jackpot], discover=False).evaluate(iv.Invitation()))
    (line,) = [line for line in text.splitlines() if line.startswith("jackpot")]
    assert "0 to 0" in line
    assert "exact" not in line


def test_weights_are_told():
    """A criterion that counts otherwise than once says so."""
    text = str(iv.Evaluator(weights={"networking": 2}, discover=False).evaluate(INVITATION))
    assert "counted 2 times: " in text


class Careless:
    """A plugin whose weights fail."""

    @iv.hookimpl
    def interview_value_weights(self, names, seeker):
        """Fail."""
        raise RuntimeError("no policy")


def test_a_plugin_that_failed_is_told_in_the_first_line():
    """Where no criterion failed but a plugin's weights did, the answer is incomplete, too, and says so at once."""
    evaluation = iv.Evaluator(plugins=[Careless()], discover=False).evaluate(INVITATION)
    first = " ".join(str(evaluation).partition("\n\n")[0].split())
    assert "; incomplete, because a plugin failed" in first
    assert "(incomplete)" in str(iv.compare([evaluation, BARE.evaluate(INVITATION)]))


def test_days_and_calendar_entries_are_shown_in_words():
    """Where past interviews and the entry of a calendar were read, with the first days and the entry's own name."""
    days = [f"2026-01-{day:02}" for day in range(1, 13)]
    seeker = iv.Seeker(past_interviews=days, as_of="2026-11-23", read_from={"past_interviews": "mine.ics: event 1"})
    invitation = iv.Invitation(event=iv.model.Event(uid="a@b"), read_from={"event": "invite.ics: VEVENT"})
    text = " ".join(str(iv.evaluate(invitation, seeker)).split())
    assert "Read from files: event a@b (invite.ics: VEVENT); past_interviews 2026-01-01, 2026-01-02," in text
    assert "2026-01-10 and 2 more (mine.ics: event 1)" in text
