"""The law of columns: a scorer gives the same on columns as on each of their floats, and leaves the columns alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import frozen
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ..errors import ScorerError, cause, short
from ..scoring.criterion import Scorer
from ..scoring.run import hours_of
from ..scoring.values import ScorerValues
from .arrays import apart, array, cells, mathematics, quiet
from .breach import Breach
from .law import COLUMNS, PURE
from .strategies import Case
from .subject import Subject
from .trial import Trial, close, show_cases

__all__ = ["columns", "columns_untouched"]

FEW = 25
"""How many examples are enough to see a column that was changed."""

DRAWS = "the draws of an evaluation"
ALL = "columns alone"
ONE = "one column among single numbers"
GRID = "one column across all others"


@frozen
class Layout:
    """How the values of some cases are handed over.

    Args:
        cases: A case a row, at least two.
        shape: One of the names above.
        held: The quantity that is on its own.
    """

    cases: list[Case]
    shape: str
    held: str

    def floats(self, subject: Subject) -> Iterator[ScorerValues]:
        """Yield the inputs of each single call that comes to the same."""
        count = range(len(self.cases))
        places = {ONE: [(0, i) for i in count], GRID: [(j, i) for i in count for j in count]}
        for row, other in places.get(self.shape, [(i, i) for i in count]):
            given, held = subject.inputs(self.cases[row]), subject.inputs(self.cases[other])
            first = subject.inputs(self.cases[0])  # whose invitation and seeker stand for all rows
            context = {name: first.fixed[name] for name in ("invitation", "seeker")}
            given.fixed |= {**context, self.held: held.fixed[self.held]}
            yield given

    def columns(self, subject: Subject) -> dict[str, Any]:
        """Return the values as arrays, by name."""
        rows = [subject.inputs(case).fixed for case in self.cases]
        values = {name: array([row[name] for row in rows]) for name in subject.quantities}
        if self.shape == ONE:
            values = {**{name: rows[0][name] for name in values}, self.held: values[self.held]}
        if self.shape == GRID:
            values[self.held] = apart(values[self.held])
        return {**values, "ops": mathematics}


def _layouts(trial: Trial, *shapes: str) -> SearchStrategy[Layout]:
    cases = st.lists(trial.cases(), min_size=2, max_size=3)
    return st.builds(Layout, cases, st.sampled_from(shapes), st.sampled_from(sorted(trial.subject.quantities)))


def _takes_arrays(subject: Subject) -> bool:
    return mathematics is not None and isinstance(subject.criterion, Scorer) and subject.criterion.columnar


def columns(trial: Trial) -> Breach | None:
    """Check that columns give the same as their floats: the library's lists of draws, and NumPy's arrays."""
    subject = trial.subject
    if not subject.quantities:
        return None

    def broken(layout: Layout) -> str | None:
        expected = [subject.ask(given) for given in layout.floats(subject)]
        if any(isinstance(hours, ScorerError) for hours in expected):
            return None  # a row on which it fails has no hours to be the same as
        try:
            found = _by_draws(subject, layout) if layout.shape == DRAWS else _by_arrays(subject, layout)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever a stranger's scorer does to a column is what is reported
            return f"On {layout.shape} it raised {cause(error)}."
        return _difference(layout.shape, found, expected)

    shapes = (ALL, ONE, GRID, DRAWS) if _takes_arrays(subject) else (DRAWS,)
    return trial.look(COLUMNS, _layouts(trial, *shapes), broken, _show)


def _show(layout: Layout) -> dict[str, Any]:
    return show_cases(layout.cases)


def _difference(shape: str, found: list[float] | str, expected: list[Any]) -> str | None:
    """Say where columns give something else than floats."""
    if isinstance(found, str):
        return f"On {shape} it returned {found}, which is no column of hours."
    for on_column, on_float in zip(found, expected, strict=True):
        if not close(on_column, on_float):
            return f"On {shape} it returned {on_column!r} where it returns {on_float!r} on floats."
    return None


def _by_draws(subject: Subject, layout: Layout) -> list[float]:
    """Return what the library's own run over draws gives."""
    rows = [subject.inputs(case) for case in layout.cases]
    given = subject.inputs(layout.cases[0])
    given.columns = {name: [row.fixed[name] for row in rows] for name in subject.quantities}
    # What is not a quantity, such as the invitation, is the first row's, as it is in an evaluation.
    assert isinstance(subject.criterion, Scorer)
    hours = hours_of(subject.criterion, given)
    assert isinstance(hours, tuple)
    return list(hours)


def _by_arrays(subject: Subject, layout: Layout) -> list[float] | str:
    """Return what arrays give, cell by cell; or what came back, in words, if it has not that many."""
    values = layout.columns(subject)
    with subject.counted(), quiet():
        hours = subject.criterion.function(*subject.criterion.pick(values))
    shape = (len(layout.cases),) * (2 if layout.shape == GRID else 1)
    return cells(hours, shape) or short(hours)


def columns_untouched(trial: Trial) -> Breach | None:
    """Check that a call leaves the arrays that it was given as they were."""
    subject = trial.subject
    if not (subject.quantities and _takes_arrays(subject)):
        return None

    def broken(layout: Layout) -> str | None:
        given, same = layout.columns(subject), layout.columns(subject)
        try:
            with subject.counted(), quiet():
                subject.criterion.function(*subject.criterion.pick(given))
        except (Exception, SystemExit):  # noqa: BLE001 - a failure on arrays is another law's
            return None
        changed = [name for name in subject.quantities if repr(given[name]) != repr(same[name])]
        return f"It changed the column {', '.join(changed)}." if changed else None

    return trial.look(PURE, _layouts(trial, ALL), broken, _show, FEW)
