"""Discovery: installed plugins are found once, when they are needed, by name; a broken one does not stop the others."""

from __future__ import annotations

import subprocess
import sys
import types
from importlib.metadata import EntryPoint

import pytest
from plugs import Point, commute, gate_of, listed, plugin_of, scorer_of, scorers_of

import interview_value as iv
from interview_value.plugins.registry import NO_DISCOVERY_VARIABLE as NO_DISCOVERY


def test_installed_plugin_takes_part(install):
    """An installed package brings its scorer without being asked, and is listed with its version."""
    install(Point("commute", plugin_of(scorers=[scorer_of("commuting", commute())], gates=[gate_of("far")])))
    evaluator = iv.Evaluator()
    entry = listed(evaluator)["commute"]
    assert {"commuting"} == scorers_of(evaluator)
    assert ("active", "a-package", "1.2", ("commuting",), ("far",)) == (
        entry.status, entry.package, entry.version, entry.scorers, entry.gates,
    )  # fmt: skip
    assert "commute" in evaluator.quantities


def test_entry_point_may_name_a_scorer(install):
    """An entry point may name a scorer or an object as well as a module."""
    install(Point("commuting", scorer_of("commuting")))
    assert {"commuting"} == scorers_of(iv.Evaluator())


def test_entry_points_of_the_group(install):
    """Only the group interview_value is looked at."""
    scans = install()
    iv.Evaluator()
    assert ["interview_value"] == scans


def test_scanned_once(install):
    """However many evaluators there are, the packages are scanned once, and never by one that wants none."""
    scans = install(Point("commute", plugin_of(scorers=[scorer_of("commuting")])))
    iv.Evaluator(discover=False)
    assert [] == scans
    first, second = iv.Evaluator(), iv.Evaluator()
    assert (1, {"commuting"}, {"commuting"}) == (len(scans), scorers_of(first), scorers_of(second))


@pytest.mark.skipif(sys.platform == "emscripten", reason="there are no processes")
def test_importing_scans_nothing():
    """Importing the package, and evaluating without discovery, looks for no package."""
    spy = (
        "import importlib.metadata as metadata\n"
        "def scan(**group): raise SystemExit('scanned')\n"
        "metadata.entry_points = scan\n"
        "import interview_value\n"
        "interview_value.Evaluator(discover=False).evaluate(interview_value.Invitation())\n"
    )
    done = subprocess.run([sys.executable, "-c", spy], capture_output=True, text=True, check=False)
    assert (0, "") == (done.returncode, done.stderr)


def test_order_of_installation_is_irrelevant(install):
    """Plugins are taken by name, in whichever order the packages are found."""
    points = [Point(name, plugin_of(scorers=[scorer_of(name)])) for name in ("b", "c", "a")]
    install(*points)
    evaluator = iv.Evaluator()
    assert ["a", "b", "c"] == list(listed(evaluator))
    assert sorted(scorer.name for scorer in evaluator.scorers) == [scorer.name for scorer in evaluator.scorers]


def test_not_discovered_by_argument(install):
    """An evaluator may leave installed plugins alone."""
    install(Point("commute", plugin_of(scorers=[scorer_of("commuting")])))
    assert {} == listed(iv.Evaluator(discover=False))


@pytest.mark.parametrize(
    ("value", "found"), [("1", False), ("yes", False), ("", True), ("0", True), ("False", True), (" ", True)]
)
def test_not_discovered_by_environment(install, monkeypatch, value, found):
    """The environment can switch discovery off for all; empty, 0 and false leave it on."""
    install(Point("commute", plugin_of(scorers=[scorer_of("commuting")])))
    monkeypatch.setenv(NO_DISCOVERY, value)
    assert found == ("commute" in listed(iv.Evaluator()))


def _raising(error):
    def load():
        raise error

    return load


@pytest.mark.parametrize(
    ("thing", "words"),
    [
        (_raising(ImportError("no module named 'left_pad'")), "no module named 'left_pad'"),
        (_raising(SyntaxError("torn")), "torn"),
        (_raising(SystemExit(3)), "SystemExit(3)"),
        (_raising(AttributeError("no such object")), "no such object"),
        (plugin_of(scorers=_raising(ValueError("boom"))), "interview_value_scorers failed: ValueError('boom')"),
        (plugin_of(gates=_raising(ValueError("boom"))), "interview_value_gates failed: ValueError('boom')"),
        (plugin_of(scorers=[3]), "must return at most 1,000 Scorers, not 3"),
        (types.ModuleType("empty"), "it is no scorer, gate or way"),
        (None, "it is no scorer, gate or way"),
    ],
)
def test_broken_plugin_stops_nobody(install, thing, words):
    """A plugin that cannot be imported or registered is listed with its reason, and the rest go on."""
    install(Point("a_broken", thing), Point("b_fine", plugin_of(scorers=[scorer_of("one")])))
    evaluator = iv.Evaluator()
    entry = listed(evaluator)["a_broken"]
    assert ("broken", "a-package", {"one"}) == (entry.status, entry.package, scorers_of(evaluator))
    assert words in entry.reason
    evaluation = evaluator.evaluate(iv.Invitation())
    assert (f"plugin 'a_broken': {entry.reason}",) == evaluation.errors
    assert iv.Evaluator(plugins=[scorer_of("one")], discover=False).evaluate(iv.Invitation()).net == evaluation.net


def test_broken_plugin_and_strict(install):
    """A strict evaluator does not go on without a plugin that should have counted; blocking it is the way out."""
    install(Point("broken", _raising(ImportError("gone"))))
    with pytest.raises(iv.errors.ScorersFailedError) as caught:
        iv.Evaluator(strict=True).evaluate(iv.Invitation())
    assert "gone" in caught.value.exceptions[0].reason
    assert iv.Evaluator(strict=True, block={"broken"}).evaluate(iv.Invitation()).complete


def test_real_entry_point_that_cannot_be_imported(install):
    """The same holds for a real entry point of a module that is not there."""
    install(EntryPoint("gone", "no_such_module_at_all", "interview_value"))
    entry = listed(iv.Evaluator())["gone"]
    assert ("broken", "", "") == (entry.status, entry.package, entry.version)
    assert "no_such_module_at_all" in entry.reason


def test_clash_of_installed_plugins(install):
    """Installed plugins with one scorer are all broken, each naming another; the rest go on, and blocking is the way out."""
    rivals = [Point(name, plugin_of(scorers=[scorer_of("one")])) for name in ("a", "b", "c")]
    install(*rivals, Point("d", plugin_of(scorers=[scorer_of("two")])))
    evaluator = iv.Evaluator()
    entries = listed(evaluator)
    assert {"a": "broken", "b": "broken", "c": "broken", "d": "active"} == {
        name: entries[name].status for name in "abcd"
    }
    assert ("a and b" in entries["b"].reason, "a and c" in entries["c"].reason) == (True, True)
    assert {"two"} == scorers_of(evaluator)
    assert 3 == len(evaluator.evaluate(iv.Invitation()).failures)
    assert {"one", "two"} == scorers_of(iv.Evaluator(block={"b", "c"}))


def test_an_installed_plugin_that_claims_a_name_of_the_library(install):
    """It is broken; the library's own criterion stays."""
    install(Point("a", plugin_of(scorers=[scorer_of("practice")])))
    evaluator = iv.Evaluator()
    assert "broken" == listed(evaluator)["a"].status
    assert "interview_value" in listed(evaluator)["a"].reason
    assert "benefit" == evaluator.evaluate(iv.Invitation())["practice"].kind


def test_an_entry_point_may_be_a_scorer(install):
    """An entry point that names a scorer itself, instead of a module with hooks, brings that scorer."""
    install(Point("one", scorer_of("one")))
    evaluator = iv.Evaluator()
    assert ({"one"}, "active") == (scorers_of(evaluator), listed(evaluator)["one"].status)


def test_two_packages_with_one_entry_point_name(install):
    """The first counts, and the second is listed as broken without hiding the first."""
    install(
        Point("commute", plugin_of(scorers=[scorer_of("one")]), "first", "a.module"),
        Point("commute", plugin_of(scorers=[scorer_of("two")]), "second", "b.module"),
    )
    evaluator = iv.Evaluator()
    entries = listed(evaluator)
    assert {"one"} == scorers_of(evaluator)
    assert ("active", "first") == (entries["commute"].status, entries["commute"].package)
    second = entries["commute (b.module)"]
    assert ("broken", "second", True) == (second.status, second.package, "registered already" in second.reason)


def test_plugins_lists_those_behind_evaluate(install):
    """`iv.plugins.listing` returns what `evaluate` works with."""
    from interview_value.plugins.registry import default_catalogue

    install(Point("a", plugin_of(scorers=[scorer_of("one")])))
    default_catalogue.cache_clear()
    try:
        assert ["a", "interview_value"] == [plugin.name for plugin in iv.plugins.listing()]
    finally:
        default_catalogue.cache_clear()
