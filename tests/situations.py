"""Situations of others, which are not part of the project, and the reference model beside them.

``INTERVIEW_VALUE_CASES`` says where the situations are; what is not there is not tested, saying so.
"""

from __future__ import annotations

import json
import os
import runpy
from pathlib import Path
from typing import Any

from attrs import frozen

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / os.environ.get("INTERVIEW_VALUE_CASES", "../shared/cases")
REFERENCE = FOLDER.parent / "model_reference.py"


@frozen
class Situation:
    """A situation, as its file codes it.

    Args:
        name: What the file calls it.
        inputs: What the person said, as inputs of the model.
        advice: The advice or decision: to attend, decline, ask them or postpone; or the advisers were split.
        strength: 1 for one voice, 2 for one with reasons or a majority, 3 for a broad consensus.
        sure: How surely it is coded, 0 to 1.
    """

    name: str
    inputs: dict[str, Any]
    advice: str
    strength: int
    sure: float


def situations() -> list[Situation]:
    """Read the situations, in the order of their file."""
    inputs = runpy.run_path(str(FOLDER / "mapping.py"))["inputs"]
    lines = (FOLDER / "situations.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    return [Situation(row["id"], inputs(row), row["advice"], row["strength"], row["confidence"]) for row in rows]
