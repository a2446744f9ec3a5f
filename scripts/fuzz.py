"""Look for input that a reader cannot bear, guided by the code that it reaches (atheris, over libFuzzer).

    python scripts/fuzz.py                      a million runs in all, over every reader
    python scripts/fuzz.py --runs 5000          another number of runs in all
    python scripts/fuzz.py --only mail          one reader
    python scripts/fuzz.py --only mail FILE     what one file does

Each reader runs in a process of its own. It may return or raise a ReadError. Anything else, a warning, a run of over
2 s of the processor, or a process of over 300 MB is a finding; its input is kept in the folder `findings`. The seeds
are our own examples, and the files of others where they are (INTERVIEW_VALUE_REAL_DATA). Prints the runs of each
reader, and fails if there was a finding.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import atheris

with atheris.instrument_imports(include=["interview_value.reading"]):
    from interview_value.errors import ReadError
    from interview_value.model.source import Source
    from interview_value.reading.document import Document
    from interview_value.reading.formats import FORMATS, Format

ROOT = Path(__file__).parents[1]
WORDS = Path(__file__).with_suffix(".dict")
FINDINGS = Path("findings")
RUNS = 1_000_000
SECONDS, MEGABYTES = 2, 300
HANGS = 60
"""Seconds by the clock after which a run is stopped."""

SLOW = ("front door", "format 5", "history", "tables", "workbook")
"""Readers that get a quarter of the runs of the others."""

LARGEST = 20_000
"""The longest input that is tried, in bytes: what is large is measured in benchmarks/hostile.py."""

DONE = re.compile(r"Done (\d+) runs? in (\d+) second")
YEAR = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)


def targets() -> dict[str, Callable[[bytes], object]]:
    """Return what is called with each input, by name: the front door, and each reader behind it by itself."""
    import interview_value as iv
    from interview_value.reading.calendars.agenda import read_agenda

    sys.path.insert(0, str(ROOT / "tests"))
    from reading.workbooks import parts, zipped

    def workbook(data: bytes) -> object:
        return iv.reading.read_history(zipped(parts(data.decode(errors="replace"))), zone="UTC")

    return {
        "front door": iv.read,
        **{f"format {place}": behind(known) for place, known in enumerate(FORMATS, start=1)},
        "JSON": lambda data: iv.read(structure(data)),
        "agenda": lambda data: read_agenda(data, *YEAR, zone=UTC),
        "history": lambda data: iv.reading.read_history(data, zone="UTC"),
        "tables": iv.reading.read_table,
        "workbook": workbook,
    }


def behind(known: Format) -> Callable[[bytes], object]:
    """Return the reader of a format, which is called if the format's own marks are there."""

    def read(data: bytes) -> None:
        document = Document(Source("input", data))
        if data.strip() and known.matches(document):
            known.read(document)

    return read


def structure(data: bytes) -> dict[str, Any]:
    """Make JSON of bytes: few random bytes are JSON, and a mapping can be read as it is."""
    choices = atheris.FuzzedDataProvider(data)
    words = re.findall(r'"([\w@]+)"', WORDS.read_text())

    def value(depth: int) -> Any:
        kind = choices.ConsumeIntInRange(0, 7 if depth < 5 else 5)
        if kind == 6:
            return [value(depth + 1) for _ in range(choices.ConsumeIntInRange(0, 4))]
        if kind == 7:
            keys = range(choices.ConsumeIntInRange(1, 6))
            return {words[choices.ConsumeIntInRange(0, len(words) - 1)]: value(depth + 1) for _ in keys}
        text = choices.ConsumeUnicode(12)
        return (None, True, choices.ConsumeRegularFloat(), text, "2026-12-03T14:00:00Z", "JobPosting")[kind]

    return {"items": [value(1)], words[choices.ConsumeIntInRange(0, len(words) - 1)]: value(1)}


def seeds() -> Iterable[Path]:
    """Yield our own examples, and the files of others where they are."""
    yield from (path for path in (ROOT / "examples").iterdir() if path.is_file())
    data = Path(os.environ.get("INTERVIEW_VALUE_REAL_DATA", ROOT.parent / "shared" / "data"))
    yield from (path for path in data.rglob("*") if path.is_file() and path.stat().st_size <= LARGEST)


def fuzz(name: str, arguments: list[str]) -> None:
    """Run one reader until libFuzzer has had its runs; it ends the process."""
    with atheris.instrument_imports(include=["interview_value.reading"]):
        call = targets()[name]
        for path in (ROOT / "examples").glob("*.*"):
            run(call, path.read_bytes())  # what is loaded when it is first needed counts for nothing
    warnings.simplefilter("error")
    atheris.Setup([sys.argv[0], *arguments], lambda data: run(call, data))
    atheris.Fuzz()


def run(call: Callable[[bytes], object], data: bytes) -> None:
    """Call a reader, which may refuse, but must not take long: of the processor, as the machine may be busy."""
    started = time.process_time()
    with suppress(ReadError):
        call(data)
    if (seconds := time.process_time() - started) > SECONDS:
        raise TimeoutError(f"took {seconds:.1f} s")


def campaign(name: str, runs: int, folder: Path) -> tuple[int, int, bool]:
    """Fuzz one reader in a process of its own, and return its runs, its seconds, and whether all went well."""
    corpus = folder / "corpus"
    if not corpus.exists():
        corpus.mkdir()
        for number, path in enumerate(seeds()):
            (corpus / str(number)).write_bytes(path.read_bytes())
    found = folder / f"new {name}"
    found.mkdir()
    FINDINGS.mkdir(exist_ok=True)
    limits = (f"-runs={runs}", f"-timeout={HANGS}", f"-rss_limit_mb={MEGABYTES}", f"-max_len={LARGEST}")
    kept = f"-artifact_prefix={FINDINGS}/{name.replace(' ', '-')}-"
    command = [sys.executable, __file__, "--only", name, found, corpus, *limits, f"-dict={WORDS}", kept]
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, errors="replace", check=False
    )
    said = DONE.search(done.stderr)
    if done.returncode:
        print(done.stdout[-2_000:], done.stderr[-4_000:])
    return (int(said[1]), int(said[2]), not done.returncode) if said else (0, 0, False)


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=RUNS, help="in all")
    parser.add_argument("--only", help="one reader; what follows goes to libFuzzer")
    options, rest = parser.parse_known_args()
    if options.only:
        fuzz(options.only, rest)
    names = targets()
    total, well = 0, True
    with TemporaryDirectory() as folder:
        shares = {name: 1 if name in SLOW else 4 for name in names}
        for name, share in shares.items():
            wanted = -(-options.runs * share // sum(shares.values()))
            runs, seconds, good = campaign(name, wanted, Path(folder))
            total, well = total + runs, well and good
            print(f"  {name:<16}{runs:>10,} runs {seconds:>6} s {'' if good else 'a finding'}", flush=True)
    print(f"  together {total:>17,} runs")
    if not well or total < options.runs:
        sys.exit("there are findings, or fewer runs than were asked for")


if __name__ == "__main__":
    main()
