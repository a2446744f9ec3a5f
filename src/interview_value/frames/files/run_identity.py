"""Run identity: the settings and files that the answers depend on, as plain data that a later run compares."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ...model.prior import DerivedPrior
from ...model.quantity import Quantity
from ...scoring.functions import code_of
from ...version import __version__
from ..frame_evaluator import FrameEvaluator

__all__ = ["run_identity"]

ENDS = 65_536
"""How many bytes at either end of a file are looked at; a Parquet or Arrow file says at its end what is in it."""


def run_identity(path: Path, schema: Any, frame_evaluator: FrameEvaluator, kept: Mapping[str, str]) -> dict[str, Any]:
    """Return the settings and files that the answers depend on, by their labels.

    Args:
        path: The file that is read.
        schema: Its columns.
        frame_evaluator: What evaluates its rows.
        kept: The columns that are copied, with their headings.
    """
    plan, blank = frame_evaluator.plan, frame_evaluator.blank
    return {
        "input": _file(path, schema),
        "seeker": blank.seeker.to_dict(),
        "weights": {item.name: item.weight for item in blank.contributions},
        "scorers_and_gates": {item.name: _criterion(item) for item in (*plan.scorers, *plan.gates)},
        "quantities": {name: _quantity(quantity) for name, quantity in plan.known.items()},
        "asking_cost": blank.asking_cost,
        "draws": frame_evaluator.draws,
        "questions": frame_evaluator.questions,
        "keep": dict(kept),
        "version_of_interview_value": __version__,
    }


def _file(path: Path, schema: Any) -> dict[str, Any]:
    status = path.stat()
    with path.open("rb") as file:
        ends = file.read(ENDS)
        file.seek(max(0, status.st_size - ENDS))
        ends += file.read(ENDS)
    return {
        "bytes": status.st_size,
        "changed": status.st_mtime_ns,
        "ends": _digest(ends),
        "columns": [[field.name, str(field.type)] for field in schema],
    }


def _criterion(criterion: Any) -> dict[str, Any]:
    traits = {name: getattr(criterion, name, None) for name in ("kind", "columnar", "verdict", "asks")}
    return {**traits, "reads": list(criterion.arguments), "code": _digest(code_of(criterion.function).encode())}


def _quantity(quantity: Quantity) -> list[Any]:
    prior = quantity.prior
    source = code_of(prior.function) if isinstance(prior, DerivedPrior) else repr(prior)
    traits = [quantity.unit, repr(quantity.bounds), quantity.scale, quantity.ask, repr(dict(quantity.choices))]
    return [*traits, _digest(source.encode())]


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
