"""The first screen of an evaluation: what stands on it, in which order, and that it is one screen."""

from __future__ import annotations

import math
import re

import pytest
from hypothesis import given, settings
from small_scorers import alone, quantity, scorer
from strategies import QUANTITIES, case, cases

import interview_value as iv

BARE = iv.Evaluator(discover=False)
SURE = iv.Evaluator(discover=False, asking_cost=math.inf)
INVITATION = iv.Invitation(
    role="Data analyst",
    organization="Brightside Marketing",
    stage="first",
    starts="2026-12-03T14:00+01:00",
    role_interest=0.2,
    organization_interest=0.6,
)


def blocks(evaluation):
    """Return the parts of an evaluation's screen, each on one line."""
    return [" ".join(block.split()) for block in str(evaluation).split("\n\n")]


def test_the_order_of_a_screen():
    """The act, the subject, the worth, what speaks for and against, the next step, and what was guessed."""
    verdict, worth, reasons, following, guessed = str(BARE.evaluate(INVITATION)).split("\n\n")
    act, *subject = verdict.splitlines()
    assert "Settle one thing yourself first; so far it leans towards going." == act
    assert "Data analyst at Brightside Marketing · first interview · Thursday 3 December" == subject[0]
    assert worth.startswith("On average, going is worth about ")
    signs = [re.search("[+−]", line)[0] for line in reasons.splitlines()]
    assert ["+"] * 4 + ["−"] * 2 == signs
    assert following.startswith("Ask yourself: Is a job you'd be glad of worth more than about ")
    assert following.endswith("If so, go; if not, say no.")
    assert "23 of the 25 numbers are guesses. To see everything: evaluation.why()" == guessed


@settings(max_examples=60)
@given(example=cases())
def test_any_evaluation_is_one_screen_without_a_number_in_science(example):
    """Whatever is known, at most 20 lines of at most 80 characters say it, without an exponent or a name of the code."""
    text = str(BARE.evaluate(*example))
    assert 20 >= len(text.splitlines())
    assert 80 >= max(map(len, text.splitlines()))
    assert not re.search(r"\de[+-]?\d|[a-z]_[a-z]|\bnet\b|\bshare\b|90 ?%", text)


def test_long_words_leave_it_one_screen():
    """Names and words of plugins that are very long push nothing off the screen, nor does what failed."""

    def fail(luck):
        raise ValueError("long " * 100)

    luck = quantity("luck")
    label = "very " * 90
    scorers = [
        iv.scorer(kind="benefit", name="lucky", label=label, quantities=[luck])(lambda luck: 9 * luck),
        *(iv.scorer(kind="cost", name=f"broken_{n}", label=f"{label}{n}", quantities=[luck])(fail) for n in range(5)),
    ]
    evaluator = iv.Evaluator(plugins=scorers, discover=False)
    invitation = iv.Invitation(role="role " * 300, organization="w" * 2_000, notes=["a note " * 200] * 5, stage="final")
    text = str(evaluator.evaluate(invitation))
    assert 20 >= len(text.splitlines())
    assert 80 >= max(map(len, text.splitlines()))
    assert "There are 5 notes." in text


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        ({}, "An interview"),
        ({"stage": "onsite"}, "An interview · on-site interview"),
        ({"stage": "screen", "duration": (0.25, 0.75)}, "An interview · screening interview · 15 to 45 minutes"),
        ({"stage": "onsite", "remote": True}, "An interview · long interview by video or phone"),
        ({"starts": "2026-02-28T09:05"}, "An interview · Saturday 28 February 2026, 09:05"),
        (
            {"role": "Clerk", "organization": "Acme", "starts": "2026-02-01T09:05Z", "duration": 2},
            "Clerk at Acme · Sunday 1 February 2026, 09:05 UTC · 2 hours",
        ),
    ],
)
def test_subject(facts, line):
    """The role, the organisation, the stage, day and time, and the length stand in one line, as far as they are known."""
    assert line == str(BARE.evaluate(iv.Invitation(**facts))).splitlines()[1]


@pytest.mark.parametrize(
    ("evaluator", "changes", "following"),
    [
        (SURE, {}, "Next: say yes, and prepare for about 3 hours."),
        (SURE, {"preparation": 2}, "Next: say yes, and prepare for about 3 hours."),
        (SURE, {"would_accept": "ruled_out"}, "Next: send them a short, kind no."),
        (BARE, {"role_interest": 0, "organization_interest": 0}, "Next: send them a short, kind no."),
        (BARE, {"obliged": "yes"}, "Next: say yes, and prepare for about 3 hours."),
    ],
)
def test_the_next_step_is_the_answer_to_them(evaluator, changes, following):
    """Where nothing is to be asked, it is to accept, with the best preparation, or to decline."""
    assert following == blocks(evaluator.evaluate(INVITATION.with_quantities(**changes)))[-2]


def test_what_a_rule_declines_has_no_hours():
    """Where a gate declines, its reason stands alone; where it says attend, the hours tell what it costs."""
    declined = blocks(BARE.evaluate(INVITATION.with_quantities(role_interest=0, organization_interest=0)))
    assert [
        "Nothing about the role or the organisation interests you, so a polite no serves everyone best."
    ] == declined[1:-2]
    obliged = blocks(BARE.evaluate(INVITATION.with_quantities(obliged="yes")))
    assert obliged[1].startswith("You have to go, whatever the hours say. All counted, going costs you about ")
    assert obliged[2].startswith("for +")


def test_a_way_that_asks_is_the_next_step():
    """Where a way that begins with a message is best, it stands with its worth beside that of going as invited."""
    evaluation = BARE.evaluate(INVITATION.with_quantities(would_accept="unlikely", hinge="most"))
    assert iv.Verdict.ASK_THEM is evaluation.verdict
    best = f"about {evaluation.first_way.worth:.1f} hours"
    plain = f"about {evaluation.expected_net:.1f} hours"
    expected = f"Next: ask them the one thing that would settle it. That is worth {best}, going as invited {plain}."
    assert expected == blocks(evaluation)[-2]
    dear = INVITATION.with_quantities(would_accept="unlikely", hinge="most", travel=9)
    evaluation = BARE.evaluate(dear)
    assert 0 > evaluation.expected_net
    assert blocks(evaluation)[-2].endswith(" hours, and saying no at once nothing.")


def test_another_way_of_going_is_the_next_step():
    """A plugin's way that asks for nothing stands where it is the best."""

    class Bus:
        """Brings a way that costs no travel."""

        @iv.hookimpl
        def interview_value_ways(self):
            """Bring one."""
            return [iv.scoring.Way("by_bus", "take the fast bus", changes={"travel": lambda _: 0.0}, asks=False)]

    evaluator = iv.Evaluator(plugins=[Bus()], discover=False, asking_cost=math.inf)
    evaluation = evaluator.evaluate(INVITATION.with_quantities(travel=3, would_accept="probably"))
    assert iv.Verdict.ATTEND is evaluation.verdict
    assert blocks(evaluation)[-2].startswith("Next: take the fast bus. That is worth about ")


@pytest.mark.parametrize(("ask", "start"), [("yourself", "Ask yourself: "), ("recruiter", "Ask them: ")])
@pytest.mark.parametrize(
    ("kind", "end"), [("benefit", "If so, go; if not, say no."), ("cost", "If so, say no; if not, go.")]
)
def test_the_question_says_what_follows(ask, start, kind, end):
    """The question stands at the value at which the verdict turns, with what follows from yes and from no."""
    mood = quantity(ask=ask, prior=(0, 10))
    price = scorer(lambda: 5.1, kind="cost" if kind == "benefit" else "benefit", name="price")
    evaluation = alone(scorer(lambda mood: mood, mood, kind=kind, name="good"), price).evaluate(iv.Invitation())
    following = blocks(evaluation)[-2]
    assert following.startswith(f"{start}How much mood? More than about 5")
    assert following.endswith(end)


def test_a_question_without_a_turn_stands_alone():
    """Where no single value turns the verdict, nothing follows from yes or no."""
    mood = quantity(prior=(0, 10))
    inside = scorer(lambda mood, ops: ops.where((mood > 3) & (mood < 7), 5.0, -4.0), mood, name="inside")
    evaluation = alone(inside).evaluate(iv.Invitation())
    assert "Ask yourself: How much mood?" == blocks(evaluation)[-2]


def test_rules_that_contradict_each_other_are_the_next_step():
    """Where one gate declines and another attends, which of them counts is to be settled."""
    gates = [
        iv.gate(reason="It is so.", verdict=verdict, name=f"rule_{verdict}")(lambda duration: duration > 0)
        for verdict in ("attend", "decline")
    ]
    evaluation = iv.Evaluator(plugins=gates, discover=False).evaluate(INVITATION.with_quantities(duration=1))
    assert iv.Verdict.ASK_YOURSELF is evaluation.verdict
    said = "“rule attend” says to go and “rule decline” says to decline: settle for yourself which of them counts"
    assert f"Next: {said}." == blocks(evaluation)[-2]


def test_all_and_none_of_the_numbers_are_guesses():
    """Where nothing was said all are guesses; where everything was, none is."""
    assert "All the numbers are guesses." in str(BARE.evaluate(iv.Invitation()))
    exact = {name: quantity.bounds.cut(0.5) for name, quantity in QUANTITIES.items()}
    assert "Nothing was guessed that somebody could know." in str(BARE.evaluate(*case(exact)))


def test_small_reasons_are_left_out():
    """What comes to less than three minutes is no reason to tell."""
    evaluation = alone(scorer(lambda: 0.04, name="crumb"), scorer(lambda: 2.0, name="loaf")).evaluate(iv.Invitation())
    assert ["for +2 hours loaf", "Next: say yes."] == blocks(evaluation)[2:4]


def test_without_a_reason_there_is_no_list():
    """Where no criterion counts, the screen goes on with the next step."""
    nothing = blocks(alone().evaluate(iv.Invitation()))
    assert ["Next: send them a short, kind no."] == nothing[2:3]
