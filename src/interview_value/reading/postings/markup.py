"""A JobPosting that a page holds as microdata or RDFa, read by the extruct library."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Any

from ...errors import ReadError
from ..json_data import as_list, as_object

__all__ = ["has_markup", "read_markup"]

MAX_PAGE = 100_000
"""The longest page whose markup is read, in characters, after it was reduced to what matters."""

MAX_MARKS = 1_000
"""The most attributes of microdata or RDFa that are read: the value of each may be all of the page inside its tag."""

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


def read_markup(name: str, page: str) -> Iterator[tuple[str, list[Mapping[str, Any]]]]:
    """Yield the kind of markup and its objects, in the form of JSON-LD, for microdata and for RDFa.

    Args:
        name: The page's name, for errors.
        page: HTML.

    Raises:
        ReadError: The extruct library is not installed, or there is more markup than is read.
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
    """Return the page without what does not matter here: the library takes long over large ones."""
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
        items = extractor().extract(page)
    except Exception:  # noqa: BLE001 - the library raises many things for a page that is broken
        return []
    return [convert(item, 0) for item in as_list(items) if as_object(item) is not None]


def _item(item: Mapping[str, Any], depth: int) -> dict[str, Any]:
    """Return an item of microdata in the form of JSON-LD."""
    properties = as_object(item.get("properties")) or {}
    inner = {name: _inner(value, depth + 1) for name, value in properties.items()} if depth < MAX_DEPTH else {}
    return {**inner, "@type": item.get("type")}


def _inner(value: Any, depth: int) -> Any:
    """Return a value of microdata, which is text, an item, or a list of them."""
    values = [text if (item := as_object(text)) is None else _item(item, depth) for text in as_list(value)]
    return values if len(values) > 1 else values[0]


def _resource(resource: Mapping[str, Any], _: int) -> dict[str, Any]:
    """Return a resource of RDFa with the last part of the address that names each property."""
    return {re.split("[/#]", name)[-1] if name[:1] != "@" else name: value for name, value in resource.items()}
