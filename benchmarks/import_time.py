"""How long `import interview_value` takes in a cold process, as a ratio to importing attrs and pluggy.

Each import runs in 20 fresh processes, turn by turn, so that a busy moment of the machine hits all alike. The clock
runs within the process, around the import alone: starting Python is left out of the ratio. Median of 20. All of it is
compiled to bytecode beforehand, as an installer does.

The package loads each of its names when it is first used, so what a first evaluation needs is measured beside it.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from tempfile import TemporaryDirectory

from _measure import begin, keep, table

ROUNDS = 20
GOAL = 1.5
USE = "import interview_value as iv; iv.Evaluator, iv.Invitation, iv.Seeker"
IMPORTS = {
    "attrs and pluggy": "import attrs, pluggy",
    "interview_value": "import interview_value",
    "interview_value, and all that an evaluation needs": USE,
}
CLOCKED = "import time; start = time.perf_counter(); {code}; print(time.perf_counter() - start)"


def python(bytecode: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a fresh Python process that keeps its bytecode in a folder of its own."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": bytecode, "PYTHONDONTWRITEBYTECODE": ""}
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=True, env=environment)


def milliseconds(bytecode: str) -> dict[str, float]:
    """Return the median time of each import, in ms."""
    times: dict[str, list[float]] = {what: [] for what in IMPORTS}
    for turn in range(-1, ROUNDS):  # the first turn only compiles, and warms the file cache
        for what, code in IMPORTS.items():
            seconds = float(python(bytecode, "-c", CLOCKED.format(code=code)).stdout)
            if turn >= 0:
                times[what].append(seconds)
    return {what: 1e3 * statistics.median(seconds) for what, seconds in times.items()}


def slowest(bytecode: str, count: int = 8) -> list[tuple[str, float]]:
    """Return the modules whose own code takes longest in all that an evaluation needs, with their ms."""
    trace = python(bytecode, "-X", "importtime", "-c", USE).stderr
    rows = [line.removeprefix("import time:").split("|") for line in trace.splitlines()[1:]]
    modules = [(name.strip(), int(own) / 1e3) for own, _, name in rows if name.strip() != "site"]
    return sorted(modules, key=lambda module: -module[1])[:count]


def main() -> None:
    """Measure, print, and keep if asked."""
    begin("Import, cold process, median of 20", "attrs", "pluggy")
    with TemporaryDirectory() as bytecode:
        times, modules = milliseconds(bytecode), slowest(bytecode)
    ratios = {what: time / times["attrs and pluggy"] for what, time in times.items()}
    table([(what, time, f"ms  {ratios[what]:.2f} times") for what, time in times.items()])
    print(f"  goal: interview_value at most {GOAL} times")
    print("  where the time goes, traced once (own code of each module, interpreter start included):")
    table([(f"  {name}", time, "ms") for name, time in modules])
    keep("import_time", {"milliseconds": times, "ratios": ratios})


if __name__ == "__main__":
    main()
