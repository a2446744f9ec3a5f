"""How long the explorer takes from a slider's move to the new verdict on the page, the whole way there and back.

Beside it what the way alone takes: a field of ipywidgets whose number a label repeats as soon as Python has seen it.

In JupyterLab and a headless Chromium, with the kernel that the notebook has: from the event of the slider to the frame
after the page has changed, as the browser's own clock has it. Needs Chromium, whose path is in
``INTERVIEW_VALUE_CHROMIUM``, and what the dependency group ``browser`` has.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from tempfile import TemporaryDirectory

from _measure import begin, keep, table
from playwright.sync_api import sync_playwright

MOVES = 30
GOAL = 250
"""Milliseconds."""

PACKAGES = ("anywidget", "ipywidgets", "jupyterlab")
PORT = 8977
SOURCE = """import interview_value as iv
iv.widgets.Explorer(iv.Invitation(role="Data analyst", role_interest=0.2, organization_interest=0.6))"""
KERNEL = {"name": "python3", "display_name": "Python 3"}
KERNEL_WAITS = "window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'"

ECHO_SOURCE = """import ipywidgets
field, label = ipywidgets.FloatText(), ipywidgets.Label("none")
field.observe(lambda change: setattr(label, "value", f"seen: {change.new}"), "value")
ipywidgets.VBox([field, label])"""
ECHO = """async (value) => {
  const field = document.querySelector(".widget-text input[type=number]");
  const seen = () => [...document.querySelectorAll(".widget-label")].map((label) => label.textContent).join();
  const before = seen();
  const started = performance.now();
  field.value = String(value);
  field.dispatchEvent(new Event("change", { bubbles: true }));
  while (seen() === before) await new Promise(requestAnimationFrame);
  return performance.now() - started;
}"""

MOVE = """async (value) => {
  const slider = document.querySelector('[aria-label="Weight of practice"]');
  const output = slider.parentElement.querySelector(".iv-weight");
  const before = output.textContent;
  const started = performance.now();
  slider.value = String(value);
  slider.dispatchEvent(new Event("input", { bubbles: true }));
  while (output.textContent === before) await new Promise(requestAnimationFrame);
  return performance.now() - started;
}"""


def cell(name: str, source: str) -> dict[str, object]:
    """Return a cell of a notebook."""
    return {"cell_type": "code", "id": name, "execution_count": None, "metadata": {}, "source": source, "outputs": []}


def measured(page) -> tuple[list[float], list[float]]:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Return the milliseconds of each move of a slider, and of each way there and back alone, in turns."""
    page.set_default_timeout(60_000)
    page.goto(f"http://127.0.0.1:{PORT}/lab/tree/one.ipynb")
    page.wait_for_function(KERNEL_WAITS)
    page.evaluate("() => { window.jupyterapp.commands.execute('notebook:run-all-cells'); }")
    page.locator(".iv-explorer").wait_for()
    page.locator(".widget-text").wait_for()
    page.evaluate(MOVE, 0.5)  # the first is the browser's warm-up
    page.evaluate(ECHO, 0.5)
    moves, echoes = [], []
    for move in range(MOVES):
        moves.append(page.evaluate(MOVE, 2 if move % 2 else 0.25))
        echoes.append(page.evaluate(ECHO, move + 1))
    return moves, echoes


def main() -> None:
    """Measure, print, and keep if asked."""
    begin("The explorer in JupyterLab, from a slider's move to the new answer", *PACKAGES)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        cells = [cell("a", SOURCE), cell("b", ECHO_SOURCE)]
        notebook = {"cells": cells, "metadata": {"kernelspec": KERNEL}, "nbformat": 4, "nbformat_minor": 5}
        (Path(folder) / "one.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
        command = ["lab", "--no-browser", "--allow-root", "--expose-app-in-browser", f"--ServerApp.port={PORT}"]
        command += [f"--ServerApp.root_dir={folder}", "--IdentityProvider.token=", "--LabApp.news_url="]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        server = subprocess.Popen([sys.executable, "-m", "jupyter", *command], **quiet)
        try:
            wait_until_it_answers()
            chromium = playwright.chromium.launch(
                executable_path=os.environ["INTERVIEW_VALUE_CHROMIUM"], args=["--no-sandbox"]
            )
            taken, alone = measured(chromium.new_page())
            chromium.close()
        finally:
            server.terminate()
            server.wait()
    found = {"median": statistics.median(taken), "slowest": max(taken)}
    way = {"median": statistics.median(alone), "slowest": max(alone)}
    table([(what, number, "ms") for what, number in found.items()], goal=f"{GOAL} ms")
    table([(f"the way alone (ipywidgets), {what}", number, "ms") for what, number in way.items()])
    table([("median, beside the way alone", found["median"] / way["median"], "times")])
    keep("widget", {"moves": MOVES, "milliseconds": found, "way_alone": way}, *PACKAGES)


def wait_until_it_answers() -> None:
    """Wait for JupyterLab, a minute at most."""
    for _ in range(600):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/api"):
                return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("JupyterLab does not answer")


if __name__ == "__main__":
    main()
