"""Markup: a JobPosting that a page holds as microdata or RDFa, through the extruct library."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Any

from ...errors import ReadError
from ..jsonld import as_list, as_object

__all__ = ["has_markup", "marked_up"]

MAX_PAGE = 100_000
"""The longest page whose markup is followed, in characters, after all that says nothing was left out."""

MAX_MARKS = 1_000
"""The most attributes of microdata or RDFa that are followed: each may hold all of the page that it stands around."""

MAX_TAG = 4_000
"""The longest tag that is looked at, in characters."""

MAX_DEPTH = 16
"""How deep items may nest; a posting needs four."""

MARKUP = re.compile(r"""(?:itemtype|typeof)\s*=\s*["']?[^"'<>=]{0,200}\bJobPosting\b""", re.IGNORECASE)
MARK = re.compile(r"\b(?:item(?:prop|scope|ref|type|id)|typeof|property|rel|rev|vocab|prefix)\b", re.IGNORECASE)
REFERENCE = re.compile(r"\bitemref\b", re.IGNORECASE)
DROPPED = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style|svg|noscript)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
LONG_VALUE = re.compile(r"""("[^"<>]{300})[^"<>]*"|('[^'<>]{300})[^'<>]*'""")
LONG_TEXT = re.compile(r">([^<>]{300})[^<>]+")
TAG = re.compile(r"<(/?[a-z][a-z0-9:-]{0,20})[^<>]*>", re.IGNORECASE)


def has_markup(page: str) -> bool:
    """Whether a page seems to hold a JobPosting as microdata or RDFa."""
    return MARKUP.search(page) is not None


def marked_up(name: str, page: str) -> Iterator[tuple[str, list[Mapping[str, Any]]]]:
    """Yield what a page holds as microdata and as RDFa, each as objects in the manner of JSON-LD.

    Args:
        name: The page's name, for errors.
        page: HTML.

    Raises:
        ReadError: The extruct library is not installed, or there is more markup than is followed.
    """
    page = _reduced(page)
    if len(page) > MAX_PAGE or len(MARK.findall(page)) > MAX_MARKS:
        raise ReadError(name, "has a JobPosting as microdata or RDFa, and more markup than is followed")
    try:
        library = import_module("extruct")
    except ImportError as error:
        reason = 'has a JobPosting as microdata or RDFa; to read it: pip install "interview-value[microdata]"'
        raise ReadError(name, reason) from error
    # References between items may go round in circles, which the library follows.
    yield "microdata", _items(library.MicrodataExtractor, REFERENCE.sub("data-ref", page), _item)
    yield "RDFa", _items(library.RDFaExtractor, page, _resource)


def _reduced(page: str) -> str:
    """The page without what says nothing: the library takes long over large ones."""
    page = LONG_VALUE.sub(lambda match: f'{match[1]}"' if match[1] else f"{match[2]}'", DROPPED.sub(" ", page))
    return TAG.sub(_reduced_tag, LONG_TEXT.sub(r">\1", page))


def _reduced_tag(tag: re.Match[str]) -> str:
    if len(tag[0]) > MAX_TAG:
        return ""
    return tag[0] if MARK.search(tag[0]) else f"<{tag[1]}>"


def _items(
    extractor: Callable[[], Any], page: str, convert: Callable[[Mapping[str, Any], int], dict[str, Any]]
) -> list[Mapping[str, Any]]:
    try:
        found = extractor().extract(page)
    except Exception:  # noqa: BLE001 - the library raises many things for a page that is broken
        return []
    return [convert(item, 0) for item in as_list(found) if as_object(item) is not None]


def _item(item: Mapping[str, Any], depth: int) -> dict[str, Any]:
    """An item of microdata in the manner of JSON-LD."""
    properties = as_object(item.get("properties")) or {}
    inner = {name: _inner(value, depth + 1) for name, value in properties.items()} if depth < MAX_DEPTH else {}
    return {**inner, "@type": item.get("type")}


def _inner(value: Any, depth: int) -> Any:
    """A value of microdata: text, an item, or a list of them."""
    values = [one if (item := as_object(one)) is None else _item(item, depth) for one in as_list(value)]
    return values if len(values) > 1 else values[0]


def _resource(resource: Mapping[str, Any], _: int) -> dict[str, Any]:
    """A resource of RDFa, whose properties are called by their whole address, by their short names."""
    return {re.split("[/#]", name)[-1] if name[:1] != "@" else name: value for name, value in resource.items()}
