"""Wording: the sentences of letters, each a whole message in the language that is spoken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..display.language import mark, say

__all__ = ["WAYS", "accepting", "asking", "declining", "proposing", "role_in_words", "subject", "terms"]

WAYS = {
    "short_call": mark(
        "Before we both set the time aside, could we talk for a quarter of an hour by phone? I would like to make sure "
        "that it is the right conversation for both of us."
    ),
    "video": mark(
        "Would it be possible to hold the interview by video? It would make it much easier for me to take part."
    ),
    "later": mark("I would like to prepare properly: would a later date be possible?"),
}
"""What proposes a way, by its name."""


def subject(role: str, organization: str) -> str:
    """Return the subject of a letter; a role or an organisation that is not known is empty."""
    if role and organization:
        return say("Interview: {role} at {organization}", role=role, organization=organization)
    if role:
        return say("Interview: {role}", role=role)
    return say("Interview at {organization}", organization=organization) if organization else say("Interview")


def role_in_words(role: str, organization: str) -> str:
    """Return what one is invited to interview for, in a few words for a template."""
    if role and organization:
        return say("{role} at {organization}", role=role, organization=organization)
    if organization:
        return say("the position at {organization}", organization=organization)
    return role or say("the position")


def terms() -> str:
    """Return the question for the one thing that settles a doubt, where the seeker does not say what that is."""
    return say("What are the pay, the place and hours of work, and the kind of contract?")


def accepting(role: str, organization: str, starts: str) -> Iterator[str]:
    """Yield the paragraphs of a letter that accepts; the start is empty if it is not known."""
    yield _with_thanks(role, organization, say("I will be there."))
    if starts:
        yield say("I have noted {starts}.", starts=starts)
    yield say("Please tell me if there is anything that I should bring or prepare.")


def declining(role: str, organization: str, better: str, *, leaves_door_open: bool) -> Iterator[str]:
    """Yield the paragraphs of a letter that declines, without a reason.

    Args:
        role: The role; empty if it is not known.
        organization: The organisation; empty if it is not known.
        better: The kind of role that would suit the seeker better; empty if none is named.
        leaves_door_open: Whether it asks for another role even if none is named.
    """
    yield _thanks(role, organization)
    yield say(
        "I have decided not to take part in the interview, and would rather say so now than take up more of your time."
    )
    if better:
        yield say("If {better} comes up, I would be glad to hear from you.", better=better)
    elif leaves_door_open:
        yield say("If another role that might suit me comes up, I would be glad to hear from you.")
    yield say("I wish you and your colleagues well in finding the right person.")


def asking(role: str, organization: str, questions: Sequence[str]) -> Iterator[str]:
    """Yield the paragraphs of a letter that asks some questions."""
    yield _with_thanks(role, organization, say("Before I answer, may I ask:"))
    yield "\n".join(f"- {question}" for question in questions)
    yield say("Your answer will help me to tell whether this is the right conversation for both of us.")


def proposing(role: str, organization: str, way: str) -> Iterator[str]:
    """Yield the paragraphs of a letter that proposes one of `WAYS`."""
    yield _with_thanks(role, organization, say(WAYS[way]))


def _with_thanks(role: str, organization: str, sentence: str) -> str:
    """Return a paragraph that begins with thanks for the invitation."""
    return f"{_thanks(role, organization)} {sentence}"


def _thanks(role: str, organization: str) -> str:
    if role and organization:
        return say(
            "Thank you for inviting me to interview for the {role} position at {organization}.",
            role=role,
            organization=organization,
        )
    if role:
        return say("Thank you for inviting me to interview for the {role} position.", role=role)
    if organization:
        return say("Thank you for inviting me to an interview at {organization}.", organization=organization)
    return say("Thank you for inviting me to an interview.")
