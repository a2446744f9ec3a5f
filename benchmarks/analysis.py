"""How long the analysis takes with everything unknown, in pure Python and on NumPy; and robustness against simulation.

Each of the two ways runs in a process of its own, because the analysis uses NumPy as soon as the process has loaded it.
"""

from __future__ import annotations

import json
import subprocess
import sys

import _measure

ONE_WAY = """
import json, statistics, sys, time
if sys.argv[1] == "arrays":
    import numpy, scipy.special
import interview_value as iv
evaluator = iv.Evaluator(discover=False)
known = iv.Invitation(role_interest=0.3, organization_interest=0.5)

def took(look, invitation):
    times = []
    for _ in range(25):
        evaluation = evaluator.evaluate(invitation)
        started = time.perf_counter()
        result = look(evaluation)
        times.append(time.perf_counter() - started)
    return 1e3 * statistics.median(times), result

questions, found = took(lambda e: e.questions, iv.Invitation())
print(json.dumps({
    "questions": questions,
    "verdict": took(lambda e: e.verdict, known)[0],
    "swings": took(lambda e: e.swings, iv.Invitation())[0],
    "break_even": took(lambda e: e.break_even, iv.Invitation())[0],
    "worth": {question.quantity: question.worth for question in found},
}))
"""


def one_way(way: str) -> dict[str, object]:
    """Measure in a fresh process, with or without NumPy loaded."""
    done = subprocess.run([sys.executable, "-c", ONE_WAY, way], capture_output=True, check=True, text=True)
    return json.loads(done.stdout)


def by_simulation() -> tuple[float, float, float, float]:
    """Return the times of the closed form and of 10,000 simulated weightings, in µs, and the shares they give."""
    import numpy as np

    from interview_value.outcome.analysis.robustness import share_above

    hours, cost = [3.1, 0.9, 0.4, 4.8], 2.4
    generator = np.random.default_rng(1)

    def simulated() -> float:
        weights = generator.dirichlet(np.ones(len(hours)), 10_000)
        return float((weights @ np.array(hours) > cost).mean())

    exact = _measure.microseconds(lambda: share_above(hours, cost))
    return exact, _measure.microseconds(simulated), share_above(hours, cost), simulated()


def main() -> None:
    """Measure and print."""
    _measure.begin("The analysis, everything unknown, 256 draws", "numpy", "scipy")
    pure, arrays = one_way("pure"), one_way("arrays")
    rows = []
    for what in ("questions", "verdict", "swings", "break_even"):
        rows += [(f"{what}, pure Python", pure[what], "ms"), (f"{what}, NumPy loaded", arrays[what], "ms")]
        rows.append((f"{what}, ratio", pure[what] / arrays[what], "times"))
    _measure.table(rows, "questions under 60 ms in pure Python, under 5 ms with NumPy")
    apart = max(abs(pure["worth"][name] - worth) for name, worth in arrays["worth"].items())
    print(f"  largest difference between the two ways: {apart:.1e} h")
    exact, simulated, share, about = by_simulation()
    _measure.begin("Robustness: the share of weightings, in closed form and by 10,000 simulated ones", "numpy")
    _measure.table(
        [
            (f"closed form ({share:.4f})", exact, "µs"),
            (f"simulation ({about:.4f})", simulated, "µs"),
            ("ratio", simulated / exact, "times"),
        ],
        "microseconds",
    )


if __name__ == "__main__":
    main()
