"""`interview-value explain`: a scorer or gate, on the terminal and as JSON."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

import interview_value as iv
from interview_value.cli import main


def run(*arguments):
    """Run the command as a person would."""
    return CliRunner(env={"COLUMNS": "100"}).invoke(main, ["explain", "--no-discovery", *arguments])


@pytest.mark.parametrize("name", ["practice", "effort", "nothing_of_interest"])
def test_scorers_and_gates(name):
    """It prints what the library says."""
    result = run(name)
    assert 0 == result.exit_code
    assert str(iv.explain(name, evaluator=iv.Evaluator(discover=False))) == result.stdout.rstrip("\n")


def test_as_json():
    """Programs get every field."""
    plain = json.loads(run("practice", "--json").stdout)
    assert json.loads(json.dumps(iv.explain("practice", evaluator=iv.Evaluator(discover=False)).to_dict())) == plain


def test_a_name_that_there_is_not():
    """It is told in words with the nearest name, and the exit code is 2."""
    result = run("practise")
    assert (2, "error: no scorer or gate is called 'practise'; did you mean 'practice'?\n") == (
        result.exit_code,
        result.stderr,
    )
