"""Small pieces of English: numbers as a person reads them."""

from __future__ import annotations

import pytest

from interview_value.display.words import in_full


@pytest.mark.parametrize(
    ("number", "digits", "shown"),
    [(1099.3, 2, "1,100"), (1234.5, 3, "1,230"), (0.0123, 2, "0.012"), (-3.44, 2, "−3.4"), (2, 2, "2")],
)
def test_a_number_in_full(number, digits, shown):
    """A factor of a thousand is written as one counts, and not as a power of ten."""
    assert shown == in_full(number, digits)
