"""What an invitation is for, in one line."""

from __future__ import annotations

from ..display.language import say
from ..display.text import cut_off
from ..display.words import day_and_time, hours_range
from ..model.invitation import STAGES, Invitation, Stage

__all__ = ["subject_line"]


def subject_line(invitation: Invitation, longest_title: int | None = None) -> str:
    """Return what the invitation is for in one line: role and organisation, round, day and time, and length.

    Args:
        invitation: The invitation.
        longest_title: The most characters of role and organisation; all if left out.
    """
    # People call "second" and "panel" what the model takes for a long visit, also by video.
    by_video = invitation.remote and invitation.stage is Stage.ONSITE
    stage = say("long interview by video or phone") if by_video else say(STAGES.get(invitation.stage, ""))
    starts = day_and_time(invitation.starts) if invitation.starts else ""
    known = invitation.duration
    duration = hours_range(known.low, known.high) if known is not None else ""
    title = invitation.title if longest_title is None else cut_off(invitation.title, longest_title)
    return " · ".join(filter(None, (title, stage, starts, duration)))
