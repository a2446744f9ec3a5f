"""Invitation and Seeker: what they take, and how they refuse all that they cannot use at once."""

from __future__ import annotations

import copy
import json
import pickle

import pytest
from mistakes import mistakes_of

import interview_value as iv


def test_all_mistakes_at_once():
    """Whoever makes five mistakes learns of five, and need not come back four times."""
    mistakes = mistakes_of(
        iv.Invitation,
        duration=-1,
        role_interest=(0.9, 0.1),
        stage="frist",
        remote="maybe",
        quantities={"commute": [1]},
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
        iv.Invitation().with_quantities, duration=0, commute=[1]
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
        (iv.Invitation, {"version": 1, "what": 1}, {"version", "what"}),
        (iv.Invitation, {"": 1}, {"''"}),
        (iv.Invitation, {"disagreements": [3, {"name": 1}]}, {"disagreements[0]", "disagreements[1]"}),
        (iv.Invitation, [], {"invitation"}),
        (iv.Seeker, None, {"seeker"}),
        (iv.Seeker, {"past_interviews": 3, "mindset": "half"}, {"past_interviews", "mindset"}),
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
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        iv.Invitation(quantities={name: 3})
    assert [f"quantities['{name}']"] == [mistake.path for mistake in caught.value.mistakes]


def test_what_facts_hold_cannot_be_changed():
    """Neither a value by its name nor where it was read can be changed behind an evaluation's back."""
    known = {"commute": 5}
    invitation = iv.Invitation(duration=1, quantities=known, read_from={"duration": "mail.ics"})
    known["commute"] = 6
    for held in (invitation.quantities, invitation.read_from, invitation.known, invitation.settled):
        with pytest.raises(TypeError):
            held["commute"] = 7
    assert iv.Estimate(5) == invitation.quantities["commute"]
    seeker = iv.Seeker(past_interviews=["2026-11-23"], as_of="2026-11-23")
    with pytest.raises(TypeError):
        seeker.known["experience"] = 7


@pytest.mark.parametrize("through", [copy.copy, copy.deepcopy, lambda facts: pickle.loads(pickle.dumps(facts))])
def test_copies_are_equal_and_as_unchangeable(through):
    """A copy, and what comes back from another process, is equal and cannot be changed either."""
    invitation = iv.Invitation(duration=1, quantities={"commute": 5}, read_from={"duration": "mail.ics"})
    again = through(invitation)
    assert (invitation, hash(invitation)) == (again, hash(again))
    with pytest.raises(TypeError):
        again.quantities["commute"] = 7


@pytest.mark.parametrize(
    "changes",
    [
        ({"duration": (1, 2)}, {"duration": (2, 3)}),
        ({"event": {"uid": "1"}}, {"event": {"uid": "2"}}),
        ({"quantities": {"commute": 1}}, {"quantities": {"commute": (1, 2)}}),
    ],
    ids=["range", "event", "quantity"],
)
def test_merged_facts_can_be_found(changes):
    """Facts on which two sources disagree are keys as any others, and come back from plain data as they were."""
    one, other = (iv.Invitation(**facts) for facts in changes)
    merged = one | other
    assert {merged} == {one | other, iv.Invitation.from_dict(json.loads(json.dumps(merged.to_dict())))}


def test_one_date_is_no_list_of_dates():
    """Whoever gives one date where a list belongs sees how a list is written."""
    mistake = mistakes_of(iv.Seeker.from_dict, {"past_interviews": "2026-11-23"})["past_interviews"]
    assert "a list of at most 10,000 dates, such as ['2026-11-23']" == mistake.allowed


def test_data_of_version_1_says_what_to_do():
    """What was stored by the first version of the model is refused, and the page that says how to turn it is named."""
    mistake = mistakes_of(iv.Invitation.from_dict, {"version": 1, "duration": 1})["version"]
    assert "the page on migrating" in mistake.allowed


@pytest.mark.parametrize(
    ("kind", "known"),
    [
        (iv.Seeker, {"status": "open"}),
        (iv.Invitation, {"stage": "first"}),
        (iv.Invitation, {"remote": False}),
        (iv.Invitation, {"obliged": True}),
    ],
)
def test_an_unknown_label_hides_none(kind, known):
    """A label that one source does not know is taken from the other one, without a disagreement."""
    told = kind(**known)
    assert told == kind() | told == told | kind()


def test_labels_by_their_words():
    """A label is read by its name, its label or other words, and yes and no by True and False."""
    assert (iv.model.Status.OPEN, iv.model.Status.WITHOUT_WORK) == (
        iv.Seeker(status="employed").status,
        iv.Seeker(status="Unemployed").status,
    )
    assert (True, False, None) == tuple(
        iv.Invitation(remote=said).remote for said in ("by video or phone", "in person", "")
    )
    assert ("open", "yes", "unknown") == (
        iv.Seeker(status="open").label("status"),
        iv.Invitation(obliged=True).label("obliged"),
        iv.Invitation().label("stage"),
    )
