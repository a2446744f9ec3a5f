"""What can be answered to a question, what an answer comes to, and what somebody may have meant."""

from __future__ import annotations

import math
import re

import pytest
from attrs import evolve
from small_scorers import quantity

import interview_value as iv
from interview_value.deciding.answers import (
    amount,
    assumed,
    examples,
    how_to_answer,
    is_far_out,
    is_unclear,
    meant,
    offered,
    other_words,
    possible,
)
from interview_value.deciding.typed_words import REPLIES
from interview_value.display.language import LANGUAGES, say
from interview_value.outcome.analysis.questions import Question

EVALUATOR = iv.Evaluator(discover=False)
QUANTITIES = EVALUATOR.quantities
ASSUMED = EVALUATOR.evaluate(iv.Invitation()).run.values
ASKED = [name for name, known in QUANTITIES.items() if known.ask != "nobody"]


def question(name, low=None, high=None, **other):
    """A question about a quantity, with the range that is assumed."""
    known = QUANTITIES.get(name) or quantity(name)
    if low is None and not known.is_label:
        estimate = ASSUMED.argument(name)
        low, high = estimate.low, estimate.high
    either = iv.Verdict.DECLINE, iv.Verdict.ATTEND
    return Question(name, known.question, known.ask, 1.0, 0.25, low, high, *either, **other)


@pytest.mark.parametrize(
    ("name", "low", "high", "words"),
    [
        ("duration", 1, 1, "1 hour"), ("duration", 1.5, 1.5, "1.5 hours"), ("duration", 2, 7, "2 to 7 hours"),
        ("travel", 2, 2, "2 hours"), ("job_worth", 1000, 1000, "1,000 hours"), ("job_worth", 1e-7, 1e-7, "0.0000001 hours"),
        ("role_interest", 0.6, 0.6, "60%"), ("role_interest", 0.05, 0.7, "5% to 70%"),
        ("hour_value", 40, 40, "40 an hour"), ("pressure", 1.2, 1.2, "1.2"), ("people_met", 2, 3, "2 to 3 people"),
        ("expenses", 0, 0, "0"),
    ],
)  # fmt: skip
def test_amounts_are_said_as_people_say_them(name, low, high, words):
    """A number and a range have their unit behind them, shares are per cent, and there is never an exponent."""
    assert words == amount(QUANTITIES[name], low, high)


@pytest.mark.parametrize(
    ("bounds", "unit", "words"),
    [
        ((0, 0.95), "share", "0% to 95%"), ((0, 20_000), "h", "0 to 20,000 hours"), ((1, math.inf), "people", "at least 1 people"),
        ((-math.inf, 8), "h", "at most 8 hours"), ((-math.inf, math.inf), "h", "any number"),
    ],
)  # fmt: skip
def test_what_is_possible(bounds, unit, words):
    """The bounds are told with the unit; without one or both of them, what is left."""
    prior = (0.5, 0.9) if bounds[1] < 1 else (2, 7)
    assert words == possible(iv.Quantity("some", bounds=bounds, unit=unit, prior=prior))


@pytest.mark.parametrize("name", [name for name in ASKED if not QUANTITIES[name].is_label])
def test_examples_can_be_typed(name):
    """What is named as an example is read as the number and the range that it says."""
    known, asked = QUANTITIES[name], question(name)
    number, span = (known.estimate(example) for example in examples(known, asked))
    assert number.low == number.high
    assert span.low <= number.low <= span.high


def test_examples_without_a_range():
    """Where no range is assumed, the examples are those of the quantity."""
    known = QUANTITIES["duration"]
    assert known.reader.forms == examples(known, question("duration", 2, 2))
    nothing = evolve(question("duration"), low=None, high=None)
    assert (known.reader.forms, "") == (examples(known, nothing), assumed(known, nothing))


@pytest.mark.parametrize(
    ("name", "at_turn", "beginning"),
    [
        ("stage", "", "Answer with a number from 1 to 4, or in the words of a choice."),
        ("job_worth", "Is it?", "Answer yes or no, with a number from 1 to 5 for a choice, or with an amount: 350 hours,"),
        ("job_worth", "", "Answer with a number from 1 to 5 for a choice, or with an amount: "),
        ("duration", "Is it?", "Answer yes or no, or with an amount: "),
        ("duration", "", "Answer with an amount: "),
    ],
)  # fmt: skip
def test_how_to_answer(name, at_turn, beginning):
    """It is said in one sentence, with what the question offers."""
    assert how_to_answer(QUANTITIES[name], question(name, at_turn=at_turn)).startswith(beginning)


@pytest.mark.parametrize(
    ("name", "typed", "choice"),
    [
        ("job_worth", "3", "month"), ("job_worth", "A Month's Work", "month"), ("job_worth", "a month", "month"),
        ("job_worth", "three months", "quarter"), ("job_worth", "three months’ work", "quarter"),
        ("job_worth", "we", None), ("job_worth", "a wee", None), ("job_worth", "6", None), ("job_worth", "0", None),
        ("would_accept", "maybe", "perhaps"), ("would_accept", "likely", "probably"), ("remote", "no", "no"),
        ("status", "happy", "content"), ("stage", "panel", "onsite"), ("duration", "3", None), ("job_worth", "9" * 5000, None),
    ],
)  # fmt: skip
def test_a_choice_is_known_by_its_number_and_its_words(name, typed, choice):
    """A choice may be its number in the list, its words, or how they begin if no other begins so."""
    assert choice == meant(QUANTITIES[name], typed)


@pytest.mark.parametrize(
    ("name", "typed", "offer"),
    [
        ("status", "employee", "employed, would move for something better"), ("job_worth", "6", "6 h"),
        ("role_interest", "60", "60%"), ("openings", "6", "6 openings a year"), ("job_worth", "-5", None),
        ("would_accept", "very likely", None), ("job_worth", "two months' work", None), ("status", "lookin", "actively looking"),
        ("duration", "ages", None), ("stage", "7", None), ("role_interest", "600", None),
    ],
)  # fmt: skip
def test_what_is_nearly_clear_is_offered(name, typed, offer):
    """A slip of the pen in a choice's words, and a bare number that makes sense with its unit, are offered."""
    assert offer == offered(QUANTITIES[name], typed)


@pytest.mark.parametrize(("typed", "unclear"), [("6", True), ("5", False), ("0", False), ("6 h", False), ("60", False)])
def test_a_digit_belongs_to_a_choice(typed, unclear):
    """A single digit is the number of a choice, and unclear if there is no such choice."""
    assert unclear == is_unclear(QUANTITIES["job_worth"], typed)
    assert not is_unclear(QUANTITIES["duration"], typed)


@pytest.mark.parametrize(
    ("name", "value", "far"),
    [
        ("job_worth", 0.6, True), ("job_worth", 25, False), ("job_worth", 0, True), ("job_worth", 9000, True),
        ("job_worth", (50, 9000), True), ("promise", 0, False), ("promise", 300, True),
        ("would_accept", 0, False), ("would_accept", 0.95, True), ("role_interest", 1, False), ("travel", 59, True),
    ],
)  # fmt: skip
def test_far_out(name, value, far):
    """A number is far out beyond five times what is assumed; nothing at all is not where less than one is usual."""
    asked = question(name, 0.1, 0.3) if name == "would_accept" else question(name)
    assert far == is_far_out(QUANTITIES[name], asked, iv.Estimate.of(value))


def test_a_chance_that_is_sure_is_far_out():
    """All of a chance is infinitely far, and where nothing is assumed nothing is."""
    chance = quantity("luck", bounds=(0, 1), prior=(0.1, 0.3), scale="chance")
    asked = question("luck", 0.1, 0.3)
    assert is_far_out(chance, asked, iv.Estimate(1))
    assert not is_far_out(chance, evolve(asked, low=None, high=None), iv.Estimate(1))


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("duration", 0.6, "36 minutes"), ("duration", 1 / 60, "1 minute"), ("duration", 3, ""), ("duration", 0, ""),
        ("job_worth", 16, "2 days of work"), ("job_worth", 9000, "1,125 days of work"), ("people_met", 40, ""),
    ],
)  # fmt: skip
def test_hours_in_other_words(name, value, words):
    """Parts of an hour are minutes and many hours days of work; what else there is has no other words."""
    assert words == other_words(QUANTITIES[name], value)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ASKED)
def test_no_choice_begins_with_a_reply_of_its_own(name, language):
    """Yes, no and what steers a conversation are the beginning of no choice, in any language; a choice may be called so."""
    known = QUANTITIES[name]
    with iv.speaking(language):
        replies = {reply for message in REPLIES for reply in (*message.split("; "), *say(message).split("; "))}
        whole = {words.casefold() for key, c in known.choices.items() for words in (key, say(c.label), *c.words)}
        assert not {reply for reply in replies - whole if meant(known, reply)}


@pytest.mark.parametrize("name", ASKED)
def test_choices_fit_a_digit(name):
    """No question has more choices than a digit can number, and none whose words are a command or yes or no."""
    words = {word.casefold() for choice in QUANTITIES[name].choices.values() for word in (choice.label, *choice.words)}
    assert len(QUANTITIES[name].choices) < 10
    assert not {word for word in words if re.fullmatch(r"stop|quit|exit|end|q|back|undo|why|help|h|[?]", word)}


@pytest.mark.parametrize(
    ("quantity", "typed", "expected"),
    [
        ("would_accept", "Wahrscheinlich", "probably"),
        ("would_accept", "sehr unw", "very_unlikely"),
        ("promise", "nichts", "nothing"),
        ("promise", "nothing", "nothing"),
        ("job_worth", "drei Monate Arbeit", "quarter"),
    ],
)
def test_choices_in_another_language(quantity, typed, expected):
    """A choice is meant by its words in the language that is spoken, and still by those in English."""
    with iv.speaking("de"):
        assert expected == meant(iv.Evaluator(discover=False).quantities[quantity], typed)
