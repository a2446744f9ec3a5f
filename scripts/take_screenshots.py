"""Photograph all that shows itself, in each look of tests/browser: ``python scripts/take_screenshots.py FOLDER``.

Needs Playwright and a Chromium, whose path is in ``INTERVIEW_VALUE_CHROMIUM``; `nox -s pictures` sees to both.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from browser.pages import LOOKS, show
from display.things import THINGS


def main() -> None:
    """Take a picture of each thing in each look."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ["INTERVIEW_VALUE_CHROMIUM"], args=["--no-sandbox"]
        )
        page = chromium.new_page()
        for kind, make in THINGS.items():
            html = make("Acme")._repr_html_()
            for look in LOOKS:
                show(page, html, look)
                page.screenshot(path=folder / f"{kind}-{look}.png", full_page=True)
        chromium.close()


if __name__ == "__main__":
    main()
