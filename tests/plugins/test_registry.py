"""Registry: what is registered takes part, and what a plugin brings is checked."""

from __future__ import annotations

import itertools
import types

import pytest
from plugs import BUILT_IN, BUILT_IN_GATES, commute, gate_of, names_of, plugin_of, refused, scorer_of

import interview_value as iv


def test_built_ins_come_through_the_same_hooks():
    """The listing shows the library itself as one plugin among others."""
    (own,) = iv.Evaluator(discover=False).plugins
    assert ("interview_value", "active", tuple(BUILT_IN), tuple(BUILT_IN_GATES)) == (
        own.name, own.status, own.scorers, own.gates,
    )  # fmt: skip
    assert ("interview_value_gates", "interview_value_scorers") == own.hooks


def test_module_with_hooks():
    """A module brings scorers, gates, weights and a reader, and is listed with them."""
    plugin = plugin_of(scorers=[scorer_of("one", commute())], gates=[gate_of("shut")], weights={}, read=None)
    evaluator = iv.Evaluator(plugins=[plugin], discover=False)
    assert {"one", "shut"} == names_of(evaluator)
    listed = {entry.name: entry for entry in evaluator.plugins}["sample"]
    assert (("one",), ("shut",), 4) == (listed.scorers, listed.gates, len(listed.hooks))
    assert ["sample"] == list(evaluator.readers)


def test_scorer_and_gate_by_themselves():
    """A scorer or gate needs no plugin around it; it is listed by its own name."""
    evaluator = iv.Evaluator(plugins=[scorer_of("one"), gate_of("shut")], discover=False)
    assert {"one", "shut"} == names_of(evaluator)
    assert ["interview_value", "one", "shut"] == [entry.name for entry in evaluator.plugins]


def test_instance_with_hooks():
    """An object is a plugin too; it is called by its name, or else by its class."""

    class Bringing:
        """Bring one scorer."""

        @iv.hookimpl
        def interview_value_scorers(self):
            """Bring it as a generator."""
            yield scorer_of("one")

    evaluator = iv.Evaluator(plugins=[Bringing()], discover=False)
    assert {"one"} == names_of(evaluator)
    assert "Bringing" in [entry.name for entry in evaluator.plugins]


def test_evaluators_share_nothing():
    """What is registered with one evaluator is unknown to another."""
    iv.Evaluator(plugins=[scorer_of("one")], discover=False)
    assert set() == names_of(iv.Evaluator(discover=False))


def test_plugins_before_a_refused_one_stay():
    """Registering several, those before the refused one have been registered."""
    evaluator = iv.Evaluator(discover=False)
    with pytest.raises(iv.errors.PluginError):
        evaluator.register(scorer_of("one"), object(), scorer_of("two"))
    assert {"one"} == names_of(evaluator)


def test_fewer_hook_arguments():
    """A hook may ask for less than it could get."""
    plugin = types.ModuleType("sample")
    exec("def interview_value_weights(names): return {name: 2 for name in names}", plugin.__dict__)
    iv.hookimpl(plugin.interview_value_weights)
    evaluation = iv.Evaluator(plugins=[plugin], discover=False).evaluate(iv.Invitation())
    assert {2.0} == {item.weight for item in evaluation.contributions}


@pytest.mark.parametrize("hook", ["scorers", "gates", "ways"])
@pytest.mark.parametrize(
    "answer",
    [3, "text", [3], ["one"], {"one": 1}, [None], [len], [float("nan")], True, 1j, float("inf")],
    ids=repr,
)
def test_hook_that_brings_rubbish(hook, answer):
    """A plugin that brings what is no scorer or gate is refused, naming the hook."""
    assert f"interview_value_{hook}" in refused(plugin_of(**{hook: [answer] if callable(answer) else answer})).reason


@pytest.mark.parametrize(
    ("hook", "thing"), [("scorers", gate_of("one")), ("gates", scorer_of("one")), ("ways", gate_of("one"))]
)
def test_hook_that_brings_the_other_kind(hook, thing):
    """A gate is no scorer, and a scorer no gate, and neither is a way."""
    assert f"interview_value_{hook} must return at most 1,000 " in refused(plugin_of(**{hook: [thing]})).reason


@pytest.mark.parametrize("hook", ["scorers", "gates", "ways"])
@pytest.mark.parametrize("answer", [None, [], ()], ids=repr)
def test_hook_that_brings_nothing(hook, answer):
    """Bringing nothing is no mistake."""
    assert set() == names_of(iv.Evaluator(plugins=[plugin_of(**{hook: answer})], discover=False))


def _raise():
    raise ValueError("boom")


def _yield_and_raise():
    yield scorer_of("one")
    raise ValueError("boom")


@pytest.mark.parametrize("hook", ["scorers", "gates", "ways"])
def test_hook_that_raises(hook):
    """A plugin that raises when it is asked what it brings is refused with what it said."""
    error = refused(plugin_of(**{hook: _raise}))
    assert (f"interview_value_{hook} failed: ValueError('boom')", ValueError) == (error.reason, type(error.__cause__))


def test_generator_that_raises():
    """The same goes for one that raises half way; what it brought before does not stay."""
    assert "failed: ValueError('boom')" in refused(plugin_of(scorers=_yield_and_raise)).reason


def test_endless_generator():
    """A plugin that never stops bringing is stopped."""
    error = refused(plugin_of(scorers=lambda: (scorer_of(f"s{number}") for number in itertools.count())))
    assert "must return at most 1,000 Scorers" in error.reason


def test_same_plugin_twice():
    """A plugin cannot be registered twice, neither by its name nor by another one."""
    plugin = plugin_of(scorers=[scorer_of("one")])
    assert "another plugin of this name is registered already" in refused(plugin, plugin).reason
    plugin.name = "other"
    evaluator = iv.Evaluator(plugins=[plugin], discover=False)
    plugin.name = "another"
    assert "this object is registered already" == refused(plugin, evaluator=evaluator).reason


def test_plugin_whose_attributes_raise():
    """An object that cannot be looked at is refused like any other."""

    class Hostile:
        """Raise when it is looked at."""

        name = "hostile"

        @property
        def interview_value_scorers(self):
            """Raise."""
            raise RuntimeError("do not look")

    assert "do not look" in refused(Hostile()).reason
