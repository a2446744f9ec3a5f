"""Rows: each is an invitation, is skipped with a reason, or has mistakes."""

from __future__ import annotations

import pickle
from datetime import UTC, date, datetime

from interview_value import Estimate
from interview_value.errors import CellError

from .one_table import cell, only, table


def test_all_mistakes_are_told_and_good_rows_kept():
    """All mistakes are reported in the order of their rows, and rows without any are read."""
    reading = table("Company,openings,resemblance", "Acme,x,7", "Globex,2,0.5", "Initech,1,y")
    assert [(2, "openings"), (2, "resemblance"), (4, "resemblance")] == [
        (one.row, one.column) for one in reading.errors
    ]
    assert [3] == [row.number for row in reading.rows]


def test_mistakes_can_be_sent_between_processes():
    """A mistake keeps all its data when it is pickled."""
    error = CellError(7, "Company", 3, "text", "x")
    again = pickle.loads(pickle.dumps(error))
    assert (7, "Company", 3, "text", "x", "row 7, Company") == (
        again.row,
        again.column,
        again.value,
        again.allowed,
        again.nearest,
        again.path,
    )
    assert "row 7" == CellError(7, "", 3, "text").path


def test_two_columns_make_a_range():
    """Columns with the two ends make a range; one end alone, or ends in the wrong order, are mistakes."""
    reading = table("Company,duration_low,duration_high", "Acme,1,2", "Globex,,", "Initech,1,", "Umbrella,3,2")
    first, second = reading.invitations
    assert (Estimate(1, 2), None) == (first.duration, second.duration)
    assert "text: row 2, duration_low, duration_high" == first.read_from["duration"]
    assert ["duration_low", "duration_high"] == [one.holds for one in reading.used if one.holds != "organization"]
    assert [(4, "duration_low"), (5, "duration_low, duration_high")] == [
        (one.row, one.column) for one in reading.errors
    ]


def test_days_and_times_are_put_together():
    """A day and a time in two columns make one start."""
    invitation = only("Company,Interview Date,Interview Time", "Acme,3.12.2026,2:30 pm")
    assert (datetime(2026, 12, 3, 14, 30), "text: row 2, Interview Date, Interview Time") == (
        invitation.starts,
        invitation.read_from["starts"],
    )
    assert (
        datetime(2026, 12, 3, 14, 30)
        == only(["Interview Date", "Interview Time"], [date(2026, 12, 3), datetime(1900, 1, 1, 14, 30)]).starts
    )


def test_what_says_the_time_zone_has_it():
    """A start with a time zone keeps it and needs no note."""
    invitation = cell("Interview date", "2026-12-03T14:00Z")
    assert (datetime(2026, 12, 3, 14, tzinfo=UTC), ()) == (invitation.starts, invitation.notes)


def test_a_day_without_a_time_is_no_start():
    """A day without a time, or a time without a day, is no start and becomes a note."""
    day = cell("Interview date", "2026-12-03")
    assert (None, ("the interview is on 2026-12-03; the table does not say at what time",)) == (day.starts, day.notes)
    hour = cell("Interview time", "14:00")
    assert (None, ("the interview starts at 14:00; the table does not say on which day",)) == (hour.starts, hour.notes)


def test_rows_that_are_no_invitations_are_listed():
    """Rows that are no invitations are listed as skipped, each with the reason."""
    reading = table(
        "<<<<<<< HEAD",
        "Company,Role,Interview Date,Notes",
        "Acme,Analyst,,",
        "=======",
        "Company,Role,Interview Date,Notes",
        ",,,later",
        ",,2026-12-03,",
        ">>>>>>> 58ac36a",
        "Total,2,,",
        "Total,Analyst,,",
    )
    assert {
        4: "is the mark of a merge that was not resolved",
        5: "repeats the header",
        6: "says nothing in the columns that are read",
        7: "says only that the interview is on 2026-12-03; the table does not say at what time",
        8: "is the mark of a merge that was not resolved",
        9: "is a row of totals",
    } == {row.number: row.reason for row in reading.skipped}
    assert ["Acme", "Total"] == [one.organization for one in reading.invitations]


def test_rows_whose_cells_have_slipped_are_mistakes():
    """A row of text with more cells than the header is a mistake, as an unquoted comma moves all that follows."""
    reading = table("Company,Role,Notes", "Acme,Analyst,a,b", "Globex,Boss,c,,")
    assert [
        "row 2: got \"'b'\", expected 3 cells, as many as the header has; a cell with a delimiter in it needs quotation marks"
    ] == list(map(str, reading.errors))
    assert [3] == [row.number for row in reading.rows]


def test_cells_of_workbooks_cannot_slip():
    """In a workbook, a cell beyond the header is in a column without a heading."""
    reading = table(["Company", "Role"], ["Acme", "Analyst", "extra"])
    assert (1, "column C") == (len(reading.rows), reading.unused[0].heading)
