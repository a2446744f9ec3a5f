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
    assert "share, 0 to 1 · assumed 0.3..0.9" == field(scene, "mindset")["note"]
    assert ["0.3", "0.9"] == field(scene, "mindset")["hints"]


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


def test_minus_signs_of_print_are_read(explorer):
    """A number may be copied from what the library itself shows."""
    ask(explorer, entries={"appeal": ["−0.5", "-0,2"]})
    assert iv.Estimate(-0.5, -0.2) == explorer.invitation.appeal
