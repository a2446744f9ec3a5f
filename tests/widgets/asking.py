"""Explorers, what a browser sends them, and what they show then."""

from __future__ import annotations

import interview_value as iv

__all__ = ["BARE", "INVITATION", "KNOWN", "SEEKER", "ask", "criterion", "field", "scene"]

BARE = iv.Evaluator(discover=False)

INVITATION = iv.Invitation(role="Data analyst", stage="first", role_interest=0.2, organization_interest=0.6)

SEEKER = iv.Seeker(upcoming_interviews=6, mindset=0.7)

KNOWN = {"role_interest": 0.2, "organization_interest": 0.6}


def ask(explorer, **change):
    """Send what a browser sends, and return what it shows then."""
    explorer.set_state({"_asked": {"token": "one", **change}})
    return explorer._scene


def scene(invitation=None, seeker=None, evaluator=BARE):
    """Return what is shown at the start."""
    return iv.widgets.Explorer(invitation or iv.Invitation(**KNOWN), seeker, evaluator)._scene


def criterion(scene, name):
    """Return what is shown of a criterion."""
    return next(item for item in scene["criteria"] if item["name"] == name)


def field(scene, name):
    """Return what is shown of a quantity."""
    return next(field for group in scene["groups"] for field in group["fields"] if field["name"] == name)
