"""Documents: the JSON objects in a source, which may be a page that holds JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from os import PathLike
from typing import IO, Any, TypeAlias

import interview_value as iv

from .plain import as_list, as_object

__all__ = ["Readable", "object_in", "objects_in"]

Readable: TypeAlias = str | bytes | PathLike[str] | IO[bytes] | IO[str] | Mapping[str, Any]
"""What can be read: a path, the text or bytes themselves, an open file, or parsed JSON."""

MAX_NODES = 100_000
"""The most objects and lists that are looked at in one piece of JSON."""

SCRIPT = re.compile(r"<script\b[^<>]{0,300}\bapplication/ld\+json\b[^<>]{0,300}>", re.IGNORECASE)


def object_in(source: iv.model.Source) -> Mapping[str, Any] | None:
    """Return the JSON object that a source is, or None if it is none.

    Args:
        source: A mapping, or bytes that may be anything.
    """
    if source.mapping is not None:
        return source.mapping
    text = source.text.strip()
    return as_object(_parsed(text)) if text.startswith("{") else None


def objects_in(source: iv.model.Source) -> Iterator[Mapping[str, Any]]:
    """Yield every object in a source that is JSON, or a page with JSON-LD: outer before inner, as they are written.

    Args:
        source: A mapping, or bytes that may be anything.
    """
    if source.mapping is not None:
        yield from _within(source.mapping)
        return
    text = source.text.strip()
    pieces = [text] if text.startswith(("{", "[")) else _scripts(text) if text.startswith("<") else ()
    for piece in pieces:
        yield from _within(_parsed(piece))


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _scripts(page: str) -> Iterator[str]:
    position = 0
    while (tag := SCRIPT.search(page, position)) and (end := page.find("</script", tag.end())) >= 0:
        yield page[tag.end() : end]
        position = end


def _within(data: Any) -> Iterator[Mapping[str, Any]]:
    waiting = [data]
    for _ in range(MAX_NODES):
        if not waiting:
            return
        item = waiting.pop()
        if (node := as_object(item)) is not None:
            yield node
        inner = as_list(item) or list((node or {}).values())
        waiting += [child for child in reversed(inner[:MAX_NODES]) if isinstance(child, (Mapping, list))]
