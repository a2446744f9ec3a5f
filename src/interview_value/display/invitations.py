"""Invitations: what was read of one, as text: each value with where it was read, and what is still unknown."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill

from ..estimate import Estimate
from ..invitation import Invitation
from .parts import fact, printable
from .text import WIDTH

__all__ = ["invitation_text"]


def invitation_text(invitation: Invitation, width: int = WIDTH) -> str:
    """Return what is known of an invitation as text.

    Args:
        invitation: What to show.
        width: The longest line that can be broken, in characters, at least 60.
    """
    return "\n".join(_lines(invitation, max(width, 60)))


def _lines(invitation: Invitation, width: int) -> Iterator[str]:
    known = list(_known(invitation))
    widths = [max((len(row[place]) for row in known), default=0) for place in (0, 1)]
    for name, value, where in known:
        yield f"  {name:<{widths[0]}}  {value:<{min(widths[1], 40)}}  {where}".rstrip()
    unknown = [name for name in invitation.own_quantities() if getattr(invitation, name) is None]
    for heading, texts in (("still unknown", [", ".join(unknown)] if unknown else []), ("note", invitation.notes)):
        for text in texts:
            yield fill(printable(f"{heading}: {text}"), width, initial_indent="  ", subsequent_indent="    ")


def _known(invitation: Invitation) -> Iterator[tuple[str, str, str]]:
    """Yield each value that is known: its name, itself with its unit, and where it was read."""
    own = invitation.own_quantities()
    for name, value in {**_facts(invitation), **invitation.quantities}.items():
        unit = f" {own[name].unit}" if name in own else ""
        words = f"{value}{unit}" if isinstance(value, Estimate) else fact(value)
        yield name, printable(words), printable(invitation.read_from.get(name, ""))


def _facts(invitation: Invitation) -> dict[str, object]:
    names = [name for name in invitation.to_dict() if name not in ("version", "read_from", "notes", "quantities")]
    return {name: value for name in names if (value := getattr(invitation, name, None)) is not None}
