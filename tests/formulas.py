"""The hours of one built-in scorer, and what its formula gives according to ``reference.py``, to 1e-12 of the natural scale.

The reference has the formulas a second time, from the model's description and with SciPy. Where a formula takes the
difference of two nearly equal shares, its natural scale is what those shares are multiplied with. The scorers are called
themselves, because an evaluation decides the preparation.
"""

from __future__ import annotations

import pytest

import interview_value as iv
from interview_value.scoring.ops import FLOATS

SCORERS = {scorer.name: scorer for scorer in iv.Evaluator(discover=False).scorers}


def hours_of(name, values, **changes):
    """The hours of one scorer for exact values, some of which are others."""
    scorer = SCORERS[name]
    return float(scorer.function(*scorer.pick({**values, **changes, "ops": FLOATS})))


def expected(name, values):
    """What the reference says for it; the test is skipped where its libraries are not installed."""
    reference = pytest.importorskip("reference", reason="the reference needs NumPy and SciPy")
    scale = values["job_worth"] * max(1.0, values["people_met"])
    return pytest.approx(float(reference.hours(name, values)), rel=1e-12, abs=1e-12 * scale)
