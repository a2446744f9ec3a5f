"""A Parquet folder four times the memory limit of the run, through PyArrow and `iv.frames.evaluate_batches`.

The run is a process of its own, held to the limit from its start: by a control group if this user may make one, else by
the limit of the operating system on its data. That the limit bites is shown by the same process reading all of the
folder at once, which must fail. Answers are written to a Parquet file as they come. Before each run the files are put
out of the system's cache, so that they are read from the disk. The folder is made anew and never stored.

The time over an eighth to all of the files, beside the straight line that fits it best, shows whether it is linear.
`--limit 256` (megabytes) takes a smaller limit, and a smaller folder with it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
from _cage import cage
from _invitations import EVALUATOR, SEEKER, invitations
from _measure import apart, begin, keep, option, peak, table

import interview_value as iv

TIMES = 4
FILES = 16
GROUP = 65_536
"""Rows in a row group of a file, and so in a batch."""

MEGABYTE = 1_000_000
PACKAGES = ("numpy", "scipy", "narwhals", "pyarrow")


def make(file: str, size: int, seed: int) -> int:
    """Write a file of at least so many bytes, not compressed; return its rows."""
    rows = 0
    path = Path(file)
    writer = None
    while writer is None or path.stat().st_size < size:
        batch = invitations(GROUP, seed + rows).cast({"stage": str}).to_arrow()  # type: ignore[dict-item]
        writer = writer or pq.ParquetWriter(path, batch.schema, compression="none", use_dictionary=["stage"])
        writer.write_table(batch)
        rows += batch.num_rows
    writer.close()
    return rows


def batches_of(files: list[str]) -> Iterator[pa.RecordBatch]:
    """Yield the rows of the files, one row group at a time.

    The scanner of PyArrow (`to_batches` of a dataset) would read on while answers are worked out, up to a gigabyte.
    """
    for file in ds.dataset(files).get_fragments():
        for group in file.split_by_row_group():
            yield from group.to_table().to_batches()


def evaluate(files: list[str], target: str, draws: int = 0) -> None:
    """Write the answers to all rows of the files."""
    batches = batches_of(files)
    answers = iv.frames.evaluate_batches(batches, SEEKER, evaluator=EVALUATOR, draws=draws, questions=False)
    first = next(answers)
    with pq.ParquetWriter(target, first.schema) as writer:
        writer.write_batch(first)
        for batch in answers:
            writer.write_batch(batch)


def whole(files: list[str], target: str) -> None:
    """Do the same with all rows in memory at once."""
    held = pa.Table.from_batches(batches_of(files))
    pq.write_table(iv.frames.evaluate(held, SEEKER, evaluator=EVALUATOR, draws=0), target)


WAYS = {"evaluate": evaluate, "whole": whole}


def caged(way: str, files: list[Path], target: Path, limit: int) -> dict[str, Any] | None:
    """Return the seconds and the peak of a run within a limit, and what enforces it; None if it did not finish."""
    for file in files:
        with file.open("rb") as opened, suppress(AttributeError):
            os.fsync(opened.fileno())
            os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    with cage(limit) as (kind, enter):
        done = subprocess.run(
            [sys.executable, __file__, "--within", way, str(target), *map(str, files)],
            preexec_fn=enter,
            capture_output=True,
            check=False,
            text=True,
        )
    if done.returncode:
        print(f"  {way}: ended by {kind} ({done.stderr.strip().splitlines()[-1:] or done.returncode})")
        return None
    return {**json.loads(done.stdout), "rows": pq.read_metadata(target).num_rows, "by": kind}


def within(way: str, target: str, *files: str) -> None:
    """Print what a run in this process takes, its start left out of the seconds and counted in the peak."""
    started = time.perf_counter()
    most = peak(lambda: WAYS[way](list(files), target))
    print(json.dumps({"seconds": time.perf_counter() - started, "peak": most}))


def line(runs: list[dict[str, Any]]) -> dict[str, float]:
    """Return the straight line that fits the seconds over the rows best, and how far they are from it."""
    rows, seconds = (np.array([run[name] for run in runs], float) for name in ("rows", "seconds"))
    slope, start = np.polyfit(rows, seconds, 1)
    off = seconds - (start + slope * rows)
    share = 1 - float(off @ off) / float(((seconds - seconds.mean()) ** 2).sum())
    return {"start": start, "slope": slope, "explained": share, "largest_miss": float(np.abs(off / seconds).max())}


def main() -> None:
    """Measure, print, keep if asked, and fail if the limit was too little, or did not bite."""
    limit = option("--limit", 512) * MEGABYTE
    begin(f"A Parquet folder {TIMES} times the memory limit of {limit / MEGABYTE:.0f} MB", *PACKAGES)
    with TemporaryDirectory() as folder:
        files = [Path(folder) / f"{number:02}.parquet" for number in range(FILES)]
        given = sum(apart(make, str(file), TIMES * limit // FILES, place) for place, file in enumerate(files))
        size, target = sum(file.stat().st_size for file in files), Path(folder) / "answers"
        runs = [caged("evaluate", files[: FILES // part], target, limit) for part in (8, 4, 2, 1)]
        at_once = caged("whole", files, target, limit)
    finished = [run for run in runs if run]
    if len(finished) < len(runs) or finished[-1]["rows"] != given:
        sys.exit("it did not finish within the limit, or lost rows")
    fit = line(finished)
    table([(f"{run['rows']:,} rows", run["seconds"], f"s, peak {run['peak'] / MEGABYTE:.0f} MB") for run in finished])
    table([("folder", size / MEGABYTE, f"MB; limit {limit / MEGABYTE:.0f} MB by {finished[0]['by']}")])
    print(f"  fit: {fit['start']:.2f} s + {1e6 * fit['slope']:.3f} µs a row, R² {fit['explained']:.4f}")
    numbers = {"limit": limit, "folder": size, "by": finished[0]["by"], "runs": finished, "fit": fit}
    keep("frames_out_of_memory", {**numbers, "at_once": "finished" if at_once else "failed"}, *PACKAGES)
    if at_once:
        sys.exit("the limit does not bite: the whole folder fits")


if __name__ == "__main__":
    within(*sys.argv[2:]) if sys.argv[1:2] == ["--within"] else main()
