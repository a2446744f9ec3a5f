"""What an invitation is for, in one line."""

from __future__ import annotations

from ..display.language import mark, say
from ..display.text import cut_off
from ..display.words import hours_range
from ..model.invitation import STAGES, Invitation, Stage

__all__ = ["subject_line"]

DAYS = (
    mark("Monday"),
    mark("Tuesday"),
    mark("Wednesday"),
    mark("Thursday"),
    mark("Friday"),
    mark("Saturday"),
    mark("Sunday"),
)
MONTHS = (
    mark("January"),
    mark("February"),
    mark("March"),
    mark("April"),
    mark("May"),
    mark("June"),
    mark("July"),
    mark("August"),
    mark("September"),
    mark("October"),
    mark("November"),
    mark("December"),
)


def subject_line(invitation: Invitation, longest_title: int | None = None) -> str:
    """Return what the invitation is for in one line: role and organisation, round, day and time, and length.

    Args:
        invitation: The invitation.
        longest_title: The most characters of role and organisation; all if left out.
    """
    # People call "second" and "panel" what the model takes for a long visit, also by video.
    by_video = invitation.remote and invitation.stage is Stage.ONSITE
    stage = say("long interview by video or phone") if by_video else say(STAGES.get(invitation.stage, ""))
    known = invitation.duration
    duration = hours_range(known.low, known.high) if known is not None else ""
    title = invitation.title if longest_title is None else cut_off(invitation.title, longest_title)
    return " · ".join(filter(None, (title, stage, _starts(invitation), duration)))


def _starts(invitation: Invitation) -> str:
    """Return the day and time of the start; empty if it is unknown."""
    starts = invitation.starts
    if starts is None:
        return ""
    return say(
        "{weekday} {day} {month} {year}, {time}",
        weekday=say(DAYS[starts.weekday()]),
        day=starts.day,
        month=say(MONTHS[starts.month - 1]),
        year=starts.year,
        time=starts.strftime("%H:%M %Z").strip(),
    )
