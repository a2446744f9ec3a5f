"""The command itself: as a module, without its extra, into any stream."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from interview_value.cli import main
from interview_value.cli.nearest import NEAREST

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = [str(EXAMPLES / "invitation.ics"), str(EXAMPLES / "posting.html")]
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
SAID = ["--status", "open", "--would-accept", "unlikely", "--organization-interest", "some"]


def test_module_runs_the_command_line():
    """The command line also runs as a module, and writes what a narrow encoding can show."""
    done = subprocess.run(
        [sys.executable, "-m", "interview_value", "evaluate", *FILES, *SAID],
        capture_output=True, check=False, env={**os.environ, "PYTHONIOENCODING": "ascii:strict", "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert (0, b"") == (done.returncode, done.stderr)
    assert b"Settle one thing yourself first" in done.stdout


def test_a_narrow_encoding_shows_what_comes_nearest():
    """Where an encoding lacks a minus, it is a hyphen; umlauts stay where there are any, and are spelled out elsewhere."""
    shown = written_in("cp1252", "evaluate", "--role", "Bäcker ≥ 3 漢")
    assert "-" in shown.partition("against")[2]
    assert "Bäcker >= 3 ?" in shown
    assert "Baecker, rue Zoé, Strasse" == "Bäcker, rue Zoé, Straße".encode("ascii", NEAREST).decode().replace(
        "Zoe", "Zoé"
    )


def test_only_what_is_written_has_a_nearest_character():
    """Bytes that cannot be read stay an error."""
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("ascii", NEAREST)


def written_in(encoding, *arguments):
    """What the command line prints in an encoding."""
    done = subprocess.run(
        [sys.executable, "-m", "interview_value", *arguments, "--no-discovery"],
        capture_output=True, check=True, env={**ENVIRONMENT, "PYTHONIOENCODING": encoding},
    )  # fmt: skip
    return done.stdout.decode(encoding)


COMMANDS = {
    "help": ["--help"],
    "evaluate": ["evaluate", FILES[0]],
    "ask": ["ask", FILES[0]],
    "letter": ["letter", FILES[0], "--response", "decline"],
    "reply": ["reply", FILES[0], "--response", "decline"],
    "prepare": ["prepare", FILES[0], "--since", "2026-11-28T08:00+01:00"],
    "read": ["read", FILES[0]],
    "batch": ["batch", str(EXAMPLES / "invitations.csv"), "answers.csv"],
    "explain": ["explain", "practice"],
    "plugins": ["plugins"],
    "new-plugin": ["new-plugin", "night-shifts"],
}
"""A call of every command."""


NO_ROOM = "error: the output cannot be written (No space left on device)\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told():
    """Where nothing can be written the command says so in one line and fails, and Python adds nothing as it ends."""
    with Path("/dev/full").open("w") as full:
        assert (1, NO_ROOM) == ended(full, "evaluate")


def test_a_closed_pipe_ends_it_quietly():
    """Who reads no further, such as head, gets no traceback, not even as Python ends."""
    with closed_pipe() as writing:
        assert (1, "") == ended(writing, "evaluate")


def ended(stream, command):
    """The exit code of a command whose output goes into a stream, and what it told."""
    done = subprocess.run(
        [sys.executable, "-m", "interview_value", *COMMANDS[command], "--no-discovery"],
        check=False, stdout=stream, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT,
    )  # fmt: skip
    return done.returncode, done.stderr


@contextmanager
def closed_pipe():
    """A stream into a pipe that nobody reads."""
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as stream:
        yield stream
        os.dup2(os.open(os.devnull, os.O_WRONLY), writing)  # takes what is left in the buffer


@pytest.fixture
def told(monkeypatch, tmp_path):
    """Run a command here, its output into a stream; return its exit code and what it told."""
    monkeypatch.setenv("INTERVIEW_VALUE_NO_DISCOVERY", "1")
    monkeypatch.chdir(tmp_path)

    def run_into(stream, command):
        errors = io.StringIO()
        for name, replaced in {"stdin": io.StringIO(), "stdout": stream, "stderr": errors}.items():
            monkeypatch.setattr(sys, name, replaced)
        with pytest.raises(SystemExit) as end:
            main(COMMANDS[command])
        monkeypatch.undo()
        return end.value.code, errors.getvalue()

    return run_into


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_tells_of_a_full_disk(told, command):
    """Every command says in one line that nothing can be written."""
    with Path("/dev/full").open("w") as full:
        assert (1, NO_ROOM) == told(full, command)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_ends_quietly_at_a_closed_pipe(told, command):
    """No command shows a traceback where its output is read no further."""
    with closed_pipe() as writing:
        assert (1, "") == told(writing, command)


def test_every_command_is_tried():
    """The calls name every command."""
    assert {"help", *main.commands} == set(COMMANDS)


@pytest.mark.parametrize("command", sorted(main.commands))
def test_help_fits_a_screen_and_a_half(run, command):
    """The help of every command has at most 45 lines of at most 80 characters, and opens with an example."""
    lines = run(command, "--help").stdout.splitlines()
    assert len(lines) <= 45
    assert max(map(len, lines)) <= 80
    assert lines[2].startswith(f"  interview-value {command}") or lines[2].startswith(f"  main {command}")


@pytest.mark.parametrize("command", ["evaluate", "ask", "prepare", "read", "explain", "plugins"])
@pytest.mark.parametrize("columns", [60, 120])
def test_nothing_is_wider_than_the_terminal(run, monkeypatch, command, columns):
    """At any width lines are broken at spaces, and none is longer than 80, but for code and for paths."""
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = run(*COMMANDS[command]).stdout.partition("Its code")[0].splitlines()
    assert [] == [line for line in lines if len(line) > min(columns, 80) and max(map(len, line.split())) < 30]


@pytest.mark.parametrize("encoding", ["ascii", "utf-8"])
def test_what_is_typed_in_another_encoding_is_no_answer(encoding):
    """Bytes that cannot be read are answered like any other nonsense."""
    done = subprocess.run(
        [sys.executable, "-m", "interview_value", "ask", *SAID, "--no-discovery"],
        capture_output=True, check=True, input="\x9d漢\nstop\n".encode("utf-16"), env={**ENVIRONMENT, "PYTHONIOENCODING": encoding},
    )  # fmt: skip
    assert b"is no answer to this" in done.stdout


def test_another_failure_of_a_file_is_not_told_as_a_full_disk(monkeypatch, run):
    """Only what a write says that finds no room is told; what is a mistake of the program stays one."""

    def failing():
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(sys.modules["interview_value.cli.plugins"], "installed", failing)
    assert isinstance(run("plugins").exception, PermissionError)


@pytest.mark.parametrize(("variables", "bold"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_colour(run, monkeypatch, variables, bold):
    """A terminal shows the verdict in bold and its colour, unless colours are not wanted or not known."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    shown = run("evaluate", "--obliged", "yes", color=True).stdout
    assert bold == shown.startswith("\x1b[32m\x1b[1m")
    assert bold == ("\x1b" in shown)


def test_without_its_extra_the_command_line_says_what_to_install():
    """Where click is not installed, the command says so and how to get it, instead of a traceback."""
    done = subprocess.run(
        [sys.executable, "-c", "import sys; sys.modules['click'] = None; import interview_value.__main__"],
        capture_output=True, check=False, text=True, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert 1 == done.returncode
    assert 'the command line needs an extra: pip install "interview-value[cli]"' == done.stderr.strip()


def test_output_may_be_kept_in_memory(monkeypatch):
    """A caller who catches what is printed, in a stream that is no file, gets it."""
    caught = io.StringIO()
    monkeypatch.setattr(sys, "stdout", caught)
    main(["evaluate", "--no-discovery", *SAID], standalone_mode=False)
    assert caught.getvalue().startswith("Settle one thing yourself first; ")


def test_version(run):
    """The version is told."""
    assert "interview-value" in run("--version").stdout
