"""How many bytes the installed core and its two dependencies take on disk, compiled files left out.

Ends with an error if it is 2 MB or more. Run it where the library is installed from a wheel.
"""

from __future__ import annotations

import sys
from importlib.metadata import files
from pathlib import Path

from _measure import begin, keep, table

PACKAGES = ("interview-value", "attrs", "pluggy")
GOAL = 2_000_000


def size(package: str) -> int:
    """Return the bytes of a package's files as they are installed."""
    paths = [Path(str(path.locate())) for path in files(package) or ()]
    return sum(path.stat().st_size for path in paths if path.suffix != ".pyc" and path.is_file())


def main() -> None:
    """Measure, print, keep if asked, and fail if it is too much."""
    begin("Installed size", "attrs", "pluggy")
    sizes = {package: size(package) for package in PACKAGES}
    table([(package, number / 1e3, "kB") for package, number in sizes.items()])
    total = sum(sizes.values())
    table([("together", total / 1e3, "kB")], goal=f"under {GOAL / 1e3:,.0f} kB")
    keep("size", {"bytes": sizes, "together": total})
    if total >= GOAL:
        sys.exit("the installed core is too large")


if __name__ == "__main__":
    main()
