"""The packages of the library and what they import from each other."""

from __future__ import annotations

import runpy
from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

import interview_value as iv

ROOT = Path(__file__).parents[2]
PACKAGE = Path(iv.__file__).parent


@pytest.fixture(scope="module")
def graph() -> dict[str, set[str]]:
    """What each module imports, also within functions and for types alone."""
    modules = grimp.build_graph("interview_value", cache_dir=None)
    return {module: modules.find_modules_directly_imported_by(module) for module in modules.modules}


def circle_in(graph: Mapping[str, set[str]]) -> list[str]:
    """Return modules each of which is imported by the next, and the last is the first; none if there is no circle."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_no_module_imports_itself_in_a_circle(graph: dict[str, set[str]]) -> None:
    """Whatever a module imports, even where it is used and for types, does not lead back to it."""
    evaluation = graph["interview_value.evaluation.evaluation"]
    late, at_the_top = "interview_value.evaluation.page", "interview_value.outcome.outcome"
    assert {late, at_the_top} <= evaluation
    assert [] == circle_in(graph)


def test_a_circle_would_be_named() -> None:
    """Two modules that import each other are found, and named."""
    assert {"a", "b"} == set(circle_in({"a": {"b"}, "b": {"a"}, "c": {"a"}}))


def test_the_top_level_holds_packages_and_four_modules() -> None:
    """Besides packages there are `__init__`, `__main__`, the errors and the version."""
    assert {"__init__", "__main__", "errors", "version"} == {path.stem for path in PACKAGE.glob("*.py")}


def test_the_picture_of_the_architecture_is_that_of_the_code() -> None:
    """The picture shows today's packages and imports; `python scripts/draw_architecture.py` draws it anew."""
    script = runpy.run_path(str(ROOT / "scripts" / "draw_architecture.py"))
    drawn = script["picture"]()
    assert drawn == (ROOT / "docs" / "explanation" / "architecture.svg").read_text(encoding="utf-8")
    assert {path.parent.name for path in PACKAGE.glob("*/__init__.py")} == set(script["packages"]())


def test_the_picture_leaves_out_what_a_longer_way_implies() -> None:
    """Of three packages in a row, the last has no arrow to the first."""
    script = runpy.run_path(str(ROOT / "scripts" / "draw_architecture.py"))
    arrows = script["imports"](script["packages"]())
    assert ("evaluation", "outcome") in arrows or ("replies", "outcome") in arrows
    assert ("cli", "errors") not in arrows
