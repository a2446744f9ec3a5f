"""Calendar files and pages for the tests, made from the few lines that a test is about."""

from __future__ import annotations

import json
from typing import Any

from interview_value import Invitation
from interview_value.model.source import Source
from interview_value.reading import read
from interview_value.reading.calendars.calendar import read_calendar

START = "DTSTART:20261203T130000Z"
END = "DTEND:20261203T140000Z"
SUMMARY = "SUMMARY:Interview"


def event(*lines: str) -> str:
    """Return an event with these lines."""
    return "\n".join(("BEGIN:VEVENT", *lines, "END:VEVENT"))


def calendar(*parts: str, method: str = "") -> str:
    """Return a calendar file with these events or other lines in it."""
    return "\n".join(("BEGIN:VCALENDAR", *([f"METHOD:{method}"] if method else []), *parts, "END:VCALENDAR"))


def invited(*lines: str, method: str = "REQUEST", seeker: str | None = None) -> Invitation:
    """Read an invitation with these lines; it has a summary and a start if they name none."""
    names = {line.replace(":", ";").split(";")[0] for line in lines}
    usual = [line for line in (SUMMARY, START) if line.split(":")[0] not in names]
    return read_calendar(Source("invite.ics", calendar(event(*usual, *lines), method=method).encode()), seeker=seeker)


def attendee(address: str, **parameters: str) -> str:
    """Return the line of an attendee."""
    said = "".join(f";{name}={value}" for name, value in parameters.items())
    return f"ATTENDEE{said}:mailto:{address}"


def page(*pieces: Any) -> str:
    """Return a page with each of these as JSON-LD, as it is if it is text."""
    scripts = (piece if isinstance(piece, str) else json.dumps(piece) for piece in pieces)
    tags = "\n".join(f'<script type="application/ld+json">{script}</script>' for script in scripts)
    return f"<!doctype html><html><head>{tags}</head><body><h1>Careers</h1></body></html>"


def posted(**fields: Any) -> Invitation:
    """Read a job posting with these fields."""
    return read({"@context": "https://schema.org", "@type": "JobPosting", **fields})
