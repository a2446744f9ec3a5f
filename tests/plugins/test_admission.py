"""Admission: plugins that are blocked or not allowed, and those that are refused and leave nothing behind."""

from __future__ import annotations

import types

import pytest
from plugs import BUILT_IN, Point, commute, gate_of, listed, names_of, plugin_of, refused, scorer_of, scorers_of

import interview_value as iv
from interview_value.plugins.admission import ALLOW_VARIABLE as ALLOW
from interview_value.plugins.admission import BLOCK_VARIABLE as BLOCK


@pytest.mark.parametrize("how", ["argument", "environment"])
def test_blocked_plugin_is_not_even_imported(install, monkeypatch, how):
    """A blocked plugin is listed as blocked, and its code does not run."""
    point = Point("commute", plugin_of(scorers=[scorer_of("commuting")]))
    install(point)
    if how == "environment":
        monkeypatch.setenv(BLOCK, " commute ,, ")
    evaluator = iv.Evaluator(block={"commute"} if how == "argument" else ())
    entry = listed(evaluator)["commute"]
    assert ("blocked", "a-package", 0, set()) == (entry.status, entry.package, point.loaded, scorers_of(evaluator))
    assert evaluator.evaluate(iv.Invitation()).complete


@pytest.mark.parametrize("how", ["argument", "environment"])
def test_blocked_scorers_and_gates(install, monkeypatch, how):
    """A single scorer or gate can be blocked, built in or brought by a plugin, and the rest goes on."""
    install(Point("commute", plugin_of(scorers=[scorer_of("one"), scorer_of("two")], gates=[gate_of("far")])))
    names = ["one", "far", "practice", "nothing_of_interest", "obliged"]
    if how == "environment":
        monkeypatch.setenv(BLOCK, ",".join(names))
    evaluator = iv.Evaluator(block=names if how == "argument" else ())
    assert ({"two"}, ()) == (scorers_of(evaluator), evaluator.gates)
    assert "practice" not in [scorer.name for scorer in evaluator.scorers]


def test_argument_and_environment_block_together(monkeypatch):
    """What either of them blocks is blocked."""
    monkeypatch.setenv(BLOCK, "practice,effort")
    names = {scorer.name for scorer in iv.Evaluator(block={"courtesy"}, discover=False).scorers}
    assert {*BUILT_IN} - {"practice", "effort", "courtesy"} == names


def test_environment_that_blocks_nothing_here(monkeypatch):
    """A name in the environment that nothing answers to is a warning, since it may speak for other environments."""
    monkeypatch.setenv(BLOCK, "practice,unheard_of")
    with pytest.warns(UserWarning, match="INTERVIEW_VALUE_BLOCK names 'unheard_of'"):
        evaluator = iv.Evaluator()
    assert "practice" not in [scorer.name for scorer in evaluator.scorers]


def test_environment_may_block_what_was_not_looked_for(monkeypatch, recwarn):
    """Without discovery, a name in the environment may be that of an installed plugin, so nothing is said."""
    monkeypatch.setenv(BLOCK, "unheard_of")
    iv.Evaluator(discover=False)
    assert [] == list(recwarn)


def test_the_library_itself_can_be_blocked():
    """Blocking the library's own plugin leaves a bare evaluator for others' scorers."""
    evaluator = iv.Evaluator(block={"interview_value"}, plugins=[scorer_of("one")], discover=False)
    assert (["one"], ()) == ([scorer.name for scorer in evaluator.scorers], evaluator.gates)
    assert "blocked" == {entry.name: entry.status for entry in evaluator.plugins}["interview_value"]


def test_plugin_registered_by_hand_can_be_blocked():
    """A block holds for what is registered by hand as well."""
    evaluator = iv.Evaluator(
        block={"sample"}, plugins=[plugin_of("sample", scorers=[scorer_of("one")])], discover=False
    )
    assert (set(), "blocked") == (scorers_of(evaluator), listed(evaluator)["sample"].status)
    single = iv.Evaluator(block={"one"}, plugins=[scorer_of("one")], discover=False)
    assert set() == scorers_of(single)


@pytest.mark.parametrize(
    ("argument", "variable", "active"),
    [
        (None, None, {"a", "b"}),
        ({"a"}, None, {"a"}),
        ({"Package.B"}, None, {"b"}),
        (None, " a ,, ", {"a"}),
        (None, "", set()),
        ((), None, set()),
        ({"a", "b"}, "b", {"b"}),
        ({"a"}, "b", set()),
        ({"unheard-of"}, None, set()),
    ],
)
def test_only_what_is_allowed_takes_part(install, monkeypatch, argument, variable, active):
    """By entry point or package; argument and environment must both allow; the rest is listed and never imported."""
    points = [Point(name, plugin_of(scorers=[scorer_of(name)]), f"package_{name}") for name in ("a", "b")]
    install(*points)
    if variable is not None:
        monkeypatch.setenv(ALLOW, variable)
    evaluator = iv.Evaluator(allow=argument)
    entries = listed(evaluator)
    assert active == scorers_of(evaluator)
    assert active == {point.name for point in points if point.loaded}
    assert {"a", "b"} - active == {name for name, entry in entries.items() if entry.status == "not allowed"}
    assert evaluator.evaluate(iv.Invitation()).complete


def test_the_reason_names_the_list_that_shuts_out(install, monkeypatch):
    """Whoever wonders why a plugin is missing learns which list to change."""
    install(*[Point(name, plugin_of(scorers=[scorer_of(name)])) for name in ("a", "b", "c", "d")])
    monkeypatch.setenv(ALLOW, "b,c,d")
    monkeypatch.setenv(BLOCK, "c")
    entries = listed(iv.Evaluator(allow={"a", "c", "d"}, block={"d"}))
    assert {
        "a": "INTERVIEW_VALUE_ALLOW names neither it nor its package",
        "b": "allow names neither it nor its package",
        "c": "INTERVIEW_VALUE_BLOCK names it",
        "d": "it is in block",
    } == {name: entry.reason for name, entry in entries.items()}


def test_block_wins_over_allow(install):
    """What is both blocked and allowed is blocked."""
    install(Point("a", plugin_of(scorers=[scorer_of("one")])))
    assert "blocked" == listed(iv.Evaluator(allow={"a"}, block={"a"}))["a"].status


def test_allowing_does_not_switch_discovery_on(install):
    """An evaluator without discovery stays without, whatever it allows."""
    install(Point("a", plugin_of(scorers=[scorer_of("one")])))
    assert {} == listed(iv.Evaluator(allow={"a"}, discover=False))


def test_what_the_application_registers_is_allowed(monkeypatch):
    """Registering by hand is naming; the built-in criteria stay as well."""
    monkeypatch.setenv(ALLOW, "")
    evaluator = iv.Evaluator(allow=(), plugins=[scorer_of("one")])
    assert ({"one"}, True) == (scorers_of(evaluator), "practice" in {scorer.name for scorer in evaluator.scorers})


@pytest.mark.parametrize(("allow", "paths"), [("commute", ["allow"]), (3, ["allow"]), ([1, "a", None], ["allow"] * 2)])
def test_mistakes_in_what_is_allowed(allow, paths):
    """A text, a number and what is no name are told, all at once."""
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        iv.Evaluator(allow=allow)
    assert paths == [mistake.path for mistake in caught.value.mistakes]


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
    error = refused(first, second, kind=iv.errors.NameClashError)
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
    with pytest.raises(iv.errors.PluginError):
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
    setattr(plugin, f"interview_value_{'zzz' * 9}", iv.hookimpl(lambda: None))
    reason = refused(plugin).reason
    assert "unknown hook" in reason
    assert "did you mean" not in reason


def test_forgotten_marker():
    """A hook without @hookimpl would never be called, so it is refused and the marker named."""
    plugin = types.ModuleType("sample")
    plugin.interview_value_scorers = list
    assert "interview_value_scorers lacks @hookimpl" == refused(plugin).reason
    plugin.interview_value_gates = list
    assert "interview_value_scorers lacks @hookimpl" == refused(plugin).reason


@pytest.mark.parametrize("thing", [..., types.ModuleType("empty"), 3, None, len], ids=repr)
def test_no_plugin_at_all(thing):
    """What has no hooks is refused."""
    assert "it is no scorer, gate or way and has no @hookimpl functions" == refused(thing).reason


def test_what_is_nearly_a_plugin():
    """Text and a plain function are answered with what to do to them."""
    assert refused("a scorer").reason.startswith("it is text; import the module of that name")
    assert refused(refused).reason.startswith("it is a plain function; mark it with @scorer(kind=…)")


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
