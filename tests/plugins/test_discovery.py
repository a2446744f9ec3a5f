"""Discovery: installed plugins are found once, lazily, by name; they can be blocked; a broken one stops nobody."""

from __future__ import annotations

import importlib.metadata
import subprocess
import sys
import types
from importlib.metadata import EntryPoint

import pytest
from plugs import commute, gate_of, plugin_of, scorer_of

import interview_value as iv
from interview_value.plugins import admission
from interview_value.plugins import registry as room

BUILT_IN = {scorer.name for scorer in iv.Evaluator(discover=False).scorers}
BLOCK, NO_DISCOVERY = admission.BLOCK_VARIABLE, room.NO_DISCOVERY_VARIABLE


class Package:
    """A distribution, as far as a listing looks at it."""

    def __init__(self, name):
        self.name, self.version = name, "1.2"


class Point:
    """An entry point that loads what it is given; what can be called is called first, and may raise."""

    def __init__(self, name, thing, package="a-package", value="a.module"):
        self.name, self.thing, self.value = name, thing, value
        self.dist = Package(package) if package else None
        self.loaded = 0

    def load(self):
        """Load it."""
        self.loaded += 1
        return self.thing() if isinstance(self.thing, types.FunctionType) else self.thing


@pytest.fixture
def install(monkeypatch):
    """Make entry points that stand for installed packages; counts how often they are looked for."""
    scans = []

    def install_points(*points):
        def entry_points(*, group):
            scans.append(group)
            return points

        monkeypatch.setattr(importlib.metadata, "entry_points", entry_points)
        room.installed.cache_clear()
        return scans

    yield install_points
    room.installed.cache_clear()


def listed(evaluator):
    """The listing beyond the library itself, by name."""
    return {entry.name: entry for entry in evaluator.plugins if entry.name != "interview_value"}


def scorers_of(evaluator):
    """The names of the scorers beyond the built-in ones."""
    return {scorer.name for scorer in evaluator.scorers} - BUILT_IN


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
    names = ["one", "far", "practice", "nothing_of_interest"]
    if how == "environment":
        monkeypatch.setenv(BLOCK, ",".join(names))
    evaluator = iv.Evaluator(block=names if how == "argument" else ())
    assert ({"two"}, ()) == (scorers_of(evaluator), evaluator.gates)
    assert "practice" not in [scorer.name for scorer in evaluator.scorers]


def test_listing_says_which_scorers_and_gates_are_left_out(install, monkeypatch):
    """A plugin of which a part is blocked takes part, and is listed with that part and who blocks it."""
    install(Point("commute", plugin_of(scorers=[scorer_of("one"), scorer_of("two")], gates=[gate_of("far")])))
    monkeypatch.setenv(BLOCK, "far,effort")
    entries = listed(iv.Evaluator(block={"one"}))
    assert {"one": "it is in block", "far": "INTERVIEW_VALUE_BLOCK names it"} == entries["commute"].blocked
    own = {plugin.name: plugin for plugin in iv.Evaluator().plugins}["interview_value"]
    assert ("active", {"effort": "INTERVIEW_VALUE_BLOCK names it"}) == (own.status, own.blocked)


def test_argument_and_environment_block_together(monkeypatch):
    """What either of them blocks is blocked."""
    monkeypatch.setenv(BLOCK, "practice,effort")
    names = {scorer.name for scorer in iv.Evaluator(block={"courtesy"}, discover=False).scorers}
    assert {"future_opportunity", "networking", "role_discovery"} == names


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
        (types.ModuleType("empty"), "it is no scorer or gate"),
        (None, "it is no scorer or gate"),
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
    with pytest.raises(iv.ScorersFailedError) as caught:
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


ALLOW = admission.ALLOW_VARIABLE


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
    with pytest.raises(iv.InvalidInputError) as caught:
        iv.Evaluator(allow=allow)
    assert paths == [mistake.path for mistake in caught.value.mistakes]


def test_listing_says_where_from(install):
    """An installed plugin shows its entry point; one registered by hand its module, and the module's file."""
    install(Point("a", plugin_of(scorers=[scorer_of("one", commute())]), value="a.module:thing"))
    single, module = scorer_of("two"), plugin_of("by_hand", scorers=[scorer_of("three")])
    single.function.__module__ = __name__
    entries = listed(iv.Evaluator(plugins=[single, module]))
    assert ("a.module:thing", "", ("commute",)) == (entries["a"].where, entries["a"].file, entries["a"].quantities)
    assert (__name__, __file__) == (entries["two"].where, entries["two"].file)
    assert ("by_hand", "") == (entries["by_hand"].where, entries["by_hand"].file)


def test_listing_says_which_hooks_reweigh_and_read():
    """The listing tells a plugin that changes weights, and one that reads, from one that does neither."""
    plugins = [plugin_of("w", weights={}), plugin_of("r", read=None), plugin_of("s", scorers=[scorer_of("one")])]
    entries = listed(iv.Evaluator(plugins=plugins, discover=False))
    assert [(True, False), (False, True), (False, False)] == [(entries[n].reweighs, entries[n].reads) for n in "wrs"]


def test_plugins_lists_those_behind_evaluate(install):
    """The front door lists what `evaluate` works with."""
    from interview_value.plugins.registry import default_catalogue

    install(Point("a", plugin_of(scorers=[scorer_of("one")])))
    default_catalogue.cache_clear()
    try:
        assert ["a", "interview_value"] == [plugin.name for plugin in iv.plugins.listing()]
    finally:
        default_catalogue.cache_clear()
