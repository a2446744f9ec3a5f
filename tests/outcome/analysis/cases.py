"""Invitations and seekers on which the value of information is checked against brute force."""

from __future__ import annotations

import interview_value as iv

WRITTEN = {
    "screening, nothing else known": (iv.Invitation(stage="screen"), iv.Seeker()),
    "first interview, nothing else known": (iv.Invitation(stage="first"), iv.Seeker()),
    "on-site interview, nothing else known": (iv.Invitation(stage="onsite"), iv.Seeker()),
    "final interview, nothing else known": (iv.Invitation(stage="final"), iv.Seeker()),
    "nothing known at all": (iv.Invitation(), iv.Seeker()),
    "interesting organisation, dull role": (
        iv.Invitation(stage="first", role_interest=0.2, organization_interest=0.6),
        iv.Seeker(mindset=0.7),
    ),
    "promising on-site interview, few others ahead": (
        iv.Invitation(stage="onsite", role_interest=0.6, people_met=5),
        iv.Seeker(upcoming_interviews=3),
    ),
    "much practised, long journey": (
        iv.Invitation(stage="final", role_interest=(0.3, 0.6), travel=2),
        iv.Seeker(status="looking", experience=8),
    ),
    "nervous beginner": (
        iv.Invitation(stage="screen", organization_interest=0.8),
        iv.Seeker(experience=0.5, nervousness=0.9, follow_up=0.5),
    ),
    "one eager hour by video": (
        iv.Invitation(stage="first", remote=True, duration=1, people_met=2),
        iv.Seeker(mindset=0.9, status="content"),
    ),
    "hardly a yes, a full week": (
        iv.Invitation(stage="onsite", would_accept=(0.05, 0.3), travel=(1, 6)),
        iv.Seeker(upcoming_interviews=(0.2, 3), pressure=(1, 2)),
    ),
    "resentful, large organisation": (
        iv.Invitation(stage="final", organization_interest=(0.4, 1), openings=(1, 20)),
        iv.Seeker(mindset=(0, 0.5)),
    ),
    "a day away at one's own expense": (
        iv.Invitation(stage="onsite", expenses=(0, 400), duration=6),
        iv.Seeker(hour_value=(8, 100)),
    ),
    "a panel, and qualms about its time": (
        iv.Invitation(people_met=(2, 12), role_interest=(0, 0.3)),
        iv.Seeker(others_weight=(0, 1), status="without_work"),
    ),
}
"""Varied by hand, before any was tried. In most of them some answer is worth a good part of an hour or more."""

EXTREME = (iv.Invitation(later_hours=(0.5, 90)), iv.Seeker(pressure=(0.3, 3), upcoming_interviews=(0.5, 30)))
"""Ranges so wide that the usual number of draws does not do."""
