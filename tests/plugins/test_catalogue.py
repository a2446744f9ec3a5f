"""Catalogue: what the listing says of each plugin."""

from __future__ import annotations

from plugs import Point, commute, gate_of, listed, plugin_of, scorer_of

import interview_value as iv
from interview_value.plugins.admission import BLOCK_VARIABLE as BLOCK


def test_listing_says_which_scorers_and_gates_are_left_out(install, monkeypatch):
    """A plugin of which a part is blocked takes part, and is listed with that part and who blocks it."""
    install(Point("commute", plugin_of(scorers=[scorer_of("one"), scorer_of("two")], gates=[gate_of("far")])))
    monkeypatch.setenv(BLOCK, "far,effort")
    entries = listed(iv.Evaluator(block={"one"}))
    assert {"one": "it is in block", "far": "INTERVIEW_VALUE_BLOCK names it"} == entries["commute"].blocked
    own = {plugin.name: plugin for plugin in iv.Evaluator().plugins}["interview_value"]
    assert ("active", {"effort": "INTERVIEW_VALUE_BLOCK names it"}) == (own.status, own.blocked)


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
