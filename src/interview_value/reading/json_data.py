"""JSON of sources: parsed within limits, and its objects and lists distinguished from other values."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from typing import Any, TypeGuard, cast

__all__ = ["as_list", "as_object", "is_json_list", "parse"]

EDGE = 200
"""How long the comments around a piece of JSON may be, in characters."""

BEFORE = re.compile(r"\A(?:\s|<!--|//|/\*|<!\[CDATA\[|\*/)+")
AFTER = re.compile(r"(?:\s|-->|//|/\*|\]\]>|\*/|;)+\Z")


def parse(text: str) -> Any:
    """Parse JSON as pages hold it: wrapped in comments or CDATA, or with its quotes written as entities.

    Raises:
        ValueError: It is no JSON, or nests deeper than can be read.
    """
    bare = text.strip()
    before, after = BEFORE.match(bare[:EDGE]), AFTER.search(bare[-EDGE:])
    bare = bare[before.end() if before else 0 : len(bare) - len(after[0]) if after else None]
    try:
        # Raw line breaks within text are wrong and common.
        return json.loads(bare, strict=False)
    except RecursionError:
        raise ValueError("it nests too deep to be read") from None
    except ValueError:
        if "&quot;" not in bare:
            raise
    return parse(html.unescape(bare).replace("&quot;", ""))


def as_object(value: object) -> Mapping[str, Any] | None:
    """Return the value if it is a JSON object, else None."""
    # A plain dict is recognised at once; an abstract class takes ten times as long, and there may be a million values.
    return cast("Mapping[str, Any]", value) if type(value) is dict or isinstance(value, Mapping) else None


def as_list(value: object) -> list[Any]:
    """Return the value if it is a JSON list, else a list of it alone."""
    return value if is_json_list(value) else [value]


def is_json_list(value: object) -> TypeGuard[list[Any]]:
    """Whether a value is a list, of whatever."""
    return isinstance(value, list)
