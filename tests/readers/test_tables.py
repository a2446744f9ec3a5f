"""Tables: rows become invitations, or are reported; nothing is dropped in silence and nothing is guessed."""

from __future__ import annotations

import csv
import math
import pickle
import re
import warnings
from datetime import UTC, date, datetime, time, timedelta
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

import interview_value as iv
from interview_value import CellError, Estimate, InvalidInputError, Invitation, ReadError, Stage
from interview_value.reading.tables.headings import NAMES

from .workbooks import workbook

COMMUTE = iv.Quantity("commute", unit="h a week", bounds=(0, 60), prior=(1, 8), question="How long?", ask="yourself")


def table(*rows: object, **how: object) -> iv.TableReading:
    """Read a table of these rows, each a row of cells (a workbook) or a line of text."""
    if isinstance(rows[0], str):
        return iv.read_table("\n".join(map(str, rows)) + "\n", **how)
    return iv.read_table(workbook(Jobs=rows), **how)


def only(*rows: object, **how: object) -> Invitation:
    """Read a table that has one invitation and no mistake."""
    reading = table(*rows, **how)
    assert () == reading.errors
    (row,) = reading.rows
    return row.invitation


def cell(heading: str, value: object, **how: object) -> Invitation:
    """Read one cell beside the name of a company."""
    return only(["Company", heading], ["Acme", value], **how)


def mistake(heading: str, value: object, **how: object) -> CellError:
    """Return the mistake in one cell beside the name of a company."""
    reading = table(["Company", heading], ["Acme", value], **how)
    assert () == reading.rows
    (error,) = reading.errors
    assert (2, heading) == (error.row, error.column)
    return error


def why_unused(heading: str) -> str:
    """Return why a column beside that of companies is not used."""
    (column,) = table(f"Company,{heading}", "Acme,x").unused
    return column.reason


def test_a_tracker_is_read():
    """Common headings are known, and every value says where it was read."""
    reading = table(
        "Company,Job Title,Status,Interview Date,# Interviewers,Salary",
        "Acme,Analyst,Phone Screen,2026-12-03 14:00,2,50000",
        "Globex,,Applied,,,",
    )
    assert [2, 3] == [row.number for row in reading.rows]
    first, second = reading.invitations
    assert ("Analyst", "Acme", Stage.SCREEN, Estimate(2)) == (
        first.role,
        first.organization,
        first.stage,
        first.people_met,
    )
    assert datetime(2026, 12, 3, 14) == first.starts
    assert "text: row 2, # Interviewers" == first.read_from["people_met"]
    assert first.read_from.keys() == first.to_dict().keys() - {"version", "read_from", "notes"}
    assert ("the table names no time zone for the start, which is taken as your local time",) == first.notes
    assert {
        "version": 1,
        "organization": "Globex",
        "read_from": {"organization": "text: row 3, Company"},
    } == second.to_dict()


def test_rows_go_straight_into_an_evaluation():
    """With the number of the row beside it."""
    reading = table("company,role_interest,organization_interest", "Acme,0,0", "Globex,0.9,0.9")
    told = {row.number: iv.evaluate(row.invitation).verdict for row in reading.rows}
    assert iv.Verdict.DECLINE == told[2]
    assert iv.Verdict.DECLINE != told[3]


def test_the_report_says_of_each_column_what_became_of_it():
    """In how many rows it was read, and which texts said nothing."""
    reading = table("Company,Status,Salary,Date", "Acme,Onsite,1,x", "Globex,Applied,,", "Initech,n/a,,")
    company, status = reading.used
    assert ("Company", "A", "organization", 3, 3, ()) == (
        company.heading,
        company.letter,
        company.holds,
        company.filled,
        company.read,
        company.unread,
    )
    assert ("stage", 2, 1, ("Applied",)) == (status.holds, status.filled, status.read, status.unread)
    assert [("Salary", "C", 1), ("Date", "D", 1)] == [(one.heading, one.letter, one.filled) for one in reading.unused]
    assert ["A", "B", "C", "D"] == [one.letter for one in reading.columns]


def test_five_texts_that_say_nothing_are_enough():
    """They are examples."""
    (_, status) = table("Company,Status", *(f"Acme,word{number}" for number in range(9))).used
    assert (9, 0, 5) == (status.filled, status.read, len(status.unread))


@pytest.mark.parametrize(
    ("name", "heading"), [(name, heading) for name, headings in NAMES.items() for heading in headings]
)
def test_every_heading_is_known(name, heading):
    """In whatever case, and with underscores or hyphens."""
    for form in (
        heading,
        heading.title(),
        heading.upper(),
        heading.replace(" ", "_"),
        heading.replace(" ", "-"),
        f"{heading} *",
    ):
        (column, *_) = table(f"{form},x", "1,2").used
        assert (form.strip(), name) == (column.heading, column.holds)


@pytest.mark.parametrize("heading", ["jobTitle", "companyName", "Job Title (as posted)", "Company [name]"])
def test_headings_are_known_in_other_forms(heading):
    """Run together, and with something in brackets."""
    assert 1 == len(table(f"{heading},x", "1,2").used)


def test_of_two_columns_the_plainer_counts():
    """And the report says which was read."""
    reading = table("Status,Company,Interview Stage,Employer", "Applied,Acme,Final round,Globex")
    assert (Stage.FINAL, "Acme") == (reading.invitations[0].stage, reading.invitations[0].organization)
    assert ["stage is read from 'Interview Stage'", "organization is read from 'Company'"] == [
        one.reason for one in reading.unused
    ]


@pytest.mark.parametrize(
    ("heading", "reason"),
    [
        ("Location", "it may say where the job is"),
        ("Work mode", '"remote" holds the latter'),
        ("Remote", '"remote" holds the latter'),
        ("Date", "does not plainly say when"),
        ("Date Applied", "does not plainly say when"),
        ("Last updated", "nothing in an invitation corresponds to it"),
        ("Excitement", "on which scale"),
        ("Salary", "nothing in an invitation corresponds to it"),
        ("", "nothing in an invitation corresponds to it"),
        ("duration_low", "one end of a range of duration, and there is no column with the other end"),
        ("job_worth", "nothing in an invitation corresponds to it"),
        ("When we asked whether the time and the place were convenient to you", "nothing in an invitation"),
    ],
)
def test_columns_that_are_not_plain_are_left_out(heading, reason):
    """With the reason."""
    assert reason in why_unused(heading)


def test_the_user_says_what_a_column_holds():
    """By its heading, whatever the case; and what shall not be read."""
    invitation = only(
        "Firma,Company,Reiz (1-5),Notes",
        "Acme,Other,3,0.5..0.75",
        columns={
            "firma": "organization",
            "Company": None,
            "Reiz  (1-5)": ("role_interest", (1, 5)),
            "Notes": "clarity",
        },
    )
    assert ("Acme", Estimate(0.5), Estimate(0.5, 0.75)) == (
        invitation.organization,
        invitation.role_interest,
        invitation.clarity,
    )
    assert "text: row 2, Reiz (1-5) (on a scale from 1 to 5)" == invitation.read_from["role_interest"]


def test_a_column_that_the_user_leaves_out_says_so():
    """It is his word."""
    assert ["you said so"] == [one.reason for one in table("Company,Role", "a,b", columns={"Role": None}).unused]


@pytest.mark.parametrize(
    ("scale", "value", "estimate"),
    [
        ((1, 5), 1, Estimate(0)),
        ((5, 1), 1, Estimate(1)),
        ((0, 10), "2-4", Estimate(0.2, 0.4)),
        ((10, 0), "2-4", Estimate(0.6, 0.8)),
    ],
)
def test_scales_are_laid_onto_the_bounds(scale, value, estimate):
    """Also those that run the other way."""
    read = cell("Mine", value, columns={"Mine": ("role_interest", scale)}).role_interest
    assert (estimate.low, estimate.high) == pytest.approx((read.low, read.high))


def test_beliefs_have_scales_too():
    """From −1 to 1."""
    assert Estimate(-1, 0) == cell("Mine", "1..3", columns={"Mine": ("appeal", [1, 5])}).appeal


def test_functions_convert():
    """They are given numbers as numbers, all else as it stands; None says nothing."""
    columns = {
        "Minutes": ("duration", lambda minutes: minutes / 60),
        "Stars": ("role_interest", lambda text: len(text) / 5 if text else None),
    }
    reading = table("Minutes,Stars,Company", "90,★★★,Acme", "45,,Globex", columns=columns)
    first, second = reading.invitations
    assert (Estimate(1.5), Estimate(0.6), Estimate(0.75), None) == (
        first.duration,
        first.role_interest,
        second.duration,
        second.role_interest,
    )
    assert "text: row 2, Stars (converted)" == first.read_from["role_interest"]
    assert cell("R", "x", columns={"R": ("role", lambda _: None)}).role is None


def test_functions_may_return_what_an_invitation_takes():
    """A start as text, for one."""
    columns = {"When": ("starts", lambda day: f"2026-12-{day:02.0f}T14:00+01:00")}
    assert "2026-12-03T14:00:00+01:00" == cell("When", "3", columns=columns).starts.isoformat()


def test_functions_that_fail_make_mistakes():
    """Each in its row, with what they raised; and what they return is checked."""
    assert "it raised TypeError" in mistake("M", "long", columns={"M": ("duration", lambda text: text / 60)}).allowed
    assert "> 0 (h)" == mistake("M", 60, columns={"M": ("duration", lambda _: -1)}).allowed
    assert "text of at most 2,000 characters" == mistake("M", 60, columns={"M": ("role", lambda _: 7)}).allowed
    assert "one of screen, first" in mistake("M", "fin", columns={"M": ("stage", lambda _: "finale")}).allowed


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        (
            {"Compny": "organization"},
            "columns: got 'compny', expected one of the headings 'Company', 'Role'; did you mean 'company'?",
        ),
        (
            {"Role": "role_intrest"},
            "columns['Role']: got 'role_intrest', expected a field or quantity.*did you mean 'role_interest'",
        ),
        ({"Role": ("role_interest", 5)}, "columns['Role']: got 5, expected a function, or the two ends"),
        ({"Role": ("role_interest", (1, 1))}, r"got \(1, 1\), expected the two ends"),
        ({"Role": ("role_interest", (1, "x"))}, "expected the two ends"),
        ({"Role": ("duration", (1, 5))}, "expected a quantity with two bounds"),
        ({"Role": ("role", (1, 5))}, "expected a quantity with two bounds"),
        ({"Role": ("role_interest", (1, 5), 2)}, "expected by heading, a name, or a pair"),
        ({7: "role"}, r"columns\[7\].*expected by heading"),
        (["Role"], "a mapping from headings to fields"),
    ],
)
def test_what_the_user_says_is_checked(columns, told):
    """All at once."""
    with pytest.raises(InvalidInputError) as error:
        table("Company,Role", "a,b", columns=columns)
    (only_one,) = error.value.mistakes
    assert re.search(told.replace("['", r"\['").replace("']", r"'\]"), str(only_one))


@pytest.mark.parametrize(
    ("heading", "value", "estimate"),
    [
        ("people_met", 3, Estimate(3)),
        ("people_met", "3", Estimate(3)),
        ("Interviewers", "2-4", Estimate(2, 4)),
        ("Interviewers", "2 – 4 people", Estimate(2, 4)),
        ("Interviewers", "2 to 4", Estimate(2, 4)),
        ("Panel size", "3 interviewers", Estimate(3)),
        ("clarity", "60 %", Estimate(0.6)),
        ("clarity", "40-60%", Estimate(0.4, 0.6)),
        ("clarity", "0,5", Estimate(0.5)),
        ("clarity (%)", 60, Estimate(0.6)),
        ("clarity", "1e-1", Estimate(0.1)),
        ("appeal", "-0.5..0.5", Estimate(-0.5, 0.5)),
        ("appeal", "−0.5", Estimate(-0.5)),
        ("Duration", 1.5, Estimate(1.5)),
        ("Duration", "1,5 h", Estimate(1.5)),
        ("Duration", "45 min", Estimate(0.75)),
        ("Duration", "30-45 min.", Estimate(0.5, 0.75)),
        ("Duration", "45 min - 1 h", Estimate(0.75, 1)),
        ("Duration", "1h30", Estimate(1.5)),
        ("Duration", "1 h 30 min", Estimate(1.5)),
        ("Duration", "1:30", Estimate(1.5)),
        ("Duration", time(1, 30), Estimate(1.5)),
        ("Duration", timedelta(minutes=90), Estimate(1.5)),
        ("Duration (min)", 90, Estimate(1.5)),
        ("Duration in minutes", "30..90", Estimate(0.5, 1.5)),
        ("Duration (hours)", 12, Estimate(12)),
        ("Prep hours", 12, Estimate(12)),
        ("Travel", "90 min", Estimate(1.5)),
        ("Expenses", "€40", Estimate(40)),
        ("Expenses", "40 EUR", Estimate(40)),
        ("Expenses", "40,50 €", Estimate(40.5)),
        ("openings", ["2", "openings", "a", "year"][0], Estimate(2)),
    ],
)
def test_amounts_are_read(heading, value, estimate):
    """As people write them."""
    invitation = cell(heading, value)
    (read,) = invitation.known.values()
    assert (estimate.low, estimate.high) == pytest.approx((read.low, read.high))


def test_minutes_are_told():
    """A bare number of 15 or more is no length in hours; where it was read says how it was taken."""
    invitation = cell("Duration", 45)
    assert (Estimate(0.75), "bytes, sheet Jobs: row 2, Duration (taken as minutes)") == (
        invitation.duration,
        invitation.read_from["duration"],
    )


@pytest.mark.parametrize(
    ("heading", "value", "allowed"),
    [
        ("clarity", "often", "a number or a range such as 1..3, in share, 0 to 1"),
        ("clarity", 3, "0 to 1 (share)"),
        ("clarity", "5 h", "a number or a range"),
        ("clarity", True, "a number or a range"),
        ("clarity", timedelta(hours=1), "a number or a range"),
        ("people_met", datetime(2026, 3, 1), "a program has made a date of it: write 1..3"),
        ("people_met", "3-1", "the low end first"),
        ("people_met", "1-2-3", "a number or a range"),
        ("openings", "inf", "a finite number"),
        ("Expenses", "1,500", "the comma may mean thousands or a fraction"),
        ("Duration", 10, "a length with its unit, such as 1.5 h or 90 min"),
        ("Duration", "1-90", "a length with its unit"),
        ("Duration", 0, "> 0 (h)"),
        ("Interview date", "soon", "a date such as 2026-12-03"),
        ("Interview date", "3/4/2026", "whether the day or the month comes first"),
        ("Role", "x" * 2_001, "text of at most 2,000 characters"),
        ("Interview time", "noonish", "a time such as 14:00"),
    ],
)
def test_mistakes_say_what_is_allowed(heading, value, allowed):
    """With row and column, and nothing of that row is taken."""
    error = mistake(heading, value)
    assert allowed in error.allowed
    assert isinstance(error, iv.FieldError)
    assert f"row 2, {heading}: got" in str(error)


def test_all_mistakes_are_told_and_good_rows_kept():
    """At once, in the order of the rows."""
    reading = table("Company,openings,clarity", "Acme,x,7", "Globex,2,0.5", "Initech,1,y")
    assert [(2, "openings"), (2, "clarity"), (4, "clarity")] == [(one.row, one.column) for one in reading.errors]
    assert [3] == [row.number for row in reading.rows]


def test_mistakes_can_be_sent_between_processes():
    """With all their data."""
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
    """Of their names the report says which end they are."""
    reading = table("Company,duration_low,duration_high", "Acme,1,2", "Globex,,", "Initech,1,", "Umbrella,3,2")
    first, second = reading.invitations
    assert (Estimate(1, 2), None) == (first.duration, second.duration)
    assert "text: row 2, duration_low, duration_high" == first.read_from["duration"]
    assert ["duration_low", "duration_high"] == [one.holds for one in reading.used if one.holds != "organization"]
    assert [(4, "duration_low"), (5, "duration_low, duration_high")] == [
        (one.row, one.column) for one in reading.errors
    ]


def test_one_column_counts_more_than_two_ends():
    """The report says so."""
    reading = table("duration,duration_low,duration_high", "1,2,3")
    assert Estimate(1) == reading.invitations[0].duration
    assert ["duration is read from 'duration'"] * 2 == [one.reason for one in reading.unused]


def test_quantities_of_plugins_are_headings():
    """Of the evaluator whose quantities are given, and by default of the installed plugins and the model."""
    assert {"commute": Estimate(1, 3)} == cell("commute", "1 to 3", quantities={"commute": COMMUTE}).quantities
    constant = next(
        name
        for name in iv.Evaluator(discover=False).quantities
        if name not in {*Invitation.own_quantities(), *iv.Seeker.own_quantities()}
    )
    assert constant in table(f"Company,{constant}", "Acme,")._repr_html_().replace("<wbr>", "")


@pytest.mark.parametrize(
    ("value", "stage"),
    [
        ("Phone screen", Stage.SCREEN),
        ("HR Screen", Stage.SCREEN),
        ("screening", Stage.SCREEN),
        ("First round", Stage.FIRST),
        ("On-site", Stage.ONSITE),
        ("Onsite interview", Stage.ONSITE),
        ("FINAL", Stage.FINAL),
        ("Final interview", Stage.FINAL),
        ("Second round", Stage.UNKNOWN),
        ("Phone screen and final round", Stage.UNKNOWN),
        ("Applied", Stage.UNKNOWN),
        (1, Stage.UNKNOWN),
    ],
)
def test_stages_are_named(value, stage):
    """What names none, or several, says nothing."""
    assert stage == cell("Status", value).stage


def test_rounds_have_numbers():
    """The first is a stage of the model; the others are not."""
    assert [Stage.FIRST, Stage.UNKNOWN] == [cell("Interview round", number).stage for number in (1, 2)]


@pytest.mark.parametrize(
    ("value", "remote"),
    [
        ("Video", True), ("Zoom", True), ("phone", True), ("yes", True), (True, True), ("In person", False), ("On-site", False),
        (False, False), ("No", False), ("Video or in person", None), ("hybrid", None), ("12 Long Street", False),
    ],
)  # fmt: skip
def test_formats_are_named(value, remote):
    """By phone or video, or in person."""
    assert remote is cell("Interview format", value).remote


def test_places_of_interviews_say_how_they_are_held():
    """Unless another column says so itself."""
    invitation = cell("Interview location", "https://zoom.us/j/1")
    assert ("https://zoom.us/j/1", True) == (invitation.location, invitation.remote)
    quiet = cell("Interview venue", "Leeds")
    assert ("Leeds", None) == (quiet.location, quiet.remote)
    both = only("Interview location,Interview format", "https://zoom.us/j/1,In person")
    assert ("https://zoom.us/j/1", False) == (both.location, both.remote)
    turned = only("Interview format,Interview location", "In person,https://zoom.us/j/1")
    assert ("https://zoom.us/j/1", False) == (turned.location, turned.remote)


@pytest.mark.parametrize("names", ["Sam", "Ada Example, Grace Example"])
def test_people_are_not_counted_by_their_names(names):
    """Whoever is named need not be all."""
    assert cell("Interviewer", names).people_met is None


@pytest.mark.parametrize(
    "blank",
    ["n/a", "N/A", "-", "–", "?", "tbd", "unknown", "#N/A", "", "Not specified in the mail.", "not yet known", " "],
)
def test_what_people_write_for_nothing_is_unknown(blank):
    """In every column."""
    assert {"version", "organization", "read_from"} == only(
        ["Company", "Role", "Duration", "Interview date"], ["Acme", blank, blank, blank]
    ).to_dict().keys()


def test_days_and_times_are_put_together():
    """From two columns; with the time zone of neither."""
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
    """And needs no note."""
    invitation = cell("Interview date", "2026-12-03T14:00Z")
    assert (datetime(2026, 12, 3, 14, tzinfo=UTC), ()) == (invitation.starts, invitation.notes)


def test_a_day_without_a_time_is_no_start():
    """Nor a time without a day; both become notes."""
    day = cell("Interview date", "2026-12-03")
    assert (None, ("the interview is on 2026-12-03; the table does not say at what time",)) == (day.starts, day.notes)
    hour = cell("Interview time", "14:00")
    assert (None, ("the interview starts at 14:00; the table does not say on which day",)) == (hour.starts, hour.notes)


def test_rows_that_are_no_invitations_are_listed():
    """Each with the reason."""
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
    """A comma within a cell moves all that follows; which one it was cannot be told."""
    reading = table("Company,Role,Notes", "Acme,Analyst,a,b", "Globex,Boss,c,,")
    assert [
        "row 2: got \"'b'\", expected 3 cells, as many as the header has; a cell with a delimiter in it needs quotation marks"
    ] == list(map(str, reading.errors))
    assert [3] == [row.number for row in reading.rows]


def test_cells_of_workbooks_cannot_slip():
    """A column without a heading is one there."""
    reading = table(["Company", "Role"], ["Acme", "Analyst", "extra"])
    assert (1, "column C") == (len(reading.rows), reading.unused[0].heading)


def test_tables_without_rows_say_so():
    """A header alone is no mistake."""
    reading = table("Company,Role")
    assert ((), ("the table has a header and no rows",)) == (reading.rows, reading.notes)


def test_tables_without_known_columns_are_refused():
    """With their headings, and what to do."""
    with pytest.raises(ReadError, match=r"no column that is known; say with columns= what they hold: 'a', 'b'"):
        table("a,b", "1,2")


def test_rows_are_limited():
    """As the caller says."""
    with pytest.raises(ReadError, match="has 3 rows, more than 2"):
        table("Company", "a", "b", "c", max_rows=2)
    with pytest.raises(ReadError, match="larger than 10 bytes"):
        table("Company", "Acme", max_bytes=10)


def test_a_table_of_one_is_read_as_an_invitation():
    """By `read`, which finds the format by its content."""
    assert "Analyst" == iv.read("Company;Job Title\nAcme;Analyst\n").role
    assert "Analyst" == iv.read(workbook(Jobs=[["Company", "Job Title"], ["Acme", "Analyst"]])).role


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Company,Role\nAcme,a\nGlobex,b\n", "is a table of 2 invitations; read_table reads them all"),
        ("Company,Role\n", "is a table without an invitation: the table has a header and no rows"),
        ("Company,Role,x\n,,1\n", "is a table without an invitation: row 2 says nothing"),
        ("Company,clarity\nAcme,x\n", r"is a table with 1 mistake\(s\), which read_table lists: row 2, clarity"),
    ],
)
def test_other_tables_are_pointed_to_the_right_place(text, reason):
    """One call reads one invitation."""
    with pytest.raises(ReadError, match=reason):
        iv.read(text)


@pytest.mark.parametrize(
    "content",
    [
        b"Company and a role\nthat is no table",
        b"\x7fELF\0\0\0\x01",
        {"role": "x"},
        b"Company,x\nAcme,1",
        b"<p>\nCompany,Role\n</p>",
    ],
)
def test_what_is_no_table_is_not_taken_for_one(content):
    """One known word makes none."""
    with pytest.raises(ReadError, match=r"no known format|JobPosting"):
        iv.read(content)


def test_the_reading_shows_itself():
    """As text, and as HTML in which nothing of the file is markup."""
    reading = iv.read_table(
        b"Company,Status,<b>x</b>\nAcme,Applied,1\n,,x\nGlobex,Onsite,,9\n" + b"".join(b",,%d\n" % n for n in range(30))
    )
    text = str(reading)
    assert text.startswith(
        "bytes: 1 invitation, 1 row with mistakes, 31 skipped\n\nColumns used:\n  - 'Company' → organization, in 1 of 1\n"
    )
    assert "'Status' → stage, in 0 of 1; nothing in 'Applied'" in text
    assert "'<b>x</b>': nothing in an invitation corresponds to it" in text
    assert "row 4: got" in text
    assert "… and 11 more" in text
    html = reading._repr_html_()
    assert "<b>" not in html
    assert "&lt;b&gt;x&lt;/b&gt;" in html


def test_counts_are_worded():
    """One and many."""
    assert str(table("Company,openings", "a,1", "b,2", "c,x", "d,x")).startswith(
        "text: 2 invitations, 2 rows with mistakes\n"
    )


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@given(st.lists(st.lists(TEXTS, min_size=1, max_size=6), min_size=1, max_size=8))
def test_any_table_is_read_or_refused(rows):
    """Every row below the header is an invitation, has a mistake, or is skipped; without any warning."""
    header = ["Company", "Duration", "Interview Date", "Status", "Interviewers"]
    file = StringIO(newline="")
    csv.writer(file).writerows([header, *rows])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            reading = iv.read_table(file.getvalue().encode())
        except ReadError:
            return
    told = [
        *(row.number for row in reading.rows),
        *{error.row for error in reading.errors},
        *(row.number for row in reading.skipped),
    ]
    assert len(told) == len(set(told))
    assert str(reading)
    assert reading._repr_html_()


@given(st.floats(0.001, 1), st.floats(0.001, 1))
def test_what_programs_write_is_read_exactly(a, b):
    """Numbers and ranges as Python writes them, to the last bit."""
    low, high = sorted((a, b))
    invitation = only("Company,clarity,role_interest", f"Acme,{low!r},{low!r}..{high!r}")
    assert (Estimate(low), Estimate(low, high)) == (invitation.clarity, invitation.role_interest)
    assert math.isfinite(invitation.role_interest.high)
