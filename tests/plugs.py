"""Plugins of all kinds, made on the spot."""

from __future__ import annotations

import types

import interview_value as iv

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
