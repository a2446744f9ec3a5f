"""Tasks: what there is to prepare, and how long for."""

from __future__ import annotations

import pytest

import interview_value as iv

from .plans import BERLIN, SINCE, START, evaluated, planned


@pytest.mark.parametrize(
    ("changes", "benefits"),
    [
        ({}, ["role_discovery", "future_opportunity", "networking", "practice"]),
        ({"people_met": 0}, ["role_discovery", "practice"]),
    ],
)
def test_tasks_share_by_what_they_are_worth(changes, benefits):
    """Each benefit that one can prepare for has its task, with its share of the hours; what is worth nothing has none.

    A kept promise is worth going for, but there is nothing to prepare for it.
    """
    evaluation = evaluated(**changes)
    plan = evaluation.preparation(since=SINCE, zone=BERLIN, hours=20)
    hours = {}
    for block in plan.blocks:
        hours[block.benefit] = hours.get(block.benefit, 0) + block.hours
    gains = {name: evaluation[name].effect.mean for name in benefits}
    assert evaluation["kept_promise"].effect.mean > 0
    assert list(hours) == benefits
    for name, gain in gains.items():
        assert abs(hours[name] - 20 * gain / sum(gains.values())) < 0.25


def test_a_plugins_benefit_has_a_task():
    """A benefit that another package brings has its share, too."""

    @iv.scorer(kind="benefit", label="a walk through the town")
    def seeing_the_town(duration):
        return 1000 * duration

    evaluator = iv.Evaluator(plugins=[seeing_the_town], discover=False)
    evaluation = evaluator.evaluate(iv.Invitation(starts=START, duration=1))
    plan = evaluation.preparation(since=SINCE, zone=BERLIN, hours=1)
    assert ["Prepare what counts for you: a walk through the town"] == [block.title for block in plan.blocks]


def test_nothing_is_worth_it():
    """Where nothing that one can prepare for is worth anything, one task serves all, and a note says to decline."""
    evaluator = iv.Evaluator(block=["practice", "networking", "role_discovery", "future_opportunity"], discover=False)
    evaluation = evaluator.evaluate(iv.Invitation(starts=START, role_interest=0, organization_interest=0))
    plan = evaluation.preparation(since=SINCE, zone=BERLIN, hours=1)
    assert [("", "Prepare for the interview")] == [(block.benefit, block.title) for block in plan.blocks]
    assert "The verdict is to decline; this is for the case that you go all the same." in plan.notes


@pytest.mark.parametrize(
    ("stage", "title"),
    [
        ("screen", "Practise the short answers"),
        ("first", "Practise your answers"),
        ("onsite", "Practise the long answers"),
        ("final", "Practise the last answers"),
    ],
)
def test_which_answers_to_practise(stage, title):
    """The stage decides which kind of answers to practise."""
    assert title in [block.title for block in planned(hours=8, changes={"stage": stage}).blocks]


def test_what_the_tasks_name():
    """The tasks name the open questions, whom to look up, and the organisation."""
    event = iv.model.Event(uid="a", organizer="mailto:Ana@brightside.example")
    text = str(planned(hours=20, changes={"event": event, "people_met": 9, "role_interest": None, "remote": None}))
    for part in (
        "ana@brightside.example",
        "Learn about Brightside",
        "- What does a usual week in this role consist of?",
    ):
        assert part in text
