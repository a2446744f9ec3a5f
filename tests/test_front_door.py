"""The front door: few names, each there, and open to whoever looks around."""

from __future__ import annotations

import importlib
import inspect
import pydoc
import sys
from unittest import mock

import attrs
import pytest

import interview_value as iv

PACKAGES_OF_EXTRAS = {"frames": "narwhals", "plots": "matplotlib", "widgets": "anywidget"}


@pytest.fixture
def only_the_core(monkeypatch):
    """Hide what the packages of extras need, as where only the core is installed."""
    loaded = [
        name for name in sys.modules if name.split(".")[:2][-1] in PACKAGES_OF_EXTRAS and "interview_value" in name
    ]
    for name in loaded:
        monkeypatch.delitem(sys.modules, name)
    for name, needed in PACKAGES_OF_EXTRAS.items():
        monkeypatch.delitem(vars(iv), name, raising=False)
        monkeypatch.setitem(sys.modules, needed, None)


def test_names_are_few_sorted_and_there():
    """About twenty names stand at the front door, sorted, so that a change is easy to see, and each exists."""
    assert sorted(iv.__all__) == list(iv.__all__)
    assert 22 >= len(iv.__all__)
    assert all(hasattr(iv, name) for name in iv.__all__)
    assert set(iv.__all__) <= set(dir(iv))


def test_names_are_those_of_the_packages():
    """Each name at the front door is that of one package, where it is public too."""
    homes = {name: package for package, names in iv._HOMES.items() for name in names}
    assert {*homes, "__version__"} == {*iv.__all__}
    for name, package in homes.items():
        home = getattr(iv, package)
        assert getattr(home, name) is getattr(iv, name)
        assert name in home.__all__


def test_a_name_that_does_not_exist_is_an_ordinary_mistake():
    """What is not there raises what Python raises."""
    with pytest.raises(AttributeError, match="no attribute 'evaluation_of'"):
        getattr(iv, "evaluation_of")  # noqa: B009 - the attribute is what is tested


def test_looking_around_needs_no_extra(only_the_core):
    """`help`, `inspect`, `hasattr` and `create_autospec` show what is there where only the core is installed."""
    assert [False] * 3 == [hasattr(iv, name) for name in PACKAGES_OF_EXTRAS]
    assert set(iv.__all__) <= {name for name, _ in inspect.getmembers(iv)}
    assert mock.create_autospec(iv).Evaluator
    shown = pydoc.plain(pydoc.render_doc(iv))
    assert [] == [name for name in iv.__all__ if name not in shown and name != "__version__"]
    assert iv.__version__ in shown
    assert "net value" in shown


@pytest.mark.parametrize("name", PACKAGES_OF_EXTRAS)
def test_a_package_says_which_extra_it_needs(only_the_core, name):
    """Whoever uses a package whose extra is missing reads what to install, however it is imported."""
    with pytest.raises(AttributeError, match=r"install interview-value\[\w+\]"):
        getattr(iv, name)
    with pytest.raises(ImportError, match=r"install interview-value\[\w+\]"):
        importlib.import_module(f"interview_value.{name}")


@pytest.mark.parametrize(
    "kind",
    [iv.Evaluation, iv.Evaluator, iv.Invitation, iv.Seeker, iv.Session, iv.outcome.Contribution],
)
def test_properties_keep_their_docstrings(kind):
    """`help` on a class says of each property and method what it is."""
    fields = {field.name for field in attrs.fields(kind)} if attrs.has(kind) else set()
    members = [name for name in dir(kind) if not name.startswith("_") and name not in fields]
    assert members
    assert [] == [name for name in members if not inspect.getdoc(inspect.getattr_static(kind, name))]
