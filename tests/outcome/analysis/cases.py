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
        iv.Invitation(stage="onsite", role_interest=0.6, clarity=0.3, people_met=5),
        iv.Seeker(upcoming_interviews=3),
    ),
    "much practised, long journey": (
        iv.Invitation(stage="final", role_interest=(0.3, 0.6), travel=2),
        iv.Seeker(job_worth=(200, 400), experience=8),
    ),
    "nervous beginner": (
        iv.Invitation(stage="screen", organization_interest=0.8),
        iv.Seeker(experience=0.5, nervousness=0.9, follow_up=0.5),
    ),
    "one eager hour by video": (
        iv.Invitation(stage="first", remote=True, duration=1, people_met=2),
        iv.Seeker(mindset=0.9, job_worth=(50, 300)),
    ),
    "a belief about the job, a full week": (
        iv.Invitation(stage="onsite", appeal=(-0.9, 0.5), travel=(1, 6), preparation=(2, 12)),
        iv.Seeker(upcoming_interviews=(0.2, 3), pressure=(1, 2)),
    ),
    "resentful, large organisation": (
        iv.Invitation(stage="final", organization_interest=(0.4, 1), openings=(1, 20)),
        iv.Seeker(mindset=(0, 0.5)),
    ),
    "a day away at one's own expense": (
        iv.Invitation(stage="onsite", expenses=(0, 400), duration=6),
        iv.Seeker(hour_value=(8, 100), job_worth=(100, 900)),
    ),
    "a panel, and qualms about its time": (
        iv.Invitation(people_met=(2, 12), role_interest=(0, 0.3)),
        iv.Seeker(courtesy=(0, 1), job_worth=(150, 1500)),
    ),
}
"""Varied by hand, before any was tried. In most of them some answer is worth a good part of an hour or more."""

EXTREME = (iv.Invitation(preparation=(0.5, 30)), iv.Seeker(job_worth=(10, 2000), upcoming_interviews=(0.5, 30)))
"""Ranges so wide that 256 draws do not do: a job is worth 10 hours, or 2,000."""
