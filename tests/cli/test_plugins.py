"""`interview-value plugins`: the listing, on the terminal and as JSON."""

from __future__ import annotations

import json
import sys
import warnings

import pytest
from click.testing import CliRunner

from interview_value.cli import main
from interview_value.plugins.catalogue import Plugin, plugins_text

LISTING = (
    Plugin(
        name="commute",
        package="a-package",
        version="1.2",
        where="commuting.plugin",
        file="/site/commuting/plugin.py",
        hooks=("interview_value_read", "interview_value_scorers", "interview_value_weights"),
        scorers=("commuting", "parking"),
        gates=("too_far",),
        blocked={"parking": "it is in block"},
        quantities=("commute",),
    ),
    Plugin(name="gone", package="b", version="2", status="broken", reason="no \x1b[31mmodule", where="gone"),
)


@pytest.fixture
def run(monkeypatch):
    """Run the command as a person would, with two plugins installed."""
    monkeypatch.setattr(sys.modules["interview_value.cli.plugins"], "installed", lambda: LISTING)
    return lambda *arguments: CliRunner().invoke(main, ["plugins", *arguments])


def test_listing(run):
    """Each plugin is a paragraph with all that it brings; what could take over the terminal is left out."""
    result = run()
    assert 0 == result.exit_code
    assert [
        "commute: active (a-package 1.2)",
        "  scorers     commuting, parking",
        "  gates       too_far",
        "  blocked     parking: it is in block",
        "  quantities  commute",
        "  weights     changes the weights",
        "  readers     reads further formats",
        "  from        commuting.plugin",
        "  file        /site/commuting/plugin.py",
        "",
        "gone: broken (b 2)",
        "  why         no [31mmodule",
        "  from        gone",
    ] == result.stdout.splitlines()


def test_listing_as_json(run):
    """Programs get every field."""
    first, second = json.loads(run("--json").stdout)
    assert ("commute", "1.2", ["commuting", "parking"], "active") == (
        first["name"], first["version"], first["scorers"], first["status"],
    )  # fmt: skip
    assert ("broken", "no \x1b[31mmodule") == (second["status"], second["reason"])


def test_warnings_are_words(monkeypatch):
    """What the environment names and nothing here is called is told in one line, without a place in the code."""
    monkeypatch.setenv("INTERVIEW_VALUE_BLOCK", "unheard_of")
    with warnings.catch_warnings():
        warnings.simplefilter("default")
        result = CliRunner().invoke(main, ["explain", "effort"])
    told = "warning: INTERVIEW_VALUE_BLOCK names 'unheard_of', but nothing here is called that (see how-to/plugin in the documentation)\n"
    assert (0, told) == (result.exit_code, result.stderr)


def test_long_rows_are_broken():
    """A plugin that brings much stays within the width, aligned under its heading."""
    names = tuple(f"criterion_{number}" for number in range(30))
    lines = plugins_text([Plugin(name="much", scorers=names)], 60).splitlines()
    assert all(len(line) <= 60 for line in lines)
    assert all(line.startswith(" " * 14) for line in lines[2:])


def test_the_library_lists_itself(monkeypatch):
    """What really is installed is listed, the library's own criteria among it."""
    monkeypatch.setenv("INTERVIEW_VALUE_NO_DISCOVERY", "1")
    from interview_value.plugins.registry import default_catalogue

    default_catalogue.cache_clear()
    try:
        result = CliRunner().invoke(main, ["plugins"])
    finally:
        default_catalogue.cache_clear()
    assert (0, True) == (result.exit_code, "interview_value: active" in result.stdout)
    assert "practice" in result.stdout
