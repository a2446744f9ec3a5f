"""Drawn cases: invitations and seekers made up by a generator with a seed, from nothing known to much known."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import TypeAlias

import interview_value as iv
from interview_value.model import Estimate, Status
from interview_value.scoring.draws import values_at
from interview_value.scoring.preparation import CHOICES, PREPARATION

Inputs: TypeAlias = dict[str, str | float | tuple[float, float]]
"""Labels and quantities by name: the name of a choice, a number or a 90 % range. What is missing is unknown."""

MOST_KNOWN = 0.7
"""Of each case a share of all quantities is known that is drawn between 0 and this."""

EVALUATOR = iv.Evaluator(discover=False, draws=1)
NUMBERS = tuple(n for n, quantity in EVALUATOR.quantities.items() if not quantity.is_label and n != PREPARATION)
LABELS = {
    "stage": [stage.value for stage in iv.Stage],
    "status": [status.value for status in Status],
    "remote": ["unknown", "unknown", "yes", "no"],
}


def facts(inputs: Inputs) -> tuple[iv.Invitation, iv.Seeker]:
    """Sort inputs into those of the invitation and those of the seeker."""
    theirs = {"status", *iv.Seeker.own_quantities()}
    invitation = iv.Invitation(**{name: value for name, value in inputs.items() if name not in theirs})
    return invitation, iv.Seeker(**{name: value for name, value in inputs.items() if name in theirs})


def estimates(inputs: Inputs) -> dict[str, Estimate]:
    """Return what is known or else assumed of every number that the library has, by name, but the preparation."""
    values = EVALUATOR.evaluate(*facts(inputs)).run.values
    return {name: values.argument(name) for name in NUMBERS}


def drawn_cases(count: int, seed: int) -> Iterator[Inputs]:
    """Yield cases in which each quantity is unknown, exact, a range from its prior, or one of its choices."""
    generator = random.Random(seed)
    for _ in range(count):
        inputs: Inputs = {name: generator.choice(choices) for name, choices in LABELS.items()}
        share = generator.uniform(0, MOST_KNOWN)
        for name, assumed in estimates(inputs).items():
            quantity = EVALUATOR.quantities[name]
            if quantity.ask == "nobody" or generator.random() > share:
                continue
            normals = sorted(generator.gauss(0, 1) for _ in range(2))
            low, high = values_at(quantity, assumed.low, assumed.high, normals)
            choices = [(choice.estimate.low, choice.estimate.high) for choice in quantity.choices.values()]
            value = generator.choice([low, (low, high), generator.choice([low, *choices])])
            inputs[name] = value[0] if isinstance(value, tuple) and value[0] == value[1] else value
        if generator.random() < share:
            inputs["preparation"] = generator.choice(CHOICES)
        yield inputs
