"""The pages of the documentation in a real browser: for every eye, on every width, and without scripts.

They need the built pages, whose folder ``INTERVIEW_VALUE_SITE`` names; the nox session ``docs`` builds them.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from browser.pages import overflow, serious_violations, set_look

SITE = os.environ.get("INTERVIEW_VALUE_SITE", "")
ROOT = Path(SITE).resolve()
PAGES = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*.html")) if SITE else []
KINDS = [
    "index.html",
    "how-to/index.html",
    "tutorials/decision.html",
    "reference/api.html",
    "explanation/architecture.html",
]

pytestmark = pytest.mark.skipif(not SITE, reason="needs the built pages; run `nox -s docs`")


def visit(page, name, look):
    """Open a page of the site in a look."""
    set_look(page, look)
    page.goto((ROOT / name).as_uri())


RULES = {"light": (), "dark": ("color-contrast",), "narrow": ("scrollable-region-focusable", "target-size")}
"""In light every rule of axe-core is asked, and in the other looks those that the look makes a difference to."""


@pytest.mark.parametrize("name", PAGES)
def test_page_is_for_everybody(page, name):
    """In light, in dark and on a telephone axe-core finds nothing serious, and nobody must scroll the page sideways."""
    for look, rules in RULES.items():
        visit(page, name, look)
        assert [] == serious_violations(page, rules=rules), look
        assert 0 == overflow(page), look


@pytest.mark.parametrize("name", KINDS)
def test_page_works_without_scripts(browser, name):
    """Without any script a page can be read, and the way to all others is there."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    bare = context.new_page()
    bare.goto((ROOT / name).as_uri())
    assert bare.locator("article h1").is_visible()
    assert 200 < len(bare.locator("article").inner_text())
    bare.locator(".sidebar-tree").get_by_role("link", name="Explanation").click()
    assert "Explanation" in bare.locator("article h1").inner_text()
    context.close()


@pytest.mark.parametrize("name", [*KINDS, "tutorials/article.html", "explanation/speed.html"])
def test_page_can_be_printed(page, name):
    """On paper nothing stands above the text, and no code is cut off."""
    visit(page, name, "print")
    shown = "[...document.querySelectorAll('body *')].filter(it => it.offsetWidth && it.offsetHeight)"
    assert 0 == page.evaluate(f"{shown}.filter(it => 'fixed' === getComputedStyle(it).position).length")
    assert 0 == page.evaluate(
        f"{shown}.filter(it => it.matches('article pre') && it.scrollWidth > it.clientWidth).length"
    )


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_hidden_on_a_desktop(page, name):
    """On a usual screen tables fit, and so do code and what was printed, as far as a line has at most 100 characters."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto((ROOT / name).as_uri())
    wide = "boxes => boxes.filter(box => box.scrollWidth > box.clientWidth).map(box => box.innerText)"
    assert [] == page.locator("article :is(.table-wrapper, .cell_output)").evaluate_all(wide)
    code = page.locator("article pre").evaluate_all(wide)
    assert [] == [text for text in code if max(map(len, text.splitlines())) <= 100]


@pytest.mark.parametrize(
    "name", ["index.html", "tutorials/decision.html", "how-to/explore.html", "how-to/pictures.html"]
)
def test_pictures_are_readable_on_a_telephone(page, name):
    """A picture keeps the width that its words need, and is scrolled by itself."""
    visit(page, name, "narrow")
    widths = page.locator("article img").evaluate_all("pictures => pictures.map(picture => picture.width)")
    assert widths
    assert 600 < min(widths)
    assert 0 == overflow(page)


def test_the_theme_can_be_chosen(page):
    """Dark can be had on a light system."""
    visit(page, "index.html", "light")
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator(".theme-toggle:visible").first.click()
    assert before != page.evaluate("getComputedStyle(document.body).backgroundColor")
