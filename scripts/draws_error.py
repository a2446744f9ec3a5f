"""Print how far the expected net value of few draws lies from that of 131,072, as a Markdown table for the docs.

The 500 cases are drawn with a seed of their own, and were not used to choose the salt. The many draws are quasi-random.
Run it with NumPy and SciPy: ``python scripts/draws_error.py [cases]``. 500 cases take about five minutes.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from drawn import drawn_cases, estimates
from montecarlo import NUMBERS, allowed, best, columns, expected_net, quasi_random

from interview_value.scoring.draws import SALT, deviates

CASES = int(sys.argv[1]) if len(sys.argv) > 1 else 500
SEED = 20_261_127
POWER = 17
COUNTS = (256, 512, 1024)
ENOUGH = 8_192
"""How many of the many draws find the best hours of preparation."""

OTHERS = 4
"""How many other salts are tried, as if none had been chosen."""


def main() -> None:
    """Print the table: a row for each number of draws, with the chosen salt and with others."""
    many = quasi_random(POWER, SEED)
    some = {name: normals[:ENOUGH] for name, normals in many.items()}
    salts = [SALT, *[f"other {number}" for number in range(OTHERS)]]
    few = {
        count: [{name: np.array(deviates(name, count, salt)) for name in NUMBERS} for salt in salts] for count in COUNTS
    }
    errors = {count: np.zeros((CASES, len(salts))) for count in COUNTS}
    nets, lost = np.zeros(CASES), {count: np.zeros(CASES) for count in COUNTS}
    for number, inputs in enumerate(drawn_cases(CASES, SEED)):
        known = estimates(inputs)
        found = {count: [best(known, normals) for normals in few[count]] for count in COUNTS}
        chosen = {count: found[count][0][1] for count in COUNTS}
        values = columns(known, many)
        by_hours = {hours: float(expected_net(values, hours)) for hours in {best(known, some)[1], *chosen.values()}}
        nets[number] = max(by_hours.values())
        for count in COUNTS:
            errors[count][number] = [net - nets[number] for net, _ in found[count]]
            lost[count][number] = nets[number] - by_hours[chosen[count]]
    print(
        f"| draws | misses, salt {SALT} | with {OTHERS} other salts | median error | 95 % within | hours chosen lose |"
    )
    print("|--:|--:|--:|--:|--:|--:|")
    for count in COUNTS:
        size = np.abs(errors[count])
        shares = np.mean(size > allowed(nets)[:, None], axis=0)
        middle, within = np.quantile(size[:, 0], [0.5, 0.95])
        loss = f"{lost[count].mean():.3f} h, at most {lost[count].max():.2f} h"
        others = f"{shares[1:].min():.1%}–{shares[1:].max():.1%}"
        print(f"| {count:,} | {shares[0]:.1%} | {others} | {middle:.2f} h | {within:.2f} h | {loss} |")


if __name__ == "__main__":
    main()
