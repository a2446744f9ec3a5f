"""Invitation: what is known of one interview that the seeker is invited to."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar

from ..display.language import mark, say
from ..display.words import day_and_time
from .bounds import SHARE, Bounds
from .choice import Choice
from .estimate import Estimate
from .event import Event, as_event, check_event, plain_event
from .facts import Facts
from .fields import Converted, Known, fact, facts, instance_of, known_or_none, label, quantity, text
from .language_tag import check_language
from .plain import plain_moment
from .prior import DerivedPrior, PriorBy
from .quantity import DECISION

if TYPE_CHECKING:
    from ..display.page import Page

__all__ = ["Invitation", "Stage", "subject"]

FLOATING = mark("the start has no time zone, so it is taken as your local time")
"""The note on a start without a time zone, which is a message."""


class Stage(StrEnum):
    """How far along the hiring process the interview stands."""

    SCREEN = "screen"
    FIRST = "first"
    ONSITE = "onsite"
    FINAL = "final"
    UNKNOWN = "unknown"


STAGES = {
    Stage.SCREEN: mark("screening interview"),
    Stage.FIRST: mark("first interview"),
    Stage.ONSITE: mark("on-site interview"),
    Stage.FINAL: mark("final interview"),
}
"""The stages that are known, as messages."""


def by_stage(otherwise: Any, **cases: Any) -> PriorBy:
    """Build a prior that depends on the stage, from one estimate a stage and one for all others."""
    return PriorBy("stage", cases, otherwise)


def acceptance(role_interest: Estimate, organization_interest: Estimate, status: str) -> tuple[Any, Any]:
    """Derive the chance that one would accept an offer from both interests, on the log-odds.

    The anchors are assumptions: without any interest 4 %, with both in full 86 %. That those without work accept more
    is known by its sign (Faberman, Mueller, Şahin & Topa 2022).
    """
    centre = {"content": -3.7, "without_work": -2.7}.get(status, -3.2)
    variance = 1.1**2
    for weight, interest in ((3.5, role_interest), (1.5, organization_interest)):
        centre = centre + weight * (interest.low + interest.high) / 2
        variance = variance + (weight * (interest.high - interest.low) / 2) ** 2
    half_width = variance**0.5
    return _chance(centre - half_width), _chance(centre + half_width)


def _chance(log_odds: Any) -> Any:
    return 1 / (1 + math.e**-log_odds)


def way(remote: str, stage: str) -> tuple[float, float]:
    """Derive the hours on the way: none by video or phone, nor for a screen that is not said to be in person."""
    return (0, 0) if remote == "yes" or (remote == "unknown" and stage == "screen") else (0, 2)


INTEREST: dict[str, tuple[str, float | tuple[float, float]]] = {
    "nothing": ("absolutely nothing", 0),
    "little": ("a little", (0.05, 0.3)),
    "some": ("some", (0.3, 0.6)),
    "a_lot": ("a lot", (0.6, 0.95)),
}
"""Answers to what interests you; the ranges are assumptions, as are those of all choices here."""


def _as_time(value: datetime | str | None) -> datetime | None:
    value = known_or_none(value)
    try:
        return datetime.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return value  # type: ignore[return-value]  # reported with all other mistakes


@facts
class Invitation(Facts):
    """What is known of one interview; whatever is left out is unknown, which is never the same as zero.

    A number can be given exactly (``4``) or as a 90 % range (``(2, 7)`` or ``"2..7"``).
    The quantities, with units, bounds and priors, are listed in the documentation under "Quantities".

    Raises:
        InvalidInputError: Every value that cannot be used, each with its path and what is allowed.
    """

    what: ClassVar[str] = "invitation"

    role: str | None = text("The position, in words.", default=None, question="What is the position?")
    organization: str | None = text("Who invites.", default=None, question="Who invites you?")
    stage: Converted[Stage | str | None, Stage] = label(
        'How far along the hiring is: `Stage`, its name or other words for ``"screen"``, ``"first"``, ``"onsite"`` or '
        '``"final"``; ``"unknown"`` while nobody says.',
        make=Stage,
        label="the round",
        default=Stage.UNKNOWN,
        question="Which round is it: a short call, a first interview, a long visit, or the last?",
        ask="yourself",
        choices={
            "screen": Choice(
                "a short first call",
                share=0.3,
                words=("assessment", "recruiter", "recruiter call", "one-way video", "phone screen", "screening"),
            ),
            "first": Choice("the first real interview", share=0.4, words=("hiring manager", "technical", "take-home")),
            "onsite": Choice(
                "the long visit, or several interviewers",
                share=0.2,
                words=("second", "second interview", "panel", "team", "culture", "on-site", "on site"),
            ),
            "final": Choice("the last round", share=0.1, words=("director", "last", "final round")),
        },
    )
    remote: Converted[bool | str | None, bool | None] = label(
        "Whether it is held by phone or video: True, False if in person, None if unknown.",
        make="yes".__eq__,
        label="by video or in person",
        default=None,
        question="Is it held by video or phone?",
        ask="recruiter",
        choices={"yes": "by video or phone", "no": "in person"},
    )
    obliged: Converted[bool | str | None, bool | None] = label(
        "Whether you have to go: because of benefit rules, a visa or an order; None if nothing is said.",
        make="yes".__eq__,
        label="an obligation to go",
        default=None,
        question="Do you have to go (benefit rules, a visa, an order)?",
        ask="yourself",
        choices={"yes": "I have to go", "no": "I am free to decline"},
    )
    starts: Converted[datetime | str | None, datetime | None] = fact(
        "When it starts; without a time zone it is taken as the seeker's local time, and a note says so.",
        default=None,
        convert=_as_time,
        check=instance_of(datetime, "a datetime, or text such as 2026-12-03T14:00+01:00"),
        plain=plain_moment,
        question="When does it start?",
    )
    location: str | None = text("Where it is held: an address, or a link.", default=None, question="Where is it held?")
    language: str | None = text(
        'The language in which it is written: a tag such as ``"de"`` or ``"en-GB"``. Letters answer in it.',
        default=None,
        check=check_language,
        question="In which language is it written? (a short name such as en or de)",
    )
    event: Converted[Event | Mapping[str, Any] | None, Event | None] = fact(
        "The calendar entry that it came with, which an answer to the organiser repeats.",
        default=None,
        convert=as_event,
        check=check_event,
        plain=plain_event,
    )

    would_accept: Known = quantity(
        "How likely you would take the job if they offered it",
        label="the chance of taking the job",
        default=None,
        unit="share",
        bounds=(0, 0.95),
        scale="chance",
        prior=DerivedPrior(
            acceptance,
            "log-odds: centre −3.2 + 3.5·role_interest + 1.5·organization_interest (content −0.5, without work +0.5), "
            "half-width √(1.1² + (3.5·½width)² + (1.5·½width)²) of the two interests",
        ),
        question="Suppose you went and they offered you this job. How likely is it that you would take it?",
        tipping_question="If they offered you this job, would you be more likely than about {value} to take it?",
        ask="yourself",
        choices={
            "ruled_out": ("No, something I already know rules it out", (0.002, 0.02)),
            "very_unlikely": ("Very unlikely", (0.02, 0.1)),
            "unlikely": ("Unlikely, but they could win me over", (0.08, 0.25)),
            "perhaps": Choice("Perhaps, about even", (0.25, 0.6), words=("maybe", "possibly", "fifty-fifty")),
            "probably": Choice("Probably", (0.6, 0.9), words=("likely", "quite likely")),
        },
        source="assumption; that the unemployed accept more: Faberman, Mueller, Şahin & Topa 2022",
    )
    role_interest: Known = quantity(
        "How much of the work interests you; 0 is absolutely nothing",
        label="the interest in the work",
        default=None,
        unit="share",
        bounds=SHARE,
        prior=(0.05, 0.7),
        question="What interests you about the work? (0 = absolutely nothing, 1 = all of it)",
        tipping_question="Is there more in the work that interests you than {choice}?",
        ask="yourself",
        choices=INTEREST,
    )
    organization_interest: Known = quantity(
        "How much of the organisation interests you; 0 is absolutely nothing",
        label="the interest in the organisation",
        default=None,
        unit="share",
        bounds=SHARE,
        prior=(0.05, 0.7),
        question="What interests you about the organisation? (0 = absolutely nothing, 1 = all of it)",
        tipping_question="Is there more in the organisation that interests you than {choice}?",
        ask="yourself",
        choices=INTEREST,
    )
    offer_chance: Known = quantity(
        "Chance of an offer in the end, with ordinary preparation and in an ordinary mood",
        label="the chance of an offer",
        default=None,
        unit="share",
        bounds=(0, 0.98),
        scale="chance",
        prior=by_stage((0.05, 0.4), screen=(0.05, 0.2), first=(0.1, 0.35), onsite=(0.2, 0.45), final=(0.3, 0.65)),
        question="If you went and tried, how likely is an offer in the end?",
        tipping_question="If you went and tried, is an offer in the end more likely than about {value}?",
        ask="yourself",
        choices={
            "long_shot": ("a long shot", (0.02, 0.1)),
            "one_of_several": ("one of several", (0.1, 0.25)),
            "good": ("good", (0.25, 0.5)),
            "favourite": ("the favourite", (0.5, 0.8)),
        },
        source="onsite to offer 30–40 %, screen to onsite 32 % (Lever 2019); interview to hire 27 % (CareerPlug); "
        "on-site to offer near .23 (Ashby 2026, second-hand)",
        grade="weak",
    )
    later_hours: Known = quantity(
        "Hours still to come after this one, their preparation included",
        label="the rounds still to come",
        default=None,
        unit="h",
        bounds=(0, 200),
        scale="log",
        prior=by_stage((1, 14), screen=(5, 20), first=(3, 14), onsite=(0.5, 6), final=(0.1, 2)),
        question="How many hours would further rounds or tasks take? (a round is about 4, a take-home task about 5)",
        tipping_question="Would further rounds or tasks take more than about {value}?",
        ask="recruiter",
    )
    duration: Known = quantity(
        "Length of the interview, with the tasks and talks that it asks for",
        label="the length of the interview",
        default=None,
        unit="h",
        bounds=(0.05, 60),
        scale="log",
        prior=by_stage((0.5, 4), screen=(0.25, 0.75), first=(0.5, 1.5), onsite=(2, 6), final=(0.75, 3)),
        question="How many hours will it take?",
        tipping_question="Will it take more than about {value}?",
        ask="recruiter",
        source="telemetry that interview-scheduling vendors publish",
        grade="weak",
    )
    travel: Known = quantity(
        "Travel there and back",
        label="the way there and back",
        default=None,
        unit="h, there and back",
        bounds=(0, 60),
        prior=DerivedPrior(way, "0 if remote, or for a screen that is not said to be in person; otherwise 0..2"),
        question="How many hours is the way, there and back?",
        tipping_question="Is the way, there and back, longer than about {value}?",
        ask="yourself",
    )
    preparation: Known = quantity(
        "Preparation you plan; a decision, so that without a plan the best hours are taken",
        label="the preparation",
        default=None,
        unit="h",
        bounds=(0, 200),
        scale="log",
        prior=(0.25, 16),
        source="decided: the hours, of 0.25 to 16, at which going is worth most",
        grade=DECISION,
    )
    expenses: Known = quantity(
        "What going costs you, in the currency of hour_value",
        label="the expenses",
        default=None,
        unit="money",
        bounds=(0, 100_000),
        prior=0,
        question="What would going cost you, in money that nobody pays back?",
        ask="yourself",
    )
    people_met: Known = quantity(
        "Number of people you would talk to; 0 where nobody is there, as in a one-way video",
        label="the people there",
        default=None,
        unit="people",
        bounds=Bounds(1, 40, or_zero=True),
        scale="log",
        prior=by_stage((1, 5), screen=1, first=(1, 3), onsite=(2, 7), final=(1, 5)),
        question="How many people will you meet?",
        tipping_question="Will you meet more than about {number} people?",
        ask="recruiter",
        source="telemetry that interview-scheduling vendors publish",
        grade="weak",
    )
    openings: Known = quantity(
        "Suitable openings in this organisation",
        label="suitable openings there",
        default=None,
        unit="openings a year",
        bounds=(0, 50),
        scale="log",
        prior=(0.1, 6),
        question="How many openings a year does this organisation have that would suit you?",
        tipping_question="Does an opening that would suit you come up there more often than about {often}?",
        ask="recruiter",
        choices={
            "none": ("never", (0.02, 0.1)),
            "now_and_then": ("now and then", (0.2, 0.8)),
            "every_few_months": ("every few months", (1, 4)),
            "all_the_time": ("all the time", (5, 15)),
        },
    )
    promise: Known = quantity(
        "Hours that declining now would cost you: a word given, a friend's goodwill, short notice",
        label="what a no would cost now",
        default=None,
        unit="h",
        bounds=(0, 500),
        scale="log",
        prior=(0.02, 1),
        question="What would it cost you to say no now (already said yes, a friend put in a word, short notice)?",
        tipping_question="Would saying no now cost you more than about {value} of your time?",
        ask="yourself",
        choices={
            "nothing": ("nothing", (0.01, 0.1)),
            "awkward": ("a little awkward", (0.3, 1.5)),
            "goodwill": ("somebody's goodwill", (2, 8)),
            "trouble": ("real trouble", (10, 60)),
        },
    )
    exposure: Known = quantity(
        "Hours you expect to lose because somebody who matters hears of it: the chance times what it costs",
        label="the harm if it gets around",
        default=None,
        unit="h",
        bounds=(0, 500),
        scale="log",
        prior=(0.02, 1),
        question="Could it harm you if the wrong person heard that you went (your boss, a place you have said yes to)?",
        tipping_question="Could it cost you more than about {value}, if the wrong person heard that you went?",
        ask="yourself",
        choices={
            "nobody": ("nobody would mind", (0.01, 0.1)),
            "awkward": ("a bit awkward", (0.3, 2)),
            "held_against": ("held against me", (3, 15)),
            "job_at_risk": ("could cost my job or an offer", (10, 80)),
        },
    )
    hinge: Known = quantity(
        "How much of your doubt one thing would settle that they could tell you beforehand",
        label="what one answer of theirs would settle",
        default=None,
        unit="share of the doubt",
        bounds=SHARE,
        prior=0,
        question="Is there one thing they could tell you beforehand (pay, place, hours, contract) that would settle "
        "it? How much of your doubt hangs on it?",
        ask="yourself",
        choices={
            "none": ("none", 0),
            "some": ("some", (0.15, 0.45)),
            "most": ("most", (0.5, 0.85)),
            "all": ("all", (0.85, 1)),
        },
    )
    resemblance: Known = quantity(
        "How like the interviews you care about it is",
        label="the likeness to the interviews that count",
        default=None,
        unit="share",
        bounds=SHARE,
        prior=(0.3, 1),
        question="How like the interviews you care about is it? (0 = not at all, 1 = just like them)",
        tipping_question="Is it more than {choice} the interviews you care about?",
        ask="yourself",
        choices={
            "unlike": ("hardly like", (0, 0.25)),
            "somewhat": ("somewhat like", (0.25, 0.6)),
            "much": ("much like", (0.6, 0.9)),
            "same": ("just like", (0.9, 1)),
        },
    )

    def __attrs_post_init__(self) -> None:
        naive = isinstance(self.starts, datetime) and self.starts.tzinfo is None
        # A reader that finds no time zone in its file says so itself.
        if naive and "starts" not in self.read_from and isinstance(self.notes, tuple) and FLOATING not in self.notes:
            object.__setattr__(self, "notes", (*self.notes, FLOATING))
        super().__attrs_post_init__()

    @property
    def title(self) -> str:
        """The role and the organisation, as far as they are known, in one line."""
        role = self.role or say("An interview")
        return say("{role} at {organization}", role=role, organization=self.organization) if self.organization else role

    def _page(self) -> Page:
        from .page import knowledge_page

        return knowledge_page(self, subject(self))


def subject(invitation: Invitation) -> str:
    """Return what the invitation is for, in one line."""
    # People call "second" and "panel" what the model takes for a long visit, also by video.
    by_video = invitation.remote and invitation.stage is Stage.ONSITE
    stage = say("long interview by video or phone") if by_video else say(STAGES.get(invitation.stage, ""))
    starts = day_and_time(invitation.starts) if invitation.starts else ""
    return " · ".join(part for part in (invitation.title, stage, starts) if part)
