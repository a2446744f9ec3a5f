"""The history of interviews in a table of applications: dates of interviews, or a status and a date."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_value.errors import ReadError
from interview_value.reading import History, read_history

from ..workbooks import workbook

TODAY = date(2026, 11, 23)


def table(*lines: str, **options: object) -> History:
    """Read a table with these lines, as of one day."""
    return read_history("\n".join(lines) + "\n", **{"as_of": TODAY, "zone": "UTC", **options})


def test_a_column_of_dates():
    """Every date below a heading of interviews is one, past or to come, with the row and the column."""
    found = table(
        "Company,Role,Interview Date,Status",
        "Northwind,Statistician,2026-04-14,Rejected",
        "Contoso,Analyst,,Applied",
        "Fabrikam,Analyst,2026-12-10 09:00,Interview",
    )
    assert [("Northwind, Statistician", date(2026, 4, 14))] == [(one.title, one.day) for one in found.past]
    assert [("Fabrikam, Analyst", "row 4, Interview Date")] == [(one.title, one.where) for one in found.upcoming]
    assert ("text: row 2, Interview Date", 1) == (found.seeker.read_from["past_interviews"], found.others)


def test_a_stage_with_a_date():
    """Where each row is a step, its stage says that it is an interview and another column says when."""
    found = table("stage,scheduled_datetime", "HR Screen,2026-04-14T09:00:00Z", "Offer,2026-05-01T09:00:00")
    assert ["HR Screen"] == [one.title for one in found.past]
    assert ('its stage says "HR Screen"', "row 2, scheduled_datetime") == (found.past[0].why, found.past[0].where)


def test_the_date_of_an_application_is_none_of_an_interview():
    """It says that there was one and not when: that is listed, and counts for nothing."""
    found = table("Company,Date Applied,Status", "Northwind,2026-04-14,Phone screen", "Contoso,2026-04-15,Applied")
    (entry,) = found.left_out
    assert ((), 'its Status says "Phone screen", but nothing says when it was') == (found.past, entry.why)
    assert found.seeker.experience is None


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        ("14/4/2026 & 20/4/2026", 2), ("3/4/2026 & 20/4/2026", 2), ("13.04.2026", 1), ("14 April 2026; 2 May 2026", 2), ("2026-04-14", 1),
        ("Apr 14 2026 and May 2 2026", 2),
    ],
)  # fmt: skip
def test_dates_as_people_write_them(cell, days):
    """Dates are read in the usual forms, and several in one cell are several interviews."""
    assert days == len(table("Company,Interview Date", f"Northwind,{cell}").past)


@pytest.mark.parametrize("cell", ["soon", "3/4/2026", "31/2/2026 & soon", "yes"])
def test_dates_that_are_not_sure_are_left_out(cell):
    """A date that is ambiguous or none is left out with what was expected."""
    found = table("Company;Interview Date", f"Northwind;{cell}")
    assert ((), True) == (found.past, "cannot be read: expected a date such as" in found.left_out[0].why)


@pytest.mark.parametrize("cell", ["", "n/a", "None", "no", "-"])
def test_none_is_none(cell):
    """What people write where there was no interview is no date that cannot be read."""
    found = table("Company;Interview Date;x", f"Northwind;{cell};y")
    assert ((), 1) == (found.left_out, found.others)


@pytest.mark.parametrize(("status", "count"), [("Cancelled", 0), ("no-show", 0), ("Rejected", 1), ("", 1)])
def test_what_was_called_off_does_not_count(status, count):
    """An interview that was cancelled does not count; one that led to a rejection does."""
    found = table("Company,Interview Date,Result", f"Northwind,2026-04-14,{status}")
    assert (count, 1 - count) == (len(found.past), len(found.left_out))


def test_a_workbook():
    """Dates of a workbook are read, with or without a time."""
    pytest.importorskip("openpyxl")
    rows = [("Company", "Interview Date"), ("Northwind", datetime(2026, 4, 14)), ("Contoso", datetime(2026, 12, 1, 9))]
    found = read_history(workbook(Tracker=rows), as_of=TODAY, zone="UTC")
    assert ([date(2026, 4, 14)], 1) == ([one.day for one in found.past], len(found.upcoming))


def test_headings_of_rounds():
    """A heading such as Phone is a round of interviews only if there are dates below it."""
    found = table("Company,Phone,Onsite,Status", "Northwind,2026-04-14,2026-04-20,x", "Contoso,2026-05-14,,x")
    assert 3 == len(found.past)
    assert 0 == len(table("Company,Phone,Status", "Northwind,+49 30 1234567,x").past)


def test_dates_too_far_away_are_left_out():
    """Dates before 1970 or more than six months ahead are left out."""
    ends = ("Fabrikam,9999-12-31T23:59:00-12:00", "Fabrikam,0001-01-01T00:00:00+14:00")
    found = table("Company,Interview Date", "Northwind,2028-04-14", "Contoso,1902-04-14", *ends)
    assert ["it has no date from 1970 to six months ahead"] * 4 == [entry.why for entry in found.left_out]


def test_words_of_ones_own_decide_alone():
    """Words of one's own replace the usual ones in headings and in the status."""
    lines = ("Company,Coffee chat date,Phone screen date", "Northwind,2026-04-14,2026-04-15")
    assert [date(2026, 4, 14)] == [entry.day for entry in table(*lines, words=["coffee chat"]).past]
    rounds = ("Stage,Date", "First round,2026-04-14", "Coffee chat,2026-04-15")
    assert [[14], [15]] == [[entry.day.day for entry in table(*rounds, words=w).past] for w in (None, ["coffee chat"])]


def test_a_row_without_a_name():
    """A row without organization and role has its status as title, or none."""
    assert "Passed" == table("Interview date,Result", "2026-04-14,Passed").past[0].title
    assert "(no title)" == table("Interview date,x", "2026-04-14,Passed").past[0].title


def test_a_table_of_other_things_is_refused():
    """A table without a column on interviews is refused with its headings."""
    with pytest.raises(ReadError, match=r"no table with a column for the dates of interviews .*: 'a', 'b'"):
        table("a,b", "1,2")


def test_what_stands_above_the_header_is_told():
    """A note says that rows above the header were left out."""
    found = table("My tracker,,", "Company,Interview Date,Status", "Northwind,2026-04-14,x")
    assert (1, True) == (len(found.past), "above the header" in found.notes[0])


def test_too_many_interviews_come_with_a_note():
    """Only 10,000 interviews are read, and a note says that more were left out."""
    found = table("Company,Interview Date", *["Northwind,2026-04-14"] * 10_001)
    assert (10_000, "the table shows more than 10,000 interviews; the rest was left out") == (
        len(found.past), found.notes[0],
    )  # fmt: skip


ROWS = st.lists(st.tuples(st.dates(date(2020, 1, 1), date(2027, 12, 31)), st.sampled_from(["", "Cancelled", "Offer"])), max_size=6)  # fmt: skip


@given(ROWS, st.dates(date(2021, 1, 1), date(2027, 12, 31)), st.randoms(use_true_random=False))
def test_rows_of_another_kind_and_their_order_change_nothing(rows, as_of, random):
    """Rows without an interview, and another order of rows, leave the history the same."""
    lines = [f"Northwind,{day},{status}" for day, status in rows]
    other = [*lines, "Contoso,,Applied"]
    random.shuffle(other)
    one, two = (table("Company,Interview Date,Status", "x,,", *body, as_of=as_of) for body in (lines, other))
    assert [entry.day for entry in one.past] == [entry.day for entry in two.past]
    assert (len(one.upcoming), len(one.left_out)) == (len(two.upcoming), len(two.left_out))
