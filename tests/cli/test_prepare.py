"""`interview-value prepare`: when to prepare, and what to do, on the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from interview_value.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples"
INVITATION, CALENDAR = EXAMPLES / "invitation.ics", EXAMPLES / "calendar.ics"


@pytest.fixture
def run(monkeypatch):
    """Run the command line as a person would, without installed plugins, as of a Monday before the interview."""
    monkeypatch.setenv("INTERVIEW_VALUE_NO_DISCOVERY", "1")
    since = ("--since", "2026-11-30T08:00+01:00", "--zone", "Europe/Berlin")
    return lambda *arguments: CliRunner().invoke(main, ["prepare", *map(str, (INVITATION, *since, *arguments))])


def test_around_a_calendar(run):
    """Blocks go around what is in the calendar, and a note names the day that is taken."""
    result = run("--calendar", CALENDAR, "--hours", 5)
    assert (0, "") == (result.exit_code, result.stderr)
    assert "5 hours of preparation." in result.stdout
    assert "2026-12-03 09:00–" in result.stdout  # the stand-up is off that day
    assert "2026-12-02 09:30–" in result.stdout
    assert "  - 2026-12-01 is taken by “Trip”." in result.stdout


def test_fits_the_terminal(run, monkeypatch):
    """The plan is as wide as the terminal."""
    monkeypatch.setenv("COLUMNS", "60")
    assert 50 < max(map(len, run("--hours", 2).stdout.splitlines())) <= 60


def test_when_one_works(run):
    """Working hours, hours a day and weekends can be set."""
    result = run(
        "--hours",
        2,
        "--from",
        19,
        "--until",
        21.5,
        "--hours-a-day",
        1,
        "--since",
        "2026-11-28T08:00+01:00",
        "--weekends",
    )
    assert ["2026-12-01 19:00", "2026-12-02 19:00"] == sorted(
        {line[:16] for line in result.stdout.splitlines() if line.startswith("2026") and "19:00–" in line}
    )


def test_a_calendar_file(run, tmp_path):
    """The plan is written as a calendar file as well."""
    output = tmp_path / "plan.ics"
    run("--hours", 2, "--output", output)
    assert b"BEGIN:VCALENDAR\r\n" == output.read_bytes()[:17]


def test_a_file_that_cannot_be_written(run, tmp_path):
    """A file that cannot be written is told in words."""
    result = run("--hours", 2, "--output", tmp_path / "no" / "plan.ics")
    assert (2, True) == (result.exit_code, "cannot be written" in result.stderr)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--hours", 0], "--hours: got 0.0, expected a number of hours above 0, at most 100"),
        (["--from", 20], "--working-hours: got (20.0, 18.0), expected two hours of the day"),
        (["--zone", "Nowhere"], "--zone: got 'Nowhere'"),
        (["--since", "tomorrow"], "a time such as 2026-11-30T08:00+01:00"),
        (["--since", "2027-01-01T00:00+01:00"], "expected a start that is still ahead"),
        (["--calendar", EXAMPLES / "posting.html"], "posting.html: is no calendar"),
    ],
)
def test_mistakes(run, arguments, said):
    """What cannot be used is told in words."""
    result = run(*arguments)
    assert (2, True) == (result.exit_code, said in result.stderr)


def test_a_start_that_nobody_gave():
    """What is missing is called by its option, and not said to be None."""
    result = CliRunner().invoke(main, ["prepare", "--no-discovery"])
    assert (2, "error: --starts: not given, expected the time at which the interview starts\n") == (
        result.exit_code,
        result.stderr,
    )
