"""Spark and Dask in local mode with two workers, beside one process that reads the same Parquet files by itself.

Each runs in a process of its own: its start (session or cluster, and what it imports), then a thousand rows, which
shows what a call costs whatever the rows are, and wakes the workers; then all rows. The answers are written to Parquet.
Needs Java for Spark, which is left out where there is none. `--rows 200000` takes fewer rows.
"""

from __future__ import annotations

import os
import shutil
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from _invitations import EVALUATOR, SEEKER, invitations
from _measure import apart, begin, keep, once, option
from frames_out_of_memory import evaluate

import interview_value as iv

WORKERS = 2
FILES = 8
FEW = 1_000
PACKAGES = ("numpy", "scipy", "pyarrow", "pandas", "dask", "distributed", "pyspark")
Run = Callable[[Path, Path, int], None]
"""Takes the folder of the rows, where to write the answers, and the number of draws."""


def make(folder: str, rows: int) -> None:
    """Write a folder of Parquet files with so many rows together."""
    Path(folder).mkdir()
    for place in range(FILES):
        table = invitations(rows // FILES, seed=place).cast({"stage": str})  # type: ignore[dict-item]
        table.write_parquet(Path(folder) / f"{place}.parquet", row_group_size=65_536)


@contextmanager
def one_process() -> Iterator[Run]:
    """Yield what runs the rows through this process alone, with all its cores."""

    def run(folder: Path, target: Path, draws: int) -> None:
        evaluate(sorted(map(str, folder.iterdir())), f"{target}.parquet", draws)

    yield run


@contextmanager
def dask() -> Iterator[Run]:
    """Yield what runs the rows through Dask."""
    import dask.dataframe as dd
    from dask.distributed import Client, LocalCluster

    def run(folder: Path, target: Path, draws: int) -> None:
        frame = dd.read_parquet(folder)
        answers = iv.frames.evaluate_dask(frame, SEEKER, evaluator=EVALUATOR, draws=draws, questions=False)
        answers.to_parquet(target)

    with LocalCluster(n_workers=WORKERS, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster):
        yield run


@contextmanager
def spark() -> Iterator[Run]:
    """Yield what runs the rows through Spark."""
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = SparkSession.builder.master(f"local[{WORKERS}]").config("spark.ui.enabled", "false").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")

    def run(folder: Path, target: Path, draws: int) -> None:
        frame = session.read.parquet(str(folder))
        answers = iv.frames.evaluate_spark(frame, SEEKER, evaluator=EVALUATOR, draws=draws, questions=False)
        answers.write.parquet(str(target))

    yield run
    session.stop()


ENGINES = {"one process": one_process, "Dask": dask, "Spark": spark}


def measured(engine: str, few: str, rows: str, target: str, draws: int) -> dict[str, float]:
    """Return the seconds of a start, of a few rows and of all rows; for a process of its own."""
    warnings.simplefilter("ignore")  # Spark warns of versions of pandas
    held: list[Any] = []
    manager = ENGINES[engine]()
    start = once(lambda: held.append(manager.__enter__()))
    try:
        few_seconds = once(lambda: held[0](Path(few), Path(f"{target}_few"), draws))
        return {"start": start, "few": few_seconds, "all": once(lambda: held[0](Path(rows), Path(target), draws))}
    finally:
        manager.__exit__(None, None, None)


def main() -> None:
    """Measure, print, and keep if asked."""
    most = option("--rows", 4_000_000)
    engines = [name for name in ENGINES if name != "Spark" or shutil.which("java")]
    begin(f"Spark and Dask with {WORKERS} workers beside one process", *PACKAGES)
    found: dict[str, Any] = {}
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        apart(make, str(folder / "few"), FEW)
        for draws, rows in ((0, most), (256, most // 16)):
            apart(make, str(folder / f"rows_{draws}"), rows)
            found[str(draws)] = {"rows": rows}
            for engine in engines:
                where = [str(folder / name) for name in ("few", f"rows_{draws}", f"{engine}_{draws}")]
                found[str(draws)][engine] = run = apart(measured, engine, *where, draws)
                shown = f"start {run['start']:.2f} s, {FEW:,} rows {run['few']:.2f} s, {rows:,} rows {run['all']:.2f} s"
                print(f"  draws={draws:<4} {engine:<12} {shown}", flush=True)
    keep("frames_engines", {"workers": WORKERS, "few": FEW, "runs": found}, *PACKAGES)


if __name__ == "__main__":
    main()
