"""`interview-value reply`: the calendar's own answer, on the terminal or in a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import interview_value as iv
from interview_value.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def run(monkeypatch):
    """Run the command line as a person would, without installed plugins."""
    monkeypatch.setenv("INTERVIEW_VALUE_NO_DISCOVERY", "1")
    return lambda *arguments: CliRunner().invoke(main, ["reply", *map(str, arguments)])


def test_an_answer_is_printed(run):
    """The answer is a calendar file with the seeker's own line."""
    result = run(EXAMPLES / "invitation.ics", "--response", "decline", "--comment", "Thank you")
    assert 0 == result.exit_code
    for line in ("METHOD:REPLY", "ATTENDEE;PARTSTAT=DECLINED:mailto:applicant@example.com", "COMMENT:Thank you"):
        assert line in result.stdout.splitlines()


def test_an_answer_is_written(run, tmp_path):
    """With a file's name it is written there, and one line says for whom it is."""
    path = tmp_path / "reply.ics"
    result = run(EXAMPLES / "invitation.ics", "--response", "accept", "--output", path)
    assert f"{path}: the answer “yes” for hiring@brightside-marketing.example" == " ".join(result.stdout.split())
    assert b"PARTSTAT=ACCEPTED" in path.read_bytes()
    with_note = iv.read(path)
    assert "the file is an answer to an invitation (METHOD:REPLY), not one itself" in with_note.notes


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ([EXAMPLES / "posting.html"], "to answer any other, write a letter"),
        ([EXAMPLES / "invitation.ics", "--output", EXAMPLES / "none" / "x.ics"], "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_told(run, arguments, reason):
    """A posting has nobody to answer to, and a folder that is not there takes no file."""
    result = run(*arguments)
    assert 2 == result.exit_code
    assert reason in result.stderr
