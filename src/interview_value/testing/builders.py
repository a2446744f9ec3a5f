"""An invitation, a seeker, an evaluator and an evaluation that are the same everywhere, for tests of one thing."""

from __future__ import annotations

import os
from typing import Any, TypeVar
from unittest.mock import patch

import attrs

from ..evaluation.evaluation import Evaluation
from ..evaluation.evaluator import Evaluator
from ..model.fields import evolved
from ..model.invitation import Invitation
from ..model.seeker import Seeker

__all__ = ["a_seeker", "an_evaluation", "an_invitation", "isolated_evaluator"]

F = TypeVar("F", Invitation, Seeker)

VARIABLES = "INTERVIEW_VALUE_"
"""What the names of the library's environment variables begin with."""

INVITATION: Invitation = Invitation(
    role="Data analyst",
    organization="Brightside Marketing",
    stage="first",
    remote=False,
    obliged=False,
    duration=1,
    preparation=2,
    travel=1,
    expenses=10,
    people_met=2,
    role_interest=0.3,
    organization_interest=0.5,
    would_accept=0.15,
    offer_chance=0.2,
    later_hours=5,
    resemblance=0.6,
    openings=1,
    promise=0.2,
    exposure=0.2,
    hinge=0,
)
SEEKER: Seeker = Seeker(
    status="open",
    experience=2,
    upcoming_interviews=4,
    base_offer_chance=0.2,
    nervousness=0.5,
    mindset=0.6,
    sociability=0.6,
    follow_up=0.5,
    job_worth=200,
    hour_value=25,
    pressure=1.1,
    others_weight=0.25,
)


def an_invitation(**changes: Any) -> Invitation:
    """Build an invitation of which everything is known: a first interview for a job of little interest.

    Args:
        **changes: Other values by name: a field's, or a quantity's that a plugin brings; None for unknown.

    Returns:
        The invitation; without changes it is always the same.

    Raises:
        InvalidInputError: Every value that cannot be used.
    """
    return _changed(INVITATION, changes)


def a_seeker(**changes: Any) -> Seeker:
    """Build a seeker of whom everything is known: some practice, four interviews ahead.

    Args:
        **changes: Other values by name: a field's, or a quantity's that a plugin brings; None for unknown.

    Returns:
        The seeker; without changes it is always the same.

    Raises:
        InvalidInputError: Every value that cannot be used.
    """
    return _changed(SEEKER, changes)


def isolated_evaluator(*plugins: object, **settings: Any) -> Evaluator:
    """Make an evaluator of the built-in scorers and some plugins: no discovery, no environment, nothing shared.

    Args:
        *plugins: Scorers, gates, or modules and objects with hook implementations.
        **settings: Further arguments of `Evaluator`, such as ``weights``, ``block`` and ``draws``.

    Returns:
        A new evaluator.

    Raises:
        PluginError: A plugin cannot be registered.
        NameClashError: Two plugins claim one name.
        InvalidInputError: A setting cannot be used.
    """
    others = {name: value for name, value in os.environ.items() if not name.startswith(VARIABLES)}
    with patch.dict(os.environ, others, clear=True):
        return Evaluator(plugins=plugins, discover=False, **settings)


def an_evaluation(*plugins: object, invitation: Invitation | None = None, seeker: Seeker | None = None) -> Evaluation:
    """Build an evaluation by an isolated evaluator.

    Args:
        *plugins: Scorers, gates, or modules and objects with hook implementations, beside the built-in ones.
        invitation: What is evaluated; `an_invitation` if left out.
        seeker: The person; `a_seeker` if left out.

    Returns:
        The evaluation, the same for the same arguments.
    """
    return isolated_evaluator(*plugins).evaluate(invitation or an_invitation(), seeker or a_seeker())


def _changed(facts: F, changes: dict[str, Any]) -> F:
    fields = {name: value for name, value in changes.items() if name in attrs.fields_dict(type(facts))}
    others = {name: value for name, value in changes.items() if name not in fields}
    return evolved(facts, **fields).with_quantities(**others)
