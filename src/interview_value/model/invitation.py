"""Invitation: what is known of one interview that the seeker is invited to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar

from ..errors import FieldError, nearest_name
from .event import Event, as_event, check_event, plain_event
from .facts import Facts
from .fields import Converted, Known, fact, facts, instance_of, known_or_none, quantity, text
from .plain import plain_moment
from .quantity import NOT_NEGATIVE, POSITIVE, SHARE, Z95, Belief, Bounds, DerivedPrior, PriorBy
from .typed import is_unknown, read_yes_no

if TYPE_CHECKING:
    from ..display.page import Page

__all__ = ["Invitation", "Stage", "subject"]

FLOATING = "the start has no time zone, so it is taken as your local time"


class Stage(StrEnum):
    """How far along the hiring process the interview stands."""

    SCREEN = "screen"
    FIRST = "first"
    ONSITE = "onsite"
    FINAL = "final"
    UNKNOWN = "unknown"


STAGES = {
    Stage.SCREEN: "screening interview",
    Stage.FIRST: "first interview",
    Stage.ONSITE: "on-site interview",
    Stage.FINAL: "final interview",
}
"""The stages that are known, in words."""


def by_stage(otherwise: Any, **cases: Any) -> PriorBy:
    """Build a prior that depends on the stage, from one estimate a stage and one for all others."""
    return PriorBy("stage", {Stage(name): value for name, value in cases.items()}, otherwise)


def appeal_of(role_interest: float, clarity: float) -> Belief:
    """Derive the belief about the appeal from interest and clarity: centre and half-width of a 90 % range."""
    return Belief(-0.7 + 1.2 * role_interest, (0.25 + 0.75 * (1 - clarity)) / Z95)


def _as_stage(value: Stage | str | None) -> Stage:
    try:
        if value is None or is_unknown(value):
            return Stage.UNKNOWN
        return Stage(value.lower().strip())
    except (AttributeError, ValueError):
        return value  # type: ignore[return-value]  # reported with all other mistakes


def _check_stage(name: str, stage: object) -> Iterator[FieldError]:
    if not isinstance(stage, Stage):
        names = [stage.value for stage in Stage]
        yield FieldError(name, stage, "one of " + ", ".join(names), nearest_name(stage, names))


def _plain_stage(name: str, stage: object) -> Iterator[FieldError]:
    if stage not in list(Stage):
        yield from _check_stage(name, stage)


def _as_yes_no(value: Any) -> Any:
    try:
        return read_yes_no(value)
    except FieldError:
        return value  # reported with all other mistakes


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
    stage: Converted[Stage | str | None, Stage] = fact(
        'How far along the hiring is: `Stage` or its name, ``"screen"``, ``"first"``, ``"onsite"``, ``"final"`` or '
        '``"unknown"``.',
        default=Stage.UNKNOWN,
        convert=_as_stage,
        check=_check_stage,
        plain=_plain_stage,
        question="How far along the hiring is the interview?",
        choices={stage: words.capitalize() for stage, words in STAGES.items()},
    )
    remote: Converted[bool | str | None, bool | None] = fact(
        "Whether it is held by phone or video: True, False if in person, None if unknown.",
        default=None,
        convert=_as_yes_no,
        check=instance_of(bool, 'True, False, or None for unknown; or text such as "yes" or "off"'),
        plain=instance_of(bool, "true, false, or null for unknown"),
        question="Is it held by phone or video, or in person?",
        choices={True: "By phone or video", False: "In person"},
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
    event: Converted[Event | Mapping[str, Any] | None, Event | None] = fact(
        "The calendar entry that it came with, which an answer to the organiser repeats.",
        default=None,
        convert=as_event,
        check=check_event,
        plain=plain_event,
    )

    duration: Known = quantity(
        "Length of the interview",
        default=None,
        unit="h",
        bounds=POSITIVE,
        scale="log",
        prior=by_stage((0.5, 4), screen=(0.25, 0.75), first=(0.5, 1.5), onsite=(2, 6), final=(0.75, 3)),
        question="How many hours will the interview itself take?",
        ask="recruiter",
        source="telemetry that interview-scheduling vendors publish",
        grade="weak",
    )
    preparation: Known = quantity(
        "Preparation you would put in",
        default=None,
        unit="h",
        bounds=NOT_NEGATIVE,
        scale="log",
        prior=by_stage((1, 7), screen=(0.5, 2)),
        question="How many hours would you prepare for it?",
        ask="yourself",
        source="surveys of applicants: 3–7 h",
        grade="weak",
    )
    travel: Known = quantity(
        "Travel there and back",
        default=None,
        unit="h, there and back",
        bounds=NOT_NEGATIVE,
        prior=PriorBy("remote", {True: 0}, (0, 2)),
        question="How many hours would you travel, there and back?",
        ask="yourself",
    )
    expenses: Known = quantity(
        "What going costs you",
        default=None,
        unit="money",
        bounds=NOT_NEGATIVE,
        prior=0,
        question="What would going cost you, in money that nobody pays back?",
        ask="yourself",
    )
    people_met: Known = quantity(
        "Number of people you would talk to",
        default=None,
        unit="people",
        bounds=NOT_NEGATIVE,
        scale="log",
        prior=by_stage((1, 5), screen=1, first=(1, 3), onsite=(2, 7), final=(1, 5)),
        question="How many people would you talk to?",
        ask="recruiter",
        source="telemetry that interview-scheduling vendors publish",
        grade="weak",
    )
    role_interest: Known = quantity(
        "How much of the role interests you; 0 is absolutely nothing",
        default=None,
        unit="share",
        bounds=SHARE,
        prior=(0.05, 0.7),
        question="How much of the role interests you? (0 = absolutely nothing, 1 = all of it)",
        ask="yourself",
    )
    organization_interest: Known = quantity(
        "How much of the organisation interests you; 0 is absolutely nothing",
        default=None,
        unit="share",
        bounds=SHARE,
        prior=(0.05, 0.7),
        question="How much of the organisation interests you? (0 = absolutely nothing, 1 = all of it)",
        ask="yourself",
    )
    clarity: Known = quantity(
        "How much of the real work you feel you already know",
        default=None,
        unit="share",
        bounds=SHARE,
        prior=(0.2, 0.8),
        question="How much of the real work do you feel you already know? (0 = nothing, 1 = all)",
        ask="yourself",
        source="61 % found the job differed from what the process showed (Glassdoor/Harris 2013, n = 2,054)",
        grade="survey",
    )
    appeal: Known = quantity(
        "Your belief about the job, as a range: 0 is as good as your fallback, 1 a job you would be glad of",
        default=None,
        unit="scale points",
        bounds=Bounds(-1, 1),
        belief=True,
        prior=DerivedPrior(appeal_of, "centre −0.7 + 1.2·role_interest, half-width 0.25 + 0.75·(1 − clarity)"),
        question="Between what limits would you rank this job? (0 = as good as your fallback, 1 = glad to land it)",
        ask="yourself",
    )
    offer_chance: Known = quantity(
        "Chance of an offer if you go",
        default=None,
        unit="share",
        bounds=SHARE,
        prior=by_stage((0.05, 0.4), screen=(0.05, 0.2), first=(0.1, 0.35), onsite=(0.25, 0.45), final=(0.3, 0.65)),
        question="If you went, how likely would an offer be? (0 to 1)",
        ask="yourself",
        source="onsite to offer 30–40 %, screen to onsite 32 % (Lever 2019); interview to hire 27 % (CareerPlug)",
        grade="weak",
    )
    revealed: Known = quantity(
        "How much of what you do not know this conversation shows",
        default=None,
        unit="share of the unknown",
        bounds=SHARE,
        prior=by_stage((0.2, 0.8), screen=(0.1, 0.35), first=(0.3, 0.7), onsite=(0.6, 0.95), final=(0.6, 0.95)),
    )
    resemblance: Known = quantity(
        "How like the interviews you care about it is",
        default=None,
        unit="share",
        bounds=SHARE,
        prior=(0.3, 1),
        question="How like the interviews you care about is it? (0 = not at all, 1 = just like them)",
        ask="yourself",
    )
    openings: Known = quantity(
        "Suitable openings in this organisation",
        default=None,
        unit="openings a year",
        bounds=NOT_NEGATIVE,
        scale="log",
        prior=(0.1, 6),
        question="How many openings a year in this organisation would suit you?",
        ask="recruiter",
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
        return " at ".join(part for part in (self.role or "An interview", self.organization) if part)

    def _page(self) -> Page:
        from .page import knowledge_page

        return knowledge_page(self, subject(self))

    @staticmethod
    def _is_known(value: object) -> bool:
        return value is not Stage.UNKNOWN and Facts._is_known(value)


def subject(invitation: Invitation) -> str:
    """Return what the invitation is for, in one line."""
    stage = STAGES.get(invitation.stage, "")
    starts = invitation.starts.strftime("%Y-%m-%d %H:%M %Z").strip() if invitation.starts else ""
    return " · ".join(part for part in (invitation.title, stage, starts) if part)
