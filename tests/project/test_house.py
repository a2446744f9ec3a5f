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


PICTURES = "interview_value.plots"
"""The one package that is imported from below, by an evaluation that is asked for a picture."""


@pytest.fixture(scope="module")
def graph() -> dict[str, set[str]]:
    """What each module imports, also within functions and for types alone; with a module come the packages around it."""
    modules = grimp.build_graph("interview_value", cache_dir=None)
    return {
        module: {
            package
            for imported in modules.find_modules_directly_imported_by(module)
            for package in (imported, *packages_around(imported))
            if package not in (module, "interview_value", *packages_around(module))
        }
        for module in modules.modules
    }


def packages_around(module: str) -> list[str]:
    """Return the packages that a module is in, from the inner to the outer."""
    names = module.split(".")[:-1]
    return [".".join(names[:length]) for length in range(len(names), 0, -1)]


def circle_in(graph: Mapping[str, set[str]]) -> list[str]:
    """Return modules each of which is imported by the next, and the last is the first; none if there is no circle."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_no_module_imports_itself_in_a_circle(graph: dict[str, set[str]]) -> None:
    """Whatever a module imports, even where it is used and for types, does not lead back to it, but for the pictures."""
    evaluation = graph["interview_value.evaluation.evaluation"]
    late, at_the_top = "interview_value.evaluation.first_screen", "interview_value.outcome.outcome"
    assert {late, at_the_top} <= evaluation
    graph["interview_value.evaluation.evaluation"] = {name for name in evaluation if not name.startswith(PICTURES)}
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
    """The evaluation imports outcomes, but also replies, which import them: that arrow is not drawn."""
    script = runpy.run_path(str(ROOT / "scripts" / "draw_architecture.py"))
    arrows = script["imports"](script["packages"]())
    assert ("replies", "outcome") in arrows
    assert ("evaluation", "outcome") not in arrows  # the way by replies implies it
