"""JupyterLab itself: the tutorial as somebody opens it, the explorer in it, and a notebook that is not trusted."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from browser.pages import serious_violations
from browser.server import PATIENCE, free_port, serving

import interview_value as iv

TUTORIAL = Path(__file__).parents[2] / "docs" / "tutorials" / "decision.ipynb"
KERNEL_WAITS = "window.jupyterapp.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'"
"""Before its kernel is there, JupyterLab would ask which one to take."""


@pytest.fixture(scope="module")
def lab(tmp_path_factory, browser):
    """The address of a JupyterLab with the tutorial and a notebook from elsewhere, with no settings of anybody's."""
    pytest.importorskip("jupyterlab")
    folder, settings = tmp_path_factory.mktemp("notebooks"), tmp_path_factory.mktemp("settings")
    shutil.copy(TUTORIAL, folder)
    (folder / "elsewhere.ipynb").write_text(json.dumps(stored()))
    port = free_port()
    command = ["jupyter", "lab", "--no-browser", "--allow-root", "--expose-app-in-browser", f"--ServerApp.port={port}"]
    command += [f"--ServerApp.root_dir={folder}", "--IdentityProvider.token=", "--LabApp.news_url="]
    with serving(*command, port=port, folder=folder, settings=settings, alive="/api") as address:
        yield address


def stored():
    """A notebook with the HTML of an evaluation in it, which nobody here has run."""
    evaluation = iv.Evaluator(discover=False).evaluate(iv.Invitation(role="Data analyst", role_interest=0.3))
    html = evaluation._repr_html_() + "<script>alert(1)</script>"
    output = {"output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": {"text/html": html}}
    cell = {"cell_type": "code", "id": "a", "execution_count": 1, "metadata": {}, "source": "", "outputs": [output]}
    kernel = {"name": "python3", "display_name": "Python 3"}
    return {"cells": [cell], "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}


def opened(page, lab, notebook):
    """Open a notebook, and wait until JupyterLab is there."""
    page.set_default_timeout(1_000 * PATIENCE)
    page.set_viewport_size({"width": 1_200, "height": 4_000})
    page.goto(f"{lab}/lab/tree/{notebook}")
    page.wait_for_function("window.jupyterapp !== undefined")
    page.locator(".jp-Notebook .jp-Cell").first.wait_for()


def run_all(page):
    """Run all cells of the notebook that is open, and wait until the explorer answers."""
    page.wait_for_function(KERNEL_WAITS)
    page.evaluate("() => { window.jupyterapp.commands.execute('notebook:run-all-cells'); }")


@pytest.fixture
def tutorial(page, lab):
    """The tutorial, run from the first cell to the last."""
    opened(page, lab, "decision.ipynb")
    run_all(page)
    page.locator(".iv-explorer").wait_for()
    return page


def test_the_tutorial_runs_and_a_slider_moves_the_verdict(tutorial):
    """Every cell runs without an error; then the keyboard moves a slider, and the verdict of the page is another one."""
    explorer = tutorial.locator(".iv-explorer")
    before = explorer.locator(".iv-verdict").text_content()
    explorer.get_by_role("slider", name="How many times to count “time and money”").press("Home")
    tutorial.wait_for_function("before => document.querySelector('.iv-verdict').textContent !== before", arg=before)
    leaning = "Settle one thing yourself first; so far it leans towards going."
    assert (leaning, "Go.") == (before, explorer.locator(".iv-verdict").text_content())
    assert 0 == tutorial.locator("[data-mime-type='application/vnd.jupyter.error']").count()
    assert 2 <= tutorial.get_by_text("Hours of your time, for and against going").count()


def test_the_explorer_survives_a_second_run(tutorial):
    """Running everything again leaves one explorer, as it was at the start, which answers."""
    tutorial.locator(".iv-explorer").get_by_role("slider", name="How many times to count “time and money”").press("End")
    tutorial.get_by_text("3×", exact=True).wait_for()
    run_all(tutorial)
    tutorial.get_by_text("3×", exact=True).wait_for(state="detached")
    tutorial.locator(".iv-explorer").wait_for()
    assert 1 == tutorial.locator(".iv-explorer").count()
    tutorial.locator(".iv-explorer").get_by_role("slider", name="How many times to count “practice”").press("Home")
    tutorial.get_by_text("0×", exact=True).wait_for()


CELLS = "window.jupyterapp.shell.currentWidget.content.widgets.length"


def test_keys_stay_with_the_explorer(tutorial):
    """Arrows move its sliders, and letters that are shortcuts of the notebook add, leave or delete no cell."""
    explorer = tutorial.locator(".iv-explorer")
    effort = explorer.get_by_role("slider", name="How many times to count “time and money”")
    before = tutorial.evaluate(CELLS)
    effort.press("Home")
    for key in ("ArrowRight", "ArrowUp", "ArrowDown", "ArrowRight"):
        effort.press(key)
    tutorial.get_by_text("0.1×", exact=True).wait_for()
    assert "0.1" == effort.input_value()
    for control in (effort, explorer.get_by_role("button", name="Start again"), explorer.locator("summary").first):
        for key in ("a", "b", "d", "d"):
            control.press(key)
    assert before == tutorial.evaluate(CELLS)
    assert explorer.is_visible()


def test_nobody_is_shut_out(tutorial):
    """In JupyterLab, too, axe-core finds nothing serious in what is ours."""
    assert [] == serious_violations(tutorial, ".iv-explorer")
    assert [] == serious_violations(tutorial, ".jp-RenderedHTML")


def test_a_notebook_that_is_not_trusted(page, lab):
    """Of an output that nobody here has made JupyterLab leaves tables, bars and what unfolds, and runs no script."""
    opened(page, lab, "elsewhere.ipynb")
    output = page.locator(".jp-RenderedHTML")
    output.get_by_role("table", name="For and against going").wait_for()
    assert 0 < output.locator("meter:visible").count()
    entry = output.get_by_text("the interest in the work: 3 of 10")
    assert not entry.is_visible()
    output.get_by_text("See everything").click()
    assert entry.is_visible()
    assert 0 == output.locator("script").count()
