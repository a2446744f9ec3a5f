"""What the seeker is told: what was seen, why it matters, the source, and no accusation."""

from __future__ import annotations

import re

import interview_value_warning_signs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from interview_value_warning_signs import ANSWERS, GATES, SIGNS, Finding, Sign, signs_of

import interview_value as iv
from interview_value.testing import invitations, isolated_evaluator

EVALUATOR = isolated_evaluator(interview_value_warning_signs)
ACCUSING = re.compile(
    r"scam|fraud|crim|fake|bogus|phish|thie|thef|steal|stole|victim|con artist|decei|cheat|illegal|danger",
    re.IGNORECASE,
)
SOURCE = re.compile(r" \[.+, (?:undated|\d{4}), https?://\S+\]$")


def told(**facts) -> tuple[str, ...]:
    """The notes on an invitation."""
    return EVALUATOR.evaluate(iv.Invitation(**facts)).notes


@pytest.mark.parametrize("sign", SIGNS.values(), ids=SIGNS)
def test_a_note_says_what_and_why_and_who_says_so(sign: Sign) -> None:
    """It ends with its source in brackets, can be held by an evaluation, and does not accuse."""
    note = str(Finding(sign, "W" * 500))
    words, source = SOURCE.sub("", note), SOURCE.search(note)
    assert source
    assert sign.source.url in source[0]
    assert words.count(". ") >= 1
    assert words.endswith(".")
    assert not ACCUSING.search(words)
    assert len(note) <= 1_000


def test_questions_and_reasons_do_not_accuse() -> None:
    """Nor does anything else that is shown about an invitation."""
    shown = [question.question for question in ANSWERS] + [gate.reason for gate in GATES]
    shown += [gate.summary for gate in GATES]
    assert [] == [text for text in shown if ACCUSING.search(text)]


def test_signs_are_told_in_the_order_in_which_they_count() -> None:
    """The address first, then the words; each once, behind the name of the plugin."""
    event = iv.model.Event(uid="1", organizer="mailto:one@acrne.com", summary="Interview on WhatsApp")
    first, second = told(organization="Acme", event=event, location="wa.me/1")
    assert "The address looks much like another name (“acrne.com”)." in first
    assert "The interview is to be in a messaging app (“Interview on WhatsApp”)." in second


def test_what_the_seeker_says_is_told_as_well() -> None:
    """Who answers with yes what nobody saw gets the note, once; who answers with no does not."""
    assert 1 == len(EVALUATOR.evaluate(iv.Invitation().with_quantities(asked_to_pay="Yes", asked_for_data="no")).notes)
    seen = iv.Invitation(location="Please pay the visa fee").with_quantities(asked_to_pay="yes")
    assert 1 == len(EVALUATOR.evaluate(seen).notes)


def test_an_organisation_that_was_guessed_from_the_address_is_not_compared_with_it() -> None:
    """The readers mark such a guess."""
    event = iv.model.Event(uid="1", organizer="mailto:one@norton.com", method="REQUEST")
    where = {"organization": "a.ics: ORGANIZER (guessed from the mail domain)"}
    assert 1 == len(told(organization="Acme", event=event))
    assert () == told(organization="Acme", event=event, read_from=where)


@pytest.mark.parametrize(
    ("facts", "notes"),
    [
        ({"method": "REQUEST"}, 1),
        ({"attendee": "mailto:two@home.example"}, 1),
        ({"attendee": "mailto:One@Gmail.com"}, 0),
        ({"attendee": "mailto:one@gmail.com", "method": "REQUEST"}, 0),
        ({"method": "PUBLISH"}, 0),
        ({}, 0),
    ],
)
def test_an_entry_of_ones_own_calendar_says_nothing_of_a_sender(facts: dict[str, str], notes: int) -> None:
    """The organiser of an entry that one made oneself is oneself, with an address like anybody's."""
    event = iv.model.Event(uid="1", organizer="mailto:one@gmail.com", **facts)
    assert notes == len(told(organization="Acme", event=event))
    assert 1 == len(told(organization="Acme", event=iv.model.Event(uid="1", organizer="mailto:one@acrne.com", **facts)))


@given(invitations(ANSWERS), st.text(max_size=2_000))
def test_any_invitation_has_notes_that_can_be_shown(invitation: iv.Invitation, location: str) -> None:
    """Whatever it holds, the notes are lines that can be printed."""
    evaluation = EVALUATOR.evaluate(iv.Invitation(location=location) | invitation)
    assert evaluation.complete
    assert all(note.isprintable() and len(note) <= 1_000 for note in evaluation.notes)


def test_an_invitation_without_anything_has_no_sign() -> None:
    """There is nothing to look at."""
    assert () == signs_of(iv.Invitation())
