"""Typed values: every form of a number, a range, an amount and a yes or no that people write, and what is refused."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import interview_value as iv
from interview_value.errors import FieldError
from interview_value.model.numerals import MAX_TYPED, as_number, decimal_mark, read_exact
from interview_value.model.typed import NumberReader
from interview_value.model.yes_no import is_unknown, read_yes_no

TYPED = st.from_regex(
    r"(about |~)?[€$]?[-+−0-9.,e_/ :]{0,12}(h|min|%|to|half| days|\.\.|–|pt1h)?[-+0-9.,]{0,6}( h| min|%|€)?",
    fullmatch=True,
)
UNITS = st.sampled_from(
    [None, "", "h", "share", "money", "people", "openings a year", "money an hour", "min", "percent"]
)
MARKS = st.sampled_from([".", ","])


def ends(text, unit=None, **settings):
    """Both ends of what is typed."""
    return NumberReader(unit, **settings).read(text)[:2]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("4", 4, 4), ("4.", 4, 4), (" 4 ", 4, 4), ("+4", 4, 4), ("-4", -4, -4), ("−4", -4, -4), (".5", 0.5, 0.5), (",5", 0.5, 0.5),
        ("2..7", 2, 7), ("2...7", 2, 7), ("2…7", 2, 7), ("2-7", 2, 7), ("2 - 7", 2, 7), ("2 to 7", 2, 7), ("2to7", 2, 7),
        ("100–400", 100, 400), ("-5-3", -5, 3), ("-1..1", -1, 1), ("-2 to -1", -2, -1), ("1e3", 1000, 1000),
        ("1e-3-1e-2", 0.001, 0.01), ("1e+06..2e+06", 1e6, 2e6), ("1,5-2,5", 1.5, 2.5),
        ("about 200", 160, 240), ("~4", 3.2, 4.8), ("≈ 4", 3.2, 4.8), ("ca. 10", 8, 12), ("approx. 10", 8, 12), ("about -10", -12, -8),
        ("about 2-7", 2, 7), ("60%", 0.6, 0.6), ("60 %", 0.6, 0.6), ("60 percent", 0.6, 0.6), ("60 per cent", 0.6, 0.6),
        ("40-60%", 0.4, 0.6), ("40%-60%", 0.4, 0.6), ("half", 0.5, 0.5), ("1/4", 0.25, 0.25),
        ("½", 0.5, 0.5), ("1½", 1.5, 1.5), ("¼ – ¾", 0.25, 0.75), ("between 100 and 200", 100, 200), ("two to three", 2, 3),
    ],
)  # fmt: skip
def test_numbers_and_ranges(text, low, high):
    """A number and a range are read however they are written; what is "about" right is a fifth off either way."""
    assert (low, high) == pytest.approx(ends(text))


@pytest.mark.parametrize(
    ("unit", "text", "low", "high"),
    [
        ("h", "300 h", 300, 300), ("h", "300 hours", 300, 300), ("h", "90 min", 1.5, 1.5), ("h", "1 h 30", 1.5, 1.5),
        ("h", "1h30", 1.5, 1.5), ("h", "1 hour and 30 minutes", 1.5, 1.5), ("h", "PT1H30M", 1.5, 1.5), ("h", "PT90M", 1.5, 1.5),
        ("h", "PT0.5H", 0.5, 0.5), ("h", "P1DT1H", 25, 25), ("h", "PT1H30M36S", 1.51, 1.51), ("h", "2 days", 16, 16),
        ("h", "half a day", 4, 4), ("h", "half an hour", 0.5, 0.5), ("h", "two hours", 2, 2), ("h", "1:30", 1.5, 1.5),
        ("h", "1:30:36", 1.51, 1.51), ("h", "1:30 h", 1.5, 1.5), ("h", "30-45 min.", 0.5, 0.75), ("h", "45 min - 1 h", 0.75, 1),
        ("h", "2 h - 3", 2, 3), ("h", "1,5 h", 1.5, 1.5), ("h", "about 2 h", 1.6, 2.4), ("h", "1/2", 0.5, 0.5),
        ("h", "six weeks", 240, 240), ("h", "about six weeks' work", 192, 288), ("h", "one and a half weeks' work", 60, 60),
        ("h", "2 to 3 months", 320, 480), ("h", "two to three weeks of work", 80, 120), ("h", "half a year", 900, 900),
        ("h", "a year’s work", 1800, 1800), ("h", "between 1 and 2 days", 8, 16), ("h", "2 days of work", 16, 16),
        ("share", "one in seven", 1 / 7, 1 / 7), ("share", "1 in 7", 1 / 7, 1 / 7), ("share", "1 out of 8", 0.125, 0.125),
        ("share", "6 of 10", 0.6, 0.6), ("share", "about one in two", 0.4, 0.6), ("share", "10% to one in five", 0.1, 0.2),
        ("months", "6 months", 6, 6), ("years", "2 years", 2, 2),
        ("h, there and back", "2 h, there and back", 2, 2), ("h, there and back", "90 min", 1.5, 1.5),
        ("h a week", "8 h a week", 8, 8), ("h a week", "8 hours/week", 8, 8), ("h a week", "90 min per wk", 1.5, 1.5),
        ("h a week", "4 a week", 4, 4), ("min", "1.5 h", 90, 90), ("min", "90", 90, 90),
        ("money", "€40", 40, 40), ("money", "40 €", 40, 40), ("money", "40 EUR", 40, 40), ("money", "usd 40.50", 40.5, 40.5),
        ("money", "$1,500", 1500, 1500), ("money", "€40–60", 40, 60), ("money", "€40 - €60", 40, 60), ("money", "40 dollars", 40, 40),
        ("money an hour", "€20/h", 20, 20), ("money an hour", "20 EUR an hour", 20, 20), ("EUR", "€20", 20, 20),
        ("people", "3 interviewers", 3, 3), ("people", "2 – 4 people", 2, 4), ("people", "a person", 1, 1),
        ("openings a year", "2 openings", 2, 2), ("openings a year", "2 openings per year", 2, 2), ("openings a year", "1 opening", 1, 1),
        ("interviews in six months", "4 interviews", 4, 4), ("scale points", "4 points", 4, 4), ("share", "3/4", 0.75, 0.75),
        ("share of the unknown", "60%", 0.6, 0.6), ("percent", "60%", 60, 60), ("percent", "60", 60, 60),
    ],
)  # fmt: skip
def test_amounts_with_their_unit(unit, text, low, high):
    """A unit counts as the quantity's own; that of one end of a range is that of both."""
    assert (low, high) == pytest.approx(ends(text, unit))
    assert NumberReader(unit).read(text).has_unit or not any(c.isalpha() or c in "%€$:" for c in text)


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        *[(None, text) for text in (
            "", " ", "four", "nan", "inf", "..", "2..", "..2", "1..2..3", "1-2-3", "2026-03-01", "1_000", "\uff14", "\u0663", "1 000", "4 h", "4x",
            "1,2,3", "1,50.5", "1,500,00", "1.50.50", "1234,567", "01,500", "-", "~", "about", "about half-way", "1/0", "(2, 7)", "9" * (MAX_TYPED + 1),
        )],
        ("h", "60%"), ("h", "€4"), ("h", "h 4"), ("h", "1 h 75"), ("h", "p"), ("h", "pt"), ("h", "1:75"), ("h", "4 people"),
        ("share", "1 in 0"), (None, "1 in 7"), ("h", "1 in 7"), ("h", "six"), ("months", "6 weeks"), ("people", "2 weeks"),
        ("h", "between 1 and"), ("h a week", "4 h a day"), ("money", "40 h"), ("money", "60%"), ("money an hour", "€5/min"), ("money", "€40–$60"), ("EUR", "$40"),
        ("people", "60%"), ("people", "3/4"), ("share", "1 h"), ("", "60%"), ("", "4 h"), ("percent", "4 h"), ("share", "1:30"),
    ],
)  # fmt: skip
def test_what_is_refused(unit, text):
    """What is no number, has another unit, or may mean two things, is refused."""
    with pytest.raises(FieldError, match="a finite number, a pair"):
        ends(text, unit)


@pytest.mark.parametrize(
    ("text", "point", "comma"),
    [
        ("1,500", 1500, 1.5), ("1.500", 1.5, 1500), ("0,500", 0.5, 0.5), ("0.500", 0.5, 0.5), ("1,5", 1.5, 1.5), ("1.5", 1.5, 1.5),
        ("1,50", 1.5, 1.5), ("12,345", 12345, 12.345), ("1,5000", 1.5, 1.5), ("1,500.5", 1500.5, 1500.5), ("1.500,5", 1500.5, 1500.5),
        ("1,500,000", 1.5e6, 1.5e6), ("1.500.000", 1.5e6, 1.5e6), ("-1,500", -1500, -1.5), ("1.500e1", 15, 15),
    ],
)  # fmt: skip
def test_commas_and_points(text, point, comma):
    """The mark that is no decimal one groups thousands before exactly three digits, unless a lone 0 stands before it."""
    assert (point, point) == ends(text)
    assert (comma, comma) == ends(text, decimal=",")


@pytest.mark.parametrize(
    ("texts", "mark"),
    [
        (["1.500", "2,5"], ","),
        (["1.500", "0.500"], "."),
        (["2.5"], "."),
        (["2.5..7"], "."),
        (["2..7"], ","),
        ([".5"], "."),
        ([], ","),
    ],
)
def test_decimal_mark_of_a_column(texts, mark):
    """A point that can group no thousands shows that it is the decimal mark."""
    assert mark == decimal_mark(texts)


def test_about_stays_within_the_bounds():
    """What is about right is no more than can be; what lies beyond is left to be refused."""
    assert (0.72, 1) == pytest.approx(ends("about 90%", "share", bounds=(0, 1)))
    assert (1.2, 1.8) == pytest.approx(ends("about 150%", "share", bounds=(0, 1)))


def test_labels_of_choices():
    """A label that stands for a range is read as it, however it is written."""
    assert (0.5, 0.8) == ends(" Quite a lot", "share", choices={"quite a lot": (0.5, 0.8)})


def test_a_bare_number_can_have_the_unit_of_a_heading():
    """A number without a unit is multiplied; one with its unit is not."""
    assert (0.5, 1.5) == ends("30..90", "h", bare=1 / 60)
    assert (2, 2) == ends("2 h", "h", bare=1 / 60)


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (4, 4),
        (Decimal("4.5"), 4.5),
        (Fraction(1, 4), 0.25),
        (10**400, math.inf),
        (True, None),
        ("4", None),
        (b"4", None),
    ]
    + [(value, None) for value in (math.nan, Decimal("nan"), Decimal("sNaN"), 1j, None)],
)
def test_numbers_of_any_make(value, number):
    """Decimal and Fraction are numbers; a bool, text, bytes and what is not a number are none."""
    assert number == as_number(value)


def test_numbers_of_numpy():
    """NumPy's scalars are numbers, and its booleans yes and no."""
    numpy = pytest.importorskip("numpy")
    assert [4.0, 4.0, 4.0] == [as_number(kind(4)) for kind in (numpy.int8, numpy.float32, numpy.uint64)]
    assert (True, False) == (read_yes_no(numpy.True_), read_yes_no(numpy.False_))


@pytest.mark.parametrize(
    ("value", "answer"),
    [
        *[(text, True) for text in ("on", "true", "yes", "Y", " True ", True)],
        *[(text, False) for text in ("off", "false", "no", "n", False)],
        *[(text, None) for text in ("", " ", None)],
    ],
)
def test_yes_and_no(value, answer):
    """Yes and no are read as forms and people write them; nothing is unknown."""
    assert answer is read_yes_no(value)
    assert (answer is None) is is_unknown(value)


@pytest.mark.parametrize("value", ["maybe", 1, 0, "1", [], b"yes"])
def test_neither_yes_nor_no(value):
    """A number is no yes, although 1 equals True, and what is neither is told what can be written."""
    with pytest.raises(FieldError, match='"yes" or "off"'):
        read_yes_no(value)


@pytest.mark.parametrize(("text", "number"), [("2", 2), (" 1,5 ", 1.5), ("1e-1", 0.1), ("−3", -3), ("1,500", 1500)])
def test_exact_numbers(text, number):
    """A weight is a number, as programs or people write it."""
    assert number == read_exact(text)


@pytest.mark.parametrize("text", ["", "2..7", "much", "1_0", "9" * 300, "2 h"])
def test_no_exact_numbers(text):
    """A range and a unit are no part of it."""
    with pytest.raises(FieldError, match='"2" or "1,5"'):
        read_exact(text)


@given(
    st.one_of(
        st.floats(-1e15, 1e15), st.integers(-(10**15), 10**15),
        st.decimals(-(10**15), 10**15, allow_nan=False), st.fractions(-1000, 1000, max_denominator=1000),
    )
)  # fmt: skip
def test_every_number_is_read_back_from_its_text(number):
    """What ``str`` writes of a number is read back to the last bit."""
    assert iv.Estimate(float(number)) == iv.Estimate.of(str(number))


@given(st.tuples(st.floats(-1e15, 1e15), st.floats(-1e15, 1e15)).map(sorted))
def test_every_estimate_is_read_back_from_its_text(pair):
    """What ``str`` writes of an estimate is read back, to the digits that it shows."""
    shown = str(iv.Estimate(*pair))
    assert shown == str(iv.Estimate.of(shown))


@given(st.one_of(TYPED, st.text(max_size=300)), UNITS, MARKS)
def test_nothing_but_a_field_error(text, unit, decimal):
    """Whatever is typed, it is read as two numbers, or refused with two forms."""
    try:
        reading = NumberReader(unit, decimal=decimal).read(text)
    except FieldError as mistake:
        assert text == mistake.value
    else:
        assert not any(map(math.isnan, reading[:2]))


@given(st.data(), TYPED, UNITS, MARKS)
def test_no_match_begins_or_ends_inside_a_number(data, text, unit, decimal):
    """Every digit counts: with another in its place, a text means another number, or none."""
    places = [place for place, letter in enumerate(text) if letter in "0123456789"]
    assume(places and not set("e/") & {*text})  # 0e1 is 0e2, and 0/1 is 0/2
    place = data.draw(st.sampled_from(places))
    digit = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != text[place]]))
    reader = NumberReader(unit, decimal=decimal)
    try:
        readings = reader.read(text), reader.read(text[:place] + digit + text[place + 1 :])
    except FieldError:
        return
    assert readings[0][:2] != readings[1][:2]


@given(
    st.floats(0, 1e6),
    st.floats(0, 1e6),
    st.sampled_from(["..", "-", " to ", "–"]),
    st.sampled_from(["h", "min", "days", ""]),
)
def test_ranges_are_in_the_order_of_their_ends(low, high, between, unit):
    """A range is low where its first end is, and a greater end is never read as a smaller number."""
    reading = NumberReader("h").read(f"{low!r}{between}{high!r} {unit}")
    assert (low <= high) == (reading.low <= reading.high) or math.isclose(low, high)


@given(st.integers(1, 999), st.integers(0, 999), st.integers(1, 6), MARKS)
def test_rule_of_the_comma(before, after, digits, decimal):
    """Before exactly three digits the mark that is not the decimal one multiplies by a thousand; else it divides."""
    other = "," if decimal == "." else "."
    part = f"{after:06}"[-digits:]
    expected = before * 1000 + int(part) if digits == 3 else float(f"{before}.{part}")
    assert (expected, expected) == ends(f"{before}{other}{part}", decimal=decimal)
    assert ends(f"0{decimal}{part}") == ends(f"0{other}{part}")


@given(st.integers(1, 999), MARKS)
def test_a_lone_zero_makes_a_fraction(part, decimal):
    """After a lone 0 no mark groups thousands."""
    assert part / 1000 == pytest.approx(ends(f"0,{part:03}", decimal=decimal)[0])


@pytest.mark.parametrize(
    ("bounds", "forms"),
    [
        ((100, 104), ("102", "101..103")),
        ((1_000, math.inf), ("1004", "1002..1006")),
        ((-math.inf, -50), ("-54", "-56..-52")),
    ],
)
def test_forms_lie_in_the_middle_of_narrow_bounds(bounds, forms):
    """Where the usual forms do not fit, a number and a range from the middle of what is possible are shown."""
    assert forms == NumberReader("points", bounds).forms


@given(UNITS, st.floats(-1e6, 1e6) | st.just(-math.inf), st.floats(1e-3, 1e6) | st.just(math.inf), st.booleans(), MARKS)
def test_the_forms_that_are_shown_can_be_read(unit, low, width, starts_at_zero, decimal):
    """Both forms that a refusal shows are read by the same reader, and lie within the bounds."""
    bounds = (0 if starts_at_zero else low, (0 if starts_at_zero or low == -math.inf else low) + width)
    reader = NumberReader(unit, bounds, decimal)
    shown = reader.allowed.split('"')[1::2]
    assert 2 == len(shown)
    assume(all(abs(bound) > 1e-3 or bound == 0 for bound in bounds))
    for form in shown:
        form_low, form_high, *_ = reader.read(form)
        assert bounds[0] <= form_low <= form_high <= bounds[1]
