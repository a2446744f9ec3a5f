"""What the benchmarks share: a steady clock, the machine in words, a table, and numbers kept for later."""

from __future__ import annotations

import json
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).parent / "results"


def microseconds(call: Callable[[], object], seconds: float = 0.5) -> float:
    """Return the median time of a call, in µs, over rounds that fill about the given seconds."""
    call()
    started = time.perf_counter()
    call()
    calls = max(1, int(0.001 / max(time.perf_counter() - started, 1e-7)))
    rounds = []
    end = time.perf_counter() + seconds
    while time.perf_counter() < end or len(rounds) < 5:
        started = time.perf_counter()
        for _ in range(calls):
            call()
        rounds.append((time.perf_counter() - started) / calls)
    return 1e6 * statistics.median(rounds)


def machine() -> str:
    """Name the processor, its cores, the system and the Python."""
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text(encoding="utf-8").splitlines() if cpuinfo.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    processor = models[0] if models else platform.processor() or platform.machine()
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{processor}, {os.cpu_count()} cores, {platform.system()}; {python}"


def versions(*packages: str) -> str:
    """Name the versions of packages."""
    return ", ".join(f"{package} {version(package)}" for package in packages)


def table(rows: Iterable[tuple[str, float, str]], goal: str = "") -> None:
    """Print rows of what was measured, the number, and its unit or what it means."""
    for what, number, unit in rows:
        print(f"  {what:<52} {number:>10,.2f} {unit}")
    if goal:
        print(f"  goal: {goal}")


def begin(title: str, *packages: str) -> None:
    """Print what is measured and on what."""
    print(f"\n{title}\n  {machine()}; {versions('interview-value', *packages)}")


def keep(name: str, numbers: dict[str, Any]) -> None:
    """Write the numbers to a file in benchmarks/results, if the command line asks for it with --save."""
    if "--save" in sys.argv[1:]:
        RESULTS.mkdir(exist_ok=True)
        path = RESULTS / f"{name}.json"
        path.write_text(json.dumps({"machine": machine(), **numbers}, indent=2) + "\n", encoding="utf-8")
        print(f"  kept in {path}")
