"""Ways of plugins: they are listed and valued, and a name that is taken or a quantity that is nobody's is refused."""

from __future__ import annotations

import pytest
from plugs import Point, commute, listed, plugin_of, refused, scorer_of, way_of

import interview_value as iv
from interview_value.plugins.catalogue import plugins_text
from interview_value.scoring.way import OWN_WAYS


def test_ways_of_plugins_take_part():
    """A module brings ways, and one may be registered by itself; the listing names them."""
    evaluator = iv.Evaluator(plugins=[plugin_of(ways=[way_of("b"), way_of("c")]), way_of("a")], discover=False)
    assert {"a", "b", "c"} < {way.name for way in evaluator.evaluate(iv.Invitation()).ways}
    entries = listed(evaluator)
    assert (("b", "c"), ("a",)) == (entries["sample"].ways, entries["a"].ways)
    assert "ways        b, c" in plugins_text(evaluator.plugins)


@pytest.mark.parametrize("name", OWN_WAYS)
def test_names_of_the_library_are_taken(name):
    """A way with the name of one of the library's is refused, naming both owners."""
    error = refused(way_of(name), kind=iv.errors.NameClashError)
    assert ("way", name, ("interview_value", name)) == (error.kind, error.name, error.owners)


def test_the_library_has_the_names_that_it_keeps():
    """Every way that the library values has one of the names that no plugin can have, and each of them is one."""
    told = iv.Invitation(stage="first", hinge=0.5, preparation=2)
    evaluation = iv.Evaluator(discover=False, draws=8).evaluate(told, iv.Seeker(pressure=1))
    assert sorted(OWN_WAYS) == sorted(way.name for way in evaluation.ways)


def test_two_ways_of_one_name():
    """A way of a name that another plugin brings is refused; installed plugins that claim it are both broken."""
    error = refused(
        plugin_of("one", ways=[way_of("a")]), plugin_of("two", ways=[way_of("a")]), kind=iv.errors.NameClashError
    )
    assert ("way", ("one", "two")) == (error.kind, error.owners)


def test_installed_rivals_are_broken(install):
    """Which of two installed plugins came first does not matter."""
    install(*(Point(name, plugin_of(name, ways=[way_of("a")])) for name in ("one", "two")))
    assert {"one": "broken", "two": "broken"} == {name: entry.status for name, entry in listed(iv.Evaluator()).items()}


def test_a_way_changes_what_there_is():
    """A way that changes what neither the library nor its plugin has is refused, with the nearest name."""
    error = refused(way_of("a", changes={"travell": abs}))
    assert "the way 'a' changes 'travell', which is no quantity of it; did you mean 'travel'?" == error.reason
    assert "changes 'qqqq', which is no quantity of it" in refused(way_of("a", changes={"qqqq": abs})).reason
    own = plugin_of(scorers=[scorer_of("one", commute())], ways=[way_of("a", changes={"commute": abs})])
    assert "a" in {way.name for way in iv.Evaluator(plugins=[own], discover=False).evaluate(iv.Invitation()).ways}
