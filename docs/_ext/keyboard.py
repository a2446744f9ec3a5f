"""What is too wide for a window is scrolled by itself, and what can be scrolled can be reached by the keyboard."""

from __future__ import annotations

import re

WIDE = re.compile(r'<pre(?=>)|<figure\b|<div class="(?:table-wrapper|cell_output)\b[^">]*"')


def reachable(_app: object, _page: str, _template: str, context: dict[str, str], _tree: object) -> None:
    """Put code, tables and pictures in the order of the tabulator key."""
    if "body" in context:
        context["body"] = WIDE.sub(lambda tag: f'{tag[0]} tabindex="0"', context["body"])


def setup(app: object) -> dict[str, bool]:
    """Tell Sphinx when."""
    app.connect("html-page-context", reachable)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
