"""The page of an invitation and of a seeker: what is known, from where, and what is assumed."""

from __future__ import annotations

import interview_value as iv


def paragraphs(thing):
    """The paragraphs of a thing's text, each on one line."""
    return [" ".join(block.split()) for block in str(thing).split("\n\n")]


def test_invitation():
    """What is known has its unit and where it was read; what is not has what is assumed for it."""
    read_from = {"duration": "mail.eml: body"}
    invitation = iv.Invitation(role="Clerk", stage="screen", remote=True, duration=(1, 2), read_from=read_from)
    title, known, assumed = paragraphs(invitation.with_quantities(recall=0.5))
    assert "Clerk · screening interview" == title
    assert "the length of the interview 1 to 2 hours mail.eml: body" in known
    assert "recall 0.5" in known
    assert "by video or in person by video or phone" in known
    assert assumed.startswith("Still unknown, so assumed: the chance of taking the job: ")
    assert "the way there and back: none; " in assumed
    assert "the people there: 1;" in assumed
    assert "the length" not in assumed


def test_seeker():
    """Days are told as days; a quantity that is derived from others says how."""
    seeker = iv.Seeker(past_interviews=["2026-01-02"], as_of="2026-11-23", mindset=0.7)
    title, known, *_, assumed = paragraphs(seeker)
    assert "The person who is invited" == title
    assert known.startswith("What is known: What Value the mood 7 of 10")
    assert "past interviews 2026-01-02" in known
    assert "what a good job is worth: 100 to 1,200 hours" in assumed


def test_what_nobody_knows_anything_of():
    """An empty invitation has nothing known, and everything assumed but the preparation, which is decided."""
    title, assumed = paragraphs(iv.Invitation())
    assert "An interview" == title
    assert assumed.count(";") == len(iv.Invitation.own_quantities()) - 2
    assert "the preparation" not in assumed
    assert "the chance of taking the job: 5 to 58 of 100" in assumed


def test_notes_and_disagreements_of_an_invitation():
    """What two sources say differently, and notes, are never left out."""
    both = iv.Invitation(duration=1, notes=("a note",)) | iv.Invitation(duration=2)
    assert (
        "Two sources disagree: - the length of the interview: 1 hour (given) counts, not 2 hours (given)"
        in paragraphs(both)
    )
    assert "Notes: - a note" in paragraphs(both)


def test_a_choice_is_shown_as_it_was_said():
    """What was chosen in words stands before the range that it means; a label by its choice."""
    _, known, *_ = paragraphs(iv.Invitation(would_accept="unlikely", obliged=True))
    assert "the chance of taking the job Unlikely, but they could win me over (8 to 25 of 100)" in known
    assert "an obligation to go I have to go" in known
    _, known, *_ = paragraphs(iv.Seeker(status="open", job_worth="month"))
    assert "the job situation employed, would move for something better" in known
    assert "what a good job is worth a month's work (100 to 260 hours)" in known


def test_a_disagreement_on_what_cannot_be_is_told_as_it_was():
    """What two sources said stands as they said it where it is no value of the quantity."""
    clash = iv.model.Disagreement("duration", "much", "a.ics", 1.0, "b.html")
    text = " ".join(str(iv.Invitation(disagreements=[clash])).split())
    assert "the length of the interview: much (a.ics) counts, not 1 hour (b.html)" in text
