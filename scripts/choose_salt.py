"""Choose the salt of the draws in ``draws.py``: of many random Latin hypercubes, the one whose means are nearest.

With 256 draws the means of the built-in scorers differ by some per cent from what a million draws give, because a few
large draws carry much of the mean of a product of log-normals, and chance decides which of them meet. This tries many
salts on invitations of all stages and several seekers, and prints the salt whose root mean square error, in hours, is
smallest. Run it with NumPy and SciPy: ``python scripts/choose_salt.py``. It takes some minutes.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator

import numpy as np

from interview_value import Evaluator, Invitation, Quantity, Seeker, Stage
from interview_value.model.quantity import Z95, Belief
from interview_value.scoring.arrays import ARRAYS
from interview_value.scoring.draws import DRAWS, deviates

SALTS = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
REFERENCE_DRAWS = 1_000_000

CASES = [
    *[(Invitation(stage=stage), Seeker()) for stage in Stage],
    (Invitation(stage="first", role_interest=0.2, organization_interest=0.6), Seeker(mindset=0.7)),
    (Invitation(stage="onsite", role_interest=0.6, clarity=0.3, people_met=5), Seeker(upcoming_interviews=3)),
    (Invitation(stage="final", role_interest=(0.3, 0.6), travel=2), Seeker(job_worth=(200, 400), experience=8)),
    (Invitation(stage="screen", organization_interest=0.8), Seeker(experience=0.5, nervousness=0.9, follow_up=0.5)),
]


def means(evaluator: Evaluator, invitation: Invitation, seeker: Seeker, normals: dict[str, np.ndarray]) -> np.ndarray:
    """Return the mean of each scorer's hours at the given standard normal deviates of each quantity."""
    known = {**seeker.known, **invitation.known}
    values: dict[str, object] = {"ops": ARRAYS}
    for name, quantity in _sources_first(evaluator):
        prior = quantity.prior_given(invitation)
        if name in known or not hasattr(prior, "reads"):
            estimate = known.get(name, prior)
            low, high = estimate.low, estimate.high
            values[name] = (
                Belief.of(estimate) if quantity.belief
                else low if estimate.exact
                else drawn(quantity, low, high, normals[name])
            )  # fmt: skip
        else:
            values[name] = prior.function(*[values[source] for source in prior.reads])
    return np.array([np.mean(scorer.function(*scorer.pick(values))) for scorer in evaluator.scorers])


def drawn(quantity: Quantity, low: float, high: float, normals: np.ndarray) -> np.ndarray:
    """Return the values of a quantity at standard normal deviates, as ``draws.values_at`` does one by one."""
    if quantity.scale == "log":
        values = np.exp((math.log(low) + math.log(high)) / 2 + math.log(high / low) / (2 * Z95) * normals)
    else:
        values = (low + high) / 2 + (high - low) / (2 * Z95) * normals
    return np.clip(values, quantity.bounds.low, quantity.bounds.high)


def _sources_first(evaluator: Evaluator) -> Iterator[tuple[str, object]]:
    return iter(sorted(evaluator.quantities.items(), key=lambda item: hasattr(item[1].prior, "reads")))


def main() -> None:
    """Try the salts and print the best ones with their error."""
    evaluator = Evaluator(discover=False)
    random = np.random.default_rng(1)
    many = {name: random.standard_normal(REFERENCE_DRAWS) for name in evaluator.quantities}
    exact = [means(evaluator, *case, many) for case in CASES]
    errors = []
    for salt in range(SALTS):
        few = {name: np.array(deviates(name, DRAWS, str(salt))) for name in evaluator.quantities}
        found = [means(evaluator, *case, few) for case in CASES]
        errors.append((float(np.sqrt(np.mean((np.array(found) - np.array(exact)) ** 2))), salt))
    for error, salt in sorted(errors)[:5]:
        print(f"salt {salt}: {error:.4f} h")
    print(f"median of all salts: {float(np.median([error for error, _ in errors])):.4f} h")


if __name__ == "__main__":
    main()
