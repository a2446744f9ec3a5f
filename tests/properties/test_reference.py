"""Law: the scorers are the formulas of the model, to 1e-12 of the natural scale.

The formulas are written a second time in ``reference.py``, from the model's description and with SciPy. Where a formula
takes the difference of two nearly equal shares, its natural scale is what those shares are multiplied with.
"""

from __future__ import annotations

import inspect
from datetime import timedelta

import numpy as np
import pytest
import reference
from hypothesis import given
from hypothesis import strategies as st
from scipy import integrate, stats
from strategies import DAYS, QUANTITIES, case, exact_values, numbers, ranges

import interview_value as iv

SCORERS = ("practice", "networking", "role_discovery", "future_opportunity", "effort", "courtesy")
EVALUATOR = iv.Evaluator(discover=False)


def expected_hours(name, values):
    """What the reference says for one scorer."""
    function = getattr(reference, name)
    return float(function(**{argument: values[argument] for argument in inspect.signature(function).parameters}))


@pytest.mark.parametrize("name", SCORERS)
@given(values=exact_values())
def test_scorer_is_its_formula(name, values):
    """Each scorer gives what its formula gives, anywhere within the bounds, their ends included."""
    expected = expected_hours(name, {**values, "appeal": reference.belief(*values["appeal"])})
    hours = EVALUATOR.evaluate(*case(values))[name].hours
    assert pytest.approx(expected, rel=1e-12, abs=1e-12 * values["job_worth"]) == hours.mean
    assert hours.mean == hours.low == hours.high


@given(values=exact_values())
def test_unknown_appeal_follows_from_interest_and_clarity(values):
    """An appeal that nobody gave is derived from role_interest and clarity."""
    del values["appeal"]
    derived = reference.appeal(values["role_interest"], values["clarity"])
    expected = expected_hours("role_discovery", {**values, "appeal": derived})
    hours = EVALUATOR.evaluate(*case(values))["role_discovery"].hours
    assert pytest.approx(expected, rel=1e-12, abs=1e-12 * values["job_worth"]) == hours.mean


@given(past=st.lists(DAYS, min_size=1, max_size=5), later=st.integers(0, 3_000))
def test_experience_counts_half_after_ten_months(past, later):
    """Dates of past interviews count as the sum of 0.5 to the power of the months ago by ten."""
    as_of = max(past) + timedelta(days=later)
    expected = reference.effective_experience(past, as_of)
    assert pytest.approx(expected, rel=1e-12) == iv.Seeker(past_interviews=past, as_of=as_of).known["experience"].low


@given(values=exact_values(), appeal=ranges(QUANTITIES["appeal"]), revealed=numbers(QUANTITIES["revealed"]))
def test_role_discovery_is_an_expected_excess(values, appeal, revealed):
    """The closed form of role_discovery is the mean of what is above the fallback, found by integrating."""
    values |= {"appeal": appeal, "revealed": revealed, "offer_chance": 1.0, "job_worth": 1.0}
    mean, sd = reference.belief(*appeal)
    spread = sd * np.sqrt(revealed)
    top = max(mean + 12 * spread, 0.0)
    density = stats.norm(mean, spread or 1.0).pdf
    points = [point for point in (mean - 3 * spread, mean, mean + 3 * spread) if 0 < point < top]
    area = (
        integrate.quad(lambda x: x * density(x), 0, top, points=points or None)[0] if spread > 1e-3 else max(mean, 0.0)
    )
    hours = EVALUATOR.evaluate(*case(values))["role_discovery"].hours
    assert pytest.approx(area, abs=1e-3 if spread <= 1e-3 else 1e-7) == hours.mean
