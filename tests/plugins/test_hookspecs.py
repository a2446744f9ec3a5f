"""Growth: a plugin that was written for the hooks of version 0.1 works when a hook gains an argument."""

from __future__ import annotations

import inspect
import types
from itertools import pairwise

import pluggy
import pytest

import interview_value as iv
from interview_value.plugins import hookspecs, registry

OF_VERSION_0_1 = """
import interview_value as iv

@iv.scorer(kind="benefit")
def company():
    return 1.0

@iv.hookimpl
def interview_value_scorers():
    return [company]

@iv.hookimpl
def interview_value_gates():
    return []

@iv.hookimpl
def interview_value_weights(names, seeker):
    return {"company": 3.0} if "company" in names and isinstance(seeker, iv.Seeker) else {}

@iv.hookimpl
def interview_value_notes(invitation, seeker):
    return [f"{type(invitation).__name__} and {type(seeker).__name__}"]

@iv.hookimpl
def interview_value_read(source):
    return iv.Invitation(role=source.text.splitlines()[0])
"""
"""A plugin as it was written for version 0.1, with all that each hook offered then. It is never to be changed."""


@pytest.fixture
def old_plugin():
    """Return the plugin of version 0.1 as a module."""
    module = types.ModuleType("old_plugin")
    exec(OF_VERSION_0_1, module.__dict__)
    return module


def test_the_history_of_each_hook_is_written_down():
    """The newest version has the arguments that the hook has, so that none changes without a version of its own."""
    names = [name for name in dir(hookspecs) if name.startswith(f"{hookspecs.PROJECT}_")]
    arguments = {name: tuple(inspect.signature(getattr(hookspecs, name)).parameters) for name in names}
    assert arguments == {name: versions[-1].arguments for name, versions in hookspecs.HISTORY.items()}


def test_no_hook_loses_an_argument():
    """Each version of a hook offers all that the one before it did, and came later."""
    for versions in hookspecs.HISTORY.values():
        for before, after in pairwise(versions):
            assert {*before.arguments} < {*after.arguments}
            assert tuple(map(int, before.since.split("."))) < tuple(map(int, after.since.split(".")))


def _grown(specification):
    """Return a hook specification that has one more argument than today's."""
    names = specification.__code__.co_varnames[: specification.__code__.co_argcount]
    scope = {}
    exec(f"def {specification.__name__}({', '.join((*names, 'locale'))}): ...", scope)
    grown = scope[specification.__name__]
    first = specification.interview_value_spec["firstresult"]
    return hookspecs.hookspec(grown, firstresult=first)


@pytest.fixture
def future(monkeypatch):
    """Give every hook one more argument, and hand it over with every call, as a later version would."""
    module = types.ModuleType("hookspecs_of_the_future")
    for name in hookspecs.HISTORY:
        setattr(module, name, _grown(getattr(hookspecs, name)))
    monkeypatch.setattr(registry, "hookspecs", module)
    today = pluggy.HookCaller.__call__
    monkeypatch.setattr(pluggy.HookCaller, "__call__", lambda self, **given: today(self, locale="en", **given))


def result_of(plugin):
    """Return what an evaluator with the plugin makes of an invitation, and what the plugin reads."""
    evaluator = iv.Evaluator(plugins=[plugin], discover=False)
    evaluation = evaluator.evaluate(iv.Invitation(), iv.Seeker())
    read = iv.read("Data Analyst\nMonday at ten", readers=evaluator.readers.items())
    return evaluation.errors, evaluation["company"].weight, evaluation.notes, evaluation.net, read.role


def test_old_plugin_works_today(old_plugin):
    """The plugin of version 0.1 does all that it did."""
    errors, weight, notes, _, role = result_of(old_plugin)
    assert ((), 3.0, ("old_plugin: Invitation and Seeker",), "Data Analyst") == (errors, weight, notes, role)


def test_old_plugin_works_when_hooks_gain_an_argument(old_plugin, request):
    """The same plugin gives the same results, to the last bit, when each hook has one more argument."""
    today = result_of(old_plugin)
    request.getfixturevalue("future")
    assert today == result_of(old_plugin)


def test_new_plugin_gets_the_new_argument(future):
    """The future of these tests is a real one: a plugin that asks for the new argument gets it."""
    seen = []

    class New:
        @iv.hookimpl
        def interview_value_weights(self, locale):
            seen.append(locale)
            return {}

    iv.Evaluator(plugins=[New()], discover=False).evaluate(iv.Invitation())
    assert ["en"] == seen


def test_new_plugin_is_refused_by_an_old_library():
    """A plugin that needs an argument which this version does not have is refused in words that name it."""

    class New:
        @iv.hookimpl
        def interview_value_weights(self, locale):
            return {}

    with pytest.raises(iv.errors.PluginError, match="locale"):
        iv.Evaluator(plugins=[New()], discover=False)
