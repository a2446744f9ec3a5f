"""A plugin of interview-value: what a JSON Resume says of you, and what preparing for a job teaches you."""

from __future__ import annotations

from .criterion import MONTHS_AWAY, SKILL_CARRY, SKILL_GAP, SKILL_HALF_LIFE, skill_growth
from .hooks import interview_value_read, interview_value_scorers
from .job import read_job
from .profile import Profile
from .resume import read_profile

__all__ = [
    "MONTHS_AWAY",
    "SKILL_CARRY",
    "SKILL_GAP",
    "SKILL_HALF_LIFE",
    "Profile",
    "interview_value_read",
    "interview_value_scorers",
    "read_job",
    "read_profile",
    "skill_growth",
]
