"""Headings: which field or quantity the columns of common trackers hold, by the words above them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from attrs import frozen

__all__ = ["CLOCK", "ENDS", "NAMES", "Meaning", "meaning_of", "why_unused"]

CLOCK = "time"
"""The meaning of a column with the time of day, which completes the date in another column."""

NAMES: dict[str, tuple[str, ...]] = {
    "organization": (
        "organization", "organisation", "company", "company name", "organization name", "organisation name", "employer",
        "employer name", "firm", "hiring company", "company organization", "company employer",
    ),
    "role": (
        "role", "job title", "position", "position title", "role title", "role name", "job role", "job position",
        "position name", "job name", "title", "position applied for", "job", "position role", "role position",
        "vacancy", "opening",
    ),
    "stage": (
        "interview stage", "interview round", "stage", "round", "interview type", "current stage", "hiring stage",
        "phase", "interview status", "status", "application status", "current status", "job status",
    ),
    "starts": (
        "starts", "interview date", "date of interview", "interview datetime", "interview date time",
        "interview date and time", "interview at", "interview on", "interview start", "interview scheduled",
        "scheduled datetime", "scheduled date", "scheduled at", "scheduled for", "next interview", "interview day",
    ),
    CLOCK: ("interview time", "time of interview", "start time"),
    "location": (
        "interview location", "location of interview", "interview venue", "interview address", "interview place",
    ),
    "remote": ("interview format", "interview mode", "interview medium", "remote interview", "interview remote"),
    "duration": ("duration", "interview duration", "interview length", "length of interview", "length"),
    "preparation": ("preparation", "preparation time", "prep", "prep time", "hours of preparation"),
    "travel": ("travel", "travel time", "travel there and back", "round trip"),
    "expenses": ("expenses", "travel cost", "travel costs", "travel expenses", "interview expenses"),
    "people_met": (
        "people met", "number of interviewers", "interviewers", "interviewer count", "panel size", "number of people",
        "people", "interviewer",
    ),
    "role_interest": (
        "role interest", "interest in role", "interest in the role", "interest in position", "job interest",
    ),
    "organization_interest": (
        "organization interest", "organisation interest", "interest in organization", "interest in organisation",
        "interest in company", "interest in the company", "company interest",
    ),
    "offer_chance": (
        "offer chance", "chance of offer", "chance of an offer", "probability of offer", "offer probability",
    ),
}  # fmt: skip
"""For each field, the headings that mean it. Where a table has several of them, the one named first here counts."""

RANKS = {heading: (name, rank) for name, headings in NAMES.items() for rank, heading in enumerate(headings)}

FACTORS = {
    **dict.fromkeys(("min", "mins", "minute", "minutes"), 1 / 60),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), 1.0),
    **dict.fromkeys(("percent", "pct"), 0.01),
}
"""What a number without a unit is multiplied by, where the heading names the unit."""

ENDS = ("low", "high")
"""The ends of a range, as headings such as ``duration_low`` name them."""

OF_THE_JOB = "it may say where the job is, and not where the interview is held"
UNUSED = (
    (
        re.compile(r"\b(?:location|city|country|state|place|venue|office|address)\b"),
        f'{OF_THE_JOB}: "location" holds the latter',
    ),
    (
        re.compile(r"\b(?:remote|hybrid|on ?site|work (?:mode|type|model|setting))\b"),
        f'{OF_THE_JOB}: "remote" holds the latter',
    ),
    (
        re.compile(r"\b(?:dates?|day|time|timestamp|when)\b"),
        'it does not plainly say when the interview is: "starts" holds that',
    ),
    (
        re.compile(r"\b(?:interest|excitement|rating|score|priority|rank|stars?|fit)\b"),
        'it says neither of what nor on which scale: ("role_interest", (1, 5)) would say both',
    ),
)
"""Headings that could mean a field and do not plainly do so, each with the reason that is shown."""

NOTHING = "nothing in an invitation corresponds to it"

CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
NOT_WORDS = re.compile(r"[\W_]+")


@frozen
class Meaning:
    """What a column holds.

    Args:
        name: A field of Invitation, a quantity, or `CLOCK`.
        rank: How plainly the heading says so; 0 is plainest, -1 is what the user says.
        end: ``"low"`` or ``"high"`` if the column holds one end of a range, else empty.
        factor: What a number without a unit is multiplied by; None if the heading names no unit.
    """

    name: str
    rank: int = 0
    end: str = ""
    factor: float | None = None

    @property
    def key(self) -> str:
        """The field or quantity, with ``_low`` or ``_high`` for one end of a range."""
        return f"{self.name}_{self.end}" if self.end else self.name


def meaning_of(heading: str, quantities: Collection[str]) -> Meaning | None:
    """Return what the column under a heading holds, or None if that is not plain.

    Args:
        heading: The heading.
        quantities: The names of quantities, which are headings too, also with ``_low`` and ``_high``.
    """
    heading = heading[:200]
    units = [FACTORS[word] for word in _words(heading) if word in FACTORS]
    factor = units[0] if units else 0.01 if "%" in heading else None
    for words in _readings(heading):
        name = "_".join(words)
        if name in quantities:
            return Meaning(name, factor=factor)
        stem, _, end = name.rpartition("_")
        if end in ENDS and stem in quantities:
            return Meaning(stem, end=end, factor=factor)
        if known := RANKS.get(" ".join(words)):
            return Meaning(*known, factor=factor)
    return None


def why_unused(heading: str) -> str:
    """Return the reason why a column is not used of which neither its heading nor the user says what it holds."""
    text = " ".join(_words(heading)) if len(heading) < 60 else ""
    return next((reason for pattern, reason in UNUSED if pattern.search(text)), NOTHING)


def _readings(heading: str) -> Iterator[list[str]]:
    """Yield the words of a heading: all, then without a unit; then both again without what stands in brackets."""
    plain = heading.replace("#", " number of ")
    for text in (plain, IN_BRACKETS.sub(" ", plain)):
        words = _words(CAMEL.sub(" ", text))
        yield words
        yield [word for word in words if word not in FACTORS and word != "in"]


def _words(text: str) -> list[str]:
    return NOT_WORDS.sub(" ", text).lower().split()
