"""The kit catches every broken scorer and gate of the gallery, by the laws that it should."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from testing.gallery import GATES, SCORERS

from interview_value.testing import GATE_LAWS, SCORER_LAWS, ContractError, check_gate, check_scorer

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "contract.md"
EXAMPLES = 10
"""For each law of a scorer: fewer than an author's own test tries, which finds what these few find."""


@pytest.mark.parametrize("entry", SCORERS, ids=lambda entry: entry.criterion.name)
def test_broken_scorer_is_caught(entry):
    """Each broken scorer breaks the laws that its entry names, and no others."""
    with pytest.raises(ContractError) as caught:
        check_scorer(entry.criterion, **entry.declared, examples=EXAMPLES)
    assert entry.laws == tuple(law for law in caught.value.laws if law not in entry.perhaps)


@pytest.mark.parametrize("entry", GATES, ids=lambda entry: entry.criterion.name)
def test_broken_gate_is_caught(entry):
    """Each broken gate breaks the laws that its entry names, and no others."""
    with pytest.raises(ContractError) as caught:
        check_gate(entry.criterion)
    assert entry.laws == caught.value.laws


def rows_of(*entries):
    """The rows that a table of the page has for some entries."""
    return [(entry.wrong, [*entry.laws]) for entry in entries]


def test_page_shows_which_law_catches_what():
    """The tables of the page have every entry of the gallery, in its order, with the laws that catch it."""
    page = PAGE.read_text(encoding="utf-8").partition("## Which law catches what")[2]
    shown = [
        (wrong, re.findall(r"`(\w+)`", laws))
        for wrong, laws in re.findall(r"^\| (.+) \| (`.+`) \|$", page, re.MULTILINE)
    ]
    assert rows_of(*SCORERS, *GATES) == shown


def test_page_has_every_law():
    """The tables of the page have every law of scorers and of gates, in order and in its own words."""
    page = PAGE.read_text(encoding="utf-8").partition("## Which law catches what")[0]
    shown = re.findall(r"^\| `(\w+)` \| (.+) \|$", page, re.MULTILINE)
    assert [(law.name, law.statement) for law in (*SCORER_LAWS, *GATE_LAWS)] == shown


def test_every_law_catches_something():
    """No law stands there that nothing of the gallery breaks."""
    caught = {law for entry in (*SCORERS, *GATES) for law in entry.laws}
    assert {law.name for law in (*SCORER_LAWS, *GATE_LAWS)} == caught
