"""What plugins cost: finding them among 300 installed distributions, and calling a scorer instead of its function.

Discovery runs in fresh processes, turn by turn, on a folder of 300 distributions made for it, a third of them with
entry points of other groups and five of them plugins; beside it the bare scan of the standard library, and pluggy's own
loading. The clock runs within the process, around the call alone, after all imports. Median of 15.

Overhead is what an evaluation takes beyond plain calls of the same functions with the same arguments, for each scorer:
with the library's own six, and as the slope over 1 to 101 trivial ones, which leaves out what happens once.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from _measure import begin, keep, microseconds, table
from one_evaluation import all_known

import interview_value as iv
from interview_value.scoring.values import values_for

DISTRIBUTIONS = 300
PLUGINS = 5
ROUNDS = 15
GOAL = 3.0
"""µs for each scorer beyond the plain call."""

CLOCKED = (
    "import time, importlib.metadata, pluggy, interview_value as iv; iv.Evaluator, iv.Invitation, iv.Seeker\n"
    "iv.Evaluator(discover=False)\n"
    "start = time.perf_counter(); {code}; print(time.perf_counter() - start)"
)
SCAN = "importlib.metadata.entry_points(group='interview_value')"
CALLS = {
    "the standard library's scan alone": SCAN,
    "pluggy's load_setuptools_entrypoints": (
        "pluggy.PluginManager('interview_value').load_setuptools_entrypoints('interview_value')"
    ),
    "an evaluator with discovery": "iv.Evaluator()",
    "an evaluator that allows no plugin": "iv.Evaluator(allow=())",
    "an evaluator without discovery": "iv.Evaluator(discover=False)",
}
PLUGIN = """
import interview_value as iv

@iv.scorer(kind="cost")
def criterion_{number}(duration: float) -> float:
    return duration

@iv.hookimpl
def interview_value_scorers():
    return [criterion_{number}]
"""


def install(folder: Path) -> None:
    """Make distributions as installers leave them."""
    for number in range(DISTRIBUTIONS):
        name = f"made_up_{number}"
        about = folder / f"{name}-1.0.dist-info"
        about.mkdir()
        (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n" + "\nWords.\n" * 100)
        (about / "RECORD").write_text(f"{name}.py,,\n" * 50)
        if number < PLUGINS:
            (about / "entry_points.txt").write_text(f"[interview_value]\n{name} = {name}\n")
            (folder / f"{name}.py").write_text(PLUGIN.format(number=number))
        elif number % 3 == 0:
            (about / "entry_points.txt").write_text(f"[console_scripts]\n{name} = {name}:main\n")


def discovery() -> dict[str, float]:
    """Return the median ms of each way to look."""
    times: dict[str, list[float]] = {what: [] for what in CALLS}
    with TemporaryDirectory() as folder:
        install(Path(folder))
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join((folder, *sys.path))}
        for turn in range(-1, ROUNDS):  # the first turn only compiles, and warms the file cache
            for what, code in CALLS.items():
                command = [sys.executable, "-c", CLOCKED.format(code=code)]
                done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
                if turn >= 0:
                    times[what].append(float(done.stdout))
    return {what: 1e3 * statistics.median(seconds) for what, seconds in times.items()}


def plain_calls(evaluator: iv.Evaluator, invitation: iv.Invitation, seeker: iv.Seeker) -> Callable[[], object]:
    """Return a call of all scorers' functions with the arguments that an evaluation gives them."""
    done = evaluator.evaluate(invitation, seeker).run
    assert done is not None
    values = values_for(done.plan, invitation, seeker, 1).fixed
    calls = [(scorer.function, scorer.pick(values)) for scorer in evaluator.scorers]
    return lambda: [function(*arguments) for function, arguments in calls]


def of_our_own() -> tuple[float, float]:
    """Return the µs that an evaluation of the library's own scorers takes, and what plain calls take."""
    evaluator = iv.Evaluator(discover=False)
    case = all_known(evaluator)
    return microseconds(lambda: evaluator.evaluate(*case)), microseconds(plain_calls(evaluator, *case))


def trivial(count: int) -> tuple[float, float]:
    """Return the same for a number of trivial scorers that read three quantities each."""

    def criterion(duration: float, travel: float, offer_chance: float) -> float:
        return offer_chance * (duration + travel)

    scorers = [iv.scorer(kind="cost", name=f"criterion_{number}")(criterion) for number in range(count)]
    evaluator = iv.Evaluator(plugins=scorers, block={"interview_value"}, discover=False)
    case = iv.Invitation(duration=1, travel=1, offer_chance=0.2), iv.Seeker()
    return microseconds(lambda: evaluator.evaluate(*case)), microseconds(plain_calls(evaluator, *case))


def main() -> None:
    """Measure, print, and keep if asked; fail if a scorer costs more than it may."""
    begin(f"Discovery among {DISTRIBUTIONS} distributions made up and those installed here", "pluggy")
    looked = discovery()
    base = looked["the standard library's scan alone"]
    table([(what, time, f"ms  {time / base:.2f} times the scan") for what, time in looked.items()])
    begin("Overhead of a scorer over its plain function, everything exact")
    evaluated, called = of_our_own()
    own = (evaluated - called) / 6
    (few, few_called), (many, many_called) = trivial(1), trivial(101)
    slope = ((many - many_called) - (few - few_called)) / 100
    rows = [
        ("an evaluation of the six built-in scorers", evaluated, "µs"),
        ("plain calls of their functions", called, "µs"),
        ("overhead of each, with all that happens once", own, "µs"),
        ("an evaluation of 101 trivial scorers", many, "µs"),
        ("plain calls of their functions", many_called, "µs"),
        ("overhead of each further one", slope, "µs"),
    ]
    table(rows, f"under {GOAL} µs each")
    keep("discovery", {"milliseconds": looked, "overhead": {"own": own, "slope": slope}})
    if max(own, slope) >= GOAL:
        sys.exit("a scorer costs more than it may; see whether the machine is busy")


if __name__ == "__main__":
    main()
