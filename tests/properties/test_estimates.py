"""Law: an estimate means the same however it is written, and what is no estimate is refused."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

import interview_value as iv

NUMBERS = st.floats(-1e12, 1e12)
ANYTHING = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.complex_numbers(), st.text(), st.binary(), st.fractions(),
    st.lists(st.floats() | st.none() | st.text(max_size=2), max_size=3), st.dictionaries(st.text(), st.floats(), max_size=2),
    st.decimals(), st.dates(), st.just(object()), st.just(10**400), st.from_regex(r"[-+0-9.e_ ]{0,12}"),
)  # fmt: skip


@given(number=NUMBERS)
def test_number_and_its_text_are_one(number):
    """A number, its text and a pair of it are the same exact estimate."""
    estimate = iv.Estimate.of(number)
    assert estimate.exact
    assert estimate == iv.Estimate.of(repr(number)) == iv.Estimate.of((number, number)) == iv.Estimate(number)


@given(ends=st.tuples(NUMBERS, NUMBERS).map(sorted))
def test_pair_and_its_text_are_one(ends):
    """A pair, a list, text with two dots and the two arguments are the same range."""
    low, high = ends
    estimate = iv.Estimate.of((low, high))
    assert estimate == iv.Estimate.of([low, high]) == iv.Estimate.of(f"{low!r}..{high!r}") == iv.Estimate(low, high)
    assert (low, high, low == high) == (estimate.low, estimate.high, estimate.exact)


@given(ends=st.tuples(NUMBERS, NUMBERS).map(sorted))
def test_plain_form_reads_back(ends):
    """What to_plain gives is read back as the same estimate."""
    estimate = iv.Estimate(*ends)
    assert estimate == iv.Estimate.of(estimate.to_plain())


@given(ends=st.tuples(st.integers(-(10**5), 10**5), st.integers(-(10**5), 10**5)).map(sorted))
def test_shown_form_reads_back(ends):
    """What is shown can be typed in again, up to the digits that are shown."""
    estimate = iv.Estimate(*ends)
    assert estimate == iv.Estimate.of(str(estimate))


@given(ends=st.tuples(NUMBERS, NUMBERS).filter(lambda pair: pair[0] > pair[1]))
def test_low_above_high_is_refused(ends):
    """Ends in the wrong order are a slip to be asked about and not to be put right in silence."""
    with pytest.raises(iv.errors.FieldError, match="the low end first"):
        iv.Estimate.of(ends)


@given(value=ANYTHING)
def test_anything_is_an_estimate_or_refused(value):
    """Whatever is given becomes a finite range in order, or a FieldError that says what to write."""
    try:
        estimate = iv.Estimate.of(value)
    except iv.errors.FieldError as mistake:
        assert ("estimate", True) == (mistake.path, bool(mistake.allowed))
    else:
        assert -math.inf < estimate.low <= estimate.high < math.inf
