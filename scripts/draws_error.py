"""Print how far the expected hours of 256 draws lie from those of a million, as a Markdown table for the docs.

The million is drawn with NumPy and put through the reference formulas of the tests. Run it with the packages that the
tests need: ``python scripts/draws_error.py``.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from montecarlo import CASES, SCORERS, evaluated_hours, expected_hours


def main() -> None:
    """Print the table, one row a case, and below it the largest errors."""
    names = (*SCORERS, "net")
    print("| case | " + " | ".join(names) + " |")
    print("|---" * (len(names) + 1) + "|")
    relative = dict.fromkeys(names, 0.0)
    for case in CASES:
        expected, found = expected_hours(case), evaluated_hours(case)
        cells = []
        for name in names:
            error = found[name] - expected[name]
            share = error / abs(expected[name])
            relative[name] = max(relative[name], abs(share))
            cells.append(f"{found[name]:.2f} ({error:+.2f} h, {share:+.1%})")
        print(f"| {case} | " + " | ".join(cells) + " |")
    print("\nLargest error: " + ", ".join(f"{name} {share:.1%}" for name, share in relative.items()))


if __name__ == "__main__":
    main()
