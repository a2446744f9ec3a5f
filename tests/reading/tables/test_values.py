"""Values: what cells say of stages, places and other fields, on scales and through functions of the user."""

from __future__ import annotations

import pytest

import interview_value as iv
from interview_value import Estimate, Stage

from .one_table import cell, mistake, only, table


def test_functions_convert():
    """A function gets numbers as numbers and all else as it is; None from it leaves the field unknown."""
    columns = {
        "Minutes": ("duration", lambda minutes: minutes / 60),
        "Stars": ("role_interest", lambda text: len(text) / 5 if text else None),
    }
    reading = table("Minutes,Stars,Company", "90,★★★,Acme", "45,,Globex", columns=columns)
    first, second = reading.invitations
    assert (Estimate(1.5), Estimate(0.6), Estimate(0.75), None) == (
        first.duration,
        first.role_interest,
        second.duration,
        second.role_interest,
    )
    assert "text: row 2, Stars (converted)" == first.read_from["role_interest"]
    assert cell("R", "x", columns={"R": ("role", lambda _: None)}).role is None


def test_functions_may_return_what_an_invitation_takes():
    """A function may return whatever an invitation takes, such as a start as text."""
    columns = {"When": ("starts", lambda day: f"2026-12-{day:02.0f}T14:00+01:00")}
    assert "2026-12-03T14:00:00+01:00" == cell("When", "3", columns=columns).starts.isoformat()


def test_functions_that_fail_make_mistakes():
    """What a function raises is a mistake of its row, and what it returns is checked."""
    assert "it raised TypeError" in mistake("M", "long", columns={"M": ("duration", lambda text: text / 60)}).allowed
    assert "0.05 to 60 (h)" == mistake("M", 60, columns={"M": ("duration", lambda _: -1)}).allowed
    assert "text of at most 2,000 characters" == mistake("M", 60, columns={"M": ("role", lambda _: 7)}).allowed
    assert "one of screen, first" in mistake("M", "fin", columns={"M": ("stage", lambda _: "finale")}).allowed


@pytest.mark.parametrize(
    ("value", "stage"),
    [
        ("Phone screen", Stage.SCREEN),
        ("HR Screen", Stage.SCREEN),
        ("screening", Stage.SCREEN),
        ("First round", Stage.FIRST),
        ("On-site", Stage.ONSITE),
        ("Onsite interview", Stage.ONSITE),
        ("FINAL", Stage.FINAL),
        ("Final interview", Stage.FINAL),
        ("Second round", Stage.UNKNOWN),
        ("Phone screen and final round", Stage.UNKNOWN),
        ("Applied", Stage.UNKNOWN),
        (1, Stage.UNKNOWN),
    ],
)
def test_stages_are_named(value, stage):
    """A text that names one stage is read; one that names none or several leaves it unknown."""
    assert stage == cell("Status", value).stage


def test_every_choice_stands_in_a_cell():
    """Each choice of an invitation is read by its name and in its words, also where the word is "none"."""
    labels, quantities = iv.Invitation.own_labels(), iv.Invitation.own_quantities()
    for name, quantity in {**quantities, "stage": labels["stage"], "obliged": labels["obliged"]}.items():
        for choice, meant in quantity.choices.items():
            for said in (choice, meant.label, *meant.words):
                held = cell(name, said)
                assert choice == (held.label(name) if quantity.is_label else held.known[name].choice)


def test_rounds_have_numbers():
    """Round 1 is the first stage; other numbers leave it unknown."""
    assert [Stage.FIRST, Stage.UNKNOWN] == [cell("Interview round", number).stage for number in (1, 2)]


@pytest.mark.parametrize(
    ("value", "remote"),
    [
        ("Video", True), ("Zoom", True), ("phone", True), ("yes", True), (True, True), ("In person", False), ("On-site", False),
        (False, False), ("No", False), ("Video or in person", None), ("hybrid", None), ("12 Long Street", False),
    ],
)  # fmt: skip
def test_formats_are_named(value, remote):
    """A format by phone or video is remote, one in person is not, and both or neither leave it unknown."""
    assert remote is cell("Interview format", value).remote


def test_places_of_interviews_say_how_they_are_held():
    """A link as the place makes an interview remote, unless another column says how it is held."""
    invitation = cell("Interview location", "https://zoom.us/j/1")
    assert ("https://zoom.us/j/1", True) == (invitation.location, invitation.remote)
    quiet = cell("Interview venue", "Leeds")
    assert ("Leeds", None) == (quiet.location, quiet.remote)
    both = only("Interview location,Interview format", "https://zoom.us/j/1,In person")
    assert ("https://zoom.us/j/1", False) == (both.location, both.remote)
    turned = only("Interview format,Interview location", "In person,https://zoom.us/j/1")
    assert ("https://zoom.us/j/1", False) == (turned.location, turned.remote)


@pytest.mark.parametrize("names", ["Sam", "Ada Example, Grace Example"])
def test_people_are_not_counted_by_their_names(names):
    """Names of interviewers are not counted, as whoever is named need not be all."""
    assert cell("Interviewer", names).people_met is None


@pytest.mark.parametrize(
    "blank",
    ["n/a", "N/A", "-", "–", "?", "tbd", "unknown", "#N/A", "", "Not specified in the mail.", "not yet known", " "],
)
def test_what_people_write_for_nothing_is_unknown(blank):
    """Texts such as n/a are unknown in every column."""
    assert {"version", "organization", "read_from"} == only(
        ["Company", "Role", "Duration", "Interview date"], ["Acme", blank, blank, blank]
    ).to_dict().keys()


@pytest.mark.parametrize("text", ["unlikely", "Unlikely, but they could win me over", "UNLIKELY"])
def test_choices_are_read_in_cells(text):
    """A cell may name a choice of a quantity, which is kept as said."""
    assert "unlikely" == cell("would_accept", text).would_accept.choice


@pytest.mark.parametrize(("text", "answer"), [("yes", True), ("I have to go", True), ("no", False)])
def test_labels_are_read_in_cells(text, answer):
    """A column may hold a label, by its name or in words."""
    assert answer is cell("obliged", text).obliged


def test_labels_that_are_none_are_told():
    """What is no choice of a label is a mistake that names the choices."""
    assert "one of yes, no" == mistake("obliged", "perhaps").allowed
