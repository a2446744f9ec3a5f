"""Estimate: what people write for a number, and what is refused."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

import interview_value as iv


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        (4, 4, 4),
        (0.25, 0.25, 0.25),
        ("4", 4, 4),
        (" 4 ", 4, 4),
        ((2, 7), 2, 7),
        ([2, 7], 2, 7),
        ("2..7", 2, 7),
        ("2 .. 7", 2, 7),
        ("0.5..1.5", 0.5, 1.5),
        ("-1..1", -1, 1),
        ((3, 3), 3, 3),
        (Fraction(1, 4), 0.25, 0.25),
        (range(2, 4), 2, 3),
        (Decimal("0.25"), 0.25, 0.25),
        ("about 200", 160, 240),
        ("60%", 0.6, 0.6),
    ],
)
def test_what_is_an_estimate(written, low, high):
    """Numbers, text, pairs and lists are read as an exact number or a 90 % range."""
    estimate = iv.Estimate.of(written)
    assert (low, high) == (estimate.low, estimate.high)
    assert (float, float) == (type(estimate.low), type(estimate.high))


@pytest.mark.parametrize(
    "written",
    [
        None, True, "", "four", "1..2..3", "..", "2..", "nan", "inf", "1e400", float("nan"), float("inf"), -float("inf"), 10**400,
        (1,), (1, 2, 3), (), ("1", "2"), (1, None), (1, True), b"4", b"42", 1j, {}, {1: 2}, {1, 2}, ..., bytearray(b"42"), "1_000", "\uff14", "4 h", (1, float("nan")),
    ],
    ids=repr,
)  # fmt: skip
def test_what_is_no_estimate(written):
    """Everything else is refused with an error that shows what can be written."""
    with pytest.raises(iv.errors.FieldError, match=r"a finite number, a pair|finite numbers for both ends"):
        iv.Estimate.of(written)


@pytest.mark.parametrize("make", [iv.Estimate, lambda end: iv.Estimate.of((1, end))], ids=["constructor", "pair"])
def test_an_end_is_a_number(make):
    """An end given as text is not answered with the very text as what to write."""
    with pytest.raises(iv.errors.FieldError) as caught:
        make("2..7")
    assert "estimate: got '2..7', expected finite numbers for both ends, such as (2, 7)" == str(caught.value)


@pytest.mark.parametrize("written", [(7, 2), [7, 2], "7..2"])
def test_low_above_high(written):
    """A range the wrong way round is refused, and the right way shown."""
    with pytest.raises(iv.errors.FieldError, match=r"the low end first: \(2, 7\)"):
        iv.Estimate.of(written)


@pytest.mark.parametrize("written", [1e16, -1e16, (0, 1e300), "0..1e300"])
def test_beyond_all_counting(written):
    """A number that nobody counts to is refused, because sums of such numbers would be nonsense."""
    with pytest.raises(iv.errors.FieldError, match=r"a number of at most 1e\+15"):
        iv.Estimate.of(written)


@pytest.mark.parametrize("end", ["4", None, float("nan"), 10**400], ids=repr)
def test_ends_that_are_no_numbers(end):
    """The ends themselves are numbers; text is for `Estimate.of`."""
    with pytest.raises(iv.errors.FieldError, match="finite numbers for both ends"):
        iv.Estimate(end)


def test_an_estimate_stays_what_it_is():
    """What is an estimate already is handed through."""
    estimate = iv.Estimate(2, 7)
    assert iv.Estimate.of(estimate) is estimate


@pytest.mark.parametrize(("written", "shown", "plain"), [(4, "4", 4.0), ((2, 7.5), "2..7.5", [2.0, 7.5])])
def test_how_an_estimate_is_shown(written, shown, plain):
    """It is shown as it can be typed, and its plain form is JSON."""
    estimate = iv.Estimate.of(written)
    assert (shown, plain) == (str(estimate), estimate.to_plain())


def test_the_largest_estimate():
    """The largest number is an estimate, either way, and what is larger is none."""
    assert (-1e15, 1e15) == (iv.Estimate(-1e15, 1e15).low, iv.Estimate(-1e15, 1e15).high)
    for number in (1.001e15, -1.001e15):
        with pytest.raises(iv.errors.FieldError, match="at most 1e"):
            iv.Estimate.of(number)


def test_a_number_of_numpy_is_an_estimate():
    """A number of NumPy is read as an exact number, and kept as a float."""
    numpy = pytest.importorskip("numpy")
    low = iv.Estimate.of(numpy.float64(4)).low
    assert (4.0, float) == (low, type(low))
