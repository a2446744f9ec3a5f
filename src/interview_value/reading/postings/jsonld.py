"""JSON-LD: the scripts of a page that hold data for machines, and the objects in them, both within bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

from ..json_data import as_list, as_object

__all__ = ["MAX_SCRIPTS", "find_objects", "find_scripts"]

MAX_NODES = 200_000
"""The most objects and lists that are looked at in one source."""

MAX_DEPTH = 64
"""How deep they may nest: no posting nests deeper."""

MAX_SCRIPTS = 10_000
"""The most scripts that are looked at in one page."""

MAX_TAG = 2_000
"""The longest opening tag that is understood, in characters."""

MARK = re.compile(r"<!--|<script(?=[\s/>])", re.IGNORECASE)
TAG = re.compile(r"""<script(?:[^<>"']|"[^"]*"|'[^']*')*>""", re.IGNORECASE)
END = re.compile(r"</script\b", re.IGNORECASE)


class _Attributes(HTMLParser):
    """Keeps the type of a script. It parses one opening tag, never a page: on hostile ones it takes quadratic time."""

    type = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - its signature
        self.type = next((value or "" for name, value in attrs if name == "type"), "")


def find_scripts(page: str) -> Iterator[str]:
    """Yield the content of each ``<script type="application/ld+json">`` that is not in a comment.

    Args:
        page: HTML, well-formed or not.
    """
    position = 0
    for _ in range(MAX_SCRIPTS):
        if (mark := _next_script(page, position)) is None:
            return
        # Only so much of the page is looked at that a quote that never ends costs nothing.
        tag = TAG.match(page[mark : mark + MAX_TAG])
        if tag is None:
            position = mark + 1
            continue
        start = mark + tag.end()
        end = END.search(page, start)
        position = end.end() if end else len(page)
        if _is_json_ld(tag[0]):
            yield page[start : end.start() if end else len(page)]


def _next_script(page: str, position: int) -> int | None:
    """Return where the next opening tag of a script stands that is not in a comment."""
    while mark := MARK.search(page, position):
        if mark[0] != "<!--":
            return mark.start()
        closed = page.find("-->", mark.end())
        if closed < 0:
            return None
        position = closed + 3
    return None


def _is_json_ld(tag: str) -> bool:
    if "json" not in tag.lower():
        return False
    parser = _Attributes()
    parser.feed(tag)
    return parser.type.partition(";")[0].strip().lower() == "application/ld+json"


def find_objects(data: Any) -> Iterator[Mapping[str, Any]]:
    """Yield the objects in parsed JSON, outer before inner, in the order in which they are written.

    Args:
        data: Parsed JSON; it may refer to itself, and it may be endless.
    """
    waiting: list[tuple[Any, int]] = [(data, 0)]
    for _ in range(MAX_NODES):
        if not waiting:
            return
        item, depth = waiting.pop()
        node = as_object(item)
        if node is not None:
            yield node
        inner = as_list(item) if node is None else list(node.values())
        if depth < MAX_DEPTH:
            waiting += [
                (child, depth + 1) for child in reversed(inner[:MAX_NODES]) if isinstance(child, (Mapping, list))
            ]
