"""Sentences of an evaluation: the verdict, what going is worth, and how sure that is."""

from __future__ import annotations

import math

import pytest
from small_scorers import alone, quantity, scorer

import interview_value as iv
from interview_value.evaluation import sentences

BARE = iv.Evaluator(discover=False)
INVITATION = iv.Invitation(stage="first", role_interest=0.2, organization_interest=0.6)
SURE = iv.Evaluator(discover=False, asking_cost=math.inf)


@pytest.mark.parametrize(
    ("evaluator", "changes", "start", "short"),
    [
        (SURE, {}, "Go. On average, going is worth about ", "Go (+"),
        (SURE, {"would_accept": "ruled_out"}, "Say no, politely. On average, going costs you about ", "Say no (−"),
        (BARE, {}, "Settle one thing yourself first; so far it leans towards going. On ", "Settle one thing first (+"),
        (
            BARE,
            {"would_accept": "unlikely", "hinge": "most"},
            "Ask them one thing first; so far it leans towards going. On average, going is worth about ",
            "Ask them first (+",
        ),
        (BARE, {"role_interest": 0, "organization_interest": 0}, "Say no, politely. Nothing about the role", "Say no"),
        (
            BARE,
            {"obliged": "yes"},
            "Go. You have to go, whatever the hours say. All counted, going costs you about ",
            "Go",
        ),
    ],
)
def test_headline_is_the_verdict(evaluator, changes, start, short):
    """The headline is the verdict with the worth or the reason of a rule; in short it is the verdict and the hours."""
    evaluation = evaluator.evaluate(INVITATION.with_quantities(**changes))
    assert evaluation.headline.startswith(start)
    assert evaluation.short.startswith(short)
    assert ("hours)" in evaluation.short) is short.endswith(("+", "−"))


def drawn(net, *, upside=True):
    """An evaluation with this mean, which a few outcomes make: large gains, or large losses."""
    mood, kinds = quantity(bounds=(0, 1000), prior=(0.1, 30), scale="log"), ("benefit", "cost")
    of_luck, of_price = kinds if upside else kinds[::-1]
    luck = scorer(lambda mood: mood, mood, name="luck", kind=of_luck)
    mean = abs(alone(luck).evaluate(iv.Invitation()).net.mean)
    price = scorer(lambda: mean - net if upside else mean + net, kind=of_price, name="price")
    return alone(luck, price, asking_cost=math.inf).evaluate(iv.Invitation())


@pytest.mark.parametrize(
    ("net", "upside", "words"),
    [
        (
            0.3,
            True,
            ("It is nearly a toss-up: on average, going is worth about 20 minutes", "a few lucky outcomes: in "),
        ),
        (0.7, True, ("On average, going is worth about 40 minutes", "a few lucky outcomes: in ", " cases you lose ")),
        (-0.3, True, ("It is nearly a toss-up: on average, going costs you about 20 minutes", "It pays off in only ")),
        (-0.7, True, ("On average, going costs you about 40 minutes more than it brings.", " lost and ", " gained.")),
        (-0.7, False, ("a few bad outcomes: it pays off in ", " cases, but in the others you lose ")),
        (0.7, False, ("It pays off in ", " lost and ", " gained.")),
    ],
)
def test_the_odds_are_explained(net, upside, words):
    """The headline says so where the mean is near zero, and where it disagrees with how often going pays."""
    headline = drawn(net, upside=upside).headline
    for part in words:
        assert part in headline


@pytest.mark.parametrize(
    ("bounds", "low", "high", "words"),
    [
        (
            (1, 5),
            1,
            5,
            "worth about 3 hours of your time. It pays off in nearly all cases; mostly it brings 1 to 5 hours.",
        ),
        ((-6, 6), 1, 5, "It pays off in nearly all cases; mostly it brings 1 to 5 hours."),
        ((-5, -1), -5, -1, "about 3 hours more than it brings. It hardly ever pays off; mostly it costs 1 to 5 hours."),
        ((-6, 6), -5, -1, "It hardly ever pays off; mostly it costs 1 to 5 hours."),
    ],
)
def test_what_is_sure_is_told_with_its_range(bounds, low, high, words):
    """Where each case pays, or none does, or nearly so, the range of the hours is told as what it mostly is."""
    mood = quantity(bounds=bounds, prior=(low, high))
    evaluation = alone(scorer(lambda mood: mood, mood, name="good")).evaluate(iv.Invitation())
    assert evaluation.headline.endswith(words)


def test_what_does_not_vary_has_no_odds():
    """One number of hours needs no word on how sure it is."""
    evaluation = alone(scorer(lambda: 3.0, name="good")).evaluate(iv.Invitation())
    assert "Go. On average, going is worth about 3 hours of your time." == evaluation.headline


def test_odds_of_what_was_read_back():
    """Without draws the most that is lost stands for the range of the losses."""
    evaluation = drawn(0.7)
    again = iv.Evaluation.from_dict(evaluation.to_dict(draws=False))
    assert " cases you lose up to " in again.headline
    assert evaluation.short == again.short


class Careless:
    """A plugin whose weights fail."""

    @iv.hookimpl
    def interview_value_weights(self, names, seeker):
        """Fail."""
        raise RuntimeError("no policy")


def test_a_plugin_that_failed_is_told_with_the_worth():
    """Where no criterion failed but a plugin's weights did, the answer is incomplete, too, and says so."""
    evaluation = iv.Evaluator(plugins=[Careless()], discover=False).evaluate(INVITATION)
    assert "A plugin failed, so that this is incomplete." in " ".join(str(evaluation).split())
    assert evaluation.short.endswith("; incomplete)")
    assert "(incomplete)" in str(iv.compare([evaluation, BARE.evaluate(INVITATION)]))


def test_what_failed_is_counted():
    """One scorer that failed is named, and so are two."""

    def fail(travel):
        raise ValueError("no map")

    one, two = (iv.scorer(kind="cost", name=name, columnar=False)(fail) for name in ("far", "farther"))
    first = iv.Evaluator(plugins=[one], discover=False).evaluate(INVITATION)
    both = iv.Evaluator(plugins=[one, two], discover=False).evaluate(INVITATION)
    assert "Not counted, as it failed: far." == sentences.failed_sentence(first)
    assert "Not counted, as they failed: far and farther." == sentences.failed_sentence(both)
    assert "" == sentences.failed_sentence(BARE.evaluate(INVITATION))


@pytest.mark.parametrize("middle", [-0.2, 0.2])
def test_about_half_of_the_cases_is_told_as_half(middle):
    """Near even odds are neither "only" so many cases nor a count."""
    mood = quantity(bounds=(-9, 9), prior=(middle - 4, middle + 4))
    evaluation = alone(scorer(lambda mood: mood, mood, name="good")).evaluate(iv.Invitation())
    assert 0.45 < evaluation.chance_positive < 0.55
    assert "It pays off in half of all cases; mostly it is between " in evaluation.headline


@pytest.mark.parametrize(
    ("net", "words"),
    [(2, "which outweigh the rest"), (-2, "which the rest outweigh")],
)
def test_even_odds_that_hide_a_gain_or_a_loss_are_explained(net, words):
    """Where it pays in half of all cases, yet not on average, it is said which half weighs more."""
    mood = quantity(bounds=(0, 1000), prior=(4, 30), scale="log")
    luck = scorer(lambda mood: mood, mood, name="luck", kind="benefit" if net > 0 else "cost")
    mean = abs(alone(luck).evaluate(iv.Invitation()).net.mean)
    price = scorer(lambda: mean - abs(net), kind="cost" if net > 0 else "benefit", name="price")
    evaluation = alone(luck, price, asking_cost=math.inf).evaluate(iv.Invitation())
    assert 0.45 <= evaluation.chance_positive < 0.55
    assert f"It pays off in half of all cases, {words}; mostly it is between " in evaluation.headline
