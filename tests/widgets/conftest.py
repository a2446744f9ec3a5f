"""What the tests of the widget share."""

from __future__ import annotations

import pytest

import interview_value as iv

from .asking import BARE, INVITATION, SEEKER


@pytest.fixture(autouse=True)
def anywidget():
    """Skip where no widget can be made."""
    return pytest.importorskip("anywidget")


@pytest.fixture
def explorer():
    """An explorer of an invitation of which little is known."""
    return iv.widgets.Explorer(INVITATION, SEEKER, BARE)
