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
SEED = 20_261_130
POWER = 17
COUNTS = (256, 512, 1024, 2048)
OTHERS = 20
"""How many other salts are tried, as if none had been chosen."""


def main() -> None:
    """Print the table: a row for each number of draws, with the chosen salt and with others."""
    many = quasi_random(POWER, SEED)
    salts = [SALT, *[f"other {number}" for number in range(OTHERS)]]
    few = {
        count: [{name: np.array(deviates(name, count, salt)) for name in NUMBERS} for salt in salts] for count in COUNTS
    }
    errors = {count: np.zeros((CASES, len(salts))) for count in COUNTS}
    nets, lost = np.zeros(CASES), {count: np.zeros(CASES) for count in COUNTS}
    for number, inputs in enumerate(drawn_cases(CASES, SEED)):
        known = estimates(inputs)
        nets[number], _ = best(known, many)
        values = columns(known, many)
        for count in COUNTS:
            found = [best(known, normals) for normals in few[count]]
            errors[count][number] = [net - nets[number] for net, _ in found]
            lost[count][number] = nets[number] - float(expected_net(values, found[0][1]))
    print(
        f"| draws | misses, salt {SALT} | of {OTHERS} other salts: fewest, median, most | median error | 95 % within |"
    )
    print("|--:|--:|--:|--:|--:|")
    for count in COUNTS:
        size, bound = np.abs(errors[count]), allowed(nets)[:, None]
        shares = np.mean(size > bound, axis=0)
        others = ", ".join(f"{share:.1%}" for share in np.quantile(shares[1:], [0, 0.5, 1]))
        chosen = size[:, 0]
        print(
            f"| {count:,} | {shares[0]:.1%} | {others} | {np.median(chosen):.2f} h | {np.quantile(chosen, 0.95):.2f} h |"
        )
    print(f"\nThe hours of preparation that {COUNTS[0]} draws choose lose at most {lost[COUNTS[0]].max():.3f} h;")
    print(", ".join(f"{count:,}: mean {lost[count].mean():.4f} h, most {lost[count].max():.3f} h" for count in COUNTS))


if __name__ == "__main__":
    main()
