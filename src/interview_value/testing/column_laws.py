"""The laws of columns: the same on a column as row by row, for scorers and gates, and the columns stay as they were."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import frozen
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ..errors import cause, short
from ..scoring.criterion import CONTEXT, Gate, Scorer
from ..scoring.ops import Ops
from ..scoring.run import maybe
from ..scoring.ternary import Maybe, Ternary
from ..scoring.values import ScorerValues, hours_of
from .laws import COLUMNS, PURE, Breach
from .strategies import Case
from .trial import Subject, Trial, close, show_cases

np: Any = None
array_ops: Ops | None = None
"""The operations on arrays; None where NumPy is absent."""

try:
    import numpy as np

    from ..scoring.arrays import ARRAYS as array_ops  # noqa: N811 - it is a variable here
except ImportError:
    pass

__all__ = ["columns", "columns_untouched", "ternary_columns"]

FEW = 25
"""How many examples are enough to see a column that was changed."""

DRAWS = "the draws of an evaluation"
ALL = "columns alone"
ONE = "one column among single numbers"
GRID = "one column across all others"


@frozen
class Layout:
    """Some cases, and which of their values are columns in a call.

    Args:
        cases: A case a row, at least two.
        shape: One of the names above.
        own: The quantity that is the one column, or is combined with all others.
    """

    cases: list[Case]
    shape: str
    own: str

    def rows(self, subject: Subject) -> Iterator[ScorerValues]:
        """Yield the values of each single call with the same result."""
        count = range(len(self.cases))
        places = {ONE: [(0, i) for i in count], GRID: [(j, i) for i in count for j in count]}
        first = subject.values(self.cases[0])  # whose invitation and seeker stand for all rows
        for row, own_row in places.get(self.shape, [(i, i) for i in count]):
            values = subject.values(self.cases[row])
            values.fixed |= {name: first.fixed[name] for name in ("invitation", "seeker")}
            values.fixed[self.own] = subject.values(self.cases[own_row]).fixed[self.own]
            yield values

    def columns(self, subject: Subject) -> dict[str, Any]:
        """Return the values as arrays, by name."""
        rows = [subject.values(case).fixed for case in self.cases]
        values = {name: np.array([row[name] for row in rows]) for name in subject.quantities}
        if self.shape == ONE:
            values = {**{name: rows[0][name] for name in values}, self.own: values[self.own]}
        if self.shape == GRID:
            values[self.own] = values[self.own][:, None]  # which broadcasts with the others to a grid of all pairs
        return {**values, "ops": array_ops}


def _layouts(trial: Trial, *shapes: str) -> SearchStrategy[Layout]:
    cases = st.lists(trial.cases(), min_size=2, max_size=3)
    return st.builds(Layout, cases, st.sampled_from(shapes), st.sampled_from(sorted(trial.subject.quantities)))


def _show(layout: Layout) -> dict[str, Any]:
    return show_cases(layout.cases)


def _takes_arrays(subject: Subject) -> bool:
    return array_ops is not None and isinstance(subject.criterion, Scorer) and subject.criterion.columnar


def columns(trial: Trial) -> Breach | None:
    """Check that columns give the same as their floats: the library's lists of draws, and NumPy's arrays."""
    subject = trial.subject
    if not subject.quantities:
        return None

    def broken(layout: Layout) -> str | None:
        outcomes = [subject.call(values) for values in layout.rows(subject)]
        on_floats = [hours for hours in outcomes if isinstance(hours, float)]
        if len(on_floats) < len(outcomes):
            return None  # a row on which it fails has no hours to be the same as
        try:
            on_columns = _by_draws(subject, layout) if layout.shape == DRAWS else _by_arrays(subject, layout)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - any failure of the scorer is reported as a breach
            return f"On {layout.shape} it raised {cause(error)}."
        if isinstance(on_columns, str):
            return f"On {layout.shape} it returned {on_columns}, which is no column of hours."
        for on_column, on_float in zip(on_columns, on_floats, strict=True):
            if not close(on_column, on_float):
                return f"On {layout.shape} it returned {on_column!r} where it returns {on_float!r} on floats."
        return None

    shapes = (ALL, ONE, GRID, DRAWS) if _takes_arrays(subject) else (DRAWS,)
    return trial.search(COLUMNS, _layouts(trial, *shapes), broken, _show)


def _by_draws(subject: Subject, layout: Layout) -> list[float]:
    """Return what the library's own run over draws gives."""
    rows = [subject.values(case) for case in layout.cases]
    values = subject.values(layout.cases[0])
    values.columns = {name: [row.fixed[name] for row in rows] for name in subject.quantities}
    # What is not a quantity, such as the invitation, is the first row's, as it is in an evaluation.
    assert isinstance(subject.criterion, Scorer)
    hours = hours_of(subject.criterion, values)
    assert isinstance(hours, tuple)
    return list(hours)


def _by_arrays(subject: Subject, layout: Layout) -> list[float] | str:
    """Return the cells of the array result, or a description if its size is wrong."""
    values = layout.columns(subject)
    with subject.counted(), np.errstate(all="ignore"):
        hours = subject.criterion.function(*subject.criterion.pick(values))
    shape = (len(layout.cases),) * (2 if layout.shape == GRID else 1)
    return _cells(hours, shape) or short(hours)


def columns_untouched(trial: Trial) -> Breach | None:
    """Check that a call leaves the arrays that it was given as they were."""
    subject = trial.subject
    if not (subject.quantities and _takes_arrays(subject)):
        return None

    def broken(layout: Layout) -> str | None:
        passed, same = layout.columns(subject), layout.columns(subject)
        try:
            with subject.counted(), np.errstate(all="ignore"):
                subject.criterion.function(*subject.criterion.pick(passed))
        except (Exception, SystemExit):  # noqa: BLE001 - a failure on arrays is another law's
            return None
        changed = [name for name in subject.quantities if repr(passed[name]) != repr(same[name])]
        return f"It changed the column {', '.join(changed)}." if changed else None

    return trial.search(PURE, _layouts(trial, ALL), broken, _show, FEW)


def ternary_columns(trial: Trial) -> Breach | None:
    """Check that a gate answers columns of what is known as it answers row by row."""
    subject, gate = trial.subject, trial.subject.criterion
    assert isinstance(gate, Gate)
    if array_ops is None or not subject.quantities or not set(CONTEXT).isdisjoint(gate.arguments):
        return None

    def broken(cases: list[Case]) -> str | None:
        by_row = [subject.call_on(case) for case in cases]
        answers = [(answer.yes, answer.no) for answer in by_row if isinstance(answer, Ternary)]
        if len(answers) < len(cases):
            return None  # a row on which it fails has no answer to be the same as
        values = [subject.values(case) for case in cases]
        known = {name: [maybe(row, name) for row in values] for name in gate.reads}
        try:
            on_columns = gate.function(*gate.pick({name: _maybe_column(rows) for name, rows in known.items()}))
            parts = [_cells(part, (len(cases),)) for part in (on_columns.yes, on_columns.no)]
        except Exception as error:  # noqa: BLE001 - any failure of the gate is reported as a breach
            return f"On columns it raised {cause(error)}."
        same = parts == [list(map(bool, part)) for part in zip(*answers, strict=True)]
        return None if same else f"On columns it answered {short(on_columns, 200)}, row by row {short(by_row, 200)}."

    return trial.search(COLUMNS, st.lists(trial.partly_known_cases(), min_size=2, max_size=3), broken, show_cases)


def _maybe_column(rows: list[Maybe]) -> Maybe:
    return Maybe(*(np.array([getattr(row, part) for row in rows]) for part in ("low", "high", "known")))


def _cells(values: Any, shape: tuple[int, ...]) -> list[Any] | None:
    """Return the values of all cells, row by row, after broadcasting; None if the shape or the type does not fit."""
    try:
        grid = np.broadcast_to(np.asarray(values), shape)
    except ValueError:
        return None
    return list(grid.ravel().tolist()) if grid.dtype.kind in "bfiu" else None
