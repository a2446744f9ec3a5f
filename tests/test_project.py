"""The promises of the project as a whole: what importing it costs, what the core may use, what is shipped."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import files, requires
from pathlib import Path

import pytest

import interview_value as iv

PACKAGE = Path(iv.__file__).parent
EXTRAS = ("cli", "export", "frames", "plots", "reading", "replies", "testing", "widgets")
"""The packages that may use more than the core does."""

APART = (Path("display/rich.py"), Path("scoring/arrays.py"))
"""The files elsewhere that may."""

ALLOWED = {"attr", "attrs", "pluggy", "interview_value"}
"""What the core may import besides the standard library."""

MODULES_AFTER = """
import json, sys
before = set(sys.modules)
{code}
print(json.dumps(sorted(set(sys.modules) - before)))
"""

EVALUATE = """
import interview_value as iv

@iv.scorer(kind="cost", quantities=[iv.Quantity("commute", unit="h a week", bounds=(0, 60), prior=(1, 8), scale="log")])
def commuting(commute, offer_chance):
    return 4 * commute * offer_chance

evaluator = iv.Evaluator(weights={"networking": 2.0}, block={"courtesy"}, plugins=[commuting])
evaluation = evaluator.evaluate(iv.Invitation(role_interest=0.2).with_quantities(commute="2..5"), iv.Seeker())
assert evaluation.complete and evaluation.verdict and evaluation["commuting"].reason
assert iv.Evaluation.from_dict(evaluation.to_dict()).net == evaluation.net
evaluation.questions, evaluation.swings, evaluation.break_even
str(evaluation), evaluation._repr_html_()
"""

COUNT_SCANS = """
import importlib.metadata
scans = []
scan = importlib.metadata.entry_points
importlib.metadata.entry_points = lambda **params: scans.append(params) or scan(**params)
import interview_value as iv
iv.Evaluator(discover=False)
print(len(scans))
iv.Evaluator(), iv.Evaluator()
print(len(scans))
"""


def run(code: str) -> str:
    """Run code in a fresh interpreter, and return what it printed."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def tops_loaded_by(code: str) -> set[str]:
    """Return the top-level modules, those of the standard library left out, that code loads in a fresh interpreter."""
    loaded = json.loads(run(MODULES_AFTER.format(code=code)))
    return {name.partition(".")[0] for name in loaded} - sys.stdlib_module_names


def imports_of(path: Path) -> Iterator[str]:
    """Yield the top-level names that a file imports, within functions too; relative imports stay at home."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield str(node.module).partition(".")[0]


def core_files() -> list[Path]:
    """Return the files of the core."""
    paths = sorted(PACKAGE.rglob("*.py"))
    inside = [path.relative_to(PACKAGE) for path in paths]
    return [
        path for path, place in zip(paths, inside, strict=True) if place.parts[0] not in EXTRAS and place not in APART
    ]


@pytest.mark.core
@pytest.mark.skipif(sys.platform == "emscripten", reason="there are no processes")
def test_importing_loads_nothing_but_attrs_and_pluggy() -> None:
    """An import of the package loads the standard library, attrs and pluggy, and nothing else."""
    assert ALLOWED >= tops_loaded_by("import interview_value")


@pytest.mark.parametrize("package", ["frames", "plots", "widgets"])
def test_packages_of_extras_are_named_but_not_loaded(package: str) -> None:
    """`interview_value` lists the packages that need an extra, and loads neither them nor what they need."""
    assert package in dir(iv)
    assert f"interview_value.{package}" not in run("import interview_value, sys; print(*sys.modules)").split()


@pytest.mark.core
@pytest.mark.skipif(sys.platform == "emscripten", reason="there are no processes")
def test_an_evaluation_needs_nothing_but_attrs_and_pluggy() -> None:
    """An evaluation, shown as text and HTML and turned into plain data, needs no extra."""
    assert ALLOWED >= tops_loaded_by(EVALUATE)


def test_only_the_first_evaluator_that_wants_discovery_scans_entry_points() -> None:
    """Neither an import nor an evaluator without discovery looks for plugins; after that it is done once."""
    assert ["0", "1"] == run(COUNT_SCANS).split()


@pytest.mark.parametrize("path", core_files(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_core_imports_the_standard_library_attrs_and_pluggy(path: Path) -> None:
    """No file of the core imports anything else, not even where it is used."""
    assert ALLOWED | sys.stdlib_module_names >= set(imports_of(path))


def test_two_dependencies() -> None:
    """Whoever installs the library without extras gets attrs and pluggy, and nothing else."""
    assert ["attrs", "pluggy"] == sorted(
        requirement.partition(">")[0]
        for requirement in requires("interview-value") or ()
        if "extra ==" not in requirement
    )


def test_types_licence_and_command_are_shipped() -> None:
    """The installed package says that it is typed, under which licence it is, and has its command."""
    shipped = {path.name for path in files("interview-value") or ()}
    assert {"py.typed", "LICENSE", "entry_points.txt"} <= shipped
