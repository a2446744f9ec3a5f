"""What a change does, and what of it cannot be used."""

from __future__ import annotations

import pytest

import interview_value as iv

from .asking import INVITATION, ask, field


@pytest.mark.parametrize(
    ("name", "entry", "words"),
    [
        ("pressure", ["0.1", ""], "That cannot be; expected is 0.2 to 4 (factor)."),
        ("travel", ["soon", ""], 'text such as "1.5 h" or "1..3", in h, there and back, 0 to 60'),
        ("travel", ["1234,567", ""], "expected is a finite number"),
        ("travel", ["", "3"], "expected is the low end in the box before it, too"),
        ("travel", ["3", "1"], "the low end first"),
        ("travel", ["nan", ""], "expected is a finite number"),
        (
            "stage",
            ["second thoughts", ""],
            "That cannot be; expected is one of screen, first, onsite, final",
        ),
        ("job_worth", ["x" * 100, ""], "expected is one of weekend, week, month, quarter, year; or a finite number"),
    ],
)
def test_a_bad_entry_is_told_beside_its_field(explorer, name, entry, words):
    """What would be accepted stands beside what was entered, and the last good answer stays."""
    before = explorer.evaluation
    shown = field(ask(explorer, entries={name: entry}), name)
    assert words in shown["mistake"]
    assert entry == shown["entry"]
    assert before.net == explorer.evaluation.net
    assert words in field(ask(explorer, weights={"effort": 0}), name)["mistake"]
    assert "" == field(ask(explorer, entries={name: ["1" if name != "stage" else "first", ""]}), name)["mistake"]


def test_the_rest_of_a_change_counts(explorer):
    """One bad entry takes neither another entry nor a weight with it."""
    scene = ask(explorer, weights={"practice": 2}, entries={"pressure": ["no", ""], "travel": ["3", ""]})
    assert 2 == explorer.weights["practice"]
    assert iv.Estimate(3) == explorer.invitation.travel
    assert "expected" in field(scene, "pressure")["mistake"]


def test_start_again(explorer):
    """Everything is as it was at the start, whether the browser or Python says so."""
    ask(explorer, weights={"practice": 2}, entries={"travel": ["3", ""], "pressure": ["no", ""]})
    scene = ask(explorer, restart=True)
    assert INVITATION == explorer.invitation
    assert {1.0} == set(explorer.weights.values())
    assert "" == field(scene, "pressure")["mistake"]
    ask(explorer, weights={"practice": 2})
    explorer.restart()
    assert 1 == explorer.weights["practice"]
