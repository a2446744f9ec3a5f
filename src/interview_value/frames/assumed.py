"""Assumed: what was assumed in each row, in words."""

from __future__ import annotations

import numpy as np

from ..model.quantity import DerivedPrior
from ..scoring.values import Plan
from .answers import Texts
from .table import Table

__all__ = ["name_assumed"]

MANY = 4096
"""So many patterns of what is known may be told apart before those that do not occur are left out."""


def name_assumed(table: Table, plan: Plan, texts: Texts) -> None:
    """Write into each row that could be used what was assumed in it."""
    varying = [name for name, column in table.columns.items() if name in plan.quantities and not column.known.all()]
    codes = np.zeros(table.rows, np.int64)
    patterns: list[tuple[bool, ...]] = [()]
    for name in varying:
        codes = 2 * codes + table.columns[name].known
        patterns = [(*pattern, known) for pattern in patterns for known in (False, True)]
        if len(patterns) > MANY or name == varying[-1]:
            occurring, codes = np.unique(codes, return_inverse=True)
            patterns = [patterns[code] for code in occurring.tolist()]
    always = {name for name in table.columns if name not in varying}
    places = [
        texts.place("; ".join(_assumed(plan, always | {n for n, known in zip(varying, pattern, strict=True) if known})))
        for pattern in patterns
    ]
    texts.codes[~table.bad] = np.array(places)[codes][~table.bad]


def _assumed(plan: Plan, known: set[str]) -> list[str]:
    """Return the names of what was used and nobody gave, as `Evaluation.assumed` has them."""
    used = {name for criterion in (*plan.scorers, *plan.gates) for name in criterion.reads}
    for name in tuple(used - known & plan.order.keys()):
        prior = plan.known[name].prior
        if isinstance(prior, DerivedPrior) and name in plan.order:
            used.update(prior.reads)
    return sorted(used - known)
