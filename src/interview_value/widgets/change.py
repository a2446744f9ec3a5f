"""A change that a browser asks for.

A browser is not trusted: every size is bounded, every type and name is checked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from ..errors import FieldError, InvalidInputError, is_list, is_mapping, nearest_name, short
from ..plugins.calls import mistakes_in_weights

__all__ = ["Change", "read_change"]

MAX_TOKEN = 40
"""The most characters of a token."""

MAX_ENTRY = 100
"""The most characters of an entry in a field."""

MAX_CHANGES = 1_000
"""The most weights or entries of one change: many more than there are criteria or quantities."""

KEYS = ("token", "weights", "entries", "restart")


@frozen
class Change:
    """A change by hand.

    Args:
        token: The text by which the browser recognises the answer to this change.
        weights: Weights by scorer; None for the evaluator's own.
        entries: The two texts in the fields of a quantity, by its name: a number, or the ends of a range, or a choice.
        restart: Whether everything goes back to the start before the rest is changed.
    """

    token: str
    weights: Mapping[str, float | None]
    entries: Mapping[str, tuple[str, str]]
    restart: bool


def read_change(message: object) -> Change:
    """Read the change in a message of a browser, which may be any data.

    Raises:
        InvalidInputError: The message is no change; all its mistakes.
    """
    if not is_mapping(message):
        raise InvalidInputError("change", [FieldError("change", message, "an object with names and values")])
    mistakes = list(_mistakes(message))
    if mistakes:
        raise InvalidInputError("change", mistakes)
    entries = {name: (low.strip(), high.strip()) for name, (low, high) in message.get("entries", {}).items()}
    return Change(message["token"], message.get("weights", {}), entries, message.get("restart", False))


def _mistakes(message: Mapping[Any, Any]) -> Iterator[FieldError]:
    token, restart = message.get("token"), message.get("restart", False)
    if not _is_text(token, MAX_TOKEN):
        yield FieldError("token", token, f"a text of at most {MAX_TOKEN} characters")
    if not isinstance(restart, bool):
        yield FieldError("restart", restart, "true or false")
    yield from _mistakes_in_values("weights", message.get("weights", {}))
    yield from _mistakes_in_values("entries", message.get("entries", {}))
    for name in list(message)[: MAX_CHANGES + 1]:
        if name not in KEYS:
            yield FieldError(short(name), message[name], "one of " + ", ".join(KEYS), nearest_name(name, KEYS))


def _mistakes_in_values(path: str, values: object) -> Iterator[FieldError]:
    if not is_mapping(values) or len(values) > MAX_CHANGES or not all(isinstance(name, str) for name in values):
        yield FieldError(path, values, f"an object with at most {MAX_CHANGES:,} names and values")
    elif path == "weights":
        yield from mistakes_in_weights({name: weight for name, weight in values.items() if weight is not None})
    else:
        for name, value in values.items():
            if not is_list(value) or len(value) != 2 or not all(_is_text(text, MAX_ENTRY) for text in value):
                yield FieldError(
                    f"entries[{short(name)}]", value, f"a pair of texts of at most {MAX_ENTRY} characters each"
                )


def _is_text(value: object, longest: int) -> bool:
    return isinstance(value, str) and len(value) <= longest
