"""The evaluation, and the evaluator that makes it."""

from __future__ import annotations

from .evaluation import Evaluation
from .evaluator import Evaluator, evaluate

__all__ = [
    "Evaluation",
    "Evaluator",
    "evaluate",
]
