"""Write the figures of benchmarks/results into the pages that show them, and draw the plot.

Each figure of those pages stands between two comments with the name of a function here, which makes what stands there
of the results; a test fails while a page or the plot differs. After the benchmarks were run with ``--save``:
``python scripts/write_speed.py``. The plot needs matplotlib (dependency group ``peers``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "benchmarks" / "results"
PAGES = (ROOT / "docs" / "explanation" / "speed.md", ROOT / "docs" / "explanation" / "clusters.md")
PLOT = ROOT / "docs" / "_static" / "speed.svg"
BILLION = 1_000_000_000
MACHINES = (1, 2, 4, 8, 16, 32, 64)


def results(name: str) -> dict[str, Any]:
    """Return what a benchmark has kept."""
    found: dict[str, Any] = json.loads((RESULTS / f"frames_{name}.json").read_text(encoding="utf-8"))
    return found


def lines(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table in Markdown; the numbers stand to the right."""
    marks = ["---", *["--:"] * (len(headings) - 1)]
    return "\n".join("| " + " | ".join(row) + " |" for row in (headings, marks, *rows))


def figures(number: float, digits: int = 2) -> str:
    """Return a number with so many significant digits, and with commas if it is long."""
    rounded = float(f"{number:.{digits}g}")
    return f"{rounded:,.0f}" if abs(rounded) >= 10 ** (digits - 1) else f"{rounded:g}"


def duration(seconds: float) -> str:
    """Return a time in the unit in which one reads it."""
    for unit, length, limit in (("µs", 1e-6, 1e-3), ("ms", 1e-3, 1.0), ("s", 1.0, 120.0), ("min", 60.0, 7200.0)):
        if seconds < limit:
            return f"{figures(seconds / length)} {unit}"
    return f"{figures(seconds / 3600)} h"


def goal(met: bool, words: str) -> str:
    """Say whether a goal was met."""
    return f"The goal, {words}, is **{'met' if met else 'not met'}**."


def measured_on(*names: str) -> str:
    """Name the machine and the versions of some results."""
    found = [results(name) for name in names]
    machines = sorted({each["machine"] for each in found})
    packages = sorted({package for each in found for package in each["versions"].split(", ")})
    return f"Measured on: {'; '.join(machines)}; {', '.join(packages)}."


def machine() -> str:
    """Name what all of it was measured on."""
    return measured_on("central", "draws", "beside_others", "out_of_memory", "engines")


def central() -> str:
    """Show central values beside the same formulas by hand."""
    found = results("central")
    seconds, bandwidth, ratios = found["seconds"], found["bytes_a_second"], found["ratios"]
    names = {"ours": "`evaluate`, `draws=0`", "numba": "numba, fused by hand", "polars": "Polars lazy, by hand"}
    rows = [
        (
            label,
            f"{figures(seconds[who], 3)}",
            f"{figures(found['rows'] / seconds[who] / 1e6, 3)}",
            f"{100 * bandwidth[who] / bandwidth['copy']:.0f} %",
        )
        for who, label in names.items()
    ]
    times = f"{figures(ratios['numba'])} times as long as numba and {figures(ratios['polars'])} times as long as Polars"
    words = [
        f"`evaluate` takes {times}. A plain copy on all cores moves {figures(bandwidth['copy'] / 1e9)} GB/s.",
        goal(ratios["numba"] <= 1.5, "at most 1.5 times as long as numba"),
        goal(ratios["polars"] <= 1, "no longer than Polars"),
    ]
    head = (f"{found['rows']:,} rows", "s", "million rows/s", "share of the memory bandwidth")
    return lines(head, rows) + "\n\n" + "\n".join(words)


def central_parts() -> str:
    """Show where the time of central values goes."""
    found = results("central")
    rows = [(part, figures(1e9 * taken)) for part, taken in found["alone"].items()]
    saved = (found["seconds"]["ours"] - found["seconds"]["numba"]) / found["rows"]
    words = f"numba takes {duration(found['compiling'])} to compile its loop, which it has saved"
    return f"{lines(('on one thread', 'ns a row'), rows)}\n\n{words} after {figures(found['compiling'] / saved)} rows."


def draws() -> str:
    """Show the full answer."""
    found = results("draws")
    rates, sizes = found["rows_a_second"], found["bytes"]
    rows = [
        ("row-draws a second", f"{figures(found['row_draws'] / 1e6, 3)} million"),
        ("rows a second", figures(rates["ours"], 3)),
        ("rows a second of a loop over objects", figures(rates["loop"], 3)),
        ("rows a second where every verdict is worked out (`questions=True`)", figures(rates["questions"], 3)),
        ("columns in", f"{sizes['in'] / 1e6:.0f} MB"),
        ("columns out", f"{sizes['out'] / 1e6:.0f} MB"),
        ("peak of memory, both included", f"{sizes['peak'] / 1e6:.0f} MB"),
        ("peak, in times of columns in and out", figures(found["memory"], 3)),
    ]
    words = [
        goal(found["row_draws"] >= 20e6, "at least 20 million row-draws a second"),
        goal(found["memory"] <= 1.5, "a peak of at most 1.5 times the table"),
    ]
    return lines((f"{found['rows']:,} rows, {found['draws']} draws", ""), rows) + "\n\n" + "\n".join(words)


def beside_others() -> str:
    """Show what a user would pick instead."""
    seconds = results("beside_others")["seconds"]
    sizes = list(next(iter(seconds.values())))
    rows = [(name, *(_cell(found[size]) for size in sizes)) for name, found in seconds.items()]
    return lines(("rows", *(f"{int(size):,}" for size in sizes)), rows)


def _cell(found: float | str) -> str:
    return f"*{found}*" if isinstance(found, str) else duration(found)


def slower() -> str:
    """Say where `evaluate` is slower than something else."""
    seconds = results("beside_others")["seconds"]
    ours = seconds["evaluate, draws=0"]
    faster = {
        size: [
            name
            for name, found in seconds.items()
            if not name.startswith("evaluate") and _less(found[size], ours[size])
        ]
        for size in ours
    }
    words = [f"* {int(size):,}: {'; '.join(names)}" for size, names in faster.items() if names]
    return "Faster than `evaluate` with `draws=0`, by the number of rows:\n\n" + "\n".join(words)


def _less(one: float | str, other: float | str) -> bool:
    return not isinstance(one, str) and not isinstance(other, str) and one < other


def out_of_memory() -> str:
    """Show a folder larger than memory."""
    found = results("out_of_memory")
    fit, runs = found["fit"], found["runs"]
    rows = [(f"{run['rows']:,}", figures(run["seconds"], 3), f"{run['peak'] / 1e6:.0f}") for run in runs]
    sizes = f"The folder has {found['folder'] / 1e6:,.0f} MB, and the limit is {found['limit'] / 1e6:,.0f} MB"
    straight = f"{duration(max(fit['start'], 0))} and {figures(1e6 * fit['slope'])} µs a row"
    off = f"it explains {100 * fit['explained']:.2f} % of the variance"
    words = [
        f"{sizes}, enforced by {found['by']}. All of it at once {found['at_once']} within the same limit.",
        f"Best straight line: {straight}; {off}, and no run is further from it than {100 * fit['largest_miss']:.0f} %.",
    ]
    return lines(("rows", "s", "peak, MB"), rows) + "\n\n" + "\n".join(words)


MODES = {"0": "central values", "256": "256 draws"}


def engines() -> str:
    """Show Spark and Dask beside one process."""
    found = results("engines")
    rows = [
        (
            f"{name}, {MODES[draws]}",
            duration(run["start"]) if run["start"] > 1e-3 else "none",
            duration(run["few"]),
            f"{duration(run['all'])} for {mode['rows']:,}",
            f"{run['all'] / mode['one process']['all']:.1f}",
        )
        for draws, mode in found["runs"].items()
        for name, run in mode.items()
        if name != "rows"
    ]
    head = ("", "start", f"first {found['few']:,} rows", "all rows", "all rows, in times of one process")
    return lines(head, rows)


def cluster() -> str:
    """Work out what N machines would take for a billion rows."""
    found = results("engines")
    head = ["10⁹ rows", "rows/s of a machine", *(f"N = {machines}" for machines in MACHINES)]
    rows = []
    for draws, mode in found["runs"].items():
        for name, run in mode.items():
            if name == "rows":
                continue
            rate = mode["rows"] / run["all"]
            counts = MACHINES if name != "one process" else MACHINES[:1]
            times = [duration(on_machines(run, rate, found["few"], machines)) for machines in counts]
            times += [""] * (len(MACHINES) - len(times))
            rows.append((f"{name}, {MODES[draws]}", figures(rate), *times))
    return lines(head, rows)


def on_machines(run: dict[str, float], rate: float, few: int, machines: int) -> float:
    """Return the seconds for a billion rows on so many machines."""
    return run["start"] + run["few"] + (BILLION - few) / (machines * rate)


BLOCKS: dict[str, Callable[[], str]] = {
    block.__name__: block
    for block in (machine, central, central_parts, draws, beside_others, slower, out_of_memory, engines, cluster)
}


def filled(page: str) -> str:
    """Return the text of a page with what each block makes between its two comments."""

    def block(match: re.Match[str]) -> str:
        name = match[1]
        return f"<!-- {name} -->\n{BLOCKS[name]()}\n<!-- end of {name} -->"

    return re.sub(r"<!-- (\w+) -->\n.*?<!-- end of \1 -->", block, page, flags=re.DOTALL)


def points() -> dict[str, list[tuple[int, float]]]:
    """Return what the plot shows: rows and seconds, by what takes them."""
    seconds = results("beside_others")["seconds"]
    return {
        name: [(int(size), taken) for size, taken in found.items() if not isinstance(taken, str)]
        for name, found in seconds.items()
    }


COLOURS = ("#000000", "#0072b2", "#e69f00", "#d55e00", "#cc79a7", "#56b4e9", "#009e73", "#7f7f7f", "#8a7a00")
"""Those of Okabe and Ito (2008), which colour-blind people tell apart, without the yellow that is pale on white."""

MARKERS = "osD^vP*X<"


def draw(target: Path) -> None:
    """Draw the plot on a white ground of its own, so that it can be read on a dark page too."""
    import matplotlib as mpl

    mpl.use("svg")
    from matplotlib import pyplot as plt

    plt.rcParams.update({"svg.hashsalt": "speed", "svg.fonttype": "none", "font.size": 9})
    figure, axes = plt.subplots(figsize=(7.5, 4.6), layout="constrained")
    for (name, shown), colour, marker in zip(points().items(), COLOURS, MARKERS, strict=False):
        ours = name.startswith("evaluate")
        x, y = zip(*shown, strict=True)
        axes.plot(x, y, marker=marker, color=colour, label=name, lw=2.5 if ours else 1.2, ls="-" if ours else "--")
    axes.set(xscale="log", yscale="log", xlabel="rows", ylabel="seconds a call")
    axes.grid(color="#dddddd", lw=0.6)
    axes.legend(fontsize=8, frameon=False, loc="center left", bbox_to_anchor=(1, 0.5))
    described = json.dumps(points())
    figure.savefig(target, metadata={"Date": None, "Title": "Seconds a call over rows", "Description": described})
    plt.close(figure)


def drawn(target: Path) -> dict[str, list[list[float]]]:
    """Return the points that a plot was drawn of, as it says itself."""
    from html import unescape

    described = re.search(r"<dc:description>(.*?)</dc:description>", target.read_text(encoding="utf-8"), re.DOTALL)
    assert described, "the plot says nothing of its points"
    found: dict[str, list[list[float]]] = json.loads(unescape(described[1]))
    return found


def main() -> None:
    """Write the pages and the plot."""
    for page in PAGES:
        page.write_text(filled(page.read_text(encoding="utf-8")), encoding="utf-8")
    draw(PLOT)


if __name__ == "__main__":
    main()
