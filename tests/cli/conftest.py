"""Running commands as a person would."""

from __future__ import annotations

from functools import partial

import pytest
from click.testing import CliRunner

import interview_value as iv
from interview_value.cli import main


@pytest.fixture
def run(monkeypatch):
    """Run the command line as a person would, in a terminal of 100 columns, without installed plugins."""
    monkeypatch.setenv("INTERVIEW_VALUE_NO_DISCOVERY", "1")
    monkeypatch.setenv("COLUMNS", "100")

    def call(*arguments, **options):
        return CliRunner().invoke(main, [str(argument) for argument in arguments], **options)

    return call


@pytest.fixture
def bring(monkeypatch):
    """Let the command line evaluate with a scorer as if an installed plugin brought it."""

    def put(scorer):
        for module in ("options", "request"):
            monkeypatch.setattr(f"interview_value.cli.{module}.Evaluator", partial(iv.Evaluator, plugins=[scorer]))

    return put


@pytest.fixture
def refused():
    """Return what a person is told when something cannot be used: lines that begin with error, and exit code 2."""

    def lines_of(result):
        assert 2 == result.exit_code
        assert "Traceback" not in result.output
        lines = result.stderr.splitlines()
        assert all(line.startswith("error: ") for line in lines)
        return lines

    return lines_of
