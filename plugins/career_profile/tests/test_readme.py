"""What the README shows runs, and prints what it says."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from interview_value_career_profile import skill_growth

import interview_value as iv

PLUGIN = Path(__file__).parents[1]
README = (PLUGIN / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """The code blocks of a language."""
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_the_table_of_quantities() -> None:
    """Each quantity is there, with its unit, what is assumed, and whether that is a mere assumption."""
    rows = re.findall(r"^\| `(\w+)`, (\w+) \| (.+) \| (.+) \|$", README, re.MULTILINE)
    shown = {
        name: (unit, prior, "assumption" == source)
        for name, unit, prior, source in rows
        if "in the library" not in prior
    }
    expected = {
        quantity.name: (quantity.unit.partition(" ")[0], quantity.prior_in_words, "assumption" == quantity.source)
        for quantity in skill_growth.quantities
    }
    assert expected == shown


@pytest.fixture
def _in_its_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PLUGIN)
    if "career_profile" not in {plugin.name for plugin in iv.plugins.listing()}:
        pytest.skip("the plugin is not installed; run `nox -s plugins`")


@pytest.mark.usefixtures("_in_its_folder")
def test_the_python_example() -> None:
    """It runs, and its evaluation has the criterion."""
    (example,) = blocks("python")
    names: dict[str, object] = {}
    exec(compile(example, "README.md", "exec"), names)
    evaluation = names["evaluation"]
    assert isinstance(evaluation, iv.Evaluation)
    assert (True, "") == (evaluation.complete, evaluation["skill_growth"].error)


@pytest.mark.usefixtures("_in_its_folder")
def test_the_commands() -> None:
    """Each prints what is shown; ``...`` stands for anything."""
    (example,) = blocks("console")
    env = {**os.environ, "COLUMNS": "100"}
    commands = re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n?)*)", example, re.MULTILINE)
    for command, shown in commands:
        program, *arguments = shlex.split(command)
        if program == "export":
            env |= [arguments[0].split("=")]
            continue
        assert "interview-value" == program
        done = subprocess.run(
            [sys.executable, "-m", "interview_value", *arguments],
            capture_output=True, check=False, encoding="utf-8", env=env,
        )  # fmt: skip
        assert 0 == done.returncode, done.stderr
        pattern = ".*?".join(map(re.escape, shown.strip().split("...")))
        assert re.fullmatch(pattern, done.stdout.strip(), re.DOTALL), done.stdout
    assert 3 == len(commands)
