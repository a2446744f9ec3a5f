"""Pages for tests in a browser: a piece of HTML in each of its looks, and what axe-core finds wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

__all__ = ["HOSTILE", "LOOKS", "Look", "marks", "overflow", "serious_violations", "set_look", "show"]


class Look(NamedTuple):
    """A way in which a page is looked at.

    Args:
        scheme: What the system says that it prefers, ``"light"`` or ``"dark"``.
        width: The width of the window, CSS pixels.
        media: ``"screen"`` or ``"print"``.
    """

    scheme: str = "light"
    width: int = 1000
    media: str = "screen"


LOOKS = {
    "light": Look(),
    "dark": Look(scheme="dark"),
    "narrow": Look(width=360),
    "telephone": Look(scheme="dark", width=375),
    "print": Look(width=720, media="print"),
}
"""360 pixels is a small telephone, 375 a usual one; 720 is what A4 leaves between its margins."""

PAGE = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A piece of HTML</title>
<style>
:root {{ color-scheme: light dark }}
body {{ margin: 16px; font: 14px/1.5 system-ui, sans-serif; background: Canvas; color: CanvasText }}
</style></head>
<body {body}><main><h1>A piece of HTML</h1>{html}</main></body>
</html>
"""

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'-alert(1)-'",
    "</td></table><svg onload=alert(1)>",
    "javascript:alert(1)",
    "{{alert(1)}}",
    "w" * 2_000,
    "\u202eright to left עברית العربية",
    "👩‍💻 🤷🏽",
)
"""Texts that take over, widen or turn round a page which is careless; each that runs, runs `alert`."""

BAD = ("serious", "critical")
"""What axe-core calls the two worst of its four grades."""


def set_look(page: Any, look: str) -> None:
    """Look at a page in one of `LOOKS`, without loading it again."""
    scheme, width, media = LOOKS[look]
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme, media=media)


def show(page: Any, html: str, look: str = "light", body: str = "") -> None:
    """Show a piece of HTML on a page of its own.

    Args:
        page: The fixture `page`.
        html: The piece, as `_repr_html_` returns it.
        look: One of `LOOKS`.
        body: Attributes of the body by which a host says its theme, such as ``data-jp-theme-light="false"``.
    """
    set_look(page, look)
    page.set_content(PAGE.format(html=html, body=body))


def serious_violations(page: Any, within: str | None = None, rules: Sequence[str] = ()) -> list[str]:
    """Return what axe-core finds that is serious or critical, one line for each rule and place.

    Args:
        page: A page that is open.
        within: A CSS selector of the part to look at; the whole page if left out.
        rules: The rules to go by, which is much quicker; all if left out.
    """
    from axe_playwright_python.sync_playwright import Axe

    options: dict[str, Any] = {"resultTypes": ["violations"]}  # what is well takes long to describe
    if rules:
        options["runOnly"] = {"type": "rule", "values": list(rules)}
    found = Axe().run(page, context=within, options=options).response["violations"]
    return [
        f"{violation['id']}: {violation['help']} at {node['target']}: {node['html'][:200]}"
        for violation in found
        if violation["impact"] in BAD
        for node in violation["nodes"]
    ]


def overflow(page: Any) -> int:
    """Return by how many pixels the page is wider than its window; 0 if nobody must scroll sideways."""
    return page.evaluate("Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)")


def marks(text: str) -> str:
    """Return a text without spaces and without what cannot be printed, which displays leave out or make spaces of."""
    return "".join(mark for mark in text if mark.isprintable() and not mark.isspace())
