"""Deprecations: what will go warns with what to do and by when, at the line of who uses it, and goes in time."""

from __future__ import annotations

import types
import warnings

import pytest

import interview_value as iv
from interview_value.model import deprecation
from interview_value.model.deprecation import DEPRECATIONS, Deprecation
from interview_value.plugins import hookspecs, registry

OF_A_NAME = "interview_value.appraise is deprecated since 0.2 and goes in 0.4: use `evaluate`"


@pytest.fixture
def table(monkeypatch):
    """Three deprecations as a later version might have them: of a name, an argument and a hook."""
    made = {
        "interview_value.appraise": Deprecation("0.2", "0.4", "use `evaluate`", now="evaluate"),
        "weigh(factor=)": Deprecation("0.2", "0.4", "use `weights=`"),
        "interview_value_read": Deprecation("0.3", "0.5", "implement `interview_value_open`"),
    }
    monkeypatch.setattr(deprecation, "DEPRECATIONS", made)
    return made


def version(text):
    """A version as numbers, without what comes before its release."""
    return tuple(int(part) for part in text.split(".dev")[0].split("."))


def test_a_name_that_has_another_now(table):
    """The old name still works, and warns at the line that uses it."""
    with pytest.warns(DeprecationWarning, match="appraise") as caught:
        assert iv.evaluate is iv.appraise
    assert (OF_A_NAME, __file__) == (str(caught[0].message), caught[0].filename)


def test_a_name_that_never_was(table):
    """It is an AttributeError, as of every module; so is a deprecated argument that is taken for a name."""
    with pytest.raises(AttributeError, match="module 'interview_value' has no attribute 'no_such_name'"):
        assert iv.no_such_name
    table["interview_value.gone"] = Deprecation("0.2", "0.4", "do without")
    with pytest.raises(AttributeError, match="gone"):
        assert iv.gone


def test_an_argument(table):
    """A function that is handed what will go warns at the line of its caller."""

    def weigh(weights=None, factor=None):
        if factor is not None:
            deprecation.warn("weigh(factor=)")

    with pytest.warns(
        DeprecationWarning, match=r"weigh\(factor=\) is deprecated .* goes in 0.4: use `weights=`"
    ) as caught:
        weigh(factor=2)
    assert __file__ == caught[0].filename


def test_a_hook(table, monkeypatch):
    """A plugin that implements a hook which will go is told when it is registered, and works."""
    module = types.ModuleType("hookspecs_of_the_future")
    for name in hookspecs.HISTORY:
        setattr(module, name, getattr(hookspecs, name))

    def interview_value_read(source): ...

    told = deprecation.warning("interview_value_read")
    module.interview_value_read = hookspecs.hookspec(interview_value_read, firstresult=True, warn_on_impl=told)
    monkeypatch.setattr(registry, "hookspecs", module)

    class Reader:
        @iv.hookimpl
        def interview_value_read(self, source):
            return iv.Invitation(role="Analyst")

    with pytest.warns(DeprecationWarning, match="goes in 0.5: implement `interview_value_open`"):
        evaluator = iv.Evaluator(plugins=[Reader()], discover=False)
    assert "Analyst" == iv.read("Any text\nat all", readers=evaluator.readers.items()).role


def test_what_is_deprecated_goes_in_time():
    """Each goes in a version later than the one that deprecates it, and none outlives its time."""
    for what, told in DEPRECATIONS.items():
        assert version(told.since) <= version(iv.__version__) < version(told.removal), what
        assert told.instead


def test_today_nothing_warns():
    """All public names are used without a warning."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert all(getattr(iv, name) is not None for name in iv.__all__)
