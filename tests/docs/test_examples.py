"""Every example of the README and the documentation runs, and the commands print what is shown."""

import contextlib
import io
import re
import shlex
import shutil
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from interview_value.cli import main

sybil = pytest.importorskip("sybil")
myst = pytest.importorskip("sybil.parsers.myst")

ROOT = Path(__file__).parents[2]
FOUND = [ROOT / "README.md", *(page for page in (ROOT / "docs").rglob("*.md") if "_build" not in page.parts)]
PAGES = sorted(page for page in FOUND if page.stem not in ("spark", "ray"))
"""All but Spark, which needs a Java and so a nox session of its own, and Ray, which is too large for a test."""


def run_console(example):
    """Run the commands of a console block, and compare what they print with what is shown; ``...`` stands for anything."""
    text = example.parsed.replace("\\\n", " ")  # a command may go on in the next line
    for command, shown in re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n?)*)", text, re.MULTILINE):
        program, *arguments = shlex.split(command)
        assert "interview-value" == program
        with tempfile.TemporaryDirectory() as folder:  # for what a command writes
            shutil.copytree(ROOT / "examples", Path(folder) / "examples")
            with contextlib.chdir(folder):
                done = CliRunner().invoke(main, arguments, env={"COLUMNS": "100"})
        assert 0 == done.exit_code, done.output
        pattern = ".*?".join(map(re.escape, shown.strip().split("...")))
        assert re.fullmatch(pattern, done.stdout.strip(), re.DOTALL), done.stdout


PARSERS = [myst.PythonCodeBlockParser(), myst.CodeBlockParser("console", run_console)]


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_examples_of_the_page_run(page, monkeypatch):
    """The Python blocks of a page run one after the other from the repository's root; its commands run beside the examples."""
    monkeypatch.chdir(ROOT)
    document = sybil.Sybil(PARSERS).parse(page)
    with contextlib.redirect_stdout(io.StringIO()):
        for example in document.examples():
            example.evaluate()


def test_pages_have_examples():
    """The pages that teach have examples to run, so that this file tests something."""
    taught = {page.stem for page in PAGES if list(sybil.Sybil(PARSERS).parse(page).examples())}
    assert {
        "README",
        "command-line",
        "plugin",
        "test-a-scorer",
        "questions",
        "embed",
        "mail",
        "cite",
        "files",
        "reweigh",
        "other-methods",
        "explain",
        "answer",
        "history",
        "tables",
        "many-rows",
        "parquet",
        "duckdb",
        "polars-lazy",
        "dask",
        "batch",
    } <= taught
