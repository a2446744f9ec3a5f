"""How long the explorer takes from a slider's move to the new verdict on the page, the whole way there and back.

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

PORT = 8977
SOURCE = """import interview_value as iv
iv.widgets.Explorer(iv.Invitation(role="Data analyst", role_interest=0.2, organization_interest=0.6))"""
CELL = {"cell_type": "code", "id": "a", "execution_count": None, "metadata": {}, "source": SOURCE, "outputs": []}
KERNEL = {"name": "python3", "display_name": "Python 3"}
KERNEL_WAITS = "window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'"

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


def measured(page) -> list[float]:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Return the milliseconds of each move of a slider."""
    page.set_default_timeout(60_000)
    page.goto(f"http://127.0.0.1:{PORT}/lab/tree/one.ipynb")
    page.wait_for_function(KERNEL_WAITS)
    page.evaluate("() => { window.jupyterapp.commands.execute('notebook:run-all-cells'); }")
    page.locator(".iv-explorer").wait_for()
    page.evaluate(MOVE, 0.5)  # the first is the browser's warm-up
    return [page.evaluate(MOVE, 2 if move % 2 else 0.25) for move in range(MOVES)]


def main() -> None:
    """Measure, print, and keep if asked."""
    begin("The explorer in JupyterLab, from a slider's move to the new answer", "anywidget", "jupyterlab")
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        notebook = {"cells": [CELL], "metadata": {"kernelspec": KERNEL}, "nbformat": 4, "nbformat_minor": 5}
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
            taken = measured(chromium.new_page())
            chromium.close()
        finally:
            server.terminate()
            server.wait()
    found = {"median": statistics.median(taken), "slowest": max(taken)}
    table([(what, number, "ms") for what, number in found.items()], goal=f"{GOAL} ms")
    keep("widget", {"moves": MOVES, "milliseconds": found}, "anywidget", "jupyterlab")


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
