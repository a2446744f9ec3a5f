"""Identity: all that the answers for a file hang on, as plain data, so that two runs can be told apart."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ...model.quantity import DerivedPrior, Quantity
from ...scoring.functions import code_of
from ...version import __version__
from ..job import Job

__all__ = ["identity_of"]

ENDS = 65_536
"""How many bytes at either end of a file are looked at; a Parquet or Arrow file says at its end what is in it."""


def identity_of(path: Path, schema: Any, job: Job, kept: Mapping[str, str]) -> dict[str, Any]:
    """Return what the answers hang on, by what a person would call it.

    Args:
        path: The file that is read.
        schema: Its columns.
        job: What is asked for.
        kept: The columns that are carried along, with their headings.
    """
    plan, blank = job.plan, job.blank
    return {
        "input": _file(path, schema),
        "seeker": blank.seeker.to_dict(),
        "weights": {item.name: item.weight for item in blank.contributions},
        "scorers_and_gates": {item.name: _criterion(item) for item in (*plan.scorers, *plan.gates)},
        "quantities": {name: _quantity(quantity) for name, quantity in plan.known.items()},
        "asking_cost": blank.asking_cost,
        "draws": job.draws,
        "questions": job.questions,
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
    traits = {name: getattr(criterion, name, None) for name in ("kind", "columnar", "asks")}
    return {**traits, "reads": list(criterion.arguments), "code": _digest(code_of(criterion.function).encode())}


def _quantity(quantity: Quantity) -> list[Any]:
    prior = quantity.prior
    words = code_of(prior.function) if isinstance(prior, DerivedPrior) else repr(prior)
    told = [quantity.unit, repr(quantity.bounds), quantity.scale, quantity.ask, quantity.belief]
    return [*told, _digest(words.encode())]


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
