"""A browser is a stranger: whatever it sends, nothing breaks, grows or changes that it was not asked for."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import interview_value as iv

INVITATION = iv.Invitation(role_interest=0.2, organization_interest=0.6)
EVALUATOR = iv.Evaluator(discover=False, draws=2)


def explorer():
    """An explorer that answers quickly."""
    return iv.widgets.Explorer(INVITATION, evaluator=EVALUATOR)


@pytest.mark.parametrize(
    "state",
    [
        {},
        {"_esm": "alert(1)", "_css": "x", "_scene": {}, "weights": {"practice": 9}, "evaluation": None, "comm": None},
        {"layout": "IPY_MODEL_0", "_dom_classes": ["x"], "_model_module": "elsewhere"},
    ],
)
def test_only_changes_are_taken(state):
    """No other state of the widget can be set from outside: not its script, its style, nor what it holds."""
    widget = explorer()
    before = widget.get_state()
    widget.set_state(state)
    assert before == widget.get_state()
    assert 1 == widget.weights["practice"]


@pytest.mark.parametrize(
    ("message", "path"),
    [
        (None, "change"),
        ("restart", "change"),
        ([], "change"),
        ({}, "token"),
        ({"token": "t" * 41}, "token"),
        ({"token": 1}, "token"),
        ({"token": "t", "wieghts": {}}, "did you mean 'weights'?"),
        ({"token": "t", "code": "import os"}, "'code'"),
        ({"token": "t", "restart": "yes"}, "restart"),
        ({"token": "t", "weights": [["practice", 1]]}, "weights"),
        ({"token": "t", "weights": {"practice": "2"}}, "weights['practice']"),
        ({"token": "t", "weights": {"practice": True}}, "weights['practice']"),
        ({"token": "t", "weights": {"practice": -1}}, "weights['practice']"),
        ({"token": "t", "weights": {"practice": 1e7}}, "weights['practice']"),
        ({"token": "t", "weights": {"practice": float("nan")}}, "weights['practice']"),
        ({"token": "t", "weights": {3: 1}}, "weights"),
        ({"token": "t", "weights": {f"x{number}": 1 for number in range(1_001)}}, "weights"),
        ({"token": "t", "weights": {"constructor": 2}}, "no criterion is called 'constructor'"),
        ({"token": "t", "entries": {"travel": "3"}}, "entries['travel']"),
        ({"token": "t", "entries": {"travel": ["3"]}}, "entries['travel']"),
        ({"token": "t", "entries": {"travel": [3, 4]}}, "entries['travel']"),
        ({"token": "t", "entries": {"travel": ["3" * 101, ""]}}, "entries['travel']"),
        ({"token": "t", "entries": {"__proto__": ["3", ""]}}, "no quantity is called '__proto__'"),
        ({"token": "t", "entries": {f"x{number}": ["1", ""] for number in range(1_001)}}, "entries"),
        ({f"x{number}": 1 for number in range(100_000)}, "token: got None"),
    ],
)
def test_what_cannot_be_used_is_told(message, path):
    """Every type, size and name is checked; the page says what was wrong, shortly, and the answer stays."""
    widget = explorer()
    before = widget.evaluation
    widget.set_state({"_asked": message})
    assert path in widget._scene["alert"]
    assert 10_000 > len(widget._scene["alert"])
    assert before.net == widget.evaluation.net
    widget.set_state({"_asked": {"token": "t", "weights": {"practice": 2}}})
    assert "" == widget._scene["alert"]


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=6,
)
names = st.sampled_from([*EVALUATOR.quantities, "practice", "effort", "__proto__", ""]) | st.text(max_size=5)
changes = st.fixed_dictionaries(
    {"token": st.text(max_size=45)},
    optional={
        "weights": st.dictionaries(names, st.none() | st.floats() | plain, max_size=3) | plain,
        "entries": st.dictionaries(names, st.lists(st.text(max_size=8), max_size=3) | plain, max_size=3) | plain,
        "restart": st.booleans() | plain,
        "more": plain,
    },
)


@given(st.lists(changes | plain, max_size=4))
def test_any_message_is_borne(messages):
    """Whatever comes, in whatever order, what is shown is plain data of bounded size, and the numbers stand."""
    widget = explorer()
    for message in messages:
        widget.set_state({"_asked": message})
    assert 60_000 > len(json.dumps(widget._scene, allow_nan=False))
    again = iv.Evaluator(discover=False, draws=2, weights=widget.weights).evaluate(widget.invitation, widget.seeker)
    assert again.net == widget.evaluation.net
