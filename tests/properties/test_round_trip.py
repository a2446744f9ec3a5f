"""Law: plain data goes through JSON and comes back as the same thing."""

from __future__ import annotations

import copy
import json
import pickle

from hypothesis import given
from strategies import cases, invitations, seekers

import interview_value as iv

FACTS = invitations() | seekers()


def through_json(plain):
    """Write and read; NaN and infinity are no JSON."""
    return json.loads(json.dumps(plain, allow_nan=False))


@iv.scorer(kind="benefit")
def broken(duration):
    """Fail whenever it is asked."""
    raise ValueError("no luck")


EVALUATOR = iv.Evaluator(plugins=[broken], weights={"practice": 0.3}, discover=False, draws=8)


@given(facts=FACTS)
def test_facts_survive_json(facts):
    """What to_dict writes, from_dict reads back, whatever was known."""
    assert facts == type(facts).from_dict(through_json(facts.to_dict()))


@given(facts=FACTS)
def test_facts_survive_pickle_and_copy(facts):
    """Facts can be sent to another process, and copied."""
    assert facts == pickle.loads(pickle.dumps(facts)) == copy.deepcopy(facts)


@given(case=cases())
def test_evaluated_facts_survive_pickle(case):
    """An evaluation leaves nothing in an invitation that another process could not read."""
    EVALUATOR.evaluate(*case)
    assert case == pickle.loads(pickle.dumps(case))


@given(case=cases())
def test_evaluation_survives_json(case):
    """An evaluation reads back with all its numbers, reasons and origins, those of a failed scorer included."""
    plain = EVALUATOR.evaluate(*case).to_dict()
    assert plain == through_json(iv.Evaluation.from_dict(through_json(plain)).to_dict())


@given(case=cases())
def test_read_back_evaluation_answers_alike(case):
    """Who reads an evaluation back gets the same answers as who made it."""
    made = EVALUATOR.evaluate(*case)
    read = iv.Evaluation.from_dict(through_json(made.to_dict()))
    for name in ("verdict", "net", "benefit", "cost", "confidence", "assumed", "complete", "errors", "notes", "inputs"):
        assert getattr(made, name) == getattr(read, name)
