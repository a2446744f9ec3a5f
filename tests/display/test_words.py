"""Numbers in words."""

from __future__ import annotations

import math
import re
from datetime import datetime

import pytest

from interview_value.display import words
from interview_value.display.language import LANGUAGES, speaking


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (words.span_of_months(0.949), "less than a month"),
        (words.span_of_months(0.95), "1 month"),
        (words.span_of_months(17.9), "18 months"),
        (words.span_of_months(18), "1.5 years"),
        (words.about(999_999), "1,000,000"),
        (words.about(-1e6), "−1,000,000"),
        (words.about(99.6), "100"),
        (words.about(1_234), "1,200"),
        (words.length(0.008), "less than a minute"),
        (words.length(0.009), "1 minute"),
        (words.length(0.158), "9 minutes"),
        (words.length(0.159), "10 minutes"),
        (words.length(0.3), "20 minutes"),
        (words.length(0.958), "55 minutes"),
        (words.length(0.959), "1 hour"),
        (words.length(1.04), "1 hour"),
        (words.length(1.06), "1.1 hours"),
        (words.length(-3.14), "−3.1 hours"),
        (words.length(1_234), "1,200 hours"),
        (words.hours_in_words(3.14), "about 3.1 hours"),
        (words.hours_in_words(0.66), "about 40 minutes"),
        (words.hours_in_words(0), "no time"),
        (words.signed_hours(3.14), "+3.1 hours"),
        (words.signed_hours(0.66), "+40 minutes"),
        (words.signed_hours(-0.66), "−40 minutes"),
        (words.signed_hours(-0.001), "0 hours"),
        (words.hours_range(2, 7), "2 to 7 hours"),
        (words.hours_range(0.001, 7), "0 to 7 hours"),
        (words.hours_range(0.3, 0.66), "20 to 40 minutes"),
        (words.hours_range(0, 0.66), "0 to 40 minutes"),
        (words.hours_range(0.02, 1), "1 minute to 1 hour"),
        (words.hours_range(-12, 18), "−12 to +18 hours"),
        (words.hours_range(-0.5, 7), "−30 minutes to +7 hours"),
        (words.hours_range(-7, 0), "−7 to 0 hours"),
        (words.hours_range(3.11, 3.14), "3.1 hours"),
        (words.hours_range(-3, -3), "−3 hours"),
        (words.hours_range(0, 0), "no time"),
        (words.of_ten(0.0), "0 of 10"),
        (words.of_ten(0.0004), "fewer than 1 of 1,000"),
        (words.of_ten(0.0005), "1 of 1,000"),
        (words.of_ten(0.0094), "9 of 1,000"),
        (words.of_ten(0.0095), "1 of 100"),
        (words.of_ten(0.094), "9 of 100"),
        (words.of_ten(0.095), "1 of 10"),
        (words.of_ten(0.15), "2 of 10"),
        (words.of_ten(0.61), "6 of 10"),
        (words.of_ten(0.97), "97 of 100"),
        (words.of_ten(0.9996), "more than 999 of 1,000"),
        (words.of_ten(1.0), "10 of 10"),
        (words.often(1.5), "1.5 times a year"),
        (words.often(1.49), "once a year"),
        (words.often(0.25), "once in four years"),
        (words.often(0.0), "once in 100 years"),
        (words.number_range(0.6, 1.4), "0.6 to 1.4"),
        (words.number_range(0.0002, 0.005), "0.0002 to 0.005"),
        (words.number_range(4, 4), "4"),
        (words.money("40"), "40 in your currency"),
        (words.listed(["a"]), "a"),
        (words.listed(["a", "b"]), "a and b"),
        (words.listed(["a", "b", "c"]), "a, b and c"),
        (words.in_full(1e-15, 2), "0"),
        (words.factor(1e7), "10,000,000"),
        (words.brief(1e-5), "0.00001"),
        (words.brief(math.inf), "∞"),
        (words.about(-math.inf), "−∞"),
        (words.signed(math.inf), "+∞"),
        (words.signed(math.nan), "?"),
        (words.length(math.inf), "∞ hours"),
        (words.hours_in_words(math.nan), "about ? hours"),
        (words.signed_hours(-math.inf), "−∞ hours"),
        (words.hours_range(2, math.inf), "2 to ∞ hours"),
        (words.hours_range(-math.inf, 0.5), "−∞ hours to +30 minutes"),
        (words.number_range(-math.inf, math.inf), "−∞ to ∞"),
        (words.of_ten(math.nan), "? of 1,000"),
        (words.often(math.nan), "once in ? years"),
        (words.span_of_months(math.inf), "∞ years"),
        (words.factor(-0.0), "0"),
        (words.factor(-1e-15), "0"),
        (words.brief(-0.0), "0"),
        (words.length(-0.0), "no time"),
        (words.signed_hours(-0.0), "0 hours"),
        (words.number_range(-0.0, 0.0), "0"),
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


OF_ONE = (
    words.about, words.brief, words.factor, words.hours_in_words, words.length, words.of_ten, words.often,
    words.signed, words.signed_hours, words.span_of_months, words.spelled,
)  # fmt: skip
OF_TWO = words.counts_of_ten, words.hours_range, words.number_range


@pytest.mark.parametrize("number", [math.inf, -math.inf, math.nan, -0.0, 1e300, -1e300, 5e-324, -5e-324])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_is_said(language, number):
    """No number is an error: one without an end is ∞, none at all is a question mark, and 0 has no sign."""
    with speaking(language):
        texts = [say(number) for say in OF_ONE]
        texts += [say(*ends) for say in OF_TWO for ends in ((number, number), (0.3, number), (number, 0.3))]
    assert [] == [text for text in texts if re.search(r"^$|\b(?:inf|nan)\b|-\d|−0(?![\d.,])|\+\?", text)]


@pytest.mark.parametrize(
    ("say", "expected"),
    [
        (lambda: words.about(1_234.5), "1.200"),
        (lambda: words.length(2.5), "2,5 Stunden"),
        (lambda: words.signed(-3.14), "−3,1"),
        (lambda: words.in_full(0.0125, 3), "0,0125"),
        (lambda: words.factor(1_000_000.5), "1.000.000"),
        (lambda: words.brief(1_234), "1234"),
        (lambda: words.of_ten(0.0012), "1 von 1.000"),
        (lambda: words.hours_range(-12, 18), "−12 bis +18 Stunden"),
        (lambda: words.listed(["a", "b", "c"]), "a, b und c"),
        (lambda: words.day_and_time(datetime(2026, 3, 5, 9, 5)), "Donnerstag, 5. März 2026, 09:05"),
    ],
)
def test_numbers_and_days_in_german(say, expected):
    """German has a decimal comma, a point between thousands, and days and months of its own."""
    with speaking("de"):
        assert expected == say()
