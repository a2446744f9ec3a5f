"""Hypothesis strategies: numbers, estimates, invitations, seekers and evaluations within the bounds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import partial
from typing import Any, TypeAlias

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ..errors import UnknownNameError
from ..evaluation.evaluation import Evaluation
from ..evaluation.evaluator import Evaluator
from ..model.estimate import Estimate
from ..model.event import Event
from ..model.invitation import Invitation
from ..model.prior import DerivedPrior, PriorBy
from ..model.quantity import Quantity
from ..model.seeker import Seeker
from ..scoring.criterion import CORE_LABELS, CORE_QUANTITIES
from .builders import isolated_evaluator

__all__ = [
    "Case",
    "cases",
    "choices",
    "estimates",
    "evaluations",
    "exact_cases",
    "grid_steps",
    "interior",
    "invitations",
    "known_values",
    "make_case",
    "numbers",
    "ordered_pairs",
    "range_drawn",
    "ranges",
    "seekers",
    "values",
]

Case: TypeAlias = tuple[Invitation, Seeker]

REACH = 20
"""How many times the largest number of its prior a quantity without a highest value is drawn up to: assumption."""

AT_HAND = (1.0, 2.0, 3.0, 5.0, 10.0, 0.5, 0.25, 0.75, 0.1, 0.15, 0.35, 0.9, 1.5, 2.5, 4.0, 20.0, 40.0, 100.0)
"""Numbers as people say them, which make an example easy to read; tried first."""

TEXTS: SearchStrategy[str | None] = st.none() | st.text(max_size=20)
MOMENTS: SearchStrategy[datetime | None] = st.none() | st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1))
LANGUAGES: SearchStrategy[str | None] = st.none() | st.sampled_from(["en-GB", "de", "de-AT", "fr", "zh-Hant-TW"])
DAYS: SearchStrategy[date] = st.dates(min_value=date(2015, 1, 1), max_value=date(2026, 1, 1))
COUNTED: date = date(2026, 11, 23)
"""The day on which past interviews are counted, later than all of them."""

ADDRESSES: SearchStrategy[str] = st.sampled_from(["", "mailto:a@example.org", "MAILTO:Bé@example.org"])
EVENTS: SearchStrategy[Event | None] = st.none() | st.builds(
    Event,
    uid=st.text("abc-@1", min_size=1, max_size=20),
    organizer=ADDRESSES,
    attendee=ADDRESSES,
    sequence=st.integers(0, 9),
    recurrence_id=MOMENTS | DAYS,
    starts=MOMENTS | DAYS,
    ends=MOMENTS,
    summary=st.sampled_from(["", "Interview; with, you"]),
    method=st.sampled_from(["", "REQUEST"]),
)
PLACES: SearchStrategy[dict[str, str]] = st.dictionaries(
    st.sampled_from(sorted((*CORE_QUANTITIES, *CORE_LABELS))), st.sampled_from(["one.ics", "two.html"]), max_size=3
)
NOTES: SearchStrategy[list[str]] = st.lists(
    st.sampled_from(["cancelled once", "two events", "no zone"]), max_size=2, unique=True
)


def _ends_of_prior(quantity: Quantity) -> list[float]:
    prior = quantity.prior
    if prior is None or isinstance(prior, DerivedPrior):
        return []
    estimates = [*prior.cases.values(), prior.otherwise] if isinstance(prior, PriorBy) else [prior]
    return [end for estimate in estimates for end in (estimate.low, estimate.high)]


def range_drawn(quantity: Quantity) -> tuple[float, float]:
    """Return the least and the largest number that is drawn for a quantity.

    They are the ends of its bounds. Where there is no end it is 20 times the largest number of the prior, and beside an
    end that is itself excluded a hundredth of the smallest.
    """
    ends = [abs(end) for end in _ends_of_prior(quantity) if end]
    low, high = quantity.bounds.low, quantity.bounds.high
    most = REACH * max(ends, default=50.0)
    high = min(high, max(most, low + most)) if high > most else high
    low = max(low, min(-most, high - most))
    if quantity.bounds.open_low and low == quantity.bounds.low:
        low += min(0.01 * min(ends, default=1.0), (high - low) / 2)
    return float(low), float(high)


def interior(quantity: Quantity) -> SearchStrategy[float]:
    """Draw numbers strictly within the bounds of a quantity that takes more than one value."""
    low, high = range_drawn(quantity)
    # A number that is only a millionth of the range from an end behaves like the end itself.
    margin = (high - low) * 1e-6
    at_hand = [number for number in AT_HAND if low < number < high] or [(low + high) / 2]
    return st.sampled_from(at_hand) | st.floats(low + margin, high - margin, allow_subnormal=False)


def grid_steps(quantity: Quantity) -> list[tuple[float, float]]:
    """Return 16 equal steps from the lower end of a quantity to the upper one, each as its two ends."""
    low, high = range_drawn(quantity)
    step = (high - low) / 16
    return [(low + place * step, low + (place + 1) * step) for place in range(16)]


def ordered_pairs(quantity: Quantity) -> SearchStrategy[tuple[float, float]]:
    """Draw two numbers of a quantity, the smaller one first."""
    return st.tuples(numbers(quantity), numbers(quantity)).map(lambda pair: (min(pair), max(pair)))


def ends(quantity: Quantity) -> SearchStrategy[float]:
    """Draw the ends of a quantity's bounds, as far as `numbers` reaches, and the 0 that may lie below them."""
    return st.sampled_from((*range_drawn(quantity), *([0.0] if quantity.bounds.or_zero else [])))


def numbers(quantity: Quantity | str) -> SearchStrategy[float]:
    """Draw numbers that a quantity can take, the ends of its bounds included.

    Args:
        quantity: The quantity, or the name of one of the library's.

    Returns:
        A strategy of numbers in the quantity's unit.

    Raises:
        UnknownNameError: The library has no quantity of that name.
    """
    quantity = _named(quantity)
    low, high = range_drawn(quantity)
    return interior(quantity) | ends(quantity) | st.floats(low, high, allow_subnormal=False)


def ranges(quantity: Quantity | str) -> SearchStrategy[tuple[float, float]]:
    """Draw 90 % ranges that a quantity can have; on a log scale, or where 0 stands alone, they start above 0.

    Args:
        quantity: The quantity, or the name of one of the library's.

    Returns:
        A strategy of pairs in the quantity's unit, the low end first.
    """
    quantity = _named(quantity)
    within = numbers(quantity)
    if quantity.scale == "log" or quantity.bounds.or_zero:
        least = range_drawn(quantity)[1] * 1e-6
        within = within.filter(lambda number: number >= least)
    return st.tuples(within, within).map(lambda pair: (min(pair), max(pair)))


def estimates(quantity: Quantity | str) -> SearchStrategy[Estimate]:
    """Draw estimates that a quantity can have: exact numbers and 90 % ranges.

    Args:
        quantity: The quantity, or the name of one of the library's.

    Returns:
        A strategy of estimates within the quantity's bounds.

    Raises:
        UnknownNameError: The library has no quantity of that name.
    """
    quantity = _named(quantity)
    return (numbers(quantity) | ranges(quantity)).map(Estimate.of)


def choices(quantity: Quantity | str) -> SearchStrategy[str]:
    """Draw the choices of a label, or those that a question offers, by name.

    Args:
        quantity: The quantity, which has choices, or the name of one of the library's.

    Returns:
        A strategy of names of choices.

    Raises:
        UnknownNameError: The library has no quantity of that name.
    """
    return st.sampled_from(list(_named(quantity).choices))


def values(quantity: Quantity) -> SearchStrategy[float | str]:
    """Draw what a quantity may exactly be: a number, or a label's choice."""
    return choices(quantity) if quantity.is_label else numbers(quantity)


def known_values(quantity: Quantity) -> SearchStrategy[Any]:
    """Draw what may be known of a quantity: an estimate, or one of its choices by name."""
    if quantity.is_label:
        return choices(quantity)
    return estimates(quantity) | choices(quantity) if quantity.choices else estimates(quantity)


def _named(quantity: Quantity | str) -> Quantity:
    if isinstance(quantity, Quantity):
        return quantity
    known = {**CORE_LABELS, **isolated_evaluator().quantities}
    if quantity not in known:
        raise UnknownNameError("quantity", quantity, known)
    return known[quantity]


def _some(quantities: Iterable[Quantity]) -> SearchStrategy[dict[str, Any]]:
    """Draw what is known of some of the quantities; the rest stays unknown."""
    return st.fixed_dictionaries({}, optional={quantity.name: known_values(quantity) for quantity in quantities})


@st.composite
def invitations(draw: st.DrawFn, quantities: Iterable[Quantity] = ()) -> Invitation:
    """Draw invitations with all that a field can hold, and anything unknown.

    Args:
        draw: Supplied by Hypothesis.
        quantities: Further quantities that may be known, such as those that a plugin brings.

    Returns:
        A strategy of invitations.
    """
    return Invitation(
        role=draw(TEXTS),
        organization=draw(TEXTS),
        starts=draw(MOMENTS),
        location=draw(TEXTS),
        language=draw(LANGUAGES),
        event=draw(EVENTS),
        quantities=draw(_some(quantities)),
        read_from=draw(PLACES),
        notes=tuple(draw(NOTES)),
        **draw(_some((*Invitation.own_labels().values(), *Invitation.own_quantities().values()))),
    )


@st.composite
def seekers(draw: st.DrawFn, quantities: Iterable[Quantity] = ()) -> Seeker:
    """Draw seekers with all that a field can hold, and anything unknown.

    Args:
        draw: Supplied by Hypothesis.
        quantities: Further quantities that may be known, such as those that a plugin brings.

    Returns:
        A strategy of seekers.
    """
    days = draw(st.lists(DAYS, max_size=4))
    return Seeker(
        past_interviews=tuple(days),
        as_of=COUNTED if days else None,
        quantities=draw(_some(quantities)),
        read_from=draw(PLACES),
        notes=tuple(draw(NOTES)),
        **draw(_some((*Seeker.own_labels().values(), *Seeker.own_quantities().values()))),
    )


def make_case(values: Mapping[str, Any], invitation: Invitation | None = None, seeker: Seeker | None = None) -> Case:
    """Put values into an invitation and a seeker, by name; what neither has a field for goes with the invitation."""
    own = Seeker.own_quantities().keys() | Seeker.own_labels().keys()
    theirs = {name: value for name, value in values.items() if name in own}
    ours = {name: value for name, value in values.items() if name not in theirs}
    return (invitation or Invitation()).with_quantities(**ours), (seeker or Seeker()).with_quantities(**theirs)


def exact_cases(
    quantities: Iterable[Quantity], number: Callable[[Quantity], SearchStrategy[float]] = numbers
) -> SearchStrategy[Case]:
    """Draw pairs of an invitation and a seeker that know each quantity exactly, and nothing else."""
    drawn = {quantity.name: choices(quantity) if quantity.is_label else number(quantity) for quantity in quantities}
    return st.fixed_dictionaries(drawn).map(make_case)


def cases(evaluator: Evaluator | None = None) -> SearchStrategy[Case]:
    """Draw pairs of an invitation and a seeker of which anything may be exact, a range or unknown.

    Args:
        evaluator: Its quantities and labels, and those of its plugins, may be known; left out, the library's own.

    Returns:
        A strategy of pairs that the evaluator can evaluate.
    """
    evaluator = evaluator or isolated_evaluator()
    return _some({**CORE_LABELS, **evaluator.quantities}.values()).map(make_case)


def evaluations(evaluator: Evaluator | None = None) -> SearchStrategy[Evaluation]:
    """Draw evaluations of such pairs.

    Args:
        evaluator: What evaluates; left out, one with the built-in scorers alone.

    Returns:
        A strategy of evaluations.
    """
    evaluator = evaluator or isolated_evaluator()
    return cases(evaluator).map(lambda case: evaluator.evaluate(*case))


def at_an_end(quantities: Mapping[str, Quantity]) -> Iterator[Callable[[Quantity], SearchStrategy[float]]]:
    """Yield for each quantity a function that draws it from its ends and the others from their whole range."""
    for name in quantities:
        yield partial(_end_of, name)


def _end_of(name: str, quantity: Quantity) -> SearchStrategy[float]:
    return ends(quantity) if quantity.name == name else numbers(quantity)
