"""What the documentation shows is public: nothing in it calls or names what begins with an underscore."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    page
    for page in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md"), *(ROOT / "docs").rglob("*.ipynb"))
    if "_build" not in page.parts
)
MODULES = sorted((ROOT / "src" / "interview_value").rglob("*.py"))
PRIVATE = re.compile(r"(?<=[\w)\]]\.)_(?!_)\w+")
"""A name that is looked up in something and begins with one underscore; what Python itself names has two."""


def private_names(text):
    """Return the private names that a text looks up."""
    return PRIVATE.findall(text)


def text_of(page):
    """Return the text and the code of a page; of a notebook, its cells."""
    text = page.read_text(encoding="utf-8")
    if page.suffix == ".md":
        return text
    return "\n".join("".join(cell["source"]) for cell in json.loads(text)["cells"])


def public_docstrings(module):
    """Yield the docstrings of a module and of all in it that is public."""
    todo = [ast.parse(module.read_text(encoding="utf-8"))]
    while todo:
        node = todo.pop()
        yield ast.get_docstring(node) or ""
        kinds = (ast.ClassDef, ast.FunctionDef)
        todo += [child for child in node.body if isinstance(child, kinds) and not child.name.startswith("_")]


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_page_calls_nothing_private(page):
    """A page calls public names alone, in its code and in its sentences."""
    assert [] == private_names(text_of(page))


def test_docstrings_call_nothing_private():
    """So does what is rendered of the code."""
    docstrings = [text for module in MODULES for text in public_docstrings(module)]
    assert len(MODULES) < len(docstrings)
    assert [] == [name for text in docstrings for name in private_names(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("take `evaluation._repr_html_()` in", ["_repr_html_"]),
        ("evaluation.to_html()", []),
        ("iv.evaluate(invitation)._run.hours[0]._x", ["_run", "_x"]),
        ("iv.__version__, a docstring's __doc__, e.__class__", []),
        ("``._`` and _emphasis_ stand in sentences._", []),
    ],
)
def test_what_is_private(text, names):
    """One underscore at the start of a name that is looked up is private, two are Python's own."""
    assert names == private_names(text)
