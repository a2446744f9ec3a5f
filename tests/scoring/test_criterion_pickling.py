"""Scorers and gates travel to other processes: by name where a module has them, else whole."""

from __future__ import annotations

import pickle

import pytest

import interview_value as iv

cloudpickle = pytest.importorskip("cloudpickle")


COMMUTE = iv.Quantity("commute", unit="h a week", bounds=(0, 60), prior=(1, 8), scale="log")


@iv.scorer(kind="cost", quantities=[COMMUTE], reason=lambda commute: f"{commute} h")
def commuting(commute):
    """Time on the road."""
    return 4 * commute


class Household:
    """A place of scorers and gates."""

    @iv.gate(reason="Too far.")
    def too_far(travel):  # noqa: N805 - it is a gate and no method
        """Tell whether it is too far."""
        return travel > 5


@pytest.mark.parametrize("criterion", [commuting, Household.too_far, *iv.Evaluator(discover=False).scorers])
def test_what_a_module_has_is_found_there(criterion):
    """A scorer or gate that a decorator made in a module is the very same afterwards."""
    for module in (pickle, cloudpickle):
        assert criterion is module.loads(module.dumps(criterion))


def test_what_no_module_has_is_sent_whole():
    """A scorer of a function on the spot travels by cloudpickle, with its quantities and its reason."""
    made = iv.scorer(kind="cost", name="commuting", quantities=[COMMUTE], reason=lambda commute: f"{commute} h")(
        lambda commute: 3 * commute
    )
    sent = cloudpickle.loads(cloudpickle.dumps(made))
    assert made is not sent
    assert 6.0 == sent(2.0)
    assert made.quantities == sent.quantities
    assert ("commute",) == sent.reason_arguments
    evaluators = [iv.Evaluator(discover=False, draws=8, plugins=[plugin]) for plugin in (made, sent)]
    first, second = (evaluator.evaluate(iv.Invitation()).to_dict() for evaluator in evaluators)
    assert first == second
