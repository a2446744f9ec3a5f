"""Arrays: what the laws need of NumPy, where it is present."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from ..model.quantity import Belief
from ..scoring.ops import Ops

mathematics: Ops | None = None
"""The mathematics on arrays; None where NumPy is absent."""

np: Any = None
try:
    import numpy as np

    from ..scoring.arrays import ARRAYS
except ImportError:
    pass
else:
    mathematics = ARRAYS


def quiet() -> AbstractContextManager[Any]:
    """Take what leaves the numbers without a warning, as the library does."""
    return nullcontext() if np is None else np.errstate(all="ignore")


def array(values: Sequence[Any]) -> Any:
    """Return floats, or beliefs, as a column."""
    if isinstance(values[0], Belief):
        return Belief(*(np.array(part, dtype=float) for part in zip(*values, strict=True)))
    return np.array(values)


def apart(column: Any) -> Any:
    """Return a column that lies across others, so that each of its values meets each of theirs."""
    return Belief(*map(apart, column)) if isinstance(column, Belief) else column[:, None]


def cells(values: Any, shape: tuple[int, ...]) -> list[Any] | None:
    """Return what is in each cell, row by row, a single value standing for all; None if it has not that shape."""
    try:
        grid = np.broadcast_to(np.asarray(values), shape)
    except ValueError:
        return None
    return list(grid.ravel().tolist()) if grid.dtype.kind in "bfiu" else None
