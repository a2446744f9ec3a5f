"""The names that the kit offers."""

from __future__ import annotations

import pytest

from interview_value import testing


def test_names_of_the_kit_are_there():
    """Each name that the kit offers exists, and no other."""
    assert sorted(testing.__all__) == sorted(name for name in testing.__all__ if hasattr(testing, name))
    assert {*testing.__all__} <= {*dir(testing)}
    with pytest.raises(AttributeError, match="no attribute 'check_scores'"):
        testing.check_scores  # noqa: B018
