"""Change the core in small ways, one at a time, and see whether the tests notice.

Cosmic Ray makes the changes ("mutants"): a number one up or down, a comparison at its boundary or turned round, a sum
for a difference, a condition negated, a loop that never runs, and so on. Left out are those in annotations, which
nothing evaluates, and all but one or two replacements of each operator, as the rest tell no more.

    python scripts/mutation.py                            300 mutants of the core, chosen at random
    python scripts/mutation.py --sample 100 --seed 7      another number of them, or the same ones again
    python scripts/mutation.py --all scoring/draws.py     all of a module, or of a package

Prints every mutant that survived or ran out of time, and the share that was killed with its 95 % Wilson interval.
Fails if that share is under 95 %. Needs `fork`, which Windows lacks.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import json
import multiprocessing
import os
import random
import re
import resource
import shutil
import signal
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from attrs import frozen
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names
from scipy.stats import binomtest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "interview_value"
CORE = ("errors.py", "model", "scoring", "plugins", "outcome", "evaluation")
TESTS = (
    tuple(f"tests/{name}" for name in ("evaluation", "model", "plugins", "scoring", "test_errors.py")),
    ("tests/properties",),
    ("tests/outcome", "tests/deciding", "tests/display"),
)
"""The tests, in three runs: a later one is for the few mutants that survive those before."""

ENOUGH = 0.95
MEMORY = 8 << 30
"""The most bytes that the tests may take: some mutants never end making a list longer."""

KEPT = re.compile(
    r"core/(?:NumberReplacer|AddNot|ReplaceUnaryOperator_(?:Delete_Not|USub_UAdd)|RemoveDecorator|ReplaceAndWithOr|ReplaceOrWithAnd"
    r"|ReplaceTrueWithFalse|ReplaceFalseWithTrue|ReplaceBreakWithContinue|ReplaceContinueWithBreak|ZeroIterationForLoop"
    r"|ExceptionReplacer"
    r"|ReplaceComparisonOperator_(?:Eq_NotEq|NotEq_Eq|Lt_LtE|Lt_GtE|LtE_Lt|LtE_Gt|Gt_GtE|Gt_LtE|GtE_Gt|GtE_Lt|Is_IsNot|IsNot_Is)"
    r"|ReplaceBinaryOperator_(?:Add_Sub|Sub_Add|Mul_Div|Div_Mul|FloorDiv_Mul|Mod_Mul|Pow_Mul|BitOr_BitAnd|BitAnd_BitOr))"
)
# One process imports what the tests need, and forks one for each run, which has to import only the package.
FORKS = multiprocessing.get_context("forkserver")
PRELOADED = ["pytest", "hypothesis.strategies", "jsonschema", "scipy.stats", "cosmic_ray.mutating"]


@frozen
class Mutant:
    """The change that an operator of Cosmic Ray makes at one of the places in a module where it applies."""

    module: Path
    operator: str
    occurrence: int
    line: int

    def code(self) -> str:
        """Return the changed module."""
        return mutate_code((PACKAGE / self.module).read_text(), get_operator(self.operator)(), self.occurrence)

    def __str__(self) -> str:
        """Return where the change is, and the lines before and after, on one line."""
        lines = difflib.ndiff((PACKAGE / self.module).read_text().splitlines(), self.code().splitlines())
        changed = [line for line in lines if line[:2] in ("- ", "+ ")]
        before, after = (" ".join(line[2:].strip() for line in changed if line[0] == sign) for sign in "-+")
        return f"{self.module}:{self.line}: {before} -> {after}"


class QuickestFirst:
    """A plugin of pytest: first the tests called like the module, then the quickest; none may take far too long.

    Attributes:
        module: Name of the module that is changed; empty if none is.
        seconds: How long each test took on the unchanged package, by its node id.
    """

    def __init__(self, module: str, seconds: dict[str, float]) -> None:
        self.module, self.seconds = module, seconds
        self.measured = Counter[str]()

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Put the tests in order."""
        items.sort(key=lambda item: (item.path.stem != f"test_{self.module}", self.seconds.get(item.nodeid, 0.0)))

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Let the alarm end the process if this test does not end."""
        signal.setitimer(signal.ITIMER_REAL, 60 + 20 * self.seconds.get(nodeid, 0.0))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep how long the test took."""
        self.measured[report.nodeid] += report.duration


def modules(names: Iterable[str]) -> Iterator[Path]:
    """Yield the modules of these names, and those in the packages of these names, as paths within the package."""
    for name in names:
        path = PACKAGE / name
        yield from (found.relative_to(PACKAGE) for found in (sorted(path.rglob("*.py")) if path.is_dir() else [path]))


def annotations(source: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Return the start and the end of each annotation, as line and column."""
    nodes = list(ast.walk(ast.parse(source)))
    found = [getattr(node, name, None) for node in nodes for name in ("annotation", "returns")]
    return [((node.lineno, node.col_offset), (node.end_lineno, node.end_col_offset)) for node in found if node]


def mutants(module: Path) -> Iterator[Mutant]:
    """Yield the mutants of a module that tell something."""
    source = (PACKAGE / module).read_text()
    nodes, spans = list(ast_nodes(get_ast(source))), annotations(source)
    for name in filter(KEPT.fullmatch, operator_names()):
        operator = get_operator(name)()
        starts = [start for node in nodes for start, _ in operator.mutation_positions(node)]
        for occurrence, start in enumerate(starts):
            if not any(first <= start < last for first, last in spans):
                yield Mutant(module, name, occurrence, start[0])


def run_tests(source: Path, folders: tuple[str, ...], module: str, times: Path) -> None:
    """Run the tests on the package in that folder, as the only thing that this process does.

    Args:
        source: The folder to import the package from.
        folders: The folders of tests.
        module: Name of the module that is changed; empty if none is, which is when the times are kept.
        times: The file with the times of the tests.
    """
    os.setsid()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.setitimer(signal.ITIMER_REAL, 300)
    os.chdir(ROOT)
    output = os.open(times.with_name("output") if not module else os.devnull, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(output, stream.fileno())
    sys.path.insert(0, str(source))
    os.environ["PYTHONPATH"] = str(source)
    order = QuickestFirst(module, json.loads(times.read_text()) if module else {})
    options = ["-x", "-q", "--assert=plain", "-p", "no:cacheprovider", "--hypothesis-profile=mutation"]
    code = pytest.main([*options, *folders], plugins=[order])
    if not module:
        times.write_text(json.dumps(order.measured))
    os._exit(code)  # threads that a mutant has left behind are not waited for


def outcome(base: Path, mutant: Mutant | None = None) -> str:
    """Return what the tests say of the package: "survived", "killed", or "timed out".

    Args:
        base: The folder with the package, and with the times of the tests beside it.
        mutant: The change to make in a copy of it; None to measure the times on the unchanged package.
    """
    with TemporaryDirectory() as folder:
        source = base / "src"
        if mutant:
            source = Path(shutil.copytree(source, folder, dirs_exist_ok=True))
            (source / PACKAGE.name / mutant.module).write_text(mutant.code())
        for number, folders in enumerate(TESTS):
            name = mutant.module.stem if mutant else ""
            process = FORKS.Process(target=run_tests, args=(source, folders, name, base / f"times{number}.json"))
            process.start()
            process.join()
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            if process.exitcode:
                return "timed out" if process.exitcode == -signal.SIGALRM else "killed"
    return "survived"


def main() -> None:
    """Test the mutants that were asked for, and say what came of them."""
    parser = argparse.ArgumentParser(description="Change the core in small ways, and see whether the tests notice.")
    parser.add_argument("modules", nargs="*", default=CORE, help="modules and packages within interview_value")
    parser.add_argument("--sample", type=int, default=300, help="how many mutants to test (300)")
    parser.add_argument("--all", action="store_true", help="test all of them instead")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6), help="chooses them; another each time")
    parser.add_argument("--processes", type=int, default=2, help="how many to test at once (2)")
    options = parser.parse_args()

    everything = [mutant for module in modules(options.modules) for mutant in mutants(module)]
    size = len(everything) if options.all else min(options.sample, len(everything))
    chosen = random.Random(options.seed).sample(everything, size)
    print(f"{size:,} of {len(everything):,} mutants, seed {options.seed}", flush=True)
    FORKS.set_forkserver_preload(PRELOADED)
    outcomes = Counter[str]()
    with TemporaryDirectory() as folder, ThreadPoolExecutor(options.processes) as pool:
        base = Path(folder)
        shutil.copytree(PACKAGE, base / "src" / PACKAGE.name)
        if outcome(base) != "survived":
            sys.exit((base / "output").read_text() + "\nthe tests fail on the unchanged package")
        tested = {pool.submit(outcome, base, mutant): mutant for mutant in chosen}
        try:
            for future in as_completed(tested):
                outcomes[future.result()] += 1
                print(outcomes.total(), end="\r", file=sys.stderr, flush=True)
                if future.result() != "killed":
                    print(future.result(), tested[future], flush=True)
        except KeyboardInterrupt:  # those tested so far are a random sample as well
            pool.shutdown(cancel_futures=True)
    if not (total := outcomes.total()):
        sys.exit("none was tested")
    killed = total - outcomes["survived"]
    interval = binomtest(killed, total).proportion_ci(method="wilson")
    print(f"killed {killed:,} of {total:,}, {outcomes['timed out']} of them by running out of time:", end=" ")
    print(f"{killed / total:.1%}, with 95 % confidence {interval.low:.1%} to {interval.high:.1%}")
    if killed / total < ENOUGH:
        sys.exit(f"{ENOUGH:.0%} are expected")


if __name__ == "__main__":
    main()
