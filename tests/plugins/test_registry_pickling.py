"""Evaluators travel to other processes, with the plugins that were registered."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys

import pytest
from plugs import plugin_of, scorer_of

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


class Eager:
    """A plugin that doubles what the eager learn, and notes it."""

    @iv.hookimpl
    def interview_value_weights(self, names, seeker):
        """Return the factors."""
        return {"practice": 2.0} if seeker.mindset else {}

    @iv.hookimpl
    def interview_value_notes(self, invitation, seeker):
        """Return the notes."""
        return ["eager"]


INVITATION = iv.Invitation(stage="first", travel=(1, 4)).with_quantities(commute=(2, 4))


SEEKER = iv.Seeker(mindset=0.6)


def answer(evaluator):
    """Return all that an evaluation says, but for how long it took."""
    plain = evaluator.evaluate(INVITATION, SEEKER).to_dict()
    return {name: value for name, value in plain.items() if name != "seconds"}


@pytest.mark.parametrize("module", [pickle, cloudpickle], ids=["pickle", "cloudpickle"])
def test_an_evaluator_gives_the_same_answers_afterwards(module):
    """Scorers, gates, hooks, weights, what is blocked and all settings travel, and more can be registered."""
    evaluator = iv.Evaluator(
        discover=False,
        draws=32,
        asking_cost=0.5,
        weights={"effort": 2, "commuting": 0.5},
        block={"courtesy"},
        plugins=[commuting, Household.too_far, Eager()],
    )
    again = module.loads(module.dumps(evaluator))
    assert answer(evaluator) == answer(again)
    assert evaluator.plugins == again.plugins
    assert evaluator.scorers == again.scorers
    assert evaluator.gates == again.gates
    again.register(scorer_of("another"))
    assert "another" in {scorer.name for scorer in again.scorers}
    assert "another" not in {scorer.name for scorer in evaluator.scorers}
    with pytest.raises(iv.errors.PluginError, match="registered already"):
        again.register(commuting)


def test_a_copy_is_an_evaluator_of_its_own():
    """What is registered with a deep copy is not registered with the original."""
    evaluator = iv.Evaluator(discover=False, draws=8, plugins=[commuting])
    other = copy.deepcopy(evaluator).register(scorer_of("another"))
    assert 1 == len(other.scorers) - len(evaluator.scorers)


def test_a_plugin_that_is_a_module_travels_by_its_name(monkeypatch):
    """A module cannot be pickled, but its name can; one that no process can import is left to cloudpickle."""
    plugin = plugin_of("sample", scorers=[commuting])
    evaluator = iv.Evaluator(discover=False, draws=8, plugins=[plugin])
    assert answer(evaluator) == answer(cloudpickle.loads(cloudpickle.dumps(evaluator)))
    with pytest.raises(TypeError, match="module"):
        pickle.dumps(evaluator)
    monkeypatch.setitem(sys.modules, "sample", plugin)
    assert answer(evaluator) == answer(pickle.loads(pickle.dumps(evaluator)))


def test_what_a_script_has_is_sent_whole(tmp_path):
    """Another process has not what is in a script, so that it is not sent there by its name."""
    script = tmp_path / "script.py"
    script.write_text(
        "import sys, cloudpickle, interview_value as iv\n"
        "@iv.scorer(kind='cost')\n"
        "def doubled(travel): return 2 * travel\n"
        "sys.stdout.buffer.write(cloudpickle.dumps(iv.Evaluator(discover=False, draws=8, plugins=[doubled])))\n"
    )
    sent = subprocess.run([sys.executable, script], check=True, capture_output=True).stdout
    evaluation = pickle.loads(sent).evaluate(iv.Invitation(travel=3))
    assert 6.0 == evaluation["doubled"].mean
