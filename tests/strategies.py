"""What Hypothesis draws the library's inputs from: every quantity within its bounds, exact, as a range or unknown."""

from __future__ import annotations

from datetime import date, datetime

from hypothesis import strategies as st

import interview_value as iv

ENDS = {
    "duration": 100, "preparation": 200, "travel": 50, "expenses": 10_000, "people_met": 100, "openings": 100,
    "experience": 200, "upcoming_interviews": 100, "job_worth": 10_000, "hour_value": 1_000, "pressure": 5,
    "skill_ceiling": 5, "skill_scale": 100, "jobs_per_tie_year": 1, "tie_half_life": 240, "memory_half_life": 50,
}  # fmt: skip
"""The largest value that is drawn for a quantity that has no highest value."""

QUANTITIES = dict(iv.Evaluator(discover=False).quantities)
"""Every quantity that the built-in scorers and gates read, by name."""

SEEKERS = frozenset(iv.Seeker.own_quantities())
"""The names of those that are the seeker's."""


def numbers(quantity: iv.Quantity) -> st.SearchStrategy[float]:
    """Numbers that the quantity can take, the ends of its bounds included."""
    low, high = quantity.bounds.low, min(quantity.bounds.high, ENDS.get(quantity.name, 1))
    # A length of time may be short, but not so short that it takes a power of ten to say it.
    low = 0.01 if quantity.bounds.open_low else low
    return st.floats(low, high, allow_subnormal=False) | st.sampled_from([float(low), float(high)])


def ranges(quantity: iv.Quantity) -> st.SearchStrategy[tuple[float, float]]:
    """90 % ranges that the quantity can have; on a log scale they start above 0."""
    ends = numbers(quantity).filter(lambda number: number >= 1e-6) if quantity.scale == "log" else numbers(quantity)
    return st.tuples(ends, ends).map(lambda pair: (min(pair), max(pair)))


def estimates(name: str) -> st.SearchStrategy[iv.Estimate]:
    """Exact numbers and ranges that a quantity can have."""
    quantity = QUANTITIES[name]
    return (numbers(quantity) | ranges(quantity)).map(iv.Estimate.of)


def exact_values() -> st.SearchStrategy[dict[str, float | tuple[float, float]]]:
    """A value for every quantity: exact, but for a belief, whose range is the input."""
    return st.fixed_dictionaries(
        {name: ranges(quantity) if quantity.belief else numbers(quantity) for name, quantity in QUANTITIES.items()}
    )


def some_values() -> st.SearchStrategy[dict[str, iv.Estimate]]:
    """Estimates of some of the quantities; the rest is unknown."""
    return st.fixed_dictionaries({}, optional={name: estimates(name) for name in QUANTITIES})


def case(values: dict[str, object], **facts: object) -> tuple[iv.Invitation, iv.Seeker]:
    """Make an invitation and a seeker of values by name; constants of the model go with the invitation."""
    theirs = {name: value for name, value in values.items() if name in SEEKERS}
    mine = {name: value for name, value in values.items() if name not in SEEKERS}
    return iv.Invitation(**facts).with_quantities(**mine), iv.Seeker(**theirs)


def exact_cases() -> st.SearchStrategy[tuple[iv.Invitation, iv.Seeker]]:
    """An invitation and a seeker of which everything is known exactly."""
    return exact_values().map(case)


def cases() -> st.SearchStrategy[tuple[iv.Invitation, iv.Seeker]]:
    """An invitation and a seeker of which anything may be exact, a range or unknown."""
    return st.builds(
        lambda values, stage, remote: case(values, stage=stage, remote=remote), some_values(), STAGES, REMOTE
    )


STAGES = st.sampled_from(iv.Stage)
REMOTE = st.sampled_from([True, False, None])
TEXTS = st.none() | st.text(max_size=20)
MOMENTS = st.none() | st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2030, 1, 1))
DAYS = st.dates(min_value=date(2015, 1, 1), max_value=date(2026, 1, 1))
PLACES = st.dictionaries(st.sampled_from(sorted(QUANTITIES)), st.sampled_from(["one.ics", "two.html"]), max_size=3)
ADDRESSES = st.sampled_from(["", "mailto:a@example.org", "MAILTO:Bé@example.org"])
EVENTS = st.none() | st.builds(
    iv.Event,
    uid=st.text("abc-@1", min_size=1, max_size=20), organizer=ADDRESSES, attendee=ADDRESSES, sequence=st.integers(0, 9),
    recurrence_id=MOMENTS | DAYS, starts=MOMENTS | DAYS, ends=MOMENTS, summary=st.sampled_from(["", "Interview; with, you"]),
    method=st.sampled_from(["", "REQUEST"]),
)  # fmt: skip
NOTES = st.lists(st.sampled_from(["cancelled once", "two events", "no zone"]), max_size=2, unique=True)


@st.composite
def invitations(draw: st.DrawFn) -> iv.Invitation:
    """Invitations with all that a field can hold."""
    values = draw(
        st.fixed_dictionaries({}, optional={name: estimates(name) for name in iv.Invitation.own_quantities()})
    )
    others = draw(st.fixed_dictionaries({}, optional={name: estimates(name) for name in ("recall", "skill_ceiling")}))
    return iv.Invitation(
        role=draw(TEXTS), organization=draw(TEXTS), stage=draw(STAGES), remote=draw(REMOTE), starts=draw(MOMENTS),
        location=draw(TEXTS), event=draw(EVENTS), quantities=others, read_from=draw(PLACES), notes=draw(NOTES), **values,
    )  # fmt: skip


@st.composite
def seekers(draw: st.DrawFn) -> iv.Seeker:
    """Seekers with all that a field can hold."""
    values = draw(st.fixed_dictionaries({}, optional={name: estimates(name) for name in SEEKERS}))
    days = draw(st.lists(DAYS, max_size=4))
    as_of = date(2026, 11, 23) if days else None
    return iv.Seeker(past_interviews=days, as_of=as_of, read_from=draw(PLACES), notes=draw(NOTES), **values)
