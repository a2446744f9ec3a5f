"""The mistakes that a call is refused with."""

from __future__ import annotations

import pytest

import interview_value as iv


def mistakes_of(make, *arguments, **values):
    """The mistakes of one call, by path."""
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        make(*arguments, **values)
    return {mistake.path: mistake for mistake in caught.value.exceptions}
