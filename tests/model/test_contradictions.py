"""Contradictions: what can hardly all be meant is noted, and nothing else is."""

from __future__ import annotations

import pytest

import interview_value as iv


def notes_on(**said):
    """The notes of an evaluation of an invitation."""
    return iv.Evaluator(discover=False, draws=2).evaluate(iv.Invitation(**said)).notes


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (
            {"would_accept": 0.02, "role_interest": 0.9},
            "the chance of taking the job is 2 of 100, though the interest in the work is 9 of 10, which suggests",
        ),
        (
            {"would_accept": "ruled_out", "role_interest": 0.9, "organization_interest": 0.9},
            "and the interest in the organisation is 9 of 10",
        ),
        ({"would_accept": 0, "organization_interest": 1}, "the chance of taking the job is 0 of 10, though"),
        (
            {"would_accept": 0.9, "role_interest": 0, "organization_interest": 0},
            "which suggests 1 to 11 of 100; what you say of the offer counts",
        ),
        ({"remote": True, "travel": 2}, "it is held by video or phone, and yet 2 hours of travel"),
        ({"event": {"uid": "a", "summary": "Accepted: talk"}}, "you have said yes already"),
        ({"event": {"uid": "a", "answer": "ACCEPTED"}}, "you have said yes already: what would it cost you now"),
        ({"event": {"uid": "a", "summary": "Accepted: talk"}, "promise": "nothing"}, "you have said yes already"),
    ],
    ids=str,
)
def test_contradictions_are_noted(said, words):
    """Each has a note that names both sides, and the values count as they were said."""
    (note,) = notes_on(**said)
    assert words in note


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"would_accept": 0.02},
        {"would_accept": "very_unlikely", "role_interest": 0.5},
        {"would_accept": "perhaps", "role_interest": 0.9, "organization_interest": 0.9},
        {"remote": True, "travel": 0},
        {"remote": False, "travel": 2},
        {"event": {"uid": "a", "summary": "Accepted: talk"}, "promise": "goodwill"},
        {"event": {"uid": "a", "summary": "talk"}, "promise": "nothing"},
    ],
    ids=str,
)
def test_what_agrees_is_not_noted(said):
    """What may well be meant together, or is said of one thing alone, has no note."""
    assert () == notes_on(**said)
