"""`interview-value read`: what a file says of an invitation, and where, on the terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from interview_value.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples"
TRACKER = "Company,Job Title,Status,Interview Date\nHarbour,Clerk,Phone screen,2026-12-03 14:00\nNorth,Cook,Final round,soon\n"


@pytest.fixture
def run():
    """Run the command line as a person would."""
    return lambda *arguments: CliRunner().invoke(main, ["read", *map(str, arguments)])


def test_each_value_with_where_it_was_read(run):
    """Values are told in words, with the place where each was read; what stays unknown is listed."""
    result = run(EXAMPLES / "invitation.ics")
    assert (0, "") == (result.exit_code, result.stderr)
    shown = " ".join(result.stdout.split())
    assert shown.startswith("invitation.ics ")
    assert "the length of the interview Value: 1 hour Read from: invitation.ics: DTSTART, DTEND" in shown
    assert "the people there Value: 2 people Read from: invitation.ics: ATTENDEE" in shown
    assert "by video or in person Value: by video or phone Read from: invitation.ics: X-GOOGLE-CONFERENCE" in shown
    assert "Still unknown, so assumed: the chance of taking the job: " in shown
    assert "the way there and back: none" in shown


def test_notes_and_other_quantities(run, tmp_path):
    """Notes are shown, and the quantities of plugins and of the model; nothing can take over the terminal."""
    path = tmp_path / "one.csv"
    path.write_text("Company,Job Title,skill_ceiling,Interview Date\nA\x1b[2J,Cook,0.5,2026-12-03\n")
    shown = run(path).stdout
    assert "skill ceiling  0.5" in shown
    assert "Notes:\n  - " in shown
    assert "\x1b" not in shown


def test_several_files(run):
    """Several files are shown one after another."""
    result = run(EXAMPLES / "invitation.ics", EXAMPLES / "posting.html")
    assert ["invitation.ics", "posting.html"] == [
        line for line in result.stdout.splitlines() if line.endswith((".ics", ".html"))
    ]


def test_a_table_of_many(run, tmp_path):
    """Of a table every row is shown, after the report of its columns and mistakes."""
    path = tmp_path / "tracker.csv"
    path.write_text(TRACKER)
    result = run(path)
    assert 0 == result.exit_code
    assert "tracker.csv: 1 invitation, 1 row with mistakes" in result.stdout
    assert "row 2\nClerk at Harbour" in result.stdout


def test_plain_data(run, tmp_path):
    """As JSON there is nothing but the data, a list of all that was read."""
    path = tmp_path / "tracker.csv"
    path.write_text(TRACKER)
    read = json.loads(run("--json", path, EXAMPLES / "posting.html").stdout)
    assert ["Clerk", "Data Analyst"] == [invitation["role"] for invitation in read]


def test_what_cannot_be_read(run, tmp_path):
    """Every file that cannot be read is told, and the others are shown all the same."""
    (tmp_path / "page.html").write_text("<html></html>")
    result = run(tmp_path / "page.html", tmp_path / "none.ics", EXAMPLES / "posting.html")
    assert 2 == result.exit_code
    assert 2 == result.stderr.count("error: ")
    assert "Brightside Marketing" in result.stdout


@pytest.mark.parametrize("arguments", [[], ["--formats"]])
def test_what_can_be_read(run, arguments):
    """Without a file, and when asked for it, all formats are listed."""
    lines = run(*arguments).stdout.splitlines()
    assert "a calendar file (iCalendar, .ics): a line says BEGIN:VCALENDAR or BEGIN:VEVENT" in lines
    assert len(lines) >= 7


def test_the_seeker_is_not_counted(run):
    """With one's own address, one is not among the people to meet."""
    without = run(EXAMPLES / "invitation.ics").stdout
    assert without == run(EXAMPLES / "invitation.ics", "--seeker", "applicant@example.com").stdout
