"""The law of reasons: the words come out of the display as they went in."""

from __future__ import annotations

import pytest
from testing.examples import commuting

from interview_value.testing import ContractError, check_scorer


def test_words_that_a_notebook_does_not_show(monkeypatch):
    """Words that do not come out of the display as they went in break the law of reasons."""
    monkeypatch.setattr("interview_value.testing.reason_law.page_html", lambda page: "<p>nothing</p>")
    with pytest.raises(ContractError, match="A notebook does not show its words"):
        check_scorer(commuting)
