"""The forest plots: a session after each answer, and several invitations side by side."""

from __future__ import annotations

import pytest
from matplotlib import pyplot as plt
from matplotlib.colors import to_hex

import interview_value as iv
from interview_value.display.words import of_ten

from .examples import EVALUATOR
from .looks import outside, ranges, texts_of

MARKS = {"^": "#0072b2", "o": "black", "s": "black", "v": "#d55e00"}
"""The marks of the verdicts, with their colours."""


def session():
    """A session with an answer, a range and a skip."""
    answered = iv.Session(iv.Invitation(role="Tester"), evaluator=EVALUATOR)
    answered.answer(0.4, "role_interest")
    answered.answer((1, 3), "duration")
    answered.skip("travel")
    return answered


def points(axes):
    """Where the marks of a forest are."""
    return [float(line.get_xdata()[0]) for line in axes.lines if line.get_marker() in MARKS]


def test_session_has_a_row_for_each_step():
    """The start and each step stand there with the expected net value, and what was answered or skipped."""
    answered = session()
    axes = iv.plots.session(answered)
    assert [evaluation.net.mean for evaluation in answered.evaluations] == points(axes)
    assert [step.net for step in answered.history] == points(axes)[1:]
    texts = {" ".join(text.split()) for text in texts_of(axes)}
    assert {"at the start", "the interest in the work: 4 of 10", "the length of the interview: 1 to 3 hours"} <= texts
    assert "the way there and back: skipped" in texts
    notes = [text.replace("\n", " ") for text in texts_of(axes)]
    assert 4 == sum(text.startswith("Settle one thing first") for text in notes if text != axes.get_title("left"))
    assert [] == outside(axes)


def test_session_shows_the_verdict_by_a_mark():
    """A triangle that points down says decline, and a dot that the person has something to settle."""
    answered = iv.Session(iv.Invitation(), evaluator=EVALUATOR)
    answered.answer(0, "role_interest")
    answered.answer(0, "organization_interest")
    assert ["o", "o", "v"] == [
        line.get_marker() for line in iv.plots.session(answered).lines if line.get_marker() != "None"
    ]


def test_verdicts_have_colours_and_ranges():
    """A row has the colour of its verdict, and a line from the low to the high end of its net value."""
    cases = {
        "attend": iv.Invitation(obliged=True),
        "decline": iv.Invitation(travel=60, would_accept=0),
        "ask_yourself": iv.Invitation(stage="first", would_accept="unlikely", travel=1.5),
        "ask_them": iv.Invitation(stage="first", would_accept="unlikely", travel=4, hinge="all"),
    }
    seeker = iv.Seeker(job_worth="quarter")
    evaluations = [EVALUATOR.evaluate(case, seeker if name == "ask_them" else None) for name, case in cases.items()]
    assert list(cases) == [evaluation.verdict for evaluation in evaluations]
    compared = iv.compare(evaluations)
    axes = iv.plots.comparison(compared)
    assert [(item.net.low, item.net.high) for item in compared.ranking] == ranges(axes)
    of_verdict = {"attend": "^", "ask_yourself": "o", "ask_them": "s", "decline": "v"}
    shown = [of_verdict[item.verdict] for item in compared.ranking]
    marks = [line for line in axes.lines if line.get_marker() in MARKS]
    assert shown == [mark.get_marker() for mark in marks]
    expected = [MARKS[mark] for mark in shown]
    assert expected == [mark.get_color() for mark in marks]
    assert [to_hex(colour) for colour in expected] == [to_hex(line.get_color()[0]) for line in axes.collections]


def test_session_at_its_start():
    """A session in which nothing was asked yet has one row."""
    assert 1 == len(points(iv.plots.session(iv.Session(iv.Invitation(), evaluator=EVALUATOR))))


def test_comparison_is_in_order():
    """The highest expected net value is at the top, with how often it is the best, and which are too close to call."""
    evaluations = [EVALUATOR.evaluate(iv.Invitation(role=f"Role {travel}", travel=travel)) for travel in (9, 1, 1.2)]
    compared = iv.compare(evaluations)
    axes = iv.plots.comparison(compared)
    assert [item.net.mean for item in compared.ranking] == points(axes)
    assert axes.yaxis_inverted()
    texts = texts_of(axes)
    best = compared.ranking[0]
    assert "1. Role 1" in texts
    notes = [text.replace("\n", " ") for text in texts]
    asks = "Settle one thing first"
    assert f"{asks}; best in {of_ten(best.chance_best)} cases; too close to call with 2" in notes
    assert [] == outside(axes)


@pytest.mark.parametrize("picture", ["session", "comparison", "curve"])
def test_what_is_something_else_is_refused(picture):
    """What cannot be shown, and an Axes that is none, are said in one error."""
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        getattr(iv.plots, picture)({}, ax=plt.figure())
    assert ["ax"] == [mistake.path for mistake in caught.value.mistakes][1:]
