"""Numbers in words."""

from __future__ import annotations

import pytest

from interview_value.display import words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (words.percent(0.000999), "under 0.1%"),
        (words.percent(0.9905), "99%"),
        (words.percent(255 / 256), "99.6%"),
        (words.percent(0.99901), "over 99.9%"),
        (words.percent(1.0), "100%"),
        (words.percent(0.001), "0.1%"),
        (words.percent(0.005), "0.5%"),
        (words.percent(0.00846), "0.8%"),
        (words.percent(0.00855), "0.9%"),
        (words.percent(0.0095), "1%"),
        (words.percent(0.5), "50%"),
        (words.span_of_months(0.949), "less than a month"),
        (words.span_of_months(0.95), "1 month"),
        (words.span_of_months(17.9), "18 months"),
        (words.span_of_months(18), "1.5 years"),
        (words.about(999_999), "999999"),
        (words.about(1e6), "1e+06"),
        (words.about(-1e6), "−1e+06"),
    ],
)
def test_words_turn_where_they_say(text, expected):
    """Numbers are put into words exactly up to where another form begins."""
    assert expected == text


@pytest.mark.parametrize(
    ("number", "expected"),
    [(12.34, "12"), (10.5, "10"), (9.96, "10"), (9.94, "9.9"), (0.0951, "0.1"), (0.0949, "0.09"), (0.01234, "0.01")],
)
def test_numbers_have_about_two_digits(number, expected):
    """No decimals from ten on, one below, and two where one would show too little."""
    assert expected == words.about(number)


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0.06294, "0.0629"), (0.06297, "0.063"), (12.345, "12.3"), (99.96, "100"), (1234.5, "1234")],
)
def test_estimates_have_three_digits(number, expected):
    """Three digits are enough to read, and from 100 on a number is whole, with all of its digits."""
    assert expected == words.brief(number)


@pytest.mark.parametrize(("number", "expected"), [(9.95, "10"), (-0.001, "0"), (0.0, "0")])
def test_numbers_at_their_edges(number, expected):
    """Ten is written without decimals as soon as it would be rounded to, and what rounds to 0 has no sign."""
    assert expected == words.about(number)


@pytest.mark.parametrize(
    ("number", "digits", "shown"),
    [(1099.3, 2, "1,100"), (1234.5, 3, "1,230"), (0.0123, 2, "0.012"), (-3.44, 2, "−3.4"), (2, 2, "2")],
)
def test_a_number_in_full(number, digits, shown):
    """A factor of a thousand is written as one counts, and not as a power of ten."""
    assert shown == words.in_full(number, digits)
