"""What the benchmarks share: steady clocks, memory, the machine in words, a table, and numbers kept for later."""

from __future__ import annotations

import gc
import json
import multiprocessing
import os
import platform
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

RESULTS = Path(__file__).parent / "results"
STATUS = Path("/proc/self/status")


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


def once(call: Callable[[], object]) -> float:
    """Return the seconds of one call; what it returns is gone when this returns."""
    started = time.perf_counter()
    call()
    return time.perf_counter() - started


def in_turns(calls: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return the least seconds of each call, made turn by turn, so that a busy moment of the machine hits all alike.

    In each turn a call is made three times in a row, because the first must wait for memory that a virtual machine has
    lent to others in the meantime, which takes longer than the work.
    """
    taken = [{name: min(once(call) for _ in range(3)) for name, call in calls.items()} for _ in range(rounds)]
    return {name: min(turn[name] for turn in taken) for name in calls}


def apart(function: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T:
    """Call a function of a script in a fresh process of its own, and return what it returns."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(function, *arguments, **named).result()


def resident() -> int:
    """Return the bytes of memory that this process holds, after what is no longer needed is given back; Linux only."""
    gc.collect()
    return _status("VmRSS")


def peak(call: Callable[[], object]) -> int:
    """Return the most bytes of memory that this process held while a call ran.

    Where that cannot be told from what it held before (outside of Linux), the most that it ever held.
    """
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the peak is what is held now
    call()
    if STATUS.exists():
        return _status("VmHWM")
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _status(name: str) -> int:
    lines = STATUS.read_text(encoding="ascii").splitlines()
    (found,) = (line for line in lines if line.startswith(f"{name}:"))
    return int(found.split()[1]) * 1024


def option(name: str, default: int) -> int:
    """Return the number that follows an option of the command line."""
    return int(sys.argv[sys.argv.index(name) + 1]) if name in sys.argv else default


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


def busy() -> float:
    """Return how many processes wanted the processor, on the average of the last minute."""
    return os.getloadavg()[0]


def table(rows: Iterable[tuple[str, float, str]], goal: str = "") -> None:
    """Print rows of what was measured, the number, and its unit or what it means."""
    for what, number, unit in rows:
        print(f"  {what:<52} {number:>10,.2f} {unit}")
    if goal:
        print(f"  goal: {goal}")


def begin(title: str, *packages: str) -> None:
    """Print what is measured and on what."""
    print(f"\n{title}\n  {machine()}; {versions('interview-value', *packages)}; load {busy():.1f}")


def keep(name: str, numbers: dict[str, Any], *packages: str) -> None:
    """Write the numbers to a file in benchmarks/results, if the command line asks for it with --save.

    Args:
        name: Of the file.
        numbers: What was measured.
        packages: Whose versions belong to it.
    """
    if "--save" in sys.argv[1:]:
        RESULTS.mkdir(exist_ok=True)
        path = RESULTS / f"{name}.json"
        stated = {"machine": machine(), "versions": versions("interview-value", *packages), **numbers}
        path.write_text(json.dumps(stated, indent=2) + "\n", encoding="utf-8")
        print(f"  kept in {path}")
