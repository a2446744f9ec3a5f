"""How long hostile input takes to be read or refused, and how much memory: by every reader, each in its own process.

Ends with an error if anything takes 2 s of the processor or 300 MB, warns, or raises anything but a ReadError.
"""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from _measure import begin, keep

import interview_value as iv
from interview_value.reading.calendars.agenda import read_agenda

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from reading.hostile import INPUTS, hostile

MOST_SECONDS, MOST_MEGABYTES = 2, 300
YEAR = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
READERS: dict[str, Callable[[bytes], Any]] = {
    "read": iv.read,
    "read_agenda": lambda data: read_agenda(data, *YEAR, zone=UTC),
    "read_history": lambda data: iv.reading.read_history(data, zone="UTC"),
}
FAILED = 3


def forked(work: Callable[[], object]) -> tuple[float, float, bool]:
    """Return the seconds of the processor and the megabytes that a piece of work takes, and whether it went well."""
    child = os.fork()
    if not child:
        code = 0
        try:
            work()
        except BaseException as error:  # noqa: BLE001 - the process must end here, whatever happens
            print(f"{type(error).__name__}: {error}"[:200])
            code = FAILED
        sys.stdout.flush()
        os._exit(code)
    _, status, used = os.wait4(child, 0)
    megabytes = used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    return used.ru_utime + used.ru_stime, megabytes, status == 0


def refused_or_read(read: Callable[[bytes], Any], file: Path) -> None:
    """Read a file, which may be refused, but with no warning."""
    warnings.simplefilter("error")
    with suppress(iv.errors.ReadError):
        read(file.read_bytes())


def main() -> None:
    """Measure, print, keep if asked, and fail if a bound is broken."""
    begin("Hostile input", "icalendar", "openpyxl", "extruct")
    numbers: dict[str, dict[str, tuple[float, float]]] = {}
    broken = []
    with TemporaryDirectory() as folder:
        file = Path(folder) / "input"
        for name in INPUTS:
            # Made in a process of its own, so that what that takes is not counted.
            forked(lambda name=name: file.write_bytes(hostile(name)))
            numbers[name] = {}
            for reader, read in READERS.items():
                seconds, megabytes, well = forked(partial(refused_or_read, read, file))
                numbers[name][reader] = seconds, megabytes
                if seconds > MOST_SECONDS or megabytes > MOST_MEGABYTES or not well:
                    broken.append(f"{name}, {reader}")
            print(f"  {name:<28}" + "".join(f"{s:>8.2f} s {mb:>4.0f} MB" for s, mb in numbers[name].values()))
    print(f"  goal: under {MOST_SECONDS} s of the processor and {MOST_MEGABYTES} MB; columns: {', '.join(READERS)}")
    keep("hostile", numbers)
    if broken:
        sys.exit("these break a bound: " + "; ".join(broken))


if __name__ == "__main__":
    main()
