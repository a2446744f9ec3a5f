"""Values of cells: what a cell says of one field of an invitation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import datetime, time
from typing import Any, NamedTuple, TypeAlias

from ...errors import short
from ...model.bookkeeping import MAX_TEXT
from ...model.guards import is_list
from ...model.invitation import Stage
from ...model.quantity import Quantity
from ..text import clean
from ..words.places import find_place
from ..words.wording import find_stages
from .amounts import amount, is_number_like
from .cells import Cell, shown
from .dates import Dates, time_of_day
from .headings import CLOCK, Meaning

__all__ = ["Convert", "Said", "is_blank", "reader_of"]

Scale: TypeAlias = tuple[float, float]
"""The two ends of the table's own scale."""

Convert: TypeAlias = Callable[[Any], Any] | Scale
"""How the values of a column become those of a field: a function, or the two ends of the table's own scale."""

BLANK = re.compile(
    r"[-–—?.·/\s]*|n/?a|#n/a|#value!|#ref!|#name\?|#div/0!|null|none|nil|nan|tb[dac]|unknown|undisclosed|confidential"
    r"|anonymous|(?:not|un)[ -]?(?:yet[ -])?(?:specified|provided|stated|given|mentioned|available|known|applicable)\b"
    r".{0,40}",
    re.IGNORECASE | re.DOTALL,
)
"""What people and programs write where they know nothing."""

STAGES = {
    **dict.fromkeys(("screen", "screening", "phone", "phone interview", "phone call"), Stage.SCREEN),
    **dict.fromkeys(("first", "1st", "first round", "round 1"), Stage.FIRST),
    **dict.fromkeys(("onsite", "on-site", "on site"), Stage.ONSITE),
    **dict.fromkeys(("final", "last round"), Stage.FINAL),
}
"""What stands alone in a column of stages; longer words are read as those of calendar entries."""

IN_PERSON = re.compile(r"\b(?:in[ -]person|face[ -]to[ -]face|f2f|on-?site|in (?:the |our )?office)\b", re.IGNORECASE)
YES_NO = {"yes": True, "true": True, "y": True, "no": False, "false": False, "n": False}


class Said(NamedTuple):
    """What a cell says.

    Args:
        name: The field or quantity.
        value: Its value.
        how: How it was taken, if the cell does not plainly say; else empty.
    """

    name: str
    value: Any
    how: str = ""


Reader: TypeAlias = Callable[[Cell], list[Said]]


def is_blank(cell: Cell) -> bool:
    """Whether a cell says nothing."""
    return cell is None or (isinstance(cell, str) and len(cell) < 100 and BLANK.fullmatch(cell) is not None)


def reader_of(
    meaning: Meaning, heading: str, cells: Iterable[Cell], quantity: Quantity | None, convert: Convert | None
) -> Reader:
    """Return the function that reads the cells of a column: it returns what they say, if anything.

    Args:
        meaning: What the column holds.
        heading: Its heading.
        cells: Its cells, by which the order of day and month shows.
        quantity: The quantity that it holds, if it is one.
        convert: How the user says that its values are to be taken.

    Returns:
        A function that raises `ValueError`, with what is allowed, for a cell that cannot be used.
    """
    name = meaning.name
    if is_list(convert) and quantity is not None:
        return _on_scale(name, quantity, (convert[0], convert[1]))
    if callable(convert):
        return _converted(name, quantity, convert)
    if quantity is not None:
        return _amount(meaning, quantity)
    if name == "starts":
        dates = Dates(cells, heading)
        return lambda cell: [Said("starts", dates.read(cell))]
    plain: dict[str, Reader] = {CLOCK: _clock, "stage": _stage(heading), "remote": _remote, "location": _location}
    return plain.get(name, lambda cell: [Said(name, _text(cell))])


def _amount(meaning: Meaning, quantity: Quantity) -> Reader:
    def read(cell: Cell) -> list[Said]:
        if quantity.name == "people_met" and isinstance(cell, str) and not any(map(str.isdigit, cell)):
            return []  # names, which are not counted: whoever is named need not be all
        return [Said(meaning.name, *amount(cell, quantity, meaning.factor))]

    return read


def _on_scale(name: str, quantity: Quantity, scale: Scale) -> Reader:
    points = Quantity(name, unit="points", bounds=(min(scale), max(scale)), prior=scale[0])
    low, width = quantity.bounds.low, quantity.bounds.high - quantity.bounds.low

    def read(cell: Cell) -> list[Said]:
        estimate, _ = amount(cell, points)
        ends = sorted(low + width * (end - scale[0]) / (scale[1] - scale[0]) for end in (estimate.low, estimate.high))
        return [Said(name, quantity.estimate(ends), f"on a scale from {scale[0]:g} to {scale[1]:g}")]

    return read


def _converted(name: str, quantity: Quantity | None, convert: Callable[[Any], Any]) -> Reader:
    def read(cell: Cell) -> list[Said]:
        number = isinstance(cell, str) and is_number_like(cell)
        try:
            value = convert(float(cell) if number and isinstance(cell, str) else cell)
        except Exception as error:
            reason = f"what the function given for this column takes; it raised {type(error).__name__}"
            raise ValueError(f"{reason}: {short(str(error), 200)}") from error
        if value is None:
            return []
        return [Said(name, value if quantity is None else quantity.estimate(value), "converted")]

    return read


def _text(cell: Cell) -> str | None:
    text = shown(cell)
    if len(text) > MAX_TEXT:
        raise ValueError(f"text of at most {MAX_TEXT:,} characters")
    return clean(text)


def _clock(cell: Cell) -> list[Said]:
    if isinstance(cell, datetime):
        cell = cell.time()
    return [Said(CLOCK, cell if isinstance(cell, time) else time_of_day(shown(cell)))]


def _stage(heading: str) -> Reader:
    rounds = "round" in heading.lower()

    def read(cell: Cell) -> list[Said]:
        text = " ".join(shown(cell)[:500].lower().split())
        if rounds and is_number_like(text):
            text = f"round {text}"
        if (alone := STAGES.get(text)) is not None:
            return [Said("stage", alone)]
        named, later = find_stages(text)
        return [Said("stage", *named)] if len(named) == 1 and not later else []

    return read


def _remote(cell: Cell) -> list[Said]:
    text = shown(cell)[:500]
    said = cell if isinstance(cell, bool) else YES_NO.get(text.lower())
    votes = {said, find_place("", text, {}, {}).remote, False if IN_PERSON.search(text) else None} - {None}
    return [Said("remote", votes.pop())] if len(votes) == 1 else []


def _location(cell: Cell) -> list[Said]:
    text = _text(cell)
    remote = find_place("", text or "", {}, {}).remote
    return [Said("location", text), *([] if remote is None else [Said("remote", remote)])]
