"""Small scorers and evaluators on which the analysis can be checked by hand."""

from __future__ import annotations

import interview_value as iv

BUILT_IN = tuple(scorer.name for scorer in iv.Evaluator(discover=False).scorers)
BUILT_IN_GATES = ("nothing_of_interest", "obliged")


def quantity(name="mood", bounds=(0, 10), prior=(2, 8), ask="yourself", **other):
    """A quantity that a plugin might bring."""
    question = f"How much {name}?" if ask != "nobody" else ""
    return iv.Quantity(name, unit="points", bounds=bounds, prior=prior, ask=ask, question=question, **other)


def scorer(function, *quantities, kind="benefit", **other):
    """A scorer of a plain function."""
    return iv.scorer(kind=kind, quantities=quantities, **other)(function)


def alone(*scorers, block=(), **settings):
    """An evaluator with these scorers and none of the built-in ones, nor the built-in gates."""
    block = [*BUILT_IN, *BUILT_IN_GATES, *block]
    return iv.Evaluator(plugins=scorers, block=block, discover=False, **settings)


def put(case, **values):
    """An invitation and a seeker in which some quantities have other values."""
    invitation, seeker = case
    of_seeker = iv.Seeker.own_quantities().keys() | iv.Seeker.own_labels().keys()
    theirs = {name: value for name, value in values.items() if name in of_seeker}
    mine = {name: value for name, value in values.items() if name not in theirs}
    return invitation.with_quantities(**mine), seeker.with_quantities(**theirs)


def net_as_prepared(evaluator, case, hours, **values):
    """The expected net value with other values and the preparation of before, which the analysis holds too."""
    evaluation = evaluator.evaluate(*put(case, **{"preparation": hours, **values}))
    return next(way.worth for way in evaluation.ways if way.name == "as_planned")
