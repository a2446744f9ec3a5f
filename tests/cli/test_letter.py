"""`interview-value letter`: the words to send, on the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from interview_value.cli import main

EXAMPLE = str(Path(__file__).parents[2] / "examples" / "invitation.ics")


@pytest.fixture
def run(monkeypatch):
    """Run the command line as a person would, without installed plugins."""
    monkeypatch.setenv("INTERVIEW_VALUE_NO_DISCOVERY", "1")
    return lambda *arguments: CliRunner().invoke(main, ["letter", *map(str, arguments)])


def test_a_decline(run):
    """The subject comes first, then the words, with what was read from the file."""
    result = run(EXAMPLE, "--response", "decline", "--better", "a role in design", "--name", "A. B.")
    assert (0, "Interview: Data Analyst at Brightside Marketing") == (result.exit_code, result.stdout.splitlines()[0])
    assert "If a role in design comes up" in result.stdout
    assert result.stdout.endswith("Kind regards\n\nA. B.\n")


def test_the_verdict_chooses(run):
    """Nothing of interest is declined without being told to."""
    assert "I have decided not to take part" in run("--role-interest", 0, "--organization-interest", 0).stdout


def test_a_way_is_proposed(run, refused):
    """The letter of a way asks for it; a way that is none is told with those that there are."""
    assert "could we talk for a quarter of an hour by phone" in " ".join(
        run(EXAMPLE, "--way", "short_call").stdout.split()
    )
    assert "would a later date be possible" in " ".join(
        run(EXAMPLE, "--pressure", "packed", "--way", "later").stdout.split()
    )
    (line,) = refused(run(EXAMPLE, "--way", "shortcall"))
    assert "--way: got 'shortcall', expected one of short_call; did you mean 'short_call'?" in line


def test_a_question_of_ones_own(run):
    """One's own question makes a letter that asks it."""
    result = run(EXAMPLE, "--question", "Is the role remote?")
    assert (0, True) == (result.exit_code, "\n- Is the role remote?\n" in result.stdout)


@pytest.fixture
def german(tmp_path):
    """The file of an invitation that says that it is written in German."""
    path = tmp_path / "einladung.ics"
    lines = ("BEGIN:VEVENT", "SUMMARY;LANGUAGE=de:Interview: Köchin", "DTSTART:20261203T130000Z", "END:VEVENT")
    path.write_text("\n".join(("BEGIN:VCALENDAR", *lines, "END:VCALENDAR")), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("options", "greeting"),
    [([], "Guten Tag,"), (["--language", "en"], "Hello,"), (["--language", "de"], "Guten Tag,")],
)
def test_the_letter_has_the_language_of_the_invitation(run, german, options, greeting):
    """It follows the invitation without being told to; a language that is asked for counts more."""
    assert greeting == run(german, "--response", "decline", *options).stdout.splitlines()[2]


def test_a_broken_template_is_told(run, tmp_path):
    """A mistake in one's own template is an error in words."""
    path = tmp_path / "mine.txt"
    path.write_text("Hello $roll", encoding="utf-8")
    result = run(EXAMPLE, "--template", path)
    assert 2 == result.exit_code
    assert "error: " in result.stderr
    assert "did you mean 'role'?" in result.stderr
