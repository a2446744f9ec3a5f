"""An invitation and a seeker that several files evaluate."""

from __future__ import annotations

import interview_value as iv

INVITATION = iv.Invitation(
    role="Data analyst", organization="Brightside Marketing", stage="first",
    role_interest=0.2, organization_interest=0.6,
    people_met=3, duration=1.5, preparation=(1, 3),
)  # fmt: skip
SEEKER = iv.Seeker(upcoming_interviews=6, mindset=0.7)
