"""What the browser shows: every number and sentence of it, made from an evaluation."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

import interview_value as iv
from interview_value.widgets.scale import Scale

BARE = iv.Evaluator(discover=False)
KNOWN = {"role_interest": 0.2, "organization_interest": 0.6}
FINITE = st.floats(-1e15, 1e15)


def scene(invitation=None, seeker=None, evaluator=BARE):
    """Return what is shown at the start."""
    return iv.widgets.Explorer(invitation or iv.Invitation(**KNOWN), seeker, evaluator)._scene


def titles(shown):
    """Return the title of each group with how many are known."""
    return {group["name"]: group["known"] for group in shown["groups"]}


def test_every_quantity_has_a_field():
    """All that the scorers and gates read can be filled in, in groups, the constants of the model last."""
    shown = scene()
    assert {
        "The invitation": "2 of 12 known",
        "You": "0 of 11 known",
        "Constants of the model": "0 of 9 known",
    } == titles(shown)
    assert set(BARE.quantities) == {field["name"] for group in shown["groups"] for field in group["fields"]}


def test_quantities_of_plugins_have_a_group():
    """What a plugin asks for is a field as any other."""
    commute = iv.Quantity("commute", unit="h", bounds=(0, 60), prior=(1, 8), question="How far is it?", ask="yourself")
    far = iv.Scorer(name="far_away", function=lambda commute: commute, kind="cost", quantities=[commute])
    shown = scene(evaluator=iv.Evaluator(discover=False, plugins=[far]))
    assert "0 of 1 known" == titles(shown)["What plugins ask for"]
    assert "far away" in [item["label"] for item in shown["criteria"]]


def test_a_field_says_where_its_value_is_from():
    """Given, read with where, assumed with the prior or the formula of it; numbers to their last digit."""
    told = iv.Invitation(
        duration=1.5, people_met=(0.1, 1234567.25), read_from={"duration": "invite.ics: DTEND"}, **KNOWN
    )
    fields = {field["name"]: field for group in scene(told)["groups"] for field in group["fields"]}
    assert "h, > 0 · read: invite.ics: DTEND" == fields["duration"]["note"]
    assert "people, ≥ 0 · given" == fields["people_met"]["note"]
    assert ["0.1", "1234567.25"] == fields["people_met"]["entry"]
    assert fields["appeal"]["note"].startswith("scale points, -1 to 1 · assumed: centre −0.7")
    assert ["", ""] == fields["appeal"]["hints"]


def test_the_question_on_top_is_worth_most():
    """It is the library's first question, with its unit, who can answer and what that is worth."""
    invitation = iv.Invitation(**KNOWN)
    best = BARE.evaluate(invitation).questions[0]
    asked = scene(invitation)["question"]
    assert (best.quantity, best.text) == (asked["name"], asked["text"])
    unit = BARE.quantities[best.quantity].unit
    assert asked["note"].startswith(f"{unit} · ask yourself; the answer is worth ")


def test_a_question_of_a_gate_says_so():
    """What a gate waits for is asked for that reason, whatever it is worth."""
    assert "without it nobody can tell whether to decline" in scene(iv.Invitation())["question"]["note"]


def test_a_question_that_is_not_worth_asking_says_so():
    """The most valuable question is shown even if its answer is worth less than asking costs."""
    slow = iv.Evaluator(discover=False, asking_cost=100)
    assert scene(evaluator=slow)["question"]["note"].endswith("h, less than asking costs")


def test_no_question_where_there_is_nothing_to_find_out():
    """If a gate declines, or everything is known exactly, nothing is asked."""
    assert scene(iv.Invitation(role_interest=0, organization_interest=0))["question"] is None
    values = {
        name: max(quantity.bounds.low, 0.5) if quantity.bounds.high <= 1 else 1
        for name, quantity in BARE.quantities.items()
    }
    values["appeal"] = 0
    own = iv.Seeker.own_quantities()
    invitation = iv.Invitation().with_quantities(**{name: value for name, value in values.items() if name not in own})
    seeker = iv.Seeker().with_quantities(**{name: value for name, value in values.items() if name in own})
    assert scene(invitation, seeker)["question"] is None


def test_criteria_keep_their_order():
    """Benefits stand before costs, by name, whatever their hours, so that no slider moves away under a hand."""
    explorer = iv.widgets.Explorer(iv.Invitation(**KNOWN), evaluator=BARE)
    before = [item["name"] for item in explorer._scene["criteria"]]
    explorer.weights = {"practice": 3, "future_opportunity": 0}
    assert before == [item["name"] for item in explorer._scene["criteria"]]
    assert ["future_opportunity", "networking", "practice", "role_discovery", "courtesy", "effort"] == before


def test_a_criterion_that_failed_has_no_bar():
    """It says why, and shows no hours."""

    def fail(travel):
        raise ValueError("no map")

    lost = iv.Scorer(name="lost", function=fail, kind="cost")
    shown = scene(evaluator=iv.Evaluator(discover=False, plugins=[lost]))
    item = next(item for item in shown["criteria"] if item["name"] == "lost")
    assert ("? h", None, None) == (item["hours"], item["bar"], item["range"])
    assert "no map" in item["why"]


@pytest.mark.parametrize(
    ("ends", "marks"),
    [
        ((-7, 25), ["−10", "0", "+10", "+20", "+30"]),
        ((0, 1), ["0", "+0.2", "+0.4", "+0.6", "+0.8", "+1"]),
        ((-3, 0), ["−3", "−2", "−1", "0"]),
        ((0, 0), ["0", "+1"]),
        ((0, 0.2), ["0", "+0.05", "+0.1", "+0.15", "+0.2"]),
        ((0, 0.02), ["0", "+0.005", "+0.01", "+0.015", "+0.02"]),
        ((0, 500), ["0", "+100", "+200", "+300", "+400", "+500"]),
    ],
)
def test_the_scale_has_round_marks(ends, marks):
    """The marks lie on round numbers around all that is shown, and 0 is one of them."""
    scale = Scale.around([iv.Summary(ends[0], *ends)])
    assert marks == [mark["text"] for mark in scale.marks]


@given(st.lists(st.lists(FINITE, min_size=3, max_size=3).map(sorted), max_size=4))
def test_everything_lies_on_the_scale(ranges):
    """Bars start at 0, no bar or range is clipped, what is larger lies further right, and marks are few."""
    summaries = [iv.Summary(mean, low, high) for low, mean, high in ranges]
    scale = Scale.around(summaries)
    for summary in summaries:
        shown = scale.bar(summary)
        assert scale.place(0.0) in shown["bar"]
        assert shown["range"] == sorted(shown["range"])
        assert all(0 <= place <= 100 for place in (*shown["bar"], *shown["range"]))
    assert 2 <= len(scale.marks) <= 8
    (zero,) = [mark for mark in scale.marks if mark["text"] == "0"]
    assert math.isclose(zero["at"], scale.place(0.0), abs_tol=0.01)
    for mark in scale.marks:
        assert mark["at"] == pytest.approx(scale.place(float(mark["text"].replace("−", "-"))), abs=1e-3)
