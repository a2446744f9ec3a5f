"""Choose the salt of the draws in ``draws.py``: of many random Latin hypercubes, the one whose means are nearest.

A few large draws carry much of the mean of a product of log-normals, and chance decides which of them meet. This tries
many salts on drawn cases, and prints those whose root mean square error, in units of what is allowed, is smallest. All
salts are tried on the first few cases, the better ones on more, the best on all. Run it with NumPy and SciPy:
``python scripts/choose_salt.py [salts] [draws]``. It takes some minutes.
"""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from drawn import drawn_cases, estimates
from montecarlo import NUMBERS, allowed, best, columns, expected_net, quasi_random

from interview_value.scoring.draws import DRAWS, normal_quantiles

SALTS = int(sys.argv[1]) if len(sys.argv) > 1 else 8_000
COUNT = int(sys.argv[2]) if len(sys.argv) > 2 else DRAWS
SEED = 1
ROUNDS = ((slice(0, 12), 50), (slice(12, 72), 400), (slice(0, 200), 1_600))
"""On which cases the salts of a round are tried, and which part of all salts goes on to the next."""

BLOCK = 16
GENERATOR = np.random.RandomState(0)
"""The generator of Python's `random`, in NumPy."""


def deviates(name: str, salt: int) -> Any:
    """Return the same as ``draws.deviates``, some times faster."""
    seed = int.from_bytes(sha256(f"{salt} {name}".encode()).digest()[:8], "big")
    GENERATOR.seed(np.array([seed & 0xFFFFFFFF, seed >> 32], dtype=np.uint32))
    keys = GENERATOR.random_sample(COUNT)
    return np.array(normal_quantiles(COUNT))[np.argsort(keys)]


def main() -> None:
    """Try the salts and print the best ones with their error."""
    many = quasi_random(14, SEED)
    cases = [estimates(inputs) for inputs in drawn_cases(ROUNDS[-1][0].stop, SEED)]
    expected = [best(case, many) for case in cases]
    salts = np.arange(SALTS)
    for places, part in ROUNDS:
        errors: list[Any] = []
        for block in np.array_split(salts, max(1, len(salts) // BLOCK)):
            normals = {name: np.stack([deviates(name, salt) for salt in block]) for name in NUMBERS}
            rows = [
                (expected_net(columns(case, normals), hours) - net) / allowed(net)
                for case, (net, hours) in zip(cases[places], expected[places], strict=True)
            ]
            errors.extend(np.sqrt(np.mean(np.square(rows), axis=0)))
        order = np.argsort(errors)[: max(SALTS // part, 5)]
        print(f"{len(salts):,} salts: median error {np.median(errors):.3f} of what is allowed; the best:", flush=True)
        for place in order[:5]:
            print(f"  salt {salts[place]}: {errors[place]:.3f}", flush=True)
        salts = salts[order]


if __name__ == "__main__":
    main()
