"""Plugins of all kinds, made on the spot."""

from __future__ import annotations

import types

import pytest

import interview_value as iv

BUILT_IN = [scorer.name for scorer in iv.Evaluator(discover=False).scorers]
BUILT_IN_GATES = [gate.name for gate in iv.Evaluator(discover=False).gates]
ARGUMENTS = {"weights": "names, seeker", "notes": "invitation, seeker", "read": "source"}


def commute(**changes):
    """The quantity of the design's example, with some things changed."""
    return iv.Quantity(
        **{"name": "commute", "unit": "h", "bounds": (0, 60), "prior": (1, 8), "scale": "log", **changes}
    )


def scorer_of(name, *quantities):
    """A scorer of some name that reads its own quantities and returns one hour."""
    scope = {}
    exec(f"def {name}({', '.join(q.name for q in quantities)}): return 1.0", scope)
    return iv.scorer(kind="benefit", quantities=quantities)(scope[name])


def way_of(name, **changes):
    """A way of some name that halves the time on the road."""
    return iv.Way(**{"name": name, "label": "go halfway", "changes": {"travel": lambda hours: hours / 2}, **changes})


def gate_of(name):
    """A gate of some name."""
    return iv.gate(reason="No.", name=name)(lambda travel: travel > 40)


def plugin_of(name="sample", **hooks):
    """A module with hook implementations, each of which returns what is given, or calls it if it can be called."""
    module = types.ModuleType(name)
    for hook, answer in hooks.items():
        scope = {"answer": answer}
        call = "answer()" if callable(answer) else "answer"
        code = f"def interview_value_{hook}({ARGUMENTS.get(hook, '')}): return {call}"
        exec(code, scope)
        setattr(module, f"interview_value_{hook}", iv.hookimpl(scope[f"interview_value_{hook}"]))
    return module


class Package:
    """A distribution, as far as a listing looks at it."""

    def __init__(self, name):
        self.name, self.version = name, "1.2"


class Point:
    """An entry point that loads what it is given; what can be called is called first, and may raise."""

    def __init__(self, name, thing, package="a-package", value="a.module"):
        self.name, self.thing, self.value = name, thing, value
        self.dist = Package(package) if package else None
        self.loaded = 0

    def load(self):
        """Load it."""
        self.loaded += 1
        return self.thing() if isinstance(self.thing, types.FunctionType) else self.thing


def listed(evaluator):
    """The listing beyond the library itself, by name."""
    return {entry.name: entry for entry in evaluator.plugins if entry.name != "interview_value"}


def scorers_of(evaluator):
    """The names of the scorers beyond the built-in ones."""
    return {scorer.name for scorer in evaluator.scorers} - {*BUILT_IN}


def names_of(evaluator):
    """The names of the scorers and gates that an evaluator has beyond the built-in ones."""
    return {item.name for item in (*evaluator.scorers, *evaluator.gates)} - {*BUILT_IN, *BUILT_IN_GATES}


def refused(*plugins, kind=iv.errors.PluginError, evaluator=None):
    """Register plugins, the last of which is refused; return the error after checking that nothing of it stays."""
    evaluator = evaluator or iv.Evaluator(discover=False)
    evaluator.register(*plugins[:-1])
    before = (names_of(evaluator), evaluator.plugins, dict(evaluator.quantities))
    with pytest.raises(kind) as caught:
        evaluator.register(plugins[-1])
    assert before == (names_of(evaluator), evaluator.plugins, dict(evaluator.quantities))
    assert evaluator.evaluate(iv.Invitation()).complete
    return caught.value
