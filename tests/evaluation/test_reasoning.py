"""Reasons: where each criterion's hours come from, in words that name the numbers that mattered."""

from __future__ import annotations

import pytest

import interview_value as iv

EVALUATOR = iv.Evaluator(discover=False)

EXACT = {
    "people_met": 3, "follow_up": 0.5, "sociability": 0.6, "tie_chance": 0.15, "tie_chance_followed": 0.5,
    "tie_half_life": 6, "duration": 1, "travel": 0, "expenses": 0, "pressure": 1, "mindset": 0.7, "openings": 2,
    "organization_interest": 0.6, "role_interest": 0.2, "experience": 3, "upcoming_interviews": 6,
    "base_offer_chance": 0.2, "offer_chance": 0.3, "would_accept": 0.1, "later_hours": 7, "lift": 0.6, "drive": 0.9,
    "ready": 2, "good_faith": 0.15, "recall": 0.02, "cold": 0.03, "memory_half_life": 1, "promise": 3, "exposure": 5,
}  # fmt: skip


def reason_of(name, **values):
    """The reason of a criterion with some values changed; None makes one unknown."""
    values = {**EXACT, **values}
    theirs = {key: value for key, value in values.items() if key in iv.Seeker.own_quantities()}
    mine = {key: value for key, value in values.items() if key not in theirs}
    return EVALUATOR.evaluate(iv.Invitation().with_quantities(**mine), iv.Seeker(**theirs))[name].reason


@pytest.mark.parametrize(
    ("name", "changes", "words"),
    [
        ("practice", {}, "after 3 recent interviews, one more helps in 6 wanted interviews, of which 2 of 10 end in an offer"),
        ("practice", {"experience": 1}, "after 1 recent interview, one more"),
        ("practice", {"experience": 100}, "after 100 recent interviews, one more"),
        ("practice", {"upcoming_interviews": 0}, "no wanted interview lies ahead, so that practice helps nowhere"),
        ("networking", {}, "3 people, a thank-you note: about 0.6 contacts, half of it gone after 6 months"),
        ("networking", {"people_met": 1, "follow_up": 0}, "1 person, no follow-up: about 0.09 contacts"),
        ("networking", {"follow_up": 1, "tie_half_life": 24}, "staying in touch: about 0.9 contacts, half of it gone after 2 years"),
        ("networking", {"tie_half_life": 12}, "gone after 12 months"),
        ("networking", {"tie_half_life": 1}, "gone after 1 month"),
        ("networking", {"tie_half_life": 0.5}, "gone after less than a month"),
        ("networking", {"people_met": 4, "sociability": 1, "tie_chance": 0.25, "tie_chance_followed": 0.25}, "about 1 contact,"),
        ("networking", {"people_met": 40}, "40 people, a thank-you note"),
        ("role_discovery", {}, "an offer comes in 3 of 10 cases and would be taken in 1 of 10; about 7 hours of further rounds come before it"),
        ("role_discovery", {"would_accept": (0.0002, 0.0009)}, "would be taken in 1 of 1,000;"),
        ("role_discovery", {"would_accept": 0}, "would be taken in 0 of 10;"),
        ("role_discovery", {"offer_chance": 0.004}, "an offer comes in 4 of 1,000 cases"),
        ("future_opportunity", {}, "suitable openings there come up 2 times a year; a good impression brings a job there in 5 of 100 cases"),
        ("future_opportunity", {}, "which counts by the interest in the organisation, 6 of 10"),
        ("future_opportunity", {"mindset": 0.1}, "boredom or no preparation shows, which costs a job there in"),
        ("future_opportunity", {"organization_interest": 0}, "the organisation itself is of no interest"),
        ("kept_promise", {}, "a no would cost about 3 hours now"),
        ("effort", {}, "2 hours of preparation and 1 hour of interview"),
        ("effort", {"organization_interest": 0.1}, "15 minutes of preparation and 1 hour of interview"),
        ("effort", {"travel": 1.5}, "2 hours of preparation, 1 hour of interview and 1.5 hours of travel"),
        ("effort", {"pressure": 1.3}, "1 hour of interview; an hour of these days counts as 1.3 hours"),
        ("effort", {"expenses": 12}, "1 hour of interview and 12 in your currency"),
        ("effort", {"expenses": 100_000}, "and 100,000 in your currency"),
        ("courtesy", {}, "the job would be taken in 1 of 10 cases, so that of the hours that others spend or lose 2 of 10 count"),
        ("courtesy", {"would_accept": 0.8}, "going is in good faith"),
        ("being_seen", {}, "the chance that the wrong person hears of it costs about 5 hours on average"),
    ],
)  # fmt: skip
def test_built_in_reasons(name, changes, words):
    """Each built-in criterion names its numbers as a person would say them."""
    assert words in reason_of(name, **changes)


@pytest.mark.parametrize("name", [scorer.name for scorer in EVALUATOR.scorers])
def test_reasons_of_what_is_unknown(name):
    """With everything unknown the reasons speak of the middle of what is assumed, without rubbish."""
    reason = EVALUATOR.evaluate(iv.Invitation())[name].reason
    assert reason[0].islower() or reason[0].isdigit()
    assert not {"you", "your"} & set(reason.split())
    assert not {"nan", "inf", "None", "Estimate"} & set(reason.replace("(", " ").split())


@pytest.mark.parametrize(
    ("given", "end"),
    [
        ({}, "come before it (we assume this)"),
        ({"offer_chance": 0.3}, "(we assume the chance of taking the job, the mood and the rounds still to come)"),
        ({"would_accept": 0.1, "offer_chance": 0.3, "mindset": 0.7}, "(we assume the rounds still to come)"),
        ({"would_accept": 0.1, "offer_chance": 0.3, "mindset": 0.7, "later_hours": 7}, "further rounds come before it"),
    ],
)
def test_what_nobody_gave_is_assumed(given, end):
    """A reason ends with which of its numbers were assumed, by their labels, and with nothing if all were given."""
    nothing = dict.fromkeys(EXACT)
    reason = reason_of("role_discovery", **{**nothing, "lift": 0.6, "drive": 0.9, "ready": 2, **given})
    assert reason.endswith(end)
    assert reason.count("assume") == end.count("assume")


def custom(reason, function=lambda travel, would_accept, mindset: 2.0, doc="Hours that are lost. And more."):
    """The reason of a plugin's scorer."""
    function.__doc__ = doc
    scorer = iv.scorer(kind="cost", name="custom", reason=reason)(function)
    invitation = iv.Invitation(travel=(1, 3), would_accept=0.15)
    return iv.Evaluator(plugins=[scorer], discover=False).evaluate(invitation, iv.Seeker(mindset=0.4))["custom"].reason


PLAIN = (
    "Hours that are lost. And more: the way there and back 2 hours, the chance of taking the job 1.5 of 10 and the mood 4 "
    "of 10"
)


def test_own_words_get_central_values():
    """A reason gets each quantity's central value, the hours as a summary, and the context."""
    reason = custom(
        lambda travel, mindset, hours, seeker, ops: (
            f"{travel:.3g} {mindset} {hours.mean} {seeker.mindset} {ops.sqrt(4.0)}"
        )
    )
    assert "2 0.4 2.0 0.4 2.0" == reason


def test_own_words_can_be_long():
    """A reason is cut at a length that can still be shown."""
    assert 500 == len(custom(lambda travel: "x" * 5_000))


@pytest.mark.parametrize("words", [None, "", 3, b"bytes", ["a"]], ids=repr)
def test_no_words_or_rubbish(words):
    """A reason that is no text falls back on the docstring and the numbers."""
    assert PLAIN == custom(lambda: words)


def test_missing_words():
    """A scorer without a reason is explained by its docstring and the numbers that it read."""
    assert PLAIN == custom(None)
    assert PLAIN.partition(": ")[2] == custom(None, lambda travel, would_accept, mindset: 2.0, doc="")


def test_words_that_fail():
    """A reason that raises takes nothing with it, and says that it failed."""
    assert f"{PLAIN} (its own words failed: ZeroDivisionError)" == custom(lambda travel: 1 / 0)


def test_failed_scorer_has_no_reason():
    """Where there are no hours there is nothing to explain; the error says what happened."""
    scorer = iv.scorer(kind="cost", name="custom", reason=lambda travel: "fine")(lambda travel: "rubbish")
    item = iv.Evaluator(plugins=[scorer], discover=False).evaluate(iv.Invitation())["custom"]
    assert ("", True) == (item.reason, bool(item.error))
