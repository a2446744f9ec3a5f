"""Columns: which columns of a file are read, as what, and which are carried along."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from enum import Enum, auto

from ...errors import FieldError, is_collection, nearest_name
from ..headings import Headings

__all__ = ["Kind", "carried", "kinds_of", "mistakes_in_keep"]


class Kind(Enum):
    """What the cells of a column are read as."""

    QUANTITY = auto()
    """Numbers, or texts such as ``2..7``."""
    NUMBER = auto()
    TRUTH = auto()
    TEXT = auto()


def kinds_of(headings: Headings) -> dict[str, Kind]:
    """Return the columns that are read, and as what."""
    kinds = {
        column: Kind.QUANTITY if len(columns) == 1 else Kind.NUMBER
        for columns in headings.quantities.values()
        for column in columns
    }
    kinds |= dict.fromkeys(headings.weights.values(), Kind.NUMBER)
    kinds |= {name: Kind.TRUTH if name == "remote" else Kind.TEXT for name in headings.facts}
    return kinds | dict.fromkeys(headings.texts, Kind.TEXT)


def mistakes_in_keep(keep: object, names: Sequence[str]) -> Iterator[FieldError]:
    """Yield what is wrong with the columns that somebody wants to be carried along.

    Args:
        keep: The columns asked for, or None.
        names: The columns of the file.
    """
    if keep is None:
        return
    if isinstance(keep, str) or not is_collection(keep):
        yield FieldError("keep", keep, "a list of columns of the file")
        return
    for name in keep:
        if name not in names:
            yield FieldError("keep", name, "a column of the file", nearest_name(name, names))


def carried(
    keep: Collection[str] | None, names: Sequence[str], headings: Headings, answers: Sequence[str]
) -> dict[str, str]:
    """Return the columns that are carried along, in the order of the file, each with its heading beside the answers.

    Args:
        keep: The columns asked for; all that are no quantity, weight or fact if None.
        names: The columns of the file.
        headings: What the columns are read as.
        answers: The headings of the answers, which are taken.
    """
    read = kinds_of(headings).keys() - {*headings.texts}
    chosen = [name for name in names if (name not in read if keep is None else name in keep)]
    taken, found = {*answers}, dict[str, str]()
    for name in chosen:
        heading = name
        while heading in taken:
            heading += " (input)"
        taken.add(heading)
        found[name] = heading
    return found
