"""Registering: what may take part, what is refused, and that a refused plugin leaves nothing behind."""

from __future__ import annotations

import itertools
import types

import pytest
from plugs import commute, gate_of, plugin_of, scorer_of

import interview_value as iv

BUILT_IN = [scorer.name for scorer in iv.Evaluator(discover=False).scorers]


def names_of(evaluator):
    """The names of the scorers and gates that an evaluator has beyond the built-in ones."""
    return {item.name for item in (*evaluator.scorers, *evaluator.gates)} - {*BUILT_IN, "nothing_of_interest"}


def refused(*plugins, kind=iv.PluginError, evaluator=None):
    """Register plugins, the last of which is refused; return the error after checking that nothing of it stays."""
    evaluator = evaluator or iv.Evaluator(discover=False)
    evaluator.register(*plugins[:-1])
    before = (names_of(evaluator), evaluator.plugins, dict(evaluator.quantities))
    with pytest.raises(kind) as caught:
        evaluator.register(plugins[-1])
    assert before == (names_of(evaluator), evaluator.plugins, dict(evaluator.quantities))
    assert evaluator.evaluate(iv.Invitation()).complete
    return caught.value


def test_built_ins_come_through_the_same_hooks():
    """The listing shows the library itself as one plugin among others."""
    (own,) = iv.Evaluator(discover=False).plugins
    assert ("interview_value", "active", tuple(BUILT_IN), ("nothing_of_interest",)) == (
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
    with pytest.raises(iv.PluginError):
        evaluator.register(scorer_of("one"), object(), scorer_of("two"))
    assert {"one"} == names_of(evaluator)


@pytest.mark.parametrize(
    ("first", "second", "kind", "name", "owners"),
    [
        (
            plugin_of("a", scorers=[scorer_of("one")]),
            plugin_of("b", scorers=[scorer_of("one")]),
            "scorer",
            "one",
            ("a", "b"),
        ),
        (
            plugin_of("b", scorers=[scorer_of("one")]),
            plugin_of("a", scorers=[scorer_of("one")]),
            "scorer",
            "one",
            ("a", "b"),
        ),
        (plugin_of("a", gates=[gate_of("one")]), plugin_of("b", gates=[gate_of("one")]), "gate", "one", ("a", "b")),
        (plugin_of("a", scorers=[scorer_of("one")]), plugin_of("b", gates=[gate_of("one")]), "gate", "one", ("a", "b")),
        (
            plugin_of("a", scorers=[scorer_of("one", commute())]),
            plugin_of("b", scorers=[scorer_of("two", commute(prior=(2, 9)))]),
            "quantity",
            "commute",
            ("a", "b"),
        ),
        (scorer_of("one", commute()), scorer_of("two", commute(unit="minutes")), "quantity", "commute", ("one", "two")),
        (
            scorer_of("other"),
            plugin_of("b", scorers=[scorer_of("practice")]),
            "scorer",
            "practice",
            ("b", "interview_value"),
        ),
        (scorer_of("other"), gate_of("effort"), "scorer", "effort", ("effort", "interview_value")),
        (scorer_of("other"), plugin_of("b", scorers=[scorer_of("one"), scorer_of("one")]), "scorer", "one", ("b", "b")),
    ],
)
def test_clashes_of_names(first, second, kind, name, owners):
    """Two things of one name are refused, whichever comes first; the error names both owners."""
    error = refused(first, second, kind=iv.NameClashError)
    assert (kind, name, owners) == (error.kind, error.name, error.owners)
    assert all(owner in str(error) for owner in owners)


def test_one_quantity_of_two_plugins():
    """Two plugins may bring the very same quantity."""
    evaluator = iv.Evaluator(plugins=[scorer_of("one", commute()), scorer_of("two", commute())], discover=False)
    assert {"one", "two"} == names_of(evaluator)


def test_misspelt_hook():
    """A misspelt hook is refused with the nearest one, and may be registered once it is put right."""
    plugin = plugin_of(scorers=[scorer_of("one")])
    plugin.interview_value_scorer = plugin.interview_value_scorers
    del plugin.interview_value_scorers
    error = refused(plugin)
    assert "did you mean 'interview_value_scorers' instead of 'interview_value_scorer'?" in error.reason
    evaluator = iv.Evaluator(discover=False)
    with pytest.raises(iv.PluginError):
        evaluator.register(plugin)
    plugin.interview_value_scorers = plugin.interview_value_scorer
    del plugin.interview_value_scorer
    assert {"one"} == names_of(evaluator.register(plugin))


def test_misspelt_hook_among_other_names():
    """Only what is marked as a hook can be one that was misspelt, also in its first letters."""
    for misspelt in ("interview_value_scorer", "intervue_value_scorers"):
        plugin = types.ModuleType("sample")
        plugin.interview_value, plugin.interview_value_read = iv, list
        setattr(plugin, misspelt, iv.hookimpl(lambda: [1]))
        assert f"did you mean 'interview_value_scorers' instead of {misspelt!r}?" in refused(plugin).reason


def test_unknown_hook():
    """A hook that resembles none is refused as well."""
    plugin = plugin_of(scorers=[])
    plugin.interview_value_zzz = iv.hookimpl(lambda: None)
    assert "unknown hook" in refused(plugin).reason


def test_forgotten_marker():
    """A hook without @hookimpl would never be called, so it is refused and the marker named."""
    plugin = types.ModuleType("sample")
    plugin.interview_value_scorers = list
    assert "interview_value_scorers lacks @hookimpl" == refused(plugin).reason
    plugin.interview_value_gates = list
    assert "interview_value_scorers lacks @hookimpl" == refused(plugin).reason


@pytest.mark.parametrize("thing", [..., types.ModuleType("empty"), 3, "a scorer", None, len], ids=repr)
def test_no_plugin_at_all(thing):
    """What has no hooks is refused."""
    assert "it is no scorer or gate and has no @hookimpl functions" == refused(thing).reason


def test_wrong_hook_arguments():
    """A hook that asks for what it cannot get is refused, naming the argument."""
    plugin = types.ModuleType("sample")
    exec("def interview_value_weights(names, seekers): return {}", plugin.__dict__)
    iv.hookimpl(plugin.interview_value_weights)
    assert "seekers" in refused(plugin).reason


def test_a_class_instead_of_an_instance():
    """A class is no plugin, but an instance of it would be, which is said."""

    class Office:
        """A policy."""

        @iv.hookimpl
        def interview_value_weights(self, names):
            """Change nothing."""
            return {}

    assert "it is a class; hand over an instance of it" == refused(Office).reason
    assert ["Office"] == [
        entry.name for entry in iv.Evaluator(plugins=[Office()], discover=False).plugins if entry.reweighs
    ]


def test_fewer_hook_arguments():
    """A hook may ask for less than it could get."""
    plugin = types.ModuleType("sample")
    exec("def interview_value_weights(names): return {name: 2 for name in names}", plugin.__dict__)
    iv.hookimpl(plugin.interview_value_weights)
    evaluation = iv.Evaluator(plugins=[plugin], discover=False).evaluate(iv.Invitation())
    assert {2.0} == {item.weight for item in evaluation.contributions}


@pytest.mark.parametrize("hook", ["scorers", "gates"])
@pytest.mark.parametrize(
    "answer",
    [3, "text", [3], ["one"], {"one": 1}, [None], [len], [float("nan")], True, 1j, float("inf")],
    ids=repr,
)
def test_hook_that_brings_rubbish(hook, answer):
    """A plugin that brings what is no scorer or gate is refused, naming the hook."""
    assert f"interview_value_{hook}" in refused(plugin_of(**{hook: [answer] if callable(answer) else answer})).reason


@pytest.mark.parametrize(("hook", "thing"), [("scorers", gate_of("one")), ("gates", scorer_of("one"))])
def test_hook_that_brings_the_other_kind(hook, thing):
    """A gate is no scorer, and a scorer no gate."""
    assert f"interview_value_{hook} must return at most 1,000 " in refused(plugin_of(**{hook: [thing]})).reason


@pytest.mark.parametrize("hook", ["scorers", "gates"])
@pytest.mark.parametrize("answer", [None, [], ()], ids=repr)
def test_hook_that_brings_nothing(hook, answer):
    """Bringing nothing is no mistake."""
    assert set() == names_of(iv.Evaluator(plugins=[plugin_of(**{hook: answer})], discover=False))


def _raise():
    raise ValueError("boom")


def _yield_and_raise():
    yield scorer_of("one")
    raise ValueError("boom")


@pytest.mark.parametrize("hook", ["scorers", "gates"])
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
