"""Invitation and Seeker: what they take, and how they refuse all that they cannot use at once."""

from __future__ import annotations

import pytest
from mistakes import mistakes_of

import interview_value as iv


def test_all_mistakes_at_once():
    """Whoever makes five mistakes learns of five, and need not come back four times."""
    mistakes = mistakes_of(
        iv.Invitation, duration=-1, role_interest=(0.9, 0.1), stage="frist", remote="yes", quantities={"commute": "far"}
    )
    assert {"duration", "role_interest", "stage", "remote", "quantities['commute']"} == mistakes.keys()


def test_with_quantities_gives_values_anew():
    """A copy holds fields, constants and values of plugins anew, as given; None makes one unknown again."""
    read = iv.Invitation(duration=1, openings=3, read_from={"duration": "mail.ics", "openings": "post.html"})
    again = read.with_quantities(duration=2, skill_ceiling="0.2..0.4", openings=None)
    assert (iv.Estimate(2), None, {"skill_ceiling": iv.Estimate(0.2, 0.4)}, {}) == (
        again.duration, again.openings, again.quantities, again.read_from,
    )  # fmt: skip
    assert {} == again.with_quantities(skill_ceiling=None).quantities
    assert iv.Estimate(1) == read.duration


def test_with_quantities_checks_too():
    """A copy is checked as a whole, like any other."""
    assert {"duration", "quantities['commute']"} == mistakes_of(
        iv.Invitation().with_quantities, duration=0, commute="far"
    ).keys()


def test_facts_cannot_be_changed():
    """What was evaluated stays what it was."""
    with pytest.raises(AttributeError):
        iv.Invitation().duration = iv.Estimate(3)


def test_equal_facts_can_be_found():
    """Equal ones are equal keys."""
    assert {iv.Invitation(role="Analyst", duration=(1, 2))} == {iv.Invitation(role="Analyst", duration="1..2")}


@pytest.mark.parametrize(
    ("kind", "plain", "paths"),
    [
        (iv.Invitation, {"duration": -1, "durration": 1, "stage": "first"}, {"duration", "durration"}),
        (iv.Invitation, {"version": 2, "what": 1}, {"version", "what"}),
        (iv.Invitation, {"": 1}, {"''"}),
        (iv.Invitation, {"disagreements": [3, {"name": 1}]}, {"disagreements[0]", "disagreements[1]"}),
        (iv.Invitation, [], {"invitation"}),
        (iv.Seeker, None, {"seeker"}),
        (iv.Seeker, {"past_interviews": None}, {"past_interviews"}),
        (iv.Seeker, {"mindset": [0.1, None]}, {"mindset"}),
        (iv.Seeker, {"x" * 500: 1}, {"x" * 100}),
    ],
)
def test_plain_data_with_mistakes(kind, plain, paths):
    """Plain data is refused with all its mistakes at once, names that nobody knows among them."""
    assert paths == mistakes_of(kind.from_dict, plain).keys()


def test_plain_data_offers_the_nearest_field():
    """A misspelt field is met with the one that was meant."""
    assert "duration" == mistakes_of(iv.Invitation.from_dict, {"durration": 1})["durration"].nearest


@pytest.mark.parametrize("name", ["role", "remote", "starts", "notes"])
def test_no_quantity_has_the_name_of_a_fact(name):
    """A value for a quantity cannot stand under the name of another field, which it would hide."""
    with pytest.raises(iv.InvalidInputError) as caught:
        iv.Invitation(quantities={name: 3})
    assert [f"quantities['{name}']"] == [mistake.path for mistake in caught.value.mistakes]
