"""Decision matrix: evaluations for scikit-criteria, for those who prefer another method to our sum."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any

from ..errors import FieldError, InvalidInputError
from ..evaluation.evaluation import Evaluation
from .rows import Evaluations, evaluations_of

if TYPE_CHECKING:
    from skcriteria import DecisionMatrix  # type: ignore[import-untyped]

__all__ = ["to_decision_matrix"]


def to_decision_matrix(evaluations: Evaluations) -> DecisionMatrix:
    """Hand evaluations to scikit-criteria, for its methods instead of our sum; needs the extra ``mcda``.

    The alternatives are the invitations, numbered in their order, and the criteria are the scorers: benefits to be
    maximised, costs to be minimised, with the weights of the evaluations. The values are expected hours before
    weighting, so that the sum of value · weight · objective over a row is the expected net value.

    Args:
        evaluations: One, several, or a comparison, whose order is kept; all of the same scorers with the same weights.

    Returns:
        The matrix, of shape (evaluations, scorers).

    Raises:
        InvalidInputError: There is no evaluation or no scorer, one of them is no evaluation, a scorer failed, or
            scorers or weights differ.
        ImportError: scikit-criteria is not installed.
    """
    try:
        skcriteria: Any = import_module("skcriteria")
    except ImportError as error:
        raise ImportError("install interview-value[mcda] to make decision matrices") from error
    items = evaluations_of(evaluations)
    if mistakes := list(_mistakes(items)):
        raise InvalidInputError("decision matrix", mistakes)
    first = items[0].contributions
    matrix: DecisionMatrix = skcriteria.mkdm(
        [[contribution.mean for contribution in item.contributions] for item in items],
        [max if contribution.kind == "benefit" else min for contribution in first],
        weights=[contribution.weight for contribution in first],
        alternatives=[f"{place}. {item.invitation.title}" for place, item in enumerate(items, start=1)],
        criteria=[contribution.name for contribution in first],
    )
    return matrix


def _mistakes(items: list[Evaluation]) -> Iterator[FieldError]:
    """Yield a mistake for each evaluation that cannot be compared with the first, or has no hours."""
    if not items or not items[0].contributions:
        yield FieldError("evaluations", len(items), "at least one evaluation with at least one scorer")
    for place, item in enumerate(items):
        if _criteria(item) != _criteria(items[0]):
            yield FieldError(f"evaluations[{place}]", _criteria(item), "the same scorers and weights as the first")
        for contribution in item.contributions:
            if contribution.error:
                allowed = "hours; give what is missing, or block the scorer in all evaluations"
                yield FieldError(f"evaluations[{place}].{contribution.name}", contribution.error, allowed)


def _criteria(evaluation: Evaluation) -> list[tuple[str, str, float]]:
    return [(contribution.name, contribution.kind, contribution.weight) for contribution in evaluation.contributions]
