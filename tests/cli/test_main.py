"""The command itself: as a module, without its extra, into any stream."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

from interview_value.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = [str(EXAMPLES / "invitation.ics"), str(EXAMPLES / "posting.html")]
SAID = ["--status", "open", "--would-accept", "unlikely", "--organization-interest", "some"]


def test_module_runs_the_command_line():
    """The command line also runs as a module, and writes what a narrow encoding can show."""
    done = subprocess.run(
        [sys.executable, "-m", "interview_value", "evaluate", *FILES, *SAID],
        capture_output=True, check=False, env={**os.environ, "PYTHONIOENCODING": "ascii:strict", "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert (0, b"") == (done.returncode, done.stderr)
    assert b"Settle one thing yourself first" in done.stdout


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
    assert caught.getvalue().startswith("Settle one thing yourself first: ")


def test_version(run):
    """The version is told."""
    assert "interview-value" in run("--version").stdout
