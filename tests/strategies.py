"""The test kit's strategies, and what the tests of the library itself draw beside them."""

from __future__ import annotations

from functools import partial
from typing import Any

from hypothesis import strategies as st

import interview_value as iv
from interview_value.testing import cases, numbers, ranges, seekers
from interview_value.testing import invitations as invitations_with
from interview_value.testing.strategies import DAYS, make_case

__all__ = [
    "DAYS",
    "LABELS",
    "QUANTITIES",
    "case",
    "cases",
    "exact_values",
    "invitations",
    "numbers",
    "ranges",
    "seekers",
]

EVERYTHING = dict(iv.Evaluator(discover=False).quantities)

QUANTITIES = {name: quantity for name, quantity in EVERYTHING.items() if not quantity.is_label}
"""Every quantity that the built-in scorers and gates read, by name."""

LABELS = {name: quantity for name, quantity in EVERYTHING.items() if quantity.is_label}
"""Every label that the built-in gates and priors read, by name."""

invitations = partial(invitations_with, [QUANTITIES["recall"], QUANTITIES["skill_ceiling"]])


def exact_values() -> st.SearchStrategy[dict[str, float]]:
    """An exact value for every quantity."""
    return st.fixed_dictionaries({name: numbers(quantity) for name, quantity in QUANTITIES.items()})


def case(values: dict[str, Any], **facts: Any) -> tuple[iv.Invitation, iv.Seeker]:
    """Make an invitation and a seeker of values by name; constants of the model go with the invitation."""
    return make_case(values, iv.Invitation(**facts))
