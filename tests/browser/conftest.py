"""A real headless Chromium, and pages on which nothing may run or be fetched that was not meant to.

These tests run in the nox session ``browser``, which says where Chromium is.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest

AT_HOME = ("", "127.0.0.1", "localhost")
"""The hosts that a page under test may fetch from: none at all, and this machine."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, started once."""
    chromium = os.environ.get("INTERVIEW_VALUE_CHROMIUM")
    if not chromium:
        pytest.skip("needs Chromium; run `nox -s browser`")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def alarms() -> list[str]:
    """What ran or was fetched on the page although nothing should."""
    return []


@pytest.fixture
def page(browser: Any, alarms: list[str]) -> Iterator[Any]:
    """A page of its own; the test fails if a script of a hostile text calls `alert`, or anything is fetched elsewhere."""
    context = browser.new_context()
    context.set_default_timeout(10_000)
    opened = context.new_page()

    def on_dialog(dialog: Any) -> None:
        alarms.append(f"a script opened a dialog: {dialog.message}")
        dialog.dismiss()

    def on_request(request: Any) -> None:
        if (urlsplit(request.url).hostname or "") not in AT_HOME:
            alarms.append(f"something was fetched: {request.url}")

    opened.on("dialog", on_dialog)
    context.on("request", on_request)
    yield opened
    context.close()
    assert [] == alarms
