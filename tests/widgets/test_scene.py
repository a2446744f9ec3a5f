"""What the browser shows: every number and sentence of it, made from an evaluation."""

from __future__ import annotations

import re

import pytest

import interview_value as iv

from .asking import BARE, INVITATION, KNOWN, SEEKER, ask, criterion, scene


def numbers():
    """Yield the name of each quantity with it, labels left out."""
    return [(name, quantity) for name, quantity in BARE.quantities.items() if not quantity.is_label]


def test_a_slider_counts_a_criterion_more(explorer):
    """The weight holds at once, in the evaluation and in what is shown, which names the change that it answers."""
    scene = ask(explorer, weights={"practice": 2.5})
    assert 2.5 == explorer.weights["practice"] == explorer.evaluation["practice"].weight
    assert "one" == scene["answers"]
    slider = criterion(scene, "practice")["slider"]
    assert (2.5, "2.5×", "counted 2.5 times", True) == tuple(slider[key] for key in ("value", "text", "says", "moved"))
    assert "counted once" == criterion(scene, "effort")["slider"]["says"]


def test_a_reset_gives_the_weight_from_the_start_back():
    """None is the evaluator's own weight, whatever that is."""
    explorer = iv.widgets.Explorer(INVITATION, SEEKER, iv.Evaluator(discover=False, weights={"practice": 5}))
    assert 6 == criterion(explorer._scene, "practice")["slider"]["most"]
    assert not criterion(explorer._scene, "practice")["slider"]["moved"]
    ask(explorer, weights={"practice": 0})
    assert 0 == explorer.weights["practice"]
    ask(explorer, weights={"practice": None})
    assert 5 == explorer.weights["practice"]


def test_only_what_was_moved_can_be_reset(explorer):
    """A weight that is set to what it was anyway, or brought back by hand, is none that was moved."""
    explorer.weights = {**explorer.weights, "practice": 2}
    moved = [item["name"] for item in explorer._scene["criteria"] if item["slider"]["moved"]]
    assert ["practice"] == moved
    assert not criterion(ask(explorer, weights={"practice": 1}), "practice")["slider"]["moved"]


@pytest.mark.parametrize(
    ("weight", "most", "text"),
    [(0, 3, "0×"), (3, 3, "3×"), (3.01, 6, "3.01×"), (6, 6, "6×"), (1e6, 1_572_864, "1,000,000×")],
)
def test_a_slider_has_room_on_both_sides(explorer, weight, most, text):
    """A slider ends at a doubling of three that holds its weight, moves by a sixtieth of that, and says it in full."""
    explorer.weights = {"practice": weight}
    slider = criterion(explorer._scene, "practice")["slider"]
    assert (most, most / 60, text) == (slider["most"], slider["step"], slider["text"])


def test_the_question_on_top_is_worth_most():
    """It is the library's first question, with its unit, who can answer and what that is worth."""
    invitation = iv.Invitation(**KNOWN)
    best = BARE.evaluate(invitation).questions[0]
    asked = scene(invitation)["question"]
    assert (best.quantity, best.at_turn) == (asked["name"], asked["text"])
    assert "h" == BARE.quantities[best.quantity].unit
    assert asked["note"].startswith("in hours · ask yourself; the answer is worth about ")
    assert asked["note"].endswith(", and asking costs 15 minutes. If so, go; if not, say no.")


def test_a_question_of_a_gate_says_so():
    """What only a gate waits for is asked for that reason, and worth nothing in hours."""
    gate = iv.gate(reason="It rains.", name="wet", quantities=[
        iv.Quantity("rain", bounds=(0, 1), prior=(0, 1), ask="yourself", question="Will it rain?")
    ])(lambda rain: rain > 0.9)  # fmt: skip
    alone = iv.Evaluator(discover=False, plugins=[gate], block=[scorer.name for scorer in BARE.scorers])
    assert ("rain", "ask yourself; it only tells whether a rule holds: wet") == tuple(
        scene(evaluator=alone)["question"][key] for key in ("name", "note")
    )


def test_the_ways_stand_below_the_question():
    """Every way with its hours, best first, and the tip; none where a gate decides."""
    invitation = iv.Invitation(would_accept="unlikely", stage="first")
    shown, ways = scene(invitation), BARE.evaluate(invitation).ways
    assert [way.label for way in ways] == [text.split(":")[0].split(" (")[0] for text in shown["ways"]]
    assert "one thing" in shown["tips"][0]
    obliged = scene(iv.Invitation(obliged=True))
    assert ([], [], None) == (obliged["ways"], obliged["tips"], obliged["question"])


def test_notes_are_told():
    """What contradicts itself, or was said in other words, is told here too."""
    (first, second) = scene(iv.Invitation(stage="second", remote=True, travel=2))["notes"]
    assert first.startswith("the round: “second” counts as ")
    assert second.startswith("it is held by video or phone, and yet 2 hours of travel are given")
    assert [] == scene(iv.Invitation())["notes"]


def test_a_question_that_is_not_worth_asking_says_so():
    """A question is shown even if its answer is worth less than asking costs, but is not called the most valuable one."""
    slow = scene(evaluator=iv.Evaluator(discover=False, asking_cost=100))["question"]
    assert slow["note"].endswith("minutes, less than asking costs")
    assert ("A question that is open", "The question worth most") == (
        slow["heading"],
        scene()["question"]["heading"],
    )


def test_no_question_where_there_is_nothing_to_find_out():
    """If a gate declines, or everything is known exactly, nothing is asked."""
    assert scene(iv.Invitation(role_interest=0, organization_interest=0))["question"] is None
    known = {name: quantity.estimate(1 if quantity.bounds.contains(1) else 0.5) for name, quantity in numbers()}
    mine = {name: value for name, value in known.items() if name not in iv.Seeker.own_quantities()}
    theirs = {name: value for name, value in known.items() if name not in mine}
    invitation, seeker = iv.Invitation(stage="first", obliged=False), iv.Seeker(status="open")
    assert scene(invitation.with_quantities(**mine), seeker.with_quantities(**theirs))["question"] is None


def test_criteria_keep_their_order():
    """Benefits stand before costs, by name, whatever their hours, so that no slider moves away under a hand."""
    explorer = iv.widgets.Explorer(iv.Invitation(**KNOWN), evaluator=BARE)
    before = [item["name"] for item in explorer._scene["criteria"]]
    explorer.weights = {"practice": 3, "future_opportunity": 0}
    assert before == [item["name"] for item in explorer._scene["criteria"]]
    benefits = ["future_opportunity", "kept_promise", "networking", "practice", "role_discovery"]
    assert [*benefits, "being_seen", "courtesy", "effort"] == before


def test_a_criterion_that_failed_has_no_bar():
    """It says why, and shows no hours."""

    def fail(travel):
        raise ValueError("no map")

    lost = iv.scoring.Scorer(name="lost", function=fail, kind="cost")
    shown = scene(evaluator=iv.Evaluator(discover=False, plugins=[lost]))
    item = next(item for item in shown["criteria"] if item["name"] == "lost")
    assert ("?", None, None) == (item["hours"], item["bar"], item["range"])
    assert "no map" in item["why"]


UNWORTHY = re.compile(r"\bnet\b|\bshare|90 ?%|\d ?%|\bprior|\w_\w|\de[+-]?\d|\bh\b", re.IGNORECASE)
"""Words of code and of statistics, per cent, exponents and abbreviated hours, none of which a person should read."""


def texts_in(shown):
    """Yield every text that a person reads in what is shown; names and choices by name are for the browser alone."""
    if isinstance(shown, dict):
        for key, value in shown.items():
            if key not in ("name", "kind", "choice"):
                yield from texts_in(value)
    elif isinstance(shown, list):
        for value in shown:
            yield from texts_in(value)
    elif isinstance(shown, str):
        yield shown


@pytest.mark.parametrize("known", [{}, KNOWN, {"obliged": True}, {"stage": "second", "remote": True, "travel": 2}])
def test_the_explorer_speaks_plainly(known):
    """No word of the code or of statistics is shown, but in what the calculation itself assumes, which has its sources."""
    shown = scene(iv.Invitation(**known))
    *groups, fixed = shown["groups"]
    assert "What the calculation itself assumes" == fixed["name"]
    read = {**shown, "groups": groups}
    assert {} == {text: found[0] for text in texts_in(read) if (found := UNWORTHY.search(text)) is not None}
