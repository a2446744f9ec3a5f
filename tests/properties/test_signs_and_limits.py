"""Law: each criterion rises and falls with what it should, vanishes where it should, and stays within its bounds."""

from __future__ import annotations

from itertools import pairwise

import pytest
from formulas import SCORERS, hours_of
from hypothesis import given
from hypothesis import strategies as st
from strategies import QUANTITIES, exact_values, numbers

import interview_value as iv
from interview_value.scoring.draws import values_at
from interview_value.scoring.ops import FLOATS

RISES = {
    "practice": ("mindset", "preparation", "nervousness", "job_worth", "resemblance", "otherwise"),
    "networking": ("people_met", "sociability"),
    "role_discovery": ("would_accept", "job_worth", "surplus"),
    "future_opportunity": ("mindset", "preparation"),
    "kept_promise": ("promise",),
    "effort": ("preparation", "duration", "travel", "pressure", "expenses"),
    "courtesy": ("people_met", "duration", "place", "offer_chance"),
    "being_seen": ("exposure",),
}
FALLS = {
    "practice": ("experience",),
    "role_discovery": ("later_hours", "pressure", "upcoming_interviews"),
    "effort": ("hour_value",),
    "courtesy": ("would_accept", "organization_interest"),
}

MOVES = [
    (name, quantity, sign) for table, sign in ((RISES, 1), (FALLS, -1)) for name in table for quantity in table[name]
]

NOWHERE = [
    ("practice", {"upcoming_interviews": 0}),
    ("role_discovery", {"would_accept": 0}),
    ("role_discovery", {"offer_chance": 0}),
    ("future_opportunity", {"openings": 0}),
    ("future_opportunity", {"organization_interest": 0}),
    ("future_opportunity", {"people_met": 0}),
    ("networking", {"people_met": 0}),
    ("courtesy", {"organization_interest": 1}),
    *((name, {"job_worth": 0}) for name in ("practice", "networking", "role_discovery", "future_opportunity")),
]


@pytest.mark.parametrize(("name", "quantity", "sign"), MOVES, ids=str)
@given(data=st.data(), values=exact_values())
def test_sign(name, quantity, sign, data, values):
    """Of two values of a quantity, all else the same, the larger one never gives hours on the wrong side."""
    low, high = sorted([data.draw(numbers(QUANTITIES[quantity])), data.draw(numbers(QUANTITIES[quantity]))])
    first, second = (hours_of(name, values, **{quantity: value}) for value in (low, high))
    assert sign * (second - first) >= -1e-12 * max(1.0, values["job_worth"], abs(first))


PEAKS = [("practice", "upcoming_interviews", 60), ("future_opportunity", "openings", 50)]
"""What rises and falls again, with the most of the quantity that there can be."""


@pytest.mark.parametrize(("name", "quantity", "most"), PEAKS, ids=str)
@given(values=exact_values())
def test_peak(name, quantity, most, values):
    """More interviews ahead, or more openings, first add hours, or harm, and beyond one peak take them away again."""
    hours = [abs(hours_of(name, values, **{quantity: most * step / 40})) for step in range(41)]
    peak = hours.index(max(hours))
    slack = 1e-12 * max(1.0, values["job_worth"])
    assert all(a <= b + slack for a, b in pairwise(hours[: peak + 1]))
    assert all(a + slack >= b for a, b in pairwise(hours[peak:]))


def test_where_the_peaks_are():
    """In the middle of what is assumed, practice peaks where one offer is to be expected, and openings at 30 a year."""
    values = middle()
    ahead = [hours_of("practice", values, upcoming_interviews=n) for n in range(20)]
    assert pytest.approx(1 / values["base_offer_chance"], abs=1) == ahead.index(max(ahead))
    openings = [hours_of("future_opportunity", values, openings=n) for n in range(51)]
    assert 30 == openings.index(max(openings))


def middle():
    """The middle of what is assumed of each quantity: the mean, or that of the logarithms or log-odds."""
    assumed = {name: quantity.assumed(iv.Invitation()) for name, quantity in QUANTITIES.items()}
    return {name: values_at(QUANTITIES[name], one.low, one.high, [0.0])[0] for name, one in assumed.items()}


@pytest.mark.parametrize(("name", "limit"), NOWHERE, ids=str)
@given(values=exact_values())
def test_limit(name, limit, values):
    """Where there is nothing to gain, or nothing to be blamed for, the hours are 0 but for a nanohour."""
    assert pytest.approx(0, abs=2e-9) == hours_of(name, values, **limit)


@given(values=exact_values())
def test_bounds(values):
    """Practice is worth no more than elsewhere, the future no more than a job, the role no more than its prize."""
    assert 0 <= hours_of("practice", values) <= values["otherwise"]
    assert abs(hours_of("future_opportunity", values)) <= values["job_worth"]
    reference = pytest.importorskip("reference", reason="the reference needs NumPy and SciPy")
    names = set(reference.READS["role_discovery"]) - {"later_hours", "pressure"}
    prize = float(reference.prize(**{name: values[name] for name in names}))
    assert 0 <= hours_of("role_discovery", values) <= prize * (1 + 1e-9) + 1e-12 * values["job_worth"]


@pytest.mark.parametrize("name", SCORERS)
@given(rows=st.lists(exact_values(), min_size=2, max_size=4))
def test_columns_are_floats(name, rows):
    """A column of values gives, row by row, what each row gives."""
    np = pytest.importorskip("numpy")
    pytest.importorskip("scipy")
    from interview_value.scoring.arrays import ARRAYS

    scorer = SCORERS[name]
    columns = {read: np.array([row[read] for row in rows]) for read in scorer.reads}
    found = np.broadcast_to(scorer.function(*scorer.pick({**columns, "ops": ARRAYS})), len(rows))
    expected = [scorer.function(*scorer.pick({**row, "ops": FLOATS})) for row in rows]
    scale = max(row["job_worth"] for row in rows)
    assert pytest.approx(expected, rel=1e-9, abs=1e-12 * scale) == found.tolist()


@given(values=exact_values())
def test_extremes_are_finite(values):
    """At any ends of all bounds together the hours are finite, and nothing fails."""
    ends = {name: iv.Estimate(value) for name, value in values.items()}
    mine = {name: value for name, value in ends.items() if QUANTITIES[name].of == "invitation"}
    theirs = {name: value for name, value in ends.items() if name not in mine}
    evaluation = iv.Evaluator(discover=False).evaluate(
        iv.Invitation().with_quantities(**mine), iv.Seeker().with_quantities(**theirs)
    )
    assert () == evaluation.errors
