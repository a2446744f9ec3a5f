"""What a person types into a field becomes an estimate of the invitation or the seeker."""

from __future__ import annotations

import pytest

import interview_value as iv

from .asking import BARE, INVITATION, ask, field


def test_fields_take_numbers_and_ranges(explorer):
    """A number is exact and two are a range; each goes to the invitation or the seeker, and nothing is unknown again."""
    scene = ask(explorer, entries={"travel": ["1.5", ""], "job_worth": [" 200", "400 "], "mindset": ["", ""]})
    assert iv.Estimate(1.5) == explorer.invitation.travel
    assert iv.Estimate(200, 400) == explorer.seeker.job_worth
    assert explorer.seeker.mindset is None
    assert ["1.5", ""] == field(scene, "travel")["entry"]
    assert ["200", "400"] == field(scene, "job_worth")["entry"]
    assert ["", ""] == field(scene, "mindset")["entry"]
    assert "from 0 to 1, or in per cent · we assume 3 to 9 of 10" == field(scene, "mindset")["note"]
    assert ["0.3", "0.9"] == field(scene, "mindset")["hints"]


def test_yes_and_other_ways_are_entries():
    """A question at its tipping point is answered by yes or no, and what a job is worth in other ways, with a note."""
    explorer = iv.widgets.Explorer(iv.Invitation(), evaluator=BARE)
    asked = next(question for question in explorer.evaluation.questions if question.quantity == "job_worth")
    ask(explorer, entries={"job_worth": ["no", ""]})
    assert iv.Estimate(asked.low, asked.turn) == explorer.seeker.job_worth
    ask(explorer, entries={"job_worth": ["20 interviews", ""]})
    assert explorer.seeker.notes[0].startswith("what a good job is worth: “20 interviews” comes to ")
    scene = ask(explorer, entries={"job_worth": ["5000 a year for 3 years", ""]})
    assert "hour_value: a number above 0" in field(scene, "job_worth")["mistake"]


def test_constants_of_the_model_can_be_tried(explorer):
    """A constant goes to the invitation's further quantities, and back to unknown."""
    ask(explorer, entries={"recall": ["0.05", ""]})
    assert {"recall": iv.Estimate(0.05)} == explorer.invitation.quantities
    ask(explorer, entries={"recall": ["", ""]})
    assert {} == explorer.invitation.quantities


def test_a_value_has_one_holder():
    """A quantity that the invitation held for the seeker, or the seeker for a plugin, is changed where it counts."""
    held = INVITATION.with_quantities(job_worth=100)
    explorer = iv.widgets.Explorer(held, iv.Seeker(job_worth=300, quantities={"recall": 0.02}), BARE)
    assert ["100", ""] == field(explorer._scene, "job_worth")["entry"]
    ask(explorer, entries={"job_worth": ["250", ""], "recall": ["0.03", ""]})
    assert {} == explorer.invitation.quantities
    assert iv.Estimate(250) == explorer.seeker.job_worth
    assert {"recall": iv.Estimate(0.03)} == explorer.seeker.quantities


@pytest.mark.parametrize(
    ("typed", "expected"), [("1,5", 1.5), ("1.5", 1.5), (",5", 0.5), ("1e-3", 0.001), ("0,125", 0.125), ("12,5", 12.5)]
)
def test_numbers_are_read_from_any_keyboard(explorer, typed, expected):
    """A comma is as good as a point where it can mean nothing else."""
    ask(explorer, entries={"travel": [typed, "40"]})
    assert iv.Estimate(expected, 40) == explorer.invitation.travel


def test_minus_signs_of_print_are_read():
    """A number may be copied from what the library itself shows."""
    balance = iv.Quantity("balance", bounds=(-1, 1), prior=0)
    owing = iv.scoring.Scorer(name="owing", function=lambda balance: balance, kind="benefit", quantities=[balance])
    explorer = iv.widgets.Explorer(INVITATION, evaluator=iv.Evaluator(discover=False, plugins=[owing]))
    ask(explorer, entries={"balance": ["−0.5", "-0,2"]})
    assert {"balance": iv.Estimate(-0.5, -0.2)} == explorer.invitation.quantities


def test_choices_are_kept_as_they_were_said(explorer):
    """A choice of a label, or in place of numbers, stands in its field by name, and numbers take its place again."""
    scene = ask(explorer, entries={"status": ["looking", ""], "would_accept": ["unlikely", ""], "remote": ["yes", ""]})
    assert ("looking", True) == (explorer.seeker.status, explorer.invitation.remote)
    assert "unlikely" == explorer.invitation.would_accept.choice == field(scene, "would_accept")["choice"]
    assert (["", ""], ["0.08", "0.25"]) == tuple(field(scene, "would_accept")[key] for key in ("entry", "hints"))
    assert ("looking", "yes") == tuple(field(scene, name)["choice"] for name in ("status", "remote"))
    scene = ask(explorer, entries={"status": ["", ""], "would_accept": ["0.1", "0.3"]})
    assert ("", "") == tuple(field(scene, name)["choice"] for name in ("status", "would_accept"))
    assert ["0.1", "0.3"] == field(scene, "would_accept")["entry"]
    assert "unknown" == explorer.seeker.status


def test_plugins_bring_choices_and_labels_too():
    """A label and a choice that a plugin brings are set and shown as the library's own, for whom they are of."""
    quantities = [
        iv.Quantity("mood", kind="choice", choices={"up": "well", "down": "not well"}, of="seeker"),
        iv.Quantity("rain", bounds=(0, 1), prior=(0, 1), choices={"dry": ("dry", (0, 0.1))}),
    ]
    wet = iv.gate(reason="It rains.", name="wet", quantities=quantities)(
        lambda rain, mood: (rain > 0.9) & (mood == "down")
    )
    explorer = iv.widgets.Explorer(INVITATION, evaluator=iv.Evaluator(discover=False, plugins=[wet]))
    scene = ask(explorer, entries={"mood": ["down", ""], "rain": ["dry", ""]})
    assert ("down", "dry") == (explorer.seeker.label("mood"), explorer.invitation.known["rain"].choice)
    assert ("down", "dry") == tuple(field(scene, name)["choice"] for name in ("mood", "rain"))
    assert "expected is one of up, down" in field(ask(explorer, entries={"mood": ["sideways", ""]}), "mood")["mistake"]


def test_preparation_is_a_plan(explorer):
    """What counts are the best hours; hours that somebody plans are a way of their own."""
    best, shown = f"{explorer.evaluation.best_hours:g}", field(explorer._scene, "preparation")
    assert ["the preparation, as planned", ["", ""], [best, ""]] == [shown[key] for key in ("label", "entry", "hints")]
    assert shown["note"].endswith(f"best is {best} hours")
    scene = ask(explorer, entries={"preparation": ["9", ""]})
    assert field(scene, "preparation")["note"].endswith(f"one of the ways; best would be {best} hours")
    assert any(way.startswith("go as you planned") for way in scene["ways"])
