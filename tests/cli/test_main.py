"""The command itself: as a module, without its extra, into any stream."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys
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


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", [["evaluate", "--no-discovery"], ["--help"]])
def test_a_full_disk_is_told(arguments):
    """Where nothing can be written the command says so in one line and fails."""
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "interview_value", *arguments],
            check=False, stdout=full, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT,
        )  # fmt: skip
    assert (1, "error: the output cannot be written (No space left on device)\n") == (done.returncode, done.stderr)


def test_a_closed_pipe_ends_it_quietly():
    """Who reads no further, such as head, gets no traceback."""
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "interview_value", "evaluate", "--no-discovery"],
        check=False, stdout=writing, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT,
    )  # fmt: skip
    os.close(writing)
    assert (1, "") == (done.returncode, done.stderr)


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
