"""Text from outside is made fit to be shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_value.reading.text import clean


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (" Data\r\n  Analyst\t", "Data Analyst"),
        ("Analyst\u202egro.elpmaxe\u202c", "Analyst gro.elpmaxe"),
        ("half \ud83d of a pair", "half of a pair"),
        (7, "7"),
        (" \u200b\n", None),
    ],
)
def test_a_text_becomes_one_line(text, line):
    """Line breaks, control characters and marks of direction become single blanks; nothing becomes None."""
    assert line == clean(text)


def test_a_text_is_cut_at_its_limit():
    """A text is cut at the limit, and no blank is left at its end."""
    assert "Data" == clean("Data Analyst", 5)


@given(st.text(), st.integers(1, 50))
def test_whatever_is_clean_stays_as_it_is(text, limit):
    """Cleaning twice is the same as cleaning once."""
    once = clean(text, limit)
    assert once is None or once == clean(once, limit)
