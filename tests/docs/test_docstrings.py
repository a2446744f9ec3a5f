"""What is public says in its docstring what it returns, as the page of everything public promises."""

from __future__ import annotations

import importlib
import inspect

import pytest


def is_ours(thing):
    """Tell whether a class or a function was written in this library."""
    return str(getattr(thing, "__module__", "")).startswith("interview_value")


def functions(module):
    """Yield the functions and methods that a module of this library offers, each with its name."""
    place = importlib.import_module(module)
    for name in place.__all__:
        thing = getattr(place, name)
        if inspect.isfunction(thing):
            yield name, thing
        for kind in filter(is_ours, getattr(thing, "__mro__", ())):
            members = ((member, getattr(thing, member)) for member in vars(kind) if not member.startswith("_"))
            yield from ((f"{name}.{member}", it) for member, it in members if inspect.isroutine(it) and callable(it))


def says(text):
    """Tell whether a docstring says what is returned: in a section, or at once if there are no arguments to explain."""
    at_once = text.startswith(("Return ", "Tell whether ")) and "Args:" not in text
    return at_once or "Returns:" in text


@pytest.mark.parametrize(
    ("module", "needs", "some"),
    [
        ("interview_value", "attrs", {"evaluate", "Evaluation.letter", "Seeker.from_dict", "Estimate.of"}),
        ("interview_value.export", "attrs", {"to_csv"}),
        ("interview_value.outcome", "attrs", set()),
        ("interview_value.plugins", "attrs", {"listing"}),
        ("interview_value.reading", "attrs", {"read_table"}),
        ("interview_value.replies", "attrs", {"Response.of"}),
        ("interview_value.frames", "narwhals", {"evaluate", "FileSummary.to_dict"}),
        ("interview_value.plots", "matplotlib", {"tornado"}),
        ("interview_value.widgets", "anywidget", {"Explorer.restart"}),
        ("interview_value.testing", "hypothesis", {"an_invitation", "seekers", "HookRecorder.of"}),
    ],
)
def test_what_returns_something_says_what(module, needs, some):
    """Each public function and method that returns something says what; of a property, its first line does."""
    pytest.importorskip(needs)
    found = dict(functions(module))
    assert some <= found.keys()
    returning = {
        name: it for name, it in found.items() if inspect.signature(it).return_annotation not in ("None", None)
    }
    assert [] == [name for name, it in returning.items() if not says(inspect.getdoc(it) or "")]


@pytest.mark.parametrize(
    ("text", "enough"),
    [
        ("Return the net value.", True),
        ("Return the net value.\n\nArgs:\n    name: Whose.", False),
        ("Read it.\n\nReturns:\n    The text.", True),
        ("Read it.", False),
        ("", False),
    ],
)
def test_what_says_it(text, enough):
    """A section says what is returned, and so does a first line where there are no arguments."""
    assert enough is says(text)
