"""The page of what has no page of its own: a table of its values, and one for each list of objects in it."""

from __future__ import annotations

from interview_value.display.page import Page, Table
from interview_value.display.plain_page import plain_page

VALUES = ("Name", "Value")


def test_values_in_words():
    """Numbers are rounded, what is nothing says so, and names are words."""
    data = {"net_low": -5.8437, "constant": True, "exact": False, "turn": None, "gate": "", "missing": [], "rows": 3}
    rows = (
        ("net low", "−5.84"),
        ("constant", "yes"),
        ("exact", "no"),
        ("turn", "none"),
        ("gate", "none"),
        ("missing", "none"),
        ("rows", "3"),
    )
    assert Page("Value turn", parts=(Table("What it says", VALUES, rows),)) == plain_page("ValueTurn", data)


def test_objects_and_lists_in_a_cell():
    """A list of values and an object are written on one line."""
    data = {"hours": {"mean": 1.5, "at_low": None}, "turns": [0.5, 2.0], "base": {}}
    rows = (("hours", "mean 1.5, at low none"), ("turns", "0.5, 2"), ("base", "none"))
    assert Page("Swing", parts=(Table("What it says", VALUES, rows),)) == plain_page("Swing", data)


def test_a_list_of_objects_is_a_table():
    """Each has a row; what one of them lacks is none."""
    data = {"title": "Plan", "blocks": [{"starts": "nine", "title": "A"}, {"starts": "ten", "last_one": True}]}
    blocks = Table("Blocks", ("starts", "title", "last one"), (("nine", "A", "none"), ("ten", "none", "yes")))
    first = Table("What it says", VALUES, (("title", "Plan"),))
    assert Page("Preparation plan", parts=(first, blocks)) == plain_page("PreparationPlan", data)
