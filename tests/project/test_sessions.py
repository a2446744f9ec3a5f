"""The sessions of nox: which run by themselves, and that each of the others belongs to a tag."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]


@cache
def listed(*options):
    """Return the tags of the sessions that nox would run with the options by name, interpreters left out."""
    command = [sys.executable, "-m", "nox", "--no-dependencies", "--list", "--json", *options]
    done = subprocess.run(command, capture_output=True, check=True, cwd=ROOT, encoding="utf-8")
    return {session["name"]: set(session["tags"]) for session in json.loads(done.stdout)}


def tagged(*tags):
    """Return the names of the sessions that have exactly these tags."""
    return {name for name, tags_of_it in listed("-k", "not nothing").items() if set(tags) == tags_of_it}


BARE = {"lint", "typing", "tests", "core"}


def test_the_command_of_the_readme_runs_four_sessions():
    """Without options nox runs what every change needs, and nothing that takes longer."""
    assert BARE == listed().keys()


def test_ci_has_what_else_must_hold():
    """The tag ci has the other interpreters, the lowest versions, coverage, and what needs more than the tests do."""
    versions = {"interpreters", "lowest", "coverage"}
    assert versions | {"plugins", "new_plugin", "package", "docs", "browser", "spark", "wasm"} <= tagged("ci")


def test_nightly_has_what_takes_long():
    """The tag nightly has what takes long, or depends on the good will of other sites."""
    assert {"properties", "fuzz", "mutation", "benchmarks", "weblinks"} == tagged("nightly")


def test_each_session_is_run_somewhere():
    """A session is run without options or has one tag; only building, sharing and looking at pictures have none."""
    assert BARE | {"build", "environment", "pictures"} == tagged()
    assert listed("-k", "not nothing").keys() == tagged() | tagged("ci") | tagged("nightly")


def test_contributors_find_each_session():
    """The table for contributors has every session that somebody would run by itself."""
    page = (ROOT / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")
    sessions = listed("-k", "not nothing").keys() - {"build", "environment"}
    assert set() == {name for name in sessions if f"| `{name}` |" not in page}
