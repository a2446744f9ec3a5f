"""JSON-LD: the data that a page holds for machines, found and walked through within bounds."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Any, TypeGuard, cast

__all__ = ["as_list", "as_object", "is_list", "nodes", "parse", "scripts"]

MAX_NODES = 200_000
"""The most objects and lists that are looked at in one source."""

MAX_DEPTH = 64
"""How deep they may nest; deeper is no posting."""

MAX_SCRIPTS = 10_000
"""The most scripts that are looked at in one page."""

MAX_TAG = 2_000
"""The longest opening tag that is understood, in characters."""

EDGE = 200
"""How long the comments around a piece of JSON may be, in characters."""

MARK = re.compile(r"<!--|<script(?=[\s/>])", re.IGNORECASE)
TAG = re.compile(r"""<script(?:[^<>"']|"[^"]*"|'[^']*')*>""", re.IGNORECASE)
END = re.compile(r"</script\b", re.IGNORECASE)
BEFORE = re.compile(r"\A(?:\s|<!--|//|/\*|<!\[CDATA\[|\*/)+")
AFTER = re.compile(r"(?:\s|-->|//|/\*|\]\]>|\*/|;)+\Z")


class _Attributes(HTMLParser):
    """Reads one opening tag, never a whole page: on hostile ones it takes time in the square of their size."""

    kind = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - its signature
        self.kind = next((value or "" for name, value in attrs if name == "type"), "")


def scripts(page: str) -> Iterator[str]:
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
    return parser.kind.partition(";")[0].strip().lower() == "application/ld+json"


def parse(text: str) -> Any:
    """Parse JSON as pages hold it: wrapped in comments or CDATA, or with its quotes written as entities.

    Args:
        text: The text.

    Raises:
        ValueError: It is no JSON, or nests deeper than can be read.
    """
    bare = _unwrapped(text)
    try:
        # Raw line breaks within text are wrong and common.
        return json.loads(bare, strict=False)
    except RecursionError:
        raise ValueError("it nests too deep to be read") from None
    except ValueError:
        if "&quot;" not in bare:
            raise
    return parse(html.unescape(bare).replace("&quot;", ""))


def _unwrapped(text: str) -> str:
    """The text without the comments and CDATA marks around it."""
    bare = text.strip()
    before, after = BEFORE.match(bare[:EDGE]), AFTER.search(bare[-EDGE:])
    return bare[before.end() if before else 0 : len(bare) - len(after[0]) if after else None]


def nodes(data: Any) -> Iterator[Mapping[str, Any]]:
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


def as_object(value: object) -> Mapping[str, Any] | None:
    """Return the value if it is a JSON object, else None."""
    # A plain dict is told at once; asking an abstract class takes ten times as long, and there may be a million values.
    return cast("Mapping[str, Any]", value) if type(value) is dict or isinstance(value, Mapping) else None


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Whether a value is a JSON list."""
    return isinstance(value, list)


def as_list(value: object) -> list[Any]:
    """Return the value if it is a JSON list, else a list of nothing but it; an object is never taken apart."""
    return value if is_list(value) else [value]
