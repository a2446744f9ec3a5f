"""`interview-value ask`: one question at a time until none is worth asking."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

import interview_value as iv
from interview_value.cli import main


@pytest.fixture
def ask(monkeypatch):
    """Answer the questions of the command with these lines."""
    monkeypatch.setenv("INTERVIEW_VALUE_NO_DISCOVERY", "1")
    monkeypatch.setenv("COLUMNS", "100")

    def call(*arguments, answers=()):
        typed = "".join(f"{answer}\n" for answer in answers)
        return CliRunner().invoke(main, ["ask", *map(str, arguments)], input=typed)

    return call


UNSETTLED = (
    "--stage", "first", "--travel", "1.5", "--status", "open", "--would-accept", "unlikely", "--organization-interest", "some",
)  # fmt: skip
"""What leaves a question that is worth asking: what a job is worth."""

FIRST = "1. Is a job you'd be glad of worth more than about nine weeks' work to you?\n"


def test_ends_by_itself(ask):
    """It asks what is worth most, with its choices and its tipping point, and ends when no question is worth asking."""
    result = ask(*UNSETTLED, answers=["a month's work"])
    assert 0 == result.exit_code, result.output
    assert FIRST in result.output
    assert "   Yes or no; or: How much of your free time, all in all, would you give" in result.output
    assert "   3 a month's work\n   4 three months' work\n" in result.output
    assert "; if so, attend; if not, decline politely)" in result.output
    assert "  Taken as: a month's work\n" in result.output
    assert "\n2. " not in result.output
    assert result.output.rstrip().endswith("No further question is worth asking: decline politely.")


def test_verdict_moves_with_each_answer(ask):
    """After each answer it says how the verdict and its odds stand."""
    result = ask(*UNSETTLED, answers=["month"])
    assert 2 == result.output.count("So far: ")


@pytest.mark.parametrize("unknown", ["don't know", "don’t know", "?", "skip"])
def test_unknown_is_not_asked_again(ask, unknown):
    """A question that nobody can answer is left, and never comes again."""
    result = ask(*UNSETTLED, answers=[unknown, "stop"])
    assert 1 == result.output.count("a job you'd be glad of?\n")


def test_range_is_an_answer(ask, tmp_path):
    """A range is as good an answer as a number."""
    saved = tmp_path / "session.json"
    ask(*UNSETTLED, "--save", saved, answers=["200..400", "stop"])
    session = iv.Session.from_dict(json.loads(saved.read_text()))
    assert [200.0, 400.0] == session.history[0].answer


def test_choice_is_kept_as_it_was_said(ask, tmp_path):
    """A choice that was typed in words is kept by its name."""
    saved = tmp_path / "session.json"
    ask(*UNSETTLED, "--save", saved, answers=["Three months' work", "stop"])
    assert "quarter" == json.loads(saved.read_text())["steps"][0]["answer"]


@pytest.mark.parametrize("nonsense", ["foo", "3..1", "nan", "60%"])
def test_nonsense_is_asked_again(ask, nonsense):
    """What cannot be used is told with what can, and the same question comes again."""
    result = ask(*UNSETTLED, answers=[nonsense, "stop"])
    assert f"'{nonsense}' is no answer to this. Answer: yes or no; 1 to 5 for a choice, or its words; " in result.output
    assert 'a number or a range such as "1.5 h" or "1..3", 0 to 20000.' in result.output
    assert 2 == result.output.count(FIRST)


@pytest.mark.parametrize(("reply", "mistake"), [("-5", "expected 0 to 20000"), ("30000 h", "expected 0 to 20000")])
def test_what_is_read_but_cannot_be_is_told(ask, reply, mistake):
    """A number outside the bounds is told, and the question comes again."""
    result = ask(*UNSETTLED, answers=[reply, "stop"])
    assert mistake in result.output
    assert 2 == result.output.count(FIRST)


@pytest.mark.parametrize(("reply", "verdict"), [("yes", "attend"), ("No", "decline politely")])
def test_yes_and_no_answer_at_the_tipping_point(ask, reply, verdict):
    """Yes is more than the value at which the leaning turns, and no is less, which settles it."""
    result = ask(*UNSETTLED, answers=[reply, "stop"])
    assert f"So far: {verdict}; " in result.output


def test_the_number_of_a_choice_is_an_answer(ask):
    """A choice can be made by its number in the list."""
    assert "  Taken as: three months' work\n" in ask(*UNSETTLED, answers=["4", "stop"]).output


def test_what_a_job_is_worth_can_be_said_otherwise(ask):
    """Interviews, pay and a Saturday are converted, and told where they lie far apart; what is missing is told."""
    result = ask(*UNSETTLED, answers=["5000 a year for 3 years", "20 interviews; a Saturday for 0.1%", "stop"])
    assert "hour_value: a number above 0, which turns the pay into hours" in result.output
    assert "  Taken as: 56.2..12800 h\n" in result.output
    assert "lie more than a factor of two apart" in result.output


def test_undo(ask):
    """An answer can be taken back, as long as there is one."""
    result = ask(*UNSETTLED, answers=["undo", "300..420", "undo", "stop"])
    assert "there is nothing to take back yet" in result.output
    assert 3 == result.output.count(FIRST)


@pytest.mark.parametrize("end", ["stop", "quit", "q", ""])
def test_stop(ask, end):
    """It stops when told to, and shows how things stand."""
    result = ask(*UNSETTLED, answers=[end])
    assert 0 == result.exit_code
    assert "No further question" not in result.output
    assert "Settle one thing yourself first:" in result.output


def test_end_of_input_is_a_stop(ask):
    """Where no more can be read, as from a pipe, it shows how things stand and leaves in peace."""
    result = ask(*UNSETTLED)
    assert 0 == result.exit_code, result.output
    assert "Settle one thing yourself first:" in result.output
    assert "What decides it:" in result.output


def test_save_file_that_cannot_be_written_is_told(ask, tmp_path):
    """A session that cannot be kept ends with the reason, before more is answered in vain."""
    result = ask(*UNSETTLED, "--save", tmp_path / "missing" / "session.json", answers=["100"])
    assert 2 == result.exit_code
    assert "cannot be written (No such file or directory)" in result.stderr
    assert "Traceback" not in result.output


def test_saved_skip_goes_on(ask, tmp_path):
    """What was left open stays so when the session goes on."""
    saved = tmp_path / "session.json"
    ask(*UNSETTLED, "--save", saved, answers=["?", "stop"])
    assert [{"quantity": "job_worth", "answer": None}] == json.loads(saved.read_text())["steps"]
    assert "a job you'd be glad of?\n" not in ask("--save", saved, answers=["stop"]).output.partition("What decides")[0]


def test_saved_session_goes_on(ask, tmp_path):
    """A saved session goes on where it was, with its answers."""
    saved = tmp_path / "session.json"
    ask(*UNSETTLED, "--save", saved, answers=["month", "stop"])
    result = ask("--save", saved, answers=["stop"])
    assert "Going on with" in result.output
    assert FIRST not in result.output
    assert "Decline politely:" in result.output


@pytest.mark.parametrize("content", ["no JSON", "[" * 100_000, "[]", '{"version": 1, "steps": [{"quantity": "x"}]}'])
def test_broken_save_is_told(ask, tmp_path, content):
    """A file that holds no session is refused in words and stays as it is."""
    saved = tmp_path / "session.json"
    saved.write_text(content)
    result = ask("--save", saved)
    assert 2 == result.exit_code
    assert result.stderr.startswith("error: ")
    assert "session" in result.stderr
    assert content == saved.read_text()


def test_a_label_is_asked_as_it_is(ask):
    """A label has no tipping point, so it is asked with its choices alone; what was noted before is not told again."""
    result = ask("--status", "open", answers=["28 interviews", "panel", "stop"])
    label = result.output.partition("\n2. Which conversation is it?\n")[2]
    assert label.startswith("   1 a short first call\n")
    assert "  Taken as: the long visit, or several interviewers\n" in label
    assert 1 == result.output.partition("Settle one thing yourself first:")[0].count("28 interviews comes to")
