"""Signs: what may be seen in an invitation, how much it says, why it matters, and who says so."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from attrs import frozen

from . import sources
from .sources import Source

__all__ = ["SIGNS", "Finding", "Grade", "Sign"]

MAX_WORDS = 120
"""How much of what was seen a note repeats, in characters."""


class Grade(StrEnum):
    """How much a sign says. The grades are an assumption: the sources name signs and do not weigh them."""

    STRONG = "strong"
    WEAK = "weak"


@frozen
class Sign:
    """One sign.

    Args:
        name: Its name.
        grade: A strong one is worth a question before anything else; a weak one, which many honest invitations bear,
            is worth a note.
        what: What is seen, as the beginning of a note.
        why: Why it matters and what to do, in whole sentences.
        source: Who says so.
        answer: The quantity whose answer settles it; empty if there is none.
    """

    name: str
    grade: Grade
    what: str
    why: str
    source: Source
    answer: str = ""

    def note(self, seen: str = "") -> str:
        """Return the note for the seeker.

        Args:
            seen: The words, address or link in which the sign was seen; empty if the seeker said so.
        """
        return f"{self.what}{f' (“{printable(seen)}”)' if seen else ''}. {self.why} [{self.source.brief}]"


@frozen
class Finding:
    """One sign that was seen.

    Args:
        sign: The sign.
        seen: The words, address or link in which it was seen.
    """

    sign: Sign
    seen: str

    def __str__(self) -> str:
        return self.sign.note(self.seen)


def printable(text: str) -> str:
    """Return a text on one line, without control characters, cut to a length that a note can bear."""
    line = " ".join("".join(letter if letter.isprintable() else " " for letter in text[: 4 * MAX_WORDS]).split())
    return line if len(line) <= MAX_WORDS else line[: MAX_WORDS - 1] + "…"


PAYMENT = Sign(
    "payment",
    Grade.STRONG,
    "Money is asked for, or a purchase",
    "Employers seldom do that before the job begins. Ask why, and pay nothing before you know.",
    sources.FTC_CHEQUES,
    "asked_to_pay",
)
CHEQUE = Sign(
    "cheque",
    Grade.STRONG,
    "You are to cash a cheque, or to spend one on what the work needs",
    "If it does not clear in the end, what you spent or sent on is lost. Ask why, and wait.",
    sources.FTC_CHEQUES,
    "asked_to_pay",
)
GIFT_CARDS = Sign(
    "gift_cards",
    Grade.STRONG,
    "You are to pay in gift cards or a cryptocurrency",
    "What is paid so is as hard to get back as cash. Ask why, and pay nothing before you know.",
    sources.FTC_GIFT_CARDS,
    "asked_to_pay",
)
DATA = Sign(
    "data",
    Grade.STRONG,
    "Bank, card or social security details are asked for",
    "They are better not given up front. Ask what for, and give them once you are hired.",
    sources.FTC_DATA,
    "asked_for_data",
)
LOOKALIKE = Sign(
    "lookalike",
    Grade.STRONG,
    "The address looks much like another name",
    "Compare it letter by letter with the address on the organisation’s own website, and ask there.",
    sources.INDEED_MESSAGES,
    "unknown_to_organization",
)
LETTERS = Sign(
    "letters",
    Grade.STRONG,
    "The address has letters of another alphabet that look like Latin ones",
    "Compare it with the address on the organisation’s own website, and ask there.",
    sources.UNICODE_LETTERS,
    "unknown_to_organization",
)
ENCODED = Sign(
    "encoded",
    Grade.WEAK,
    "The address has letters beyond a to z",
    "Many honest ones have. Some of these letters look alike, so compare it with the organisation’s own website.",
    sources.UNICODE_LETTERS,
)
FREE_MAIL = Sign(
    "free_mail",
    Grade.WEAK,
    "The invitation names an organisation, and comes from a free mail address",
    "Small ones do write so; larger ones seldom. Ask for an address of the organisation’s own.",
    sources.INDEED_GUIDELINES,
)
OTHER_DOMAIN = Sign(
    "other_domain",
    Grade.WEAK,
    "The address is not in the organisation’s name",
    "An agency, a parent company or a service would look the same. Ask who is writing, and for whom.",
    sources.INDEED_GUIDELINES,
)
CHAT = Sign(
    "chat",
    Grade.WEAK,
    "The interview is to be in a messaging app",
    "Ask for a call, a video meeting or a visit, so that each of you hears or sees the other.",
    sources.VA_OPPORTUNITIES,
    "chat_only",
)
NO_INTERVIEW = Sign(
    "no_interview",
    Grade.WEAK,
    "The job is offered before anybody has talked to you",
    "Employers seldom hire whom they do not know. Ask to meet somebody, in person or online.",
    sources.DBS_SIGNS,
    "offered_unseen",
)
EASY_MONEY = Sign(
    "easy_money",
    Grade.WEAK,
    "Good pay is promised for little work or without experience",
    "Ask what the work is, and compare the pay with that of similar jobs.",
    sources.BBB_EXPERIENCE,
)
URGENCY = Sign(
    "urgency",
    Grade.WEAK,
    "You are pressed to act at once",
    "Employers mostly take their time to find the right person. Take yours to look them up.",
    sources.VCU_URGENCY,
)
SHORT_LINK = Sign(
    "short_link",
    Grade.WEAK,
    "A short link hides where it leads",
    "Ask for the full address, or look it up before you open it.",
    sources.REGINA_LINKS,
)


def _all() -> Iterator[Sign]:
    yield from (PAYMENT, CHEQUE, GIFT_CARDS, DATA, LOOKALIKE, LETTERS, ENCODED, FREE_MAIL, OTHER_DOMAIN)
    yield from (CHAT, NO_INTERVIEW, EASY_MONEY, URGENCY, SHORT_LINK)


SIGNS: dict[str, Sign] = {sign.name: sign for sign in _all()}
"""Every sign, by name: the strong ones first."""
