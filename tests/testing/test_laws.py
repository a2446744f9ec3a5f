"""The laws in words: on the page of the contract, and in a failure that names those that are broken."""

from __future__ import annotations

import datetime
import pickle
import re
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from testing.examples import careless, commuting
from testing.gallery import COMMUTE, GATES, SCORERS

import interview_value as iv
from interview_value import testing
from interview_value.testing import ContractError, check_scorer
from interview_value.testing.laws import GATE_LAWS, SCORER_LAWS, as_code

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "contract.md"


def test_failure_says_all_at_once():
    """A failure names each broken law, a small example that can be copied, and what to do."""
    with pytest.raises(ContractError) as caught:
        check_scorer(careless)
    error = caught.value
    assert isinstance(error, AssertionError)
    assert ("careless", ("bounds", "columns", "documented")) == (error.criterion, error.laws)
    for part in (
        "careless breaks 3 laws of the contract",
        "It raised ZeroDivisionError",
        "invitation = iv.Invitation(quantities={'commute': 0.0})",
        "seeker = iv.Seeker()",
        "What to do: Use ops.where for `if`",
    ):
        assert part in str(error)


def test_example_can_be_copied():
    """The expression that is shown makes the very invitation and seeker that broke the law."""
    with pytest.raises(ContractError) as caught:
        check_scorer(careless)
    example = caught.value.breaches[0].example
    assert example == {name: eval(as_code(value), {"iv": iv}) for name, value in example.items()}


@given(invitation=testing.invitations([COMMUTE]), seeker=testing.seekers())
def test_any_facts_as_code(invitation, seeker):
    """Whatever an invitation without an event, or a seeker, holds, its expression makes it again."""
    names = {"iv": iv, "datetime": datetime}
    for facts in (attrs.evolve(invitation, event=None), seeker):
        assert facts == eval(as_code(facts), names)


def test_failure_survives_another_process():
    """A failure can be handed from one process to another, as parallel test runs do."""
    with pytest.raises(ContractError) as caught:
        check_scorer(careless)
    assert str(caught.value) == str(pickle.loads(pickle.dumps(caught.value)))


def test_one_law_is_one():
    """A single broken law is spoken of in the singular."""
    with pytest.raises(ContractError, match="breaks one law of the contract: monotone"):
        check_scorer(commuting, decreasing={"commute"})


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
