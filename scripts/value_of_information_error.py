"""Compare the value of information with brute force, and print a table for the documentation.

The brute force (``tests/outcome/analysis/brute_force.py``) is written from the model's description, with a million
draws a question. Compared is every question of 14 cases written by hand, of one with extreme ranges, and of 24 random
ones: of each quantity that somebody can answer 40 % are unknown, 30 % exact and 30 % ranges, drawn from the priors with
a fixed seed. An error counts as a miss if it is larger than 0.05 h and than 10 %. For each miss the script tells the
cause: it works out the same question with 32,768 draws, and without interpolation. Takes about a minute, with NumPy
and SciPy: ``python scripts/value_of_information_error.py``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

import interview_value as iv
from interview_value.outcome.analysis.conditional import Conditional

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from outcome.analysis.brute_force import INNER, LEVELS, BruteForce, at_quantiles, ranges
from outcome.analysis.cases import EXTREME, WRITTEN

RANDOM_CASES = 24
SEED = 2026
MANY = 32_768
EIGHTFOLD = 8 * INNER
"""With extreme ranges a million draws a question are themselves off by 0.05 h."""

EVALUATOR = iv.Evaluator(discover=False)
PRECISE = iv.Evaluator(discover=False, draws=MANY)
Case = tuple[iv.Invitation, iv.Seeker]


def random_cases() -> Iterator[tuple[str, Case]]:
    """Yield the random cases, each with a name."""
    rng = np.random.default_rng(SEED)
    theirs = iv.Seeker.own_quantities()
    for number in range(1, RANDOM_CASES + 1):
        stage = list(iv.Stage)[rng.integers(5)]
        assumed = ranges(iv.Invitation(stage=stage), iv.Seeker())
        values: dict[str, float | tuple[float, float]] = {}
        for name, quantity in EVALUATOR.quantities.items():
            if quantity.ask == "nobody" or name == "appeal" or (luck := rng.random()) < 0.4:
                continue
            low, high = sorted(map(float, at_quantiles(name, *assumed[name], rng.random(2))))
            values[name] = low if luck < 0.7 else (low, high)
        seeker = iv.Seeker(**{n: v for n, v in values.items() if n in theirs})
        invitation = iv.Invitation(stage=stage, **{n: v for n, v in values.items() if n not in theirs})
        yield f"random {number}, {stage.value}", (invitation, seeker)


def off(found: float, expected: float) -> float:
    """Return an error in units of what is allowed."""
    return abs(found - expected) / max(0.05, 0.1 * expected)


def without_interpolation(evaluation: iv.Evaluation, brute_force: BruteForce, name: str) -> float:
    """Return what an answer is worth if every level is run and none interpolated, hours."""
    levels = at_quantiles(name, *brute_force.ranges[name], (np.arange(LEVELS) + 0.5) / LEVELS)
    nets = np.array(Conditional(evaluation).net(name, [float(level) for level in levels]))
    return float(np.mean(np.maximum(nets, 0)) - max(np.mean(nets), 0))


def main() -> None:
    """Compare, and print."""
    print("| case | questions | net, h | worth most | brute force, h | library, h | largest error, h | misses |")
    print("|---|--:|--:|---|--:|--:|--:|--:|")
    misses, compared, errors = [], 0, []
    for title, case in [*WRITTEN.items(), ("extreme ranges", EXTREME), *random_cases()]:
        evaluation = EVALUATOR.evaluate(*case)
        brute_force = BruteForce(*case, inner=EIGHTFOLD if case is EXTREME else INNER)
        rows = [(brute_force.worth(q.quantity), q.worth, q.quantity) for q in evaluation.questions]
        missed = [(title, case, *row) for row in rows if off(row[1], row[0]) > 1]
        expected, found, best = max(rows)
        largest = max(abs(row[0] - row[1]) for row in rows)
        print(
            f"| {title} | {len(rows)} | {brute_force.net:.1f} | `{best}` | {expected:.2f} | {found:.2f} "
            f"| {largest:.3f} | {len(missed) or '–'} |",
            flush=True,
        )
        misses += missed
        compared += len(rows)
        errors += [abs(row[0] - row[1]) for row in rows if row[0] > 0.05]
    print(
        f"\n{compared - len(misses)} of {compared} questions are within 0.05 h or 10 %. Of the {len(errors)} that are "
        f"worth more than 0.05 h the median error is {np.median(errors):.3f} h.\n"
    )
    if misses:
        print(f"| miss | quantity | brute force, h | library, h | not interpolated, h | {MANY:,} draws, h |")
        print("|---|---|--:|--:|--:|--:|")
    for title, case, expected, found, name in misses:
        exact = without_interpolation(EVALUATOR.evaluate(*case), BruteForce(*case), name)
        precise = next(q.worth for q in PRECISE.evaluate(*case).questions if q.quantity == name)
        print(f"| {title} | `{name}` | {expected:.3f} | {found:.3f} | {exact:.3f} | {precise:.3f} |")


if __name__ == "__main__":
    main()
