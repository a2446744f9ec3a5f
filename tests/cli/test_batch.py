"""`interview-value batch`: files in and out on the command line, with a progress bar and a summary."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

pytest.importorskip("narwhals")
pa = pytest.importorskip("pyarrow")

import pyarrow.parquet as parquet  # noqa: E402

import interview_value as iv  # noqa: E402
from interview_value.cli import main  # noqa: E402

SAID = ["--mindset", "0.7", "--skill-ceiling", "0.4", "--draws", "16"]
SEEKER = iv.Seeker(mindset=0.7, quantities={"skill_ceiling": 0.4})
SAY = 'for 20 per cent say "20%"'
CSV = "organization,role_interest,stage\nAcme,0.7,onsite\nUmbrella,0.1,screen\nInitech,20,\n"


@pytest.fixture
def run(monkeypatch, tmp_path):
    """Run the command in a folder with a file of three rows."""
    monkeypatch.setenv("INTERVIEW_VALUE_NO_DISCOVERY", "1")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in.csv").write_text(CSV)
    return lambda *arguments: CliRunner().invoke(main, ["batch", *map(str, arguments)])


def refused(result):
    """Return what a person is told when something cannot be used."""
    assert 2 == result.exit_code
    assert "Traceback" not in result.output
    return [line.removeprefix("error: ") for line in result.stderr.splitlines()]


def test_answers_and_summary(run):
    """The answers are those of the library for the person of the options; the summary says what came out, with no bar where nobody looks."""
    result = run("in.csv", "out.parquet", *SAID)
    assert (0, "") == (result.exit_code, result.stderr)
    found = parquet.read_table("out.parquet").to_pydict()
    given = pa.table({"role_interest": [0.7, 0.1, 20.0], "stage": ["onsite", "screen", None]})
    expected = iv.frames.evaluate(given, SEEKER, evaluator=iv.Evaluator(discover=False, draws=16)).to_pydict()
    assert {"organization": ["Acme", "Umbrella", "Initech"], **expected} == found
    lines = result.stdout.splitlines()
    assert lines[0].startswith("3 rows written to out.parquet (3 rows in ")
    assert ["attend", "decline", "ask them", "ask yourself", "no verdict"] == [line[5:] for line in lines[1:6]]
    assert "1 row has an error:" == lines[6]
    assert f"row 3: role_interest: got 20.0, expected 0 to 1 (share); {SAY}" == " ".join(" ".join(lines[7:]).split())


def test_summary_as_data(run):
    """With --json the summary is plain data and nothing else."""
    plain = json.loads(run("in.csv", "out.csv", *SAID, "--json").stdout)
    assert ("in.csv", "out.csv", 3, 0) == tuple(plain[name] for name in ("source", "target", "rows", "resumed"))
    assert [{"row": 3, "error": f"role_interest: got 20.0, expected 0 to 1 (share); {SAY}"}] == plain["first_errors"]
    assert 3 == sum(plain["verdicts"].values()) + plain["unsettled"]


def test_options(run):
    """Weights, blocks, no questions and the columns to carry along do what they say."""
    run(
        "in.csv",
        "out.parquet",
        *SAID,
        "--weight",
        "effort=2",
        "--block",
        "courtesy",
        "--no-questions",
        "--keep",
        "stage",
    )
    found = parquet.read_table("out.parquet").to_pydict()
    evaluator = iv.Evaluator(discover=False, draws=16, block={"courtesy"})
    given = pa.table({"role_interest": [0.7, 0.1, 20.0], "stage": ["onsite", "screen", None]})
    expected = iv.frames.evaluate(given, SEEKER, evaluator=evaluator, weights={"effort": 2}, questions=False)
    assert {"stage": ["onsite", "screen", None], **expected.to_pydict()} == found
    run("in.csv", "out.parquet", *SAID, "--keep-none")
    assert "being_seen" == parquet.read_table("out.parquet").column_names[0]
    run("in.csv", "out.parquet", "--draws", "0")
    assert [None] * 3 == parquet.read_table("out.parquet")["net_low"].to_pylist()


def test_what_a_job_is_worth_is_said_once_for_all_rows(run):
    """What a job is worth can be said in other ways than hours, and is told with the other mistakes where it cannot."""
    run("in.csv", "out.parquet", "--draws", 16, "--job-worth", "a Saturday for 2%")
    seeker = iv.Seeker(job_worth=(250, 640))
    given = pa.table({"role_interest": [0.7, 0.1, 20.0], "stage": ["onsite", "screen", None]})
    expected = iv.frames.evaluate(given, seeker, evaluator=iv.Evaluator(discover=False, draws=16)).to_pydict()
    assert expected["net"] == pytest.approx(parquet.read_table("out.parquet")["net"].to_pylist())
    lines = refused(run("in.csv", "o.csv", "--job-worth", "a Saturday for 0.01%", "--draws", -1))
    assert ["--job-worth", "--draws"] == [line.partition(":")[0] for line in lines]


def test_help(run):
    """The options are those that hold for all rows: who you are, and the constants, but nothing of one invitation."""
    shown = run("--help-all").stdout
    assert all(
        option in shown for option in ("--mindset", "--past-interviews", "--skill-ceiling", "--keep", "--history")
    )
    assert not any(option in shown for option in ("--role-interest", "--stage", "--strict", "The invitation (a number"))


def test_all_mistakes_at_once(run):
    """Every mistake in files and options is told at once, by the name that it has on the command line."""
    lines = refused(
        run(
            "none.csv",
            "out.txt",
            "--mindset",
            7,
            "--weight",
            "effort",
            "--draws",
            -1,
            "--history",
            "gone.ics",
            "--keep",
            "x",
        )
    )
    assert ["--mindset", "--weight", "gone.ics", "IN", "OUT", "--draws"] == [line.partition(":")[0] for line in lines]
    lines = refused(run("in.csv", "in.csv", "--weight", "effrt=2", "--keep", "organisation"))
    assert "OUT: got 'in.csv', expected another file than the one that is read" == lines[0]
    assert lines[1].startswith("--weight: got 'effrt'")
    assert ["--keep and --keep-none: give one of them"] == refused(run("in.csv", "o.csv", "--keep", "x", "--keep-none"))
    assert "--keep: got 'organisation', expected a column of the file; did you mean 'organization'?" == lines[2]


def test_what_the_file_says_wrongly(run, tmp_path):
    """Mistakes in the headings and in the file are told of the file."""
    (tmp_path / "in.csv").write_text("duration_low\n1\n")
    (line,) = refused(run("in.csv", "out.csv"))
    assert line.startswith("IN: duration_low: got 'duration_low', expected both")
    (tmp_path / "in.parquet").write_text("none")
    (line,) = refused(run("in.parquet", "out.csv"))
    assert line.startswith("in.parquet: cannot be read (")


def test_history_counts(run, tmp_path):
    """The interviews of a calendar count as those of the person."""
    (tmp_path / "mine.ics").write_text(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20240401T090000Z\nSUMMARY:Phone screen\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    run("in.csv", "out.parquet", *SAID, "--history", "mine.ics")
    assert "experience" not in parquet.read_table("out.parquet")["assumed"][0].as_py()


def test_what_is_in_the_way(run, tmp_path):
    """What cannot be written is told in words."""
    (tmp_path / "out.csv.parts").write_text("")
    (line,) = refused(run("in.csv", "out.csv", *SAID))
    assert "out.csv: cannot be written (File exists)" == line


def test_stopped_from_the_keyboard(run, tmp_path, monkeypatch):
    """Whoever stops it is told that the same command goes on, and it does; asked otherwise it refuses."""

    def stop(self, answers):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("interview_value.frames.files.file_summary.Tally.add", stop)
        result = run("in.csv", "out.csv", *SAID)
    assert 130 == result.exit_code
    assert "stopped; what is finished is in out.csv.parts, and the same command goes on from there" in result.stderr
    (line,) = refused(run("in.csv", "out.csv", "--draws", "8"))
    assert line.startswith("parts: got 'out.csv.parts', expected parts of the same seeker, draws: these are 3 rows")
    assert 3 == json.loads(run("in.csv", "out.csv", *SAID, "--json").stdout)["resumed"]


def test_without_its_extra(run, monkeypatch):
    """Where PyArrow is not installed, the command says what to install."""
    monkeypatch.setitem(sys.modules, "interview_value.frames.files.checks", None)
    (line,) = refused(run("in.csv", "out.csv"))
    assert line.startswith("the command batch needs more: ")


COMMAND = [sys.executable, "-m", "interview_value", "batch", "--no-discovery", "in.csv", "out.csv", *SAID]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals on Windows")
def test_bar_on_a_terminal(run, tmp_path):
    """On a terminal a bar shows how far it is, beside what is printed and not in it."""
    ours, theirs = os.openpty()
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "TERM": "xterm"}
    done = subprocess.run(COMMAND, check=False, stdout=subprocess.PIPE, stderr=theirs, cwd=tmp_path, env=env)
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    assert 0 == done.returncode
    assert "evaluating" in shown
    assert "3/3" in shown
    assert done.stdout.startswith(b"3 rows written to out.csv")


def test_days_that_are_none(run):
    """What is said of the person is refused before any row is read."""
    (line,) = refused(run("in.csv", "out.csv", "--past-interviews", "yesterday"))
    assert line.startswith("--past-interviews[0]: got 'yesterday'")
