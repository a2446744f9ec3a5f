"""Columns: which columns of a file are read, as what, and which are copied beside the answers."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from enum import Enum, auto

from ...errors import FieldError, is_collection, nearest_name
from ..headings import Headings

__all__ = ["CellKind", "cell_kinds", "kept_headings", "mistakes_in_keep"]


class CellKind(Enum):
    """What the cells of a column are read as."""

    QUANTITY = auto()
    """Numbers, or texts such as ``2..7``."""
    NUMBER = auto()
    TEXT = auto()


def cell_kinds(headings: Headings) -> dict[str, CellKind]:
    """Return the kind of cells of each column that is read, by name."""
    kinds = {
        column: CellKind.QUANTITY if len(columns) == 1 else CellKind.NUMBER
        for columns in headings.quantities.values()
        for column in columns
    }
    kinds |= dict.fromkeys(headings.weights.values(), CellKind.NUMBER)
    return kinds | dict.fromkeys((*headings.labels, *headings.texts), CellKind.TEXT)


def mistakes_in_keep(keep: object, names: Sequence[str]) -> Iterator[FieldError]:
    """Yield a mistake for each name in ``keep`` that is no column of the file, or one if it is no list of names.

    Args:
        keep: The columns that the caller wants to be copied beside the answers, or None.
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


def kept_headings(
    keep: Collection[str] | None, names: Sequence[str], headings: Headings, answers: Sequence[str]
) -> dict[str, str]:
    """Return the heading that each kept column has beside the answers, in the order of the file.

    Args:
        keep: The columns that the caller wants; all that are no quantity, label or weight if None.
        names: The columns of the file.
        headings: Which columns are read.
        answers: The headings of the answers, which no other column may have.
    """
    read = cell_kinds(headings).keys() - {*headings.texts}
    chosen = [name for name in names if (name not in read if keep is None else name in keep)]
    taken, kept = {*answers}, dict[str, str]()
    for name in chosen:
        heading = name
        while heading in taken:
            heading += " (input)"
        taken.add(heading)
        kept[name] = heading
    return kept
