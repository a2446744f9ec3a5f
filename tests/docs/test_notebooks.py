"""Every notebook of the documentation runs, and what its text says of its numbers is so."""

from __future__ import annotations

import contextlib
import io
import json
from pathlib import Path

import pytest

import interview_value as iv

DOCS = Path(__file__).parents[2] / "docs"
NOTEBOOKS = sorted(page for page in DOCS.rglob("*.ipynb") if "_build" not in page.parts)


def cells(notebook, kind):
    """Return the cells of a kind."""
    return [cell for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == kind]


def run(notebook):
    """Run the code of a notebook from top to bottom, and return its names and what it printed."""
    names, printed = {}, io.StringIO()
    with contextlib.redirect_stdout(printed):
        for cell in cells(notebook, "code"):
            exec(compile("".join(cell["source"]), str(notebook), "exec"), names)
    return names, printed.getvalue()


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=[page.stem for page in NOTEBOOKS])
def test_notebook_keeps_nothing_of_a_run(notebook):
    """A notebook is stored without outputs: what it shows is worked out when the documentation is built."""
    code = cells(notebook, "code")
    assert code
    assert [([], None)] * len(code) == [(cell["outputs"], cell["execution_count"]) for cell in code]


def test_the_tutorial_leads_to_a_decision():
    """The tutorial asks the one question that matters, and then there is a decision, as its text says."""
    names, printed = run(DOCS / "tutorials" / "decision.ipynb")
    assert iv.Verdict.ASK_FIRST is names["evaluation"].verdict
    assert "job_worth" == names["question"].quantity
    assert names["question"].worth > names["evaluation"].asking_cost == 0.25
    assert iv.Verdict.ATTEND is names["decided"].verdict
    assert names["session"].question is None
    assert names["alone"].net.mean < names["decided"].net.mean
    assert iv.Verdict.ATTEND is names["alone"].verdict
    assert "Thank you for inviting me" in printed
    assert printed.endswith("decline\n")


def test_the_tutorial_counts_what_was_answered():
    """Four answers were given by a person, out of more than twenty that a person could give."""
    decided = run(DOCS / "tutorials" / "decision.ipynb")[0]["decided"]
    asked = [entry for entry in decided.inputs if entry.question]
    assert 4 == len([entry for entry in asked if entry.origin is iv.Origin.GIVEN])
    assert 20 < len(asked) < 30
