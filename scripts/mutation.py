"""Change the core in small ways, one at a time, and see whether the tests notice.

Cosmic Ray makes the changes ("mutants"): a number one up or down, a comparison at its boundary or turned round, a sum
for a difference, a condition negated, a loop that never runs, and so on. Left out are those in annotations, which
nothing evaluates, and all but one or two replacements of each operator, as the rest tell no more.

    python scripts/mutation.py                      all of the core; it takes some hours
    python scripts/mutation.py scorers/practice.py  one module, or a folder

Prints how many were killed in each module, and every survivor. Fails if fewer than nine in ten were killed, if one
survived that docs/explanation/mutants.md does not list with a reason, or if one that it lists was killed or is gone.
"""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from cosmic_ray.work_db import WorkDB, use_db
from cosmic_ray.work_item import MutationSpec, TestOutcome, WorkerOutcome, WorkResult

ROOT = Path(__file__).parents[1]
PACKAGE = Path("src/interview_value")
CORE = (
    *("guards", "errors", "estimate", "quantity", "source", "summary", "words", "ops", "bookkeeping", "event", "facts"),
    *("invitation", "seeker", "ternary", "criterion", "gates", "admission", "catalogue", "refusal", "registry"),
    *("policy", "draws", "plan", "run", "parts", "evaluation", "account", "evaluator", "scorers"),
)
"""The rooms whose mutants count: the model, and what evaluates it."""

KEPT = re.compile(
    r"core/(?:NumberReplacer|AddNot|ReplaceUnaryOperator_(?:Delete_Not|USub_UAdd)|RemoveDecorator|ReplaceAndWithOr|ReplaceOrWithAnd"
    r"|ReplaceTrueWithFalse|ReplaceFalseWithTrue|ReplaceBreakWithContinue|ReplaceContinueWithBreak|ZeroIterationForLoop"
    r"|ExceptionReplacer"
    r"|ReplaceComparisonOperator_(?:Eq_NotEq|NotEq_Eq|Lt_LtE|Lt_GtE|LtE_Lt|LtE_Gt|Gt_GtE|Gt_LtE|GtE_Gt|GtE_Lt|Is_IsNot|IsNot_Is)"
    r"|ReplaceBinaryOperator_(?:Add_Sub|Sub_Add|Mul_Div|Div_Mul|FloorDiv_Mul|Mod_Mul|Pow_Mul|BitOr_BitAnd|BitAnd_BitOr))"
)
TESTS = ("tests/core tests/scoring tests/plugins tests/properties", "tests/analysis tests/display tests/frames")
"""The folders of tests, in two runs: the second is for the few mutants that survive the first."""

PYTEST = "{python} -m pytest -x -q --failed-first --hypothesis-profile=mutation {tests}"
TIMEOUT = 120
"""Seconds after which a mutant counts as killed: it never ends, or takes many times as long."""

MEMORY = 8 << 20
"""The most memory that the tests may take, kB: some mutants never end making a list longer."""

ENOUGH = 0.9
LISTED = ROOT / "docs" / "explanation" / "mutants.md"
ENTRY = re.compile(r"^\| `([^`]+)` \| ``? ?(.+?) ?``? \| .+ \|$", re.MULTILINE)
CONFIGURATION = """
[cosmic-ray]
module-path = {modules}
timeout = {timeout}.0
excluded-modules = []
test-command = "sh -c 'ulimit -v {memory}; {command}'"
distributor.name = "local"
"""


def modules(wanted: Iterable[str]) -> list[str]:
    """Return the paths of the modules to change, within the project."""
    names = list(wanted) or CORE
    rooms = [ROOT / PACKAGE / name for name in names]
    paths = [path for room in rooms for path in (sorted(room.glob("*.py")) or [room.with_suffix(".py")])]
    return [str(path.relative_to(ROOT)) for path in paths]


def annotations(source: str) -> Iterator[tuple[int, int]]:
    """Yield the first and last line and column of every annotation, as spans of (line, column)."""
    for node in ast.walk(ast.parse(source)):
        parts = [getattr(node, "annotation", None), getattr(node, "returns", None)]
        yield from (((p.lineno, p.col_offset), (p.end_lineno, p.end_col_offset)) for p in parts if p)


def skip(database: WorkDB, folder: Path) -> None:
    """Take out the mutants that tell nothing."""
    spans = {path: list(annotations((folder / path).read_text())) for path in {*paths_of(database)}}
    for item in list(database.pending_work_items):
        (spec,) = item.mutations
        within = any(start <= spec.start_pos < end for start, end in spans[str(spec.module_path)])
        if within or not KEPT.fullmatch(spec.operator_name):
            database.set_result(item.job_id, WorkResult(WorkerOutcome.SKIPPED))


def paths_of(database: WorkDB) -> Iterator[str]:
    """Yield the path of each mutant's module."""
    yield from (str(item.mutations[0].module_path) for item in database.work_items)


def run(folder: Path, paths: list[str]) -> list[tuple[MutationSpec, WorkResult]]:
    """Copy the project, change the modules one by one, and return what came of each mutant."""
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(".git", ".nox", ".venv", "dist", "_build"))
    command = " && ".join(PYTEST.format(python=sys.executable, tests=tests) for tests in TESTS)
    configuration = CONFIGURATION.format(modules=paths, timeout=TIMEOUT, memory=MEMORY, command=command)
    (folder / "mutation.toml").write_text(configuration)
    # Bytecode is kept: a run takes over a second, so that no two versions of a module bear the same time.
    environment = {**os.environ, "PYTHONPATH": str(folder / "src"), "CI": "1", "PYTHONDONTWRITEBYTECODE": ""}
    command = [sys.executable, "-m", "cosmic_ray.cli"]
    subprocess.run([*command, "init", "mutation.toml", "mutants.sqlite"], cwd=folder, env=environment, check=True)
    with use_db(str(folder / "mutants.sqlite"), WorkDB.Mode.open) as database:
        skip(database, folder)
    subprocess.run([*command, "exec", "mutation.toml", "mutants.sqlite"], cwd=folder, env=environment, check=True)
    with use_db(str(folder / "mutants.sqlite"), WorkDB.Mode.open) as database:
        specs = {item.job_id: item.mutations[0] for item in database.work_items}
        return [(specs[job], result) for job, result in database.results]


def shares(paths: list[str], count: int) -> list[list[str]]:
    """Deal the modules out, the largest first, so that all shares end at about the same time."""
    dealt: list[list[str]] = [[] for _ in range(count)]
    for path in sorted(paths, key=lambda path: -(ROOT / path).stat().st_size):
        min(dealt, key=lambda share: sum((ROOT / path).stat().st_size for path in share)).append(path)
    return [share for share in dealt if share]


def change(result: WorkResult) -> str:
    """Return the line that was changed and what it became; of a decorator, with the line that it stood over."""
    lines = [line for line in (result.diff or "").splitlines() if line[:3] not in ("+++", "---") and line[:2] != "@@"]
    first = next((place for place, line in enumerate(lines) if line[:1] in "+-"), 0)
    last = first + next((place for place, line in enumerate(lines[first:]) if line[:1] not in "+-"), len(lines))
    if not any(line.startswith("+") for line in lines[first:last]):
        last += 1
    was, became = ([line[1:] for line in lines[first:last] if line[:1] in signs] for signs in ("- ", "+ "))
    return " -> ".join(" ".join(" ".join(side).split()) for side in (was, became))


def listed() -> set[tuple[str, str]]:
    """Return the survivors that the documentation gives a reason for: each with its module, and what was changed."""
    text = LISTED.read_text(encoding="utf-8") if LISTED.exists() else ""
    return {(module, what.replace(r"\|", "|")) for module, what in ENTRY.findall(text)}


def compare(survivors: list[tuple[MutationSpec, WorkResult]], paths: list[str] | None) -> tuple[int, int]:
    """Print the survivors, and return how many are not listed, and how many are listed that are none.

    Args:
        survivors: The mutants that survived, each with its result.
        paths: The modules that were changed; None for all of them, so that what is listed of others is gone.
    """
    known, seen = listed(), set[tuple[str, str]]()
    for spec, result in sorted(survivors, key=lambda pair: (str(pair[0].module_path), pair[0].start_pos)):
        module = str(spec.module_path).removeprefix(f"{PACKAGE}/")
        seen.add((module, change(result)))
        word = "listed" if (module, change(result)) in known else "NEW   "
        print(f"{word} {module}:{spec.start_pos[0]} {spec.operator_name}: {change(result)}")
    stale = {entry for entry in known - seen if paths is None or f"{PACKAGE}/{entry[0]}" in paths}
    for module, what in sorted(stale):
        print(f"STALE  {module}: {what}")
    return len(seen - known), len(stale)


def main() -> None:
    """Run all mutants, and say what came of them."""
    paths = modules(sys.argv[1:])
    with TemporaryDirectory() as folder, ThreadPoolExecutor() as pool:
        parts = shares(paths, os.cpu_count() or 1)
        done = pool.map(lambda part: run(Path(folder) / str(part[0]), part[1]), enumerate(parts))
        results = [pair for results in done for pair in results]
    made = [(spec, result) for spec, result in results if result.worker_outcome is not WorkerOutcome.SKIPPED]
    total = Counter(str(spec.module_path) for spec, _ in made)
    survivors = [(spec, result) for spec, result in made if result.test_outcome is TestOutcome.SURVIVED]
    alive = Counter(str(spec.module_path) for spec, _ in survivors)
    print("| module | mutants | killed |\n|---|---|---|")
    for path in sorted(total):
        name = path.removeprefix(f"{PACKAGE}/")
        print(f"| `{name}` | {total[path]:,} | {1 - alive[path] / total[path]:.0%} |")
    share = 1 - len(survivors) / len(made)
    print(f"| together | {len(made):,} | {share:.1%} |\n")
    new, stale = compare(survivors, None if len(sys.argv) == 1 else paths)
    if share < ENOUGH or new or stale:
        missing = f"{new} survivors have no reason given, {stale} that have one were killed or are gone"
        sys.exit(f"killed {share:.1%}, of which nine in ten are expected; {missing}")


if __name__ == "__main__":
    main()
