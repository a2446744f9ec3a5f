"""The hours of one built-in scorer, and what its formula gives according to ``reference.py``, to 1e-12 of the natural scale.

The reference has the formulas a second time, from the model's description and with SciPy. Where a formula takes the
difference of two nearly equal shares, its natural scale is what those shares are multiplied with.
"""

from __future__ import annotations

import inspect

import pytest
from strategies import case

import interview_value as iv

EVALUATOR = iv.Evaluator(discover=False)


def evaluated(name, values):
    """The hours of one scorer for exact values."""
    return EVALUATOR.evaluate(*case(values))[name].hours


def expected(name, values):
    """What the reference says for it; the test is skipped where its libraries are not installed."""
    reference = pytest.importorskip("reference", reason="the reference needs NumPy and SciPy")
    known = {"appeal": reference.appeal(values["role_interest"], values["clarity"]), **values}
    if "appeal" in values:
        known["appeal"] = reference.belief(*values["appeal"])
    function = getattr(reference, name)
    hours = function(**{argument: known[argument] for argument in inspect.signature(function).parameters})
    return pytest.approx(float(hours), rel=1e-12, abs=1e-12 * values["job_worth"])
