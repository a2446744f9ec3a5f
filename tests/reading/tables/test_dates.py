"""Dates: read in the many ways in which people write them; what could be two days is not guessed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_value.reading.tables.dates import DateColumn, time_of_day

DAY = date(2026, 12, 3)


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-03",
        "2026/12/03",
        "2026.12.3",
        "20261203",
        "3.12.2026",
        "03.12.26",
        "3-Dec-26",
        "3-Dec-2026",
        "3._Dez_2026",
        "3_Dec_2026",
        "3rd_December_2026",
        "3rd_of_December,_2026",
        "Dec_3,_2026",
        "December_3rd_2026",
        "Thu,_3_Dec_2026",
        "Thursday_2026-12-03",
        "2026-12-03T00:00:00",
        "2026-12-03_00:00",
        "Dec_3_26",
    ],
)
def test_days_are_read(text):
    """Days are read in many forms, and a midnight counts as a day without a time."""
    assert DAY == DateColumn([]).read(text.replace("_", " "))


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-12-03T14:30", datetime(2026, 12, 3, 14, 30)),
        ("2026-12-03 14:30:15", datetime(2026, 12, 3, 14, 30, 15)),
        ("2026-12-03T14:30Z", datetime(2026, 12, 3, 14, 30, tzinfo=UTC)),
        ("2026-12-03T14:30+01:00", datetime(2026, 12, 3, 14, 30, tzinfo=timezone(timedelta(hours=1)))),
        ("3.12.2026, 14.30 Uhr", datetime(2026, 12, 3, 14, 30)),
        ("3 Dec 2026 at 2pm", datetime(2026, 12, 3, 14)),
        ("Dec 3, 2026 @ 2:30 p.m.", datetime(2026, 12, 3, 14, 30)),
        ("2026/12/03 12:05 am", datetime(2026, 12, 3, 0, 5)),
    ],
)
def test_times_are_read(text, moment):
    """Days with times are read, with the time zone if the text says it."""
    assert moment == DateColumn([]).read(text)


@pytest.mark.parametrize(
    ("column", "heading", "day"),
    [
        (["13/4/2026"], "Date", date(2026, 12, 3)),
        (["4/13/2026"], "Date", date(2026, 3, 12)),
        ([], "Date (dd/mm/yyyy)", date(2026, 12, 3)),
        ([], "Date MM-DD-YY", date(2026, 3, 12)),
        (["4/13/2026"], "Date (dd/mm/yyyy)", date(2026, 3, 12)),
    ],
)
def test_the_column_or_its_heading_shows_which_comes_first(column, heading, day):
    """The column's own dates show whether the day or the month comes first, else its heading does."""
    assert day == DateColumn([*column, "3/12/2026"], heading).read("3/12/2026")


@pytest.mark.parametrize("column", [[], ["13/4/2026", "4/13/2026"], ["5.6.2026", None, 7]])
def test_what_nothing_shows_is_not_guessed(column):
    """An ambiguous date is refused, also where the column contradicts itself or has other kinds of dates."""
    with pytest.raises(ValueError, match="nothing in this column shows whether the day or the month comes first"):
        DateColumn([*column, "3/12/2026"]).read("3/12/2026")


def test_what_can_only_be_one_day_needs_nothing_else():
    """A date with the same number twice, or with one that is no month, is read anywhere."""
    dates = DateColumn(["13/4/2026", "4/13/2026"])
    assert [date(2026, 4, 4), date(2026, 4, 13), date(2026, 4, 13)] == [
        dates.read(text) for text in ("4/4/2026", "13/4/2026", "4/13/2026")
    ]


@pytest.mark.parametrize(
    "cell", ["8/82019", "8-Jul", "yes", "Foo 3 2026", "3 Foo 2026", 45_993.0, True, "3.12.2026 late", "12:30"]
)
def test_what_is_no_date_is_refused(cell):
    """A cell that is no date is refused with examples of dates."""
    with pytest.raises(ValueError, match="such as"):
        DateColumn([]).read(cell)


@pytest.mark.parametrize("text", ["31.2.2026", "2026-13-01", "0.1.2026", "Feb 30 2026"])
def test_days_that_do_not_exist_are_refused(text):
    """A day that no calendar has is refused."""
    with pytest.raises(ValueError, match="there is no such day"):
        DateColumn([]).read(text)


def test_dates_of_workbooks_stay_as_they_are():
    """Dates of a workbook are taken as they are, and a midnight as a day."""
    moment = datetime(2026, 12, 3, 14)
    assert [DAY, DAY, moment] == [DateColumn([]).read(cell) for cell in (DAY, datetime(2026, 12, 3), moment)]


def test_years_of_two_digits_are_those_near():
    """Years of two digits are read as POSIX reads them."""
    assert [date(2026, 1, 1), date(1999, 1, 1)] == [DateColumn([]).read(text) for text in ("1.1.26", "1.1.99")]


@pytest.mark.parametrize("text", ["14", "25:00", "13 pm", "0 am", "14:60", "soon", ""])
def test_what_is_no_time_is_refused(text):
    """A text that is no time of day is refused, a bare number among them."""
    with pytest.raises(ValueError, match="a time such as"):
        time_of_day(text)


@given(
    st.dates(date(1970, 1, 1), date(2068, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y", "%d %b %Y", "%B %d, %Y", "%Y%m%d"]),
)
def test_whatever_day_is_written_is_read_back(day, form):
    """Every day is read back from every form that is not ambiguous."""
    assert day == DateColumn([]).read(day.strftime(form))
