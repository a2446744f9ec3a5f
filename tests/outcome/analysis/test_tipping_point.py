"""Questions at their tipping point, in words that a person uses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import interview_value as iv
from interview_value.outcome.analysis.tipping_point import tipping_question

OWN = {**iv.Invitation.own_quantities(), **iv.Seeker.own_quantities()}


@pytest.mark.parametrize(
    ("turn", "words"),
    [
        (5, "5 hours"),
        (16, "a weekend"),
        (28, "two weekends"),
        (40, "a week's work"),
        (62, "one and a half weeks' work"),
        (361, "nine weeks' work"),
        (700, "four months' work"),
        (1_700, "a year's work"),
        (4_400, "two and a half years' work"),
        (20_000, "eleven years' work"),
    ],
)
def test_what_a_job_is_worth_is_asked_in_work(turn, words):
    """Hours of free time are told as weekends, weeks, months and years of work."""
    assert f"Is a job you'd be glad of worth more than about {words} to you?" == tipping_question(
        OWN["job_worth"], turn
    )


@pytest.mark.parametrize(
    ("turn", "words"),
    [(0.0, "one in 1,000,000"), (0.03, "one in 33"), (0.17, "one in six"), (0.38, "two in five"), (0.5, "one in two"),
     (0.77, "three in four"), (0.95, "19 in 20"), (1.0, "19 in 20")],
)  # fmt: skip
def test_a_chance_is_one_in_so_many(turn, words):
    """Chances are told as people tell odds."""
    asked = tipping_question(OWN["would_accept"], turn)
    assert f"If they offered you this job, would you be more likely than about {words} to take it?" == asked


@pytest.mark.parametrize(
    ("name", "turn", "asked"),
    [
        ("duration", 0.1, "Will it take more than about 6 minutes?"),
        ("duration", 0.66, "Will it take more than about 40 minutes?"),
        ("duration", 1.02, "Will it take more than about 1 hour?"),
        ("travel", 3.14, "Is the way, there and back, longer than about 3.1 hours?"),
        ("mindset", 0.65, "Would you go into it in a better mood than “with an open mind”?"),
        ("people_met", 4, "Will you meet more than about 4 people?"),
        ("openings", 3, "Does an opening that would suit you come up there more often than about 3 times a year?"),
        ("openings", 0.9, "Does an opening that would suit you come up there more often than about once a year?"),
        ("openings", 0.26, "Does an opening that would suit you come up there more often than about once in four years?"),
        ("hour_value", 25, "What is an hour worth to you, in money? More than about 25 an hour?"),
        ("nervousness", 0.6, "Do interviews make you more than “quite nervous”?"),
    ],
)  # fmt: skip
def test_other_quantities_are_asked_in_their_own_unit(name, turn, asked):
    """Hours, choices, counts, times a year and money each have their words."""
    assert asked == tipping_question(OWN[name], turn)


def test_a_plugin_brings_its_own_words_or_none():
    """Words may name the value in any form; without them the question itself gets the value with its unit."""
    plain = iv.Quantity("far", unit="km", bounds=(0, 50), prior=(1, 9), ask="yourself", question="How far is it?")
    assert "How far is it? More than about 2.5 km?" == tipping_question(plain, 2.5)
    minutes = iv.Quantity(
        "wait", unit="min", bounds=(0, 600), prior=(1, 90), ask="yourself", question="How long?",
        tipping_question="Longer than {value}, which is {work}, {often}, {number}, or {other}?",
    )  # fmt: skip
    assert "Longer than 2 hours, which is three weeks' work, 120 times a year, 120, or {other}?" == tipping_question(
        minutes, 120
    )
    with pytest.raises(iv.errors.FieldError, match=r"far\.tipping_question"):
        iv.Quantity("far", prior=1, tipping_question=3)


def test_words_that_name_a_choice_need_choices():
    """A quantity without choices cannot ask for one at its tipping point, which shows when it is declared."""
    with pytest.raises(iv.errors.FieldError, match=r"far\.tipping_question.*choices"):
        iv.Quantity("far", prior=1, tipping_question="More than {choice}?")


@given(st.sampled_from(sorted(name for name, quantity in OWN.items() if quantity.question)), st.floats(0, 1))
def test_every_quantity_can_be_asked(name, place):
    """Whatever the value, the question is whole: it ends with its mark, and nothing is left to fill in."""
    quantity = OWN[name]
    asked = tipping_question(quantity, quantity.bounds.low + place * (quantity.bounds.high - quantity.bounds.low))
    assert "?" in asked
    assert "{" not in asked


def test_only_a_question_with_a_turn_is_asked_there():
    """A label has no tipping point; of a quantity, yes is the range above it, and no that below."""
    questions = {question.quantity: question for question in iv.evaluate(iv.Invitation(role_interest=0)).questions}
    label, asked = questions["status"], questions["job_worth"]
    assert ("", None, None) == (label.at_turn, label.side("yes"), label.turn)
    assert ((asked.turn, asked.high), (asked.low, asked.turn)) == (asked.side(" Yes"), asked.side("no"))
    assert (None, None) == (asked.side("perhaps"), asked.side(3))


@pytest.mark.parametrize(("language", "beginning"), [("en", "Where do you stand"), ("de", "Wie ist deine Lage")])
def test_a_question_is_asked_in_words(language, beginning):
    """It is asked at its tipping point where it has one, and otherwise as it was declared, in the language spoken."""
    with iv.speaking(language):
        questions = {question.quantity: question for question in iv.evaluate(iv.Invitation(role_interest=0)).questions}
        label, asked = questions["status"], questions["job_worth"]
        assert asked.at_turn == asked.in_words
        assert label.in_words.startswith(beginning)
