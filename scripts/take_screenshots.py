"""Photograph all that shows itself, in each look of tests/browser: ``python scripts/take_screenshots.py FOLDER``.

Needs Playwright and a Chromium, whose path is in ``INTERVIEW_VALUE_CHROMIUM``; `nox -s pictures` sees to both.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from browser.host import mount
from browser.pages import LOOKS, show
from display.things import THINGS

import interview_value as iv

SHARP = 1.44
"""Pixels of a photograph for each of the page, so that text stays sharp where the picture is shown larger."""


def main() -> None:
    """Take a picture of each thing in each look."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ["INTERVIEW_VALUE_CHROMIUM"], args=["--no-sandbox"]
        )
        page = chromium.new_page(device_scale_factor=SHARP)
        _displays(page, folder)
        _explorer(page, folder)
        chromium.close()


def _displays(page: Any, folder: Path) -> None:
    for kind, make in THINGS.items():
        html = make("Acme")._repr_html_()
        for look in LOOKS:
            show(page, html, look)
            page.screenshot(path=folder / f"{kind}-{look}.png", full_page=True)


def _explorer(page: Any, folder: Path) -> None:
    """Photograph an explorer with a slider moved; the light one is docs/_static/explorer.png."""
    invitation = iv.Invitation(
        role="Data analyst", organization="Acme", stage="first", role_interest=0.2, organization_interest=0.6
    )
    explorer = iv.widgets.Explorer(invitation, iv.Seeker(upcoming_interviews=6, mindset=0.7))
    explorer.weights = {"practice": 1.3}
    for look in LOOKS:
        mount(page, explorer, look=look)
        page.locator(".iv-explorer").screenshot(path=folder / f"explorer-{look}.png")


if __name__ == "__main__":
    main()
