"""Draw the packages of the library and what they import, from the code, into the page of the architecture.

    python scripts/draw_architecture.py

The order is that of the layers in pyproject.toml, the words are the first line of each package's docstring, and an
arrow is an import. An import that a longer way of imports implies is not drawn. A test fails while the picture differs
from the code.
"""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from html import escape
from pathlib import Path

import grimp

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "interview_value"
PICTURE = ROOT / "docs" / "explanation" / "architecture.svg"

ROW, LEFT, RIGHT = 40, 20, 560
"""The height of a row, and where the boxes begin and end, in the picture's units."""


def packages() -> list[str]:
    """Return the packages with a layer of their own, each after all that it may import."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    names = [name.strip("() ") for layer in reversed(layers) for name in layer.split("|")]
    return [name for name in names if (PACKAGE / name).is_dir()]


def imports(names: list[str]) -> set[tuple[str, str]]:
    """Return the pairs of packages of which the first imports the second, without those that others imply."""
    graph = grimp.build_graph("interview_value", cache_dir=None)
    for name in names:
        graph.squash_module(f"interview_value.{name}")
    above: dict[str, set[str]] = {name: set() for name in names}
    for name in names:
        for module in graph.find_modules_directly_imported_by(f"interview_value.{name}"):
            above[name].add(module.rpartition(".")[2])
    order = {name: place for place, name in enumerate(names)}
    direct = {(name, other) for name in names for other in above[name] if order.get(other, len(order)) < order[name]}
    reached: dict[str, set[str]] = {}
    for name in names:
        reached[name] = {far for first, other in direct if first == name for far in (other, *reached[other])}
    return {
        (name, other)
        for name, other in direct
        if not any(other in reached[between] for first, between in direct if first == name)
    }


def words(name: str) -> str:
    """Return the first line of a package's docstring."""
    tree = ast.parse((PACKAGE / name / "__init__.py").read_text(encoding="utf-8"))
    return (ast.get_docstring(tree) or "").partition("\n")[0].rstrip(".")


def picture() -> str:
    """Return the picture as SVG in the frame that the page gives its pictures."""
    names = packages()
    return "\n".join(_lines(names, imports(names))) + "\n"


def _lines(names: list[str], arrows: set[tuple[str, str]]) -> Iterator[str]:
    middle = {name: 16 + ROW * place + ROW // 2 for place, name in enumerate(names)}
    yield '<div class="picture" tabindex="0" role="group" aria-label="Picture of the architecture">'
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 {32 + ROW * len(names)}" role="img" '
    yield '     aria-labelledby="way-title way-text">'
    yield '  <title id="way-title">The packages and what they import</title>'
    told = "; ".join(
        f"{name} imports {', '.join(sorted(o for n, o in arrows if n == name)) or 'none'}" for name in names
    )
    yield f'  <desc id="way-text">From above: {told}.</desc>'
    yield '  <defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7"'
    yield '    orient="auto"><path d="M0 0 L8 4 L0 8 z"/></marker></defs>'
    for name in names:
        top = middle[name] - ROW // 2 + 3
        yield f'  <rect x="{LEFT}" y="{top}" width="{RIGHT - LEFT}" height="{ROW - 6}" rx="6"/>'
        yield f'  <text x="{LEFT + 12}" y="{middle[name] + 5}" class="packages">{name}/</text>'
        yield f'  <text x="{LEFT + 104}" y="{middle[name] + 5}" class="words">{escape(words(name))}</text>'
    for name, other in sorted(arrows, key=lambda arrow: (names.index(arrow[0]), names.index(arrow[1]))):
        begin, end = middle[name] - 6, middle[other] + 6
        bend = RIGHT + 16 + 12 * (names.index(name) - names.index(other))
        yield f'  <path d="M{RIGHT} {begin} C{bend} {begin} {bend} {end} {RIGHT + 2} {end}" marker-end="url(#head)"/>'
    yield "</svg>"
    yield "</div>"


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
