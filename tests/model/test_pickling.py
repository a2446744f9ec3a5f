"""Pickling: what holds read-only mappings goes to other processes and comes back read-only."""

from __future__ import annotations

import copy
import pickle

import pytest

import interview_value as iv

QUANTITIES = iv.Evaluator(discover=False).quantities
CASES = iv.model.PriorBy("stage", {"screen": 1}, 2)
WAY = iv.scoring.Way("by_bus", "take the bus", changes={"travel": abs}, consent=0.5, cost=0.1, worth=2.0)


@pytest.mark.parametrize("through", [copy.copy, copy.deepcopy, lambda frozen: pickle.loads(pickle.dumps(frozen))])
@pytest.mark.parametrize(
    ("frozen", "mapping"),
    [(CASES, "cases"), (WAY, "changes"), *((quantity, "choices") for quantity in QUANTITIES.values())],
)
def test_it_comes_back_read_only(frozen, mapping, through):
    """A quantity, a prior and a way come back as they were, with mappings that nobody can change."""
    again = through(frozen)
    assert (frozen, getattr(frozen, mapping)) == (again, getattr(again, mapping))
    with pytest.raises(TypeError):
        getattr(again, mapping)["other"] = 1
