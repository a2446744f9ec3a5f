"""What functions of every kind keep between calls is seen, and what merely lies around is let be."""

from __future__ import annotations

import functools

import pytest

import interview_value as iv
from interview_value.testing import ContractError, check_scorer


class Remembering:
    """A callable object as a scorer's function."""

    def __init__(self):
        self.calls = []

    def __call__(self, travel: float) -> float:
        """Remember each call."""
        self.calls.append(travel)
        return travel

    def method(self, travel: float) -> float:
        """Remember each call too."""
        self.calls.append(travel)
        return travel


@pytest.mark.parametrize("function", [Remembering(), Remembering().method, functools.partial(Remembering().method)])
def test_functions_of_every_make(function):
    """What an object, a method or a partial keeps between calls is found as well."""
    with pytest.raises(ContractError) as caught:
        check_scorer(iv.scoring.Scorer(name="looking", kind="cost", function=function))
    assert "pure" in caught.value.laws


def test_state_of_every_make_may_stay():
    """Sets, arrays, classes, closures and what is remembered as a cached property change nothing by being there."""
    numpy = pytest.importorskip("numpy")

    class Table:
        factors = numpy.array([1.0, 2.0])

        @functools.cached_property
        def total(self):
            return float(self.factors.sum())

    table, known, kept = Table(), {"a", "b"}, numpy.array([3.0])

    @iv.scorer(kind="benefit")
    def looked_up(travel):
        """Hours that are looked up."""
        return travel * table.total * len(known) * float(kept[0]) * len(Table.factors)

    check_scorer(looked_up)
