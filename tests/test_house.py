"""The packages of the library and what they import from each other."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import interview_value as iv

PACKAGE = Path(iv.__file__).parent


def sources() -> dict[str, Path]:
    """Return the file of each module, by the module's name; the template of plugins is no part of the library."""
    paths = [path for path in PACKAGE.rglob("*.py") if "plugin_template" not in path.parts]
    return {name_of(path): path for path in paths}


def name_of(path: Path) -> str:
    """Return the name of the module that a file holds."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(name: str, path: Path, known: Mapping[str, Path]) -> Iterator[str]:
    """Yield the modules of the library that a module imports, also within functions and for types alone."""
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) + 1 - node.level] if node.level else []
            source = ".".join(filter(None, (*above, node.module)))
            inside = [f"{source}.{alias.name}" for alias in node.names]
            yield from {module if module in known else source for module in inside} & known.keys()


def circle_in(graph: Mapping[str, set[str]]) -> list[str]:
    """Return modules each of which is imported by the next, and the last is the first; none if there is no circle."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


@pytest.mark.core
def test_no_module_imports_itself_in_a_circle() -> None:
    """Whatever a module imports, even where it is used and for types, does not lead back to it."""
    known = sources()
    graph = {name: set(imports_of(name, path, known)) - {name} for name, path in known.items()}
    assert {"interview_value.outcome.outcome", "interview_value.plots.kinds"} <= graph[
        "interview_value.evaluation.evaluation"
    ]
    assert [] == circle_in(graph)


@pytest.mark.core
def test_a_circle_would_be_named() -> None:
    """Two modules that import each other are found, and named."""
    assert {"a", "b"} == set(circle_in({"a": {"b"}, "b": {"a"}, "c": {"a"}}))


@pytest.mark.core
def test_the_top_level_holds_packages_and_the_front_door() -> None:
    """Besides packages there are the front door, the command's, the errors and the version."""
    assert {"__init__", "__main__", "errors", "version"} == {path.stem for path in PACKAGE.glob("*.py")}
