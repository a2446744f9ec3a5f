"""What options and files ask for is what the same asks for in Python, and every mistake is told in words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import interview_value as iv

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = [str(EXAMPLES / "invitation.ics"), str(EXAMPLES / "posting.html")]
SAID = ["--role-interest", "0.2", "--organization-interest", "0.6"]

HISTORY = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:past
DTSTART:20240401T090000Z
SUMMARY:Phone screen
END:VEVENT
END:VCALENDAR
"""


def test_options_say_what_python_says(run):
    """Options exact and as a range, facts, dates, weights and blocks do what the same does in Python."""
    result = run(
        "evaluate", *SAID, "--role", "Analyst", "--stage", "onsite", "--remote", "no", "--starts", "2026-12-03T14:00+01:00",
        "--preparation", "1..3", "--mindset", "0.7", "--skill-ceiling", "0.4", "--past-interviews", "2025-01-10",
        "--weight", "networking=2", "--block", "courtesy", "--draws", "64", "--asking-cost", "0.5", "--strict", "--json",
    )  # fmt: skip
    assert 0 == result.exit_code, result.stderr
    evaluation = iv.Evaluation.from_dict(json.loads(result.stdout))
    assert ("Analyst", iv.Stage.ONSITE, False) == (
        evaluation.invitation.role, evaluation.invitation.stage, evaluation.invitation.remote
    )  # fmt: skip
    assert iv.Estimate(1, 3) == evaluation.invitation.preparation
    assert iv.Estimate(0.4) == evaluation.invitation.quantities["skill_ceiling"]
    assert iv.Estimate(0.7) == evaluation.seeker.mindset
    assert 1 == len(evaluation.seeker.past_interviews)
    assert 2 == evaluation["networking"].weight
    assert "courtesy" not in [item.name for item in evaluation.contributions]
    assert 64 == len(evaluation["practice"].draws)
    assert 0.5 == evaluation.asking_cost


def test_what_a_job_is_worth_can_be_said_otherwise(run, refused):
    """Interviews are counted as long as the file says that this one is; what is missing is told by its option."""
    result = run("evaluate", *FILES, *SAID, "--remote", "yes", "--job-worth", "20 interviews", "--json")
    assert [37.5, 96.0] == json.loads(result.stdout)["seeker"]["job_worth"]
    (line,) = refused(run("evaluate", "--job-worth", "5000 a year for 3 years"))
    assert line.startswith("error: --job-worth: got '5000 a year for 3 years', expected hour_value: ")


def test_what_a_person_says_counts_more_than_a_file(run):
    """An option wins over a file, and the disagreement is shown."""
    result = run("evaluate", "--why", *FILES, *SAID, "--duration", "2")
    assert (
        "the length of the interview: 2 hours (given) counts, not 1 hour (invitation.ics: DTSTART, DTEND)"
        in " ".join(result.stdout.split())
    )


def test_all_mistakes_in_options_are_told_at_once(run, refused):
    """Each mistake is told by the option it was made in, with what is allowed and the nearest name."""
    lines = refused(
        run("evaluate", "--role-interest", "2", "--stage", "frist", "--mindset", "x", "--preparation", "3..1",
            "--people-met", "0.5", "--travel", "nan", "--starts", "soon", "--past-interviews", "yesterday",
            "--weight", "networking")
    )  # fmt: skip
    told = {line.removeprefix("error: ").partition(":")[0] for line in lines}
    assert {
        "--role-interest", "--stage", "--mindset", "--preparation", "--people-met", "--travel", "--starts",
        "--past-interviews[0]", "--weight",
    } == told  # fmt: skip
    assert any("do you mean “first”?" in line for line in lines)


def test_mistakes_in_everything_are_told_at_once(run, refused):
    """Mistakes in what is said, in how to evaluate and in files are told together, each on its own line."""
    lines = refused(run("evaluate", "--duration", "-1", "--status", "openn", "--mindset", "7", "missing.ics"))
    assert ["--duration", "--mindset", "--status", "missing.ics"] == sorted(
        (line.split(":")[1][1:] for line in lines), key=lambda name: (not name.startswith("--"), name)
    )
    assert "--skill-ceiling" in refused(run("evaluate", "--skill-ceiling", "much"))[0]
    lines = refused(run("evaluate", "--duration", "-1", "--draws", "0", "--asking-cost", "nan"))
    assert ["--duration", "--draws", "--asking-cost"] == [line.split(":")[1][1:] for line in lines]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--weight", "netwrking=2"], "did you mean 'networking'?"),
        (["--weight", "networking=-1"], "a factor from 0"),
        (["--block", "cortesy"], "did you mean 'courtesy'?"),
        (["--draws", "0"], "a whole number from 1"),
        (["--asking-cost", "-1"], "hours, ≥ 0"),
        (["missing.ics"], "cannot be opened"),
    ],
)
def test_mistake_is_told(run, arguments, told, refused):
    """A mistake in how to evaluate, or in a file, is told in words."""
    assert told in " ".join(refused(run("evaluate", *arguments)))


def test_all_broken_files_are_told(run, tmp_path, refused):
    """Every file that cannot be read is told, not only the first."""
    (tmp_path / "empty.ics").write_text("")
    (tmp_path / "page.html").write_text("<html><body>nothing</body></html>")
    lines = refused(run("evaluate", tmp_path / "empty.ics", tmp_path / "page.html"))
    assert ["error: empty.ics", "error: page.html"] == [":".join(line.split(":")[:2]) for line in lines]


def test_file_that_is_too_large_is_refused(run, tmp_path, refused):
    """A file of 50 MB is refused before it is read."""
    large = tmp_path / "large.ics"
    with large.open("wb") as file:
        file.truncate(50_000_000)
    (line,) = refused(run("evaluate", large))
    assert "is larger than 10,000,000 bytes" in line


def test_history_counts_as_yours(run, tmp_path):
    """The interviews of a calendar become experience, and the output says which were counted; the one asked for is none."""
    (tmp_path / "mine.ics").write_text(HISTORY)
    (tmp_path / "work.ics").write_text(HISTORY.replace("Phone screen", "Lunch"))
    text = run(
        "evaluate",
        "--why",
        *FILES,
        "--history",
        tmp_path / "mine.ics",
        "--history",
        tmp_path / "work.ics",
        "--history",
        FILES[0],
    )
    shown = " ".join(text.stdout.split())
    assert 'counted as past interviews: 2024-04-01 Phone screen (its title says "Phone screen")' in shown
    assert "called an interview, but left out: 2026-12-03 First interview" in shown
    assert "after 1 recent interview" in shown or "recent interviews" in shown
    assert "mine.ics: event 1" in shown


def test_words_for_the_history(run, tmp_path, refused):
    """A calendar that calls interviews something else."""
    (tmp_path / "mine.ics").write_text(HISTORY.replace("Phone screen", "Coffee chat"))
    for words, count in ([], 0), (["--history-word", "coffee chat", "--history-word", "beer"], 1):
        result = run("evaluate", "--json", "--history", tmp_path / "mine.ics", *words)
        assert count == len(json.loads(result.stdout)["seeker"].get("past_interviews", []))
    assert "words" in refused(run("evaluate", "--history", tmp_path / "mine.ics", "--history-word", "x"))[0]


def test_history_that_cannot_be_read(run, tmp_path, refused):
    """Each file is told of."""
    (tmp_path / "a.txt").write_text("nothing")
    lines = refused(run("evaluate", "--history", tmp_path / "a.txt", "--history", tmp_path / "gone.ics"))
    assert (2, True) == (len(lines), "is no calendar" in lines[0])


@pytest.mark.parametrize(("typed", "hours"), [("15 min", 0.25), ("1,5", 1.5), ("inf", None)])
def test_what_asking_costs_is_typed_as_any_length_of_time(run, typed, hours):
    """Hours or minutes; and without end, which plain data has as null."""
    result = run("evaluate", "--draws", "2", "--json", "--asking-cost", typed)
    assert hours == json.loads(result.stdout)["asking_cost"]


UNSETTLED = ["--stage", "first", "--travel", "1.5", "--status", "open", "--would-accept", "unlikely", "--remote", "no"]


@pytest.fixture
def saved(run, tmp_path):
    """A session in whose questions nobody could answer anything, so that the verdict goes by what is assumed."""
    path = tmp_path / "session.json"
    run("ask", FILES[0], *UNSETTLED, "--save", path, input="idk\n" * 9)
    assert run("evaluate", FILES[0], *UNSETTLED).stdout.startswith("Settle one thing yourself first")
    return path


def test_a_saved_session_is_what_commands_show(run, saved):
    """What was typed and what was left open counts for the verdict, the letter, the reply and the plan."""
    session = iv.Session.from_dict(json.loads(saved.read_text()))
    assert session.evaluation.left_open
    shown = json.loads(run("evaluate", "--session", saved, "--json").stdout)
    assert json.loads(json.dumps(session.evaluation.to_dict())) == shown
    assert run("evaluate", "--session", saved).stdout.startswith("Go.")
    assert str(session.evaluation.letter()) == run("letter", "--session", saved).stdout.rstrip("\n")
    answered = run("reply", "--session", saved, "--attendee", "kim@example.com")
    assert "PARTSTAT=ACCEPTED" in answered.stdout.replace("\r\n ", ""), answered.output
    planned = run("prepare", "--session", saved, "--since", "2026-12-01T08:00+01:00")
    assert (0, True) == (planned.exit_code, "2026-12-03 10:00–10:30  Practise your answers" in planned.stdout), (
        planned.output
    )


@pytest.mark.parametrize(
    "other",
    [[FILES[0]], ["--travel", "2"], ["--role", "Clerk"], ["--history", FILES[0]], ["--job-worth", "20 interviews"]],
)
def test_a_session_says_what_is_known(run, refused, saved, other):
    """Beside a session nothing else may say what is known, since it would be unclear which counts."""
    (line,) = refused(run("evaluate", "--session", saved, *other))
    assert line.startswith("error: --session: ")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "is empty"), ("no JSON", "is no session that was saved"), ("[" * 100_000, "is no session that was saved"),
        ("9" * 5000, "session"), ("[]", "expected data of version 2"), ('{"version": 2, "invitation": {"duration": NaN}}', "invitation.duration: "),
        ('{"version": 2, "steps": [{"quantity": "x", "answer": 1}]}', "no quantity is called"), ("\x00" * 9, "is no session"),
        ('{"version": 2, "steps": [{"quantity": "travel", "answer": 1e999}]}', "steps[0].travel: "), (" " * 1_000_001, "is larger than 1,000,000 bytes"),
        ('{"version": 2, "steps": [{"quantity": "travel", "answer": {"a": []}}]}', "steps[0].travel: "),
    ],
)  # fmt: skip
@pytest.mark.parametrize("arguments", [("evaluate", "--session"), ("ask", "--save")])
def test_what_is_no_session_is_refused_with_its_path(run, refused, tmp_path, arguments, content, told):
    """A file that holds no session, or is too large, is told with its path and the place in it, and is left as it is."""
    path = tmp_path / "session.json"
    path.write_text(content)
    lines = refused(run(*arguments, path))
    assert all(line.startswith(f"error: {path}: ") for line in lines)
    assert told in lines[0]
    assert content == path.read_text()


def test_a_session_that_is_not_there(run, refused, tmp_path):
    """A path without a file is told."""
    assert "cannot be opened" in refused(run("letter", "--session", tmp_path / "gone.json"))[0]
