"""The sessions of nox: which run by themselves, and that each of the others belongs to a tag."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]


@cache
def listed(*options):
    """Return the names of the sessions that nox would run with the options, interpreters left out."""
    command = [sys.executable, "-m", "nox", "--list", "--json", *options]
    done = subprocess.run(command, capture_output=True, check=True, cwd=ROOT, encoding="utf-8")
    return {session["name"] for session in json.loads(done.stdout)}


def test_the_command_of_the_readme_runs_four_sessions():
    """Without options nox runs what every change needs, and nothing that takes longer."""
    assert {"lint", "typing", "tests", "core"} == listed()


def test_ci_has_what_else_must_hold():
    """The tag ci has the other interpreters and versions, coverage, and what needs a Java, a browser or the network."""
    expected = {
        "interpreters", "lowest", "coverage", "plugins", "new_plugin", "package", "docs", "browser", "spark",
    }  # fmt: skip
    assert expected <= listed("-t", "ci")


def test_nightly_has_what_takes_long():
    """The tag nightly has what takes long, or depends on the good will of other sites."""
    assert {"properties", "fuzz", "mutation", "benchmarks", "weblinks"} == listed("-t", "nightly")


def test_each_session_is_run_somewhere():
    """A session is run without options or has a tag; only building, sharing and looking at pictures have none."""
    everything = listed("-k", "not nothing")
    assert {"build", "environment", "pictures"} == everything - listed() - listed("-t", "ci") - listed("-t", "nightly")
    assert set() == listed("-t", "ci") & listed("-t", "nightly")


def test_contributors_find_each_session():
    """The page for contributors names every session that runs something."""
    page = (ROOT / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")
    sessions = listed("-k", "not nothing") - {"build", "environment"}
    assert set() == {name for name in sessions if f"`{name}`" not in page and f"`{name}-3.12`" not in page}
