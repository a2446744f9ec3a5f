"""Compare the value of information with brute force, and print a table for the documentation.

By brute force a quantity is held at each of 64 levels of equal probability, and the net value at each is the mean over
8,192 quasi-random draws of everything else. Compared is every question of 40 drawn cases, which were not used to choose
the salt. For each question the script also tells what seven levels give with as many draws, so that one sees what the
levels cost and what the draws. Takes some minutes, with NumPy and SciPy:
``python scripts/value_of_information_error.py [cases]``.
"""

from __future__ import annotations

import math
import sys
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from drawn import Inputs, drawn_cases, estimates, facts
from montecarlo import columns, expected_net, quasi_random

import interview_value as iv
from interview_value.outcome.analysis.conditional import LEVELS
from interview_value.scoring.draws import normal_quantiles, values_at

CASES = int(sys.argv[1]) if len(sys.argv) > 1 else 40
SEED = 20_261_129
POWER = 13
MANY_LEVELS = 64
ALLOWED = 0.1
"""How far off a worth may be, hours, or 10 % of it where that is more."""

EVALUATOR = iv.Evaluator(discover=False)


class BruteForce:
    """One case, worked out by many draws at many levels.

    Args:
        inputs: What is known.
        hours: The hours of preparation.
        normals: The draws.
    """

    def __init__(self, inputs: Inputs, hours: float, normals: dict[str, Any]) -> None:
        self.inputs, self.hours, self.normals = inputs, hours, normals
        self.known = estimates(inputs)
        self.columns = columns(self.known, normals)

    def net(self, name: str, value: str | float) -> float:
        """Return the expected net value if one quantity or label were known."""
        known = estimates({**self.inputs, name: value})
        changed = {other: estimate for other, estimate in known.items() if estimate != self.known[other]}
        return float(expected_net({**self.columns, **columns(changed, self.normals)}, self.hours))

    def worth(self, name: str, levels: int) -> float:
        """Return what an answer is worth, hours."""
        quantity = EVALUATOR.quantities[name]
        if quantity.is_label:
            shares = {choice: known.share for choice, known in quantity.choices.items()}
        else:
            assumed = self.known[name]
            values = values_at(quantity, assumed.low, assumed.high, normal_quantiles(levels))
            shares = dict.fromkeys(values, 1 / levels)
        nets = [(self.net(name, value), share) for value, share in shares.items()]
        return math.fsum(max(net, 0) * share for net, share in nets) - max(
            math.fsum(net * share for net, share in nets), 0
        )


def main() -> None:
    """Compare, and print."""
    many = quasi_random(POWER, SEED)
    rows: list[tuple[float, float, float, str]] = []
    for inputs in drawn_cases(CASES, SEED):
        evaluation = EVALUATOR.evaluate(*facts(inputs))
        brute_force = BruteForce(inputs, evaluation.best_hours or 0.0, many)
        for question in evaluation.questions:
            name = question.quantity
            rows.append((brute_force.worth(name, MANY_LEVELS), brute_force.worth(name, LEVELS), question.worth, name))
    exact, few_levels, found = np.array([row[:3] for row in rows]).T
    bound = np.maximum(ALLOWED, 0.1 * exact)
    print(f"{len(rows)} questions of {CASES} cases; {np.sum(exact > 0.25)} are worth more than a quarter of an hour.\n")
    print("| against 64 levels and 8,192 draws | within 0.1 h or 10 % | median error | 95 % within | most |")
    print("|---|--:|--:|--:|--:|")
    for title, worths in (("the library", found), (f"{LEVELS} levels, 8,192 draws", few_levels)):
        error = np.abs(worths - exact)
        middle, most = np.quantile(error, [0.5, 0.95])
        print(f"| {title} | {np.mean(error <= bound):.0%} | {middle:.3f} h | {most:.2f} h | {error.max():.2f} h |")
    print("\n| miss | brute force, h | library, h | seven levels, h |\n|---|--:|--:|--:|")
    for (true, levels, worth, name), allowed in zip(rows, bound, strict=True):
        if abs(worth - true) > allowed:
            print(f"| `{name}` | {true:.2f} | {worth:.2f} | {levels:.2f} |")


if __name__ == "__main__":
    main()
