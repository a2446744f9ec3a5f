"""What a job you would be glad of is worth to you, in hours: four ways to say it, converted and compared."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from attrs import frozen

from ..errors import FieldError, InvalidInputError
from ..model.estimate import Estimate, EstimateLike
from ..model.seeker import Seeker
from ..model.typed import as_number

__all__ = ["JobWorth", "job_worth"]

SPREAD = 1.6
"""By which factor each way to say it may be off, either way: assumption."""

AGREE = 2.0
"""Two ways to say it agree if they differ by no more than this factor: assumption."""

PREPARED = 2.0
"""Hours of preparation and arranging that belong to an interview like this one: assumption."""

SATURDAY = 8.0
"""Hours of a free Saturday: assumption."""


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
        said = " and ".join(f"{_centre(way):,.0f} h by {name}" for name, way in self.ways.items())
        return (
            f"what a job is worth comes to {said}: more than a factor of two apart, so the range has room for both",
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
        InvalidInputError: Every argument that cannot be used, or there is none.
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
    return JobWorth(_together(list(ways.values())), ways)


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
