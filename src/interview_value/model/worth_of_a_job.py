"""What a job you would be glad of is worth to you, in hours: four ways to say it, converted and compared."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeGuard

from attrs import frozen

from ..display.language import mark, say
from ..display.words import about, hours_range, length, listed
from ..errors import FieldError, InvalidInputError
from .estimate import Estimate, EstimateLike
from .fields import evolved
from .invitation import Invitation
from .numerals import MAX_TYPED, as_number
from .seeker import Seeker
from .typed import NumberReader

__all__ = ["OTHER_WAYS", "JobWorth", "is_said_otherwise", "job_worth", "with_job_worth"]

SPREAD = 1.6
"""By which factor each way to say it may be off, either way: assumption."""

AGREE = 2.0
"""Two ways to say it agree if they differ by no more than this factor: assumption."""

PREPARED = 2.0
"""Hours of preparation and arranging that belong to an interview like this one: assumption."""

SATURDAY = 8.0
"""Hours of a free Saturday: assumption."""

OTHER_WAYS = {
    mark("20 interviews"): mark("so many like this one you would sit through, if the last surely brought such a job"),
    mark("5000 a year for 3 years at 25 an hour"): mark(
        "so much more than what you have, and what an hour is worth to you"
    ),
    mark("a Saturday for 2%"): mark("the chance of surely landing one, for which you would give a free Saturday"),
}
"""The other ways to say it as they can be typed, several with a semicolon between, each with what it means."""

INTERVIEWS = re.compile(r"(?P<interviews>.+?)\s*(?:such )?interviews?(?: like this(?: one)?)?")
PAY = re.compile(
    r"(?P<pay>.+?)\s*(?:more )?(?:a|per) year,? for (?P<years>.+?)\s*years?"
    r"(?:,? at (?P<hour_value>.+?)\s*(?:an|per) hour)?"
)
CHANCE = re.compile(
    r"(?:a (?:free )?)?saturday for (?:a chance of )?(?:(?:1|one) in (?P<in_so_many>.+)|(?P<chance>.+))"
)
SAID = {
    "hours": mark("{hours} said outright"),
    "interviews": mark("{hours} by interviews"),
    "pay": mark("{hours} by pay"),
    "chance": mark("{hours} by a chance"),
}
"""What each way to say it comes to, as a message, by the name of its argument."""

UNITS = {"chance": "share", "pay": "money", "hour_value": "money"}


@frozen
class JobWorth:
    """What a job you would be glad of is worth to you.

    Args:
        estimate: The 90 % range, hours, for `Seeker.job_worth`.
        ways: What each way to say it comes to, hours, by the name of its argument.
    """

    estimate: Estimate
    ways: Mapping[str, Estimate]

    @property
    def agree(self) -> bool:
        """Whether the ways to say it differ by no more than a factor of two."""
        return _agree([_centre(way) for way in self.ways.values()])

    @property
    def notes(self) -> tuple[str, ...]:
        """What to know about it, for `Seeker.notes`: that the ways to say it disagree; empty if they agree."""
        if self.agree:
            return ()
        said = listed([say(SAID[name], hours=length(_centre(way))) for name, way in self.ways.items()])
        return (
            say(
                "what a good job is worth: {said} lie more than a factor of two apart, so the range has room for all",
                said=said,
            ),
        )


def job_worth(
    *,
    hours: EstimateLike | None = None,
    interviews: float | None = None,
    pay: float | None = None,
    years: float | None = None,
    chance: float | None = None,
    hour_value: float | None = None,
    duration: float = 1.0,
    travel: float = 1.0,
) -> JobWorth:
    """Say what a job you would be glad of is worth to you, in one way or in several.

    Args:
        hours: How much of your free time, all in all, you would give for it: hours, or a choice such as ``"quarter"``.
        interviews: How many interviews like this one, preparation included, you would sit through if the last
            surely brought such a job, > 0.
        pay: How much more a year it would be worth than what you have, in money, > 0; it needs ``years`` and
            ``hour_value``.
        years: For how many years, > 0.
        chance: At what chance of surely landing one you would give a free Saturday, above 0 and up to 1.
        hour_value: What an hour is worth to you, in the same currency as ``pay``, > 0.
        duration: How long an interview like this one takes, hours.
        travel: How long the way is, there and back, hours.

    Returns:
        The estimate, with what each way comes to and whether they agree. Each is taken to be right within a factor of
        1.6. Ways that agree within a factor of two count with their geometric mean; others from the lowest to the
        highest.

    Raises:
        InvalidInputError: Every argument that cannot be used, or comes to more than `Seeker.job_worth` can be, or that
            there is none.
    """
    numbers = {
        "interviews": interviews, "pay": pay, "years": years, "chance": chance, "hour_value": hour_value,
        "duration": duration, "travel": travel,
    }  # fmt: skip
    mistakes = list(_mistakes(numbers, hours))
    ways: dict[str, Estimate] = {}
    if hours is not None:
        try:
            ways["hours"] = Seeker.own_quantities()["job_worth"].estimate(hours, "hours")
        except FieldError as mistake:
            mistakes.append(mistake)
    if mistakes:
        raise InvalidInputError("worth of a job", mistakes)
    if interviews is not None:
        ways["interviews"] = _around(interviews * (duration + travel + PREPARED))
    if pay is not None and years is not None and hour_value is not None:
        ways["pay"] = _around(pay * years / hour_value)
    if chance is not None:
        ways["chance"] = _around(SATURDAY / chance)
    bounds = Seeker.own_quantities()["job_worth"].bounds
    too_much = [(name, _centre(way)) for name, way in ways.items() if _centre(way) > bounds.high]
    if too_much:
        allowed = f"what comes to at most {bounds.high:,.0f} h, some ten years of work"
        mistakes = [FieldError(name, f"{about(centre)} h", allowed) for name, centre in too_much]
        raise InvalidInputError("worth of a job", mistakes)
    estimate = _together(list(ways.values()))
    return JobWorth(estimate if estimate.high <= bounds.high else Estimate(estimate.low, bounds.high), ways)


def is_said_otherwise(value: object) -> TypeGuard[str]:
    """Tell whether a value is text that says what a job is worth in another way than in hours or as a choice."""
    return isinstance(value, str) and any(_said(part) is not None for part in _parts(value))


def with_job_worth(text: str, invitation: Invitation, seeker: Seeker) -> Seeker:
    """Return a seeker with what a job is worth to them, said in one or several ways, and with notes on what it came to.

    Args:
        text: One of the `OTHER_WAYS`, or several with a semicolon between; hours and choices may be among them.
        invitation: The interview, which tells how long one like it takes.
        seeker: The person, of whom it may be known what an hour is worth to them.

    Raises:
        FieldError: A part cannot be used.
    """
    said: dict[str, Any] = {}
    for part in _parts(text):
        other: dict[str, Any] = _said(part) or {"hours": part}
        if said.keys() & other:
            raise FieldError("job_worth", text, f"each way to say it once, such as {_examples()}")
        said |= other
    if "pay" in said and "hour_value" not in said and seeker.hour_value is not None:
        said["hour_value"] = _centre(seeker.hour_value)
    duration, travel = (_middle(invitation.argument(name)) for name in ("duration", "travel"))
    try:
        worth = job_worth(**said, duration=duration, travel=travel)
        known = seeker.with_quantities(job_worth=worth.estimate)
    except InvalidInputError as group:
        allowed = " and ".join(f"{mistake.path}: {mistake.allowed}" for mistake in group.mistakes)
        raise FieldError("job_worth", text, f"{allowed}; such as {_examples()}") from None
    hours = hours_range(worth.estimate.low, worth.estimate.high)
    note = say("what a good job is worth: “{said}” comes to {hours}", said=text.strip(), hours=hours)
    return evolved(known, notes=tuple(dict.fromkeys((*known.notes, note, *worth.notes))))


def _parts(text: str) -> list[str]:
    return [part for part in text.split(";") if part.strip()] if len(text) <= MAX_TYPED else []


def _said(part: str) -> dict[str, Any] | None:
    """Return the arguments of `job_worth` that a text gives; None if it is none of the other ways to say it."""
    plain = " ".join(part.casefold().strip(" .").split())
    match = INTERVIEWS.fullmatch(plain) or PAY.fullmatch(plain) or CHANCE.fullmatch(plain)
    if match is None:
        return None
    said: dict[str, float] = {}
    for name, number in match.groupdict().items():
        if number is None:
            continue
        try:
            low, high = NumberReader(UNITS.get(name, "")).read(number)[:2]
        except FieldError:
            return None
        middle = (low + high) / 2
        said |= {"chance": 1 / middle if middle else math.inf} if name == "in_so_many" else {name: middle}
    return said


def _middle(estimate: Estimate) -> float:
    return (estimate.low + estimate.high) / 2


def _examples() -> str:
    return ", ".join(f'"{way}"' for way in OTHER_WAYS)


def _mistakes(numbers: Mapping[str, object], hours: object) -> Iterator[FieldError]:
    for name, value in numbers.items():
        number = as_number(value)
        least = -1e-12 if name in ("duration", "travel") else 0.0
        if value is not None and (number is None or not least < number <= (1.0 if name == "chance" else 1e9)):
            yield FieldError(name, value, "a chance above 0, up to 1" if name == "chance" else "a number above 0")
    if hours is None and all(numbers[name] is None for name in ("interviews", "pay", "chance")):
        yield FieldError("job_worth", None, "one of hours, interviews, pay with years and hour_value, or chance")
    for name in ("years", "hour_value"):
        if numbers["pay"] is not None and numbers[name] is None:
            yield FieldError(name, None, "a number above 0, which turns the pay into hours")


def _around(hours: float) -> Estimate:
    return Estimate(hours / SPREAD, hours * SPREAD)


def _centre(estimate: Estimate) -> float:
    return math.sqrt(estimate.low * estimate.high)


def _agree(centres: list[float]) -> bool:
    return max(centres) <= AGREE * min(centres)


def _together(ways: list[Estimate]) -> Estimate:
    """Return the one way as it is; of several the geometric mean if they agree, else from the lowest to the highest."""
    if len(ways) == 1:
        return ways[0]
    centres = [_centre(way) for way in ways]
    if _agree(centres):
        return _around(math.prod(centre ** (1 / len(centres)) for centre in centres))
    return Estimate(min(way.low for way in ways), max(way.high for way in ways))
