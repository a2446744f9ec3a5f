"""Seeker: the person who is invited, and how they stand towards interviews."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Self

from ..display.language import say
from ..errors import FieldError, is_list
from .bounds import SHARE
from .choice import Choice
from .disagreement import Disagreement
from .estimate import Estimate
from .facts import Facts
from .fields import MAX_ITEMS, Converted, Known, evolved, fact, facts, instance_of, known_or_none, label, quantity
from .plain import plain_day, plain_days
from .prior import PriorBy
from .yes_no import is_unknown

if TYPE_CHECKING:
    from ..display.page import Page

__all__ = ["Seeker", "Status", "effective_experience"]


class Status(StrEnum):
    """Where the seeker stands."""

    CONTENT = "content"
    OPEN = "open"
    LOOKING = "looking"
    WITHOUT_WORK = "without_work"
    UNKNOWN = "unknown"


def by_status(otherwise: Any, **cases: Any) -> PriorBy:
    """Build a prior that depends on the status, from one estimate a status and one for all others."""
    return PriorBy("status", cases, otherwise)


EXPERIENCE_HALF_LIFE = 10.0
"""Months after which a past interview counts half: the middle of 6.5–13 months for procedural skill
(Tatel & Ackerman 2025, 10.1037/bul0000481: strong, but motor-procedural)."""

DAYS_IN_MONTH = 30.4375


def effective_experience(dates: Iterable[date], as_of: date) -> float:
    """Count past interviews, each for less the longer ago it was: Σ 0.5^(months ago / 10).

    Args:
        dates: When the interviews took place, none later than ``as_of``.
        as_of: The day on which they are counted.

    Returns:
        Recent interviews, ≥ 0.
    """
    months = ((as_of - day).days / DAYS_IN_MONTH for day in dates)
    return math.fsum(math.pow(0.5, ago / EXPERIENCE_HALF_LIFE) for ago in months)


def _as_date(value: Any) -> Any:
    value = known_or_none(value)
    try:
        value = datetime.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return value  # reported with all other mistakes
    return value.date() if isinstance(value, datetime) else value


def _as_dates(values: Iterable[date | str]) -> tuple[date, ...]:
    if isinstance(values, str) and is_unknown(values):
        return ()
    if isinstance(values, str) or not isinstance(values, Iterable):
        return values  # type: ignore[return-value]  # reported with all other mistakes
    return tuple(map(_as_date, values))


def _check_dates(name: str, days: object) -> Iterator[FieldError]:
    if not is_list(days) or len(days) > MAX_ITEMS:
        yield FieldError(name, days, f"a list of at most {MAX_ITEMS:,} dates, such as ['2026-11-23']")
        return
    for index, day in enumerate(days):
        if not isinstance(day, date):
            yield FieldError(f"{name}[{index}]", day, "a date, or text such as 2026-11-23")


@facts
class Seeker(Facts):
    """The person who is invited; whatever is left out is unknown and takes its prior.

    A number can be given exactly (``4``) or as a 90 % range (``(2, 7)`` or ``"2..7"``).

    Raises:
        InvalidInputError: Every value that cannot be used, each with its path and what is allowed.
    """

    what: ClassVar[str] = "seeker"

    status: Converted[Status | str | None, Status] = label(
        'Where you stand: ``"content"``, ``"open"``, ``"looking"``, ``"without_work"`` or ``"unknown"``.',
        make=Status,
        label="the job situation",
        default=Status.UNKNOWN,
        question="Where do you stand: happy, open, looking, or without work?",
        ask="yourself",
        choices={
            "content": Choice(
                "happy where I am, not looking", share=0.3, words=("employed and content", "not looking")
            ),
            "open": Choice(
                "employed, would move for something better", share=0.25, words=("employed", "employed, open")
            ),
            "looking": Choice("actively looking", share=0.25, words=("searching", "job hunting")),
            "without_work": Choice(
                "without work, or about to be", share=0.2, words=("unemployed", "finishing studies", "student")
            ),
        },
    )
    job_worth: Known = quantity(
        "What you would give of your free time, all in all, to have a job you would be glad of",
        label="what a good job is worth",
        default=None,
        unit="h",
        bounds=(0, 20_000),
        scale="log",
        prior=by_status(
            (100, 1200), content=(100, 1000), open=(100, 1000), looking=(120, 1200), without_work=(150, 1500)
        ),
        question="How much of your free time, all in all, would you give to have a job you'd be glad of?",
        tipping_question="Is a job you'd be glad of worth more than about {work} to you?",
        ask="yourself",
        choices={
            "weekend": ("a weekend", (10, 25)),
            "week": Choice("a week's work", (25, 65), words=("one week", "1 week")),
            "month": Choice("a month's work", (100, 260), words=("one month", "1 month")),
            "quarter": Choice("three months' work", (300, 800), words=("3 months", "a quarter of a year")),
            "year": Choice("a year's work", (1000, 3000), words=("one year", "1 year", "12 months")),
        },
        source="between two bounds: movers' median real gain in pay, 2.6 % (SIPP 1996–2008) to 9.7 % (Pew 2022), over "
        "2–4 years at ½–1 wage an hour, 100–1,400 h; search (Krueger & Mueller 2010) over 15–40 weeks, 50–320 h",
        grade="weak",
    )
    pressure: Known = quantity(
        "What an hour of yours counts just now: 1 is ordinary, less if you have time to spare, more in a packed week",
        label="how full these days are",
        default=None,
        unit="factor",
        bounds=(0.2, 4),
        scale="log",
        prior=by_status((0.6, 1.4), content=(0.8, 1.5), open=(0.8, 1.5), looking=(0.8, 1.5), without_work=(0.4, 1.1)),
        question="What are these hours like for you?",
        tipping_question="Are these hours harder for you to spare than {choice}?",
        ask="yourself",
        choices={
            "spare": ("spare, I have time", (0.4, 0.7)),
            "ordinary": ("ordinary", (0.85, 1.15)),
            "packed": ("a packed week", (1.2, 1.8)),
            "dread": ("I dread it", (1.6, 2.6)),
        },
    )
    mindset: Known = quantity(
        "The mood in which you would go: 0 resentful, 1 eager",
        label="the mood",
        default=None,
        unit="share",
        bounds=SHARE,
        prior=(0.3, 0.9),
        question="How would you go into it? (0 = resenting it, 1 = eager)",
        tipping_question="Would you go into it in a better mood than {choice}?",
        ask="yourself",
        choices={
            "resent": ("resenting it", (0, 0.2)),
            "going_through": ("going through the motions", (0.2, 0.45)),
            "open_minded": ("with an open mind", (0.5, 0.75)),
            "eager": ("eager", (0.75, 1)),
        },
        source='"lack of interest" the top mistake for 62 % of 2,600 managers (CareerBuilder)',
        grade="weak",
    )
    nervousness: Known = quantity(
        "How nervous interviews make you",
        label="the nerves",
        default=None,
        unit="share",
        bounds=SHARE,
        prior=(0.2, 0.8),
        question="How nervous do interviews make you? (0 = not at all, 1 = very)",
        tipping_question="Do interviews make you more than {choice}?",
        ask="yourself",
        choices={
            "calm": ("hardly nervous", (0, 0.2)),
            "a_little": ("a little nervous", (0.2, 0.45)),
            "quite": ("quite nervous", (0.45, 0.75)),
            "very": ("very nervous", (0.75, 1)),
        },
        source="assumption; anxiety and performance, ρ = −.19 (Powell, Stanley & Brown 2018)",
    )
    experience: Known = quantity(
        "Interviews you have had lately; or give their dates in ``past_interviews``",
        label="recent interviews",
        default=None,
        unit="interviews",
        bounds=(0, 100),
        scale="log",
        prior=(0.2, 6),
        question="How many interviews have you had lately? (one ten months ago counts half)",
        tipping_question="Have you had more than about {number} interviews lately? (one ten months ago counts half)",
        ask="yourself",
        source="half-life 6.5–13 months for procedural skill (Tatel & Ackerman 2025, 10.1037/bul0000481)",
        grade="strong, but for motor skills; the range is assumed",
    )
    upcoming_interviews: Known = quantity(
        "Interviews ahead of you that you do want",
        label="wanted interviews ahead",
        default=None,
        unit="interviews in six months",
        bounds=(0, 60),
        scale="log",
        prior=by_status((0.3, 8), content=(0.05, 0.5), open=(0.3, 3), looking=(2, 8), without_work=(2, 10)),
        question="How many interviews that you do want lie ahead in the next six months?",
        tipping_question="Do more than about {number} interviews that you do want lie ahead in the next six months?",
        ask="yourself",
    )
    base_offer_chance: Known = quantity(
        "Your chance of an offer in an interview that you want",
        label="the chance of an offer in a wanted interview",
        default=None,
        unit="share",
        bounds=(0, 0.98),
        scale="chance",
        prior=by_status(
            (0.1, 0.35), content=(0.12, 0.4), open=(0.12, 0.4), looking=(0.1, 0.35), without_work=(0.08, 0.3)
        ),
        question="In an interview that you do want, how likely is an offer?",
        tipping_question="In an interview that you do want, is an offer more likely than about {value}?",
        ask="yourself",
        source="interview to hire 27 % (CareerPlug); onsite to offer 30–40 % (Lever 2019); the employed get more "
        "offers an application (Faberman, Mueller, Şahin & Topa 2022)",
        grade="weak",
    )
    sociability: Known = quantity(
        "How much you enjoy meeting people",
        label="the pleasure in meeting people",
        default=None,
        unit="share",
        bounds=SHARE,
        prior=(0.3, 0.9),
        question="How much do you enjoy meeting people? (0 = not at all, 1 = very much)",
        tipping_question="Do you enjoy meeting people more than {choice}?",
        ask="yourself",
        choices={
            "hardly": ("hardly", (0, 0.25)),
            "somewhat": ("somewhat", (0.25, 0.6)),
            "much": ("much", (0.6, 0.85)),
            "very_much": ("very much", (0.85, 1)),
        },
    )
    follow_up: Known = quantity(
        "How you will follow up: 0 not at all, 0.5 a thank-you note, 1 staying in touch",
        label="the follow-up",
        default=None,
        unit="share",
        bounds=SHARE,
        prior=(0.2, 0.8),
        question="How will you follow up? (0 = not at all, 0.5 = a thank-you note, 1 = staying in touch)",
        tipping_question="Will you do more to follow up than {choice}?",
        ask="yourself",
        choices={
            "nothing": ("nothing", (0, 0.1)),
            "note": ("a thank-you note", (0.4, 0.6)),
            "messages": ("a message now and then", (0.6, 0.85)),
            "in_touch": ("staying in touch", (0.85, 1)),
        },
        source="assumption; maintaining contacts beats building them (Wolff & Moser 2009)",
    )
    hour_value: Known = quantity(
        "What an hour is worth to you, in the currency of expenses",
        label="what an hour is worth in money",
        default=None,
        unit="money an hour",
        bounds=(0.1, 1000),
        scale="log",
        prior=(10, 60),
        question="What is an hour worth to you, in money?",
        ask="yourself",
        source="assumption; about 75 % of the wage after tax (Goldszmidt et al. 2020, NBER 28208)",
    )
    others_weight: Known = quantity(
        "How much another person's hour counts against yours",
        label="what an hour of others counts",
        default=None,
        unit="share",
        bounds=SHARE,
        prior=0.25,
        question="How much does an interviewer's hour count against yours? (0 = nothing, 1 = the same)",
        tipping_question="Does an interviewer's hour count more to you than {choice}?",
        ask="yourself",
        choices={
            "nothing": ("nothing", 0),
            "a_little": ("a little", (0.1, 0.35)),
            "half": ("half of yours", (0.4, 0.6)),
            "the_same": ("as much as yours", (0.9, 1)),
        },
        source="assumption; sources on the ethics are split",
    )
    past_interviews: Converted[Iterable[date | str], tuple[date, ...]] = fact(
        "Dates of past interviews; the experience is computed from them unless it is given.",
        default=(),
        convert=_as_dates,
        check=_check_dates,
        plain=plain_days,
        question="On which days have you been interviewed?",
    )
    as_of: Converted[date | str | None, date | None] = fact(
        "The day on which past interviews are counted; today if left out, and unknown where there are none.",
        default=None,
        convert=_as_date,
        check=instance_of(date, "a date, or text such as 2026-11-23"),
        plain=plain_day,
        question="On which day shall they be counted?",
    )

    def __attrs_post_init__(self) -> None:
        if self.past_interviews and self.as_of is None:
            # Stored, so that the same seeker gives the same answer tomorrow and after a round trip.
            object.__setattr__(self, "as_of", date.today())
        elif self.past_interviews == () and isinstance(self.as_of, date):
            object.__setattr__(self, "as_of", None)  # a day on which nothing is counted must not count another's dates
        super().__attrs_post_init__()

    def __or__(self, other: Self) -> Self:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Merge what two sources know; dates of interviews count as knowing the experience."""
        if (
            type(other) is type(self)
            and other.experience is not None
            and self.experience is None
            and self.past_interviews
        ):
            mine, theirs = self.known["experience"], other.experience
            clash = Disagreement(
                "experience",
                mine.to_plain(),
                self.read_from.get("past_interviews", ""),
                theirs.to_plain(),
                other.read_from.get("experience", ""),
            )
            kept = (*other.disagreements, clash) if mine != theirs else other.disagreements
            other = evolved(other.with_quantities(experience=None), disagreements=kept)
        return super().__or__(other)

    @cached_property
    def known(self) -> Mapping[str, Estimate]:
        """Every estimate that somebody gave or that was read, by name; the experience also as computed from dates."""
        known = super().known
        if self.experience is not None or not self.past_interviews or self.as_of is None:
            return known
        counted = Estimate(effective_experience(self.past_interviews, self.as_of))
        return MappingProxyType({**known, "experience": counted})

    def _page(self) -> Page:
        from .page import knowledge_page

        return knowledge_page(self, say("The person who is invited"))

    def where(self, name: str) -> str:
        """Return where the estimate of a quantity was read; that of the experience may lie in the dates."""
        dates = name == "experience" and self.experience is None
        return super().where("past_interviews" if dates else name)

    def _mistakes(self) -> Iterator[FieldError]:
        yield from super()._mistakes()
        if not isinstance(self.as_of, date) or not isinstance(self.past_interviews, tuple):
            return
        for index, day in enumerate(self.past_interviews[:MAX_ITEMS]):
            if isinstance(day, date) and day > self.as_of:
                allowed = f"a day no later than {self.as_of.isoformat()}, on which they are counted"
                yield FieldError(f"past_interviews[{index}]", day, allowed)
