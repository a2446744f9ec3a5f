"""The kit catches every broken scorer and gate of the gallery, by the laws that it should."""

from __future__ import annotations

from pathlib import Path

import pytest
from testing.gallery import GATES, SCORERS

from interview_value.testing import ContractError, check_gate, check_scorer

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "contract.md"


@pytest.mark.parametrize("entry", SCORERS, ids=lambda entry: entry.criterion.name)
def test_broken_scorer_is_caught(entry):
    """Each broken scorer breaks the laws that its entry names, and no others."""
    with pytest.raises(ContractError) as caught:
        check_scorer(entry.criterion, **entry.declared)
    assert entry.laws == tuple(law for law in caught.value.laws if law not in entry.perhaps)


@pytest.mark.parametrize("entry", GATES, ids=lambda entry: entry.criterion.name)
def test_broken_gate_is_caught(entry):
    """Each broken gate breaks the laws that its entry names, and no others."""
    with pytest.raises(ContractError) as caught:
        check_gate(entry.criterion)
    assert entry.laws == caught.value.laws
