"""A session as plain, JSON-ready data: the facts at its start, and its answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ..errors import FieldError, InvalidInputError, is_list, is_mapping, nearest_name
from ..model.fields import shown_name
from ..model.invitation import Invitation
from ..model.plain import is_version
from ..model.seeker import Seeker
from .step import Step

__all__ = ["MAX_STEPS", "VERSION", "SavedSession", "read", "to_dict"]

VERSION = 2
FIELDS = ("version", "invitation", "seeker", "steps", "history")

MAX_STEPS = 1_000
"""The most steps of a saved session, each of which is evaluated anew; more than there are questions."""


class SavedSession(NamedTuple):
    """What was saved of a session.

    Args:
        invitation: What was known of the interview at the start.
        seeker: What was known of the person at the start.
        steps: The name of each quantity that was asked for, with its answer; None if it was skipped.
    """

    invitation: Invitation
    seeker: Seeker
    steps: tuple[tuple[str, Any], ...]


def to_dict(invitation: Invitation, seeker: Seeker, steps: Sequence[Step]) -> dict[str, Any]:
    """Return a session as plain, JSON-ready data.

    Args:
        invitation: What was known of the interview at the start.
        seeker: What was known of the person at the start.
        steps: The steps.
    """
    return {
        "version": VERSION,
        "invitation": invitation.to_dict(),
        "seeker": seeker.to_dict(),
        "steps": [{"quantity": step.quantity, "answer": step.answer} for step in steps],
        "history": [step.to_dict() for step in steps],
    }


def read(plain: Mapping[str, Any]) -> SavedSession:
    """Return what was saved; raise an `InvalidInputError` with every mistake if it has another form."""
    if not is_mapping(plain) or not is_version(plain.get("version"), VERSION):
        mistake = FieldError("session", plain, f"data of version {VERSION}, as to_dict writes it")
        raise InvalidInputError("session", [mistake])
    mistakes = [
        FieldError(shown_name(name), value, "a field of a session", nearest_name(name, FIELDS))
        for name, value in plain.items()
        if name not in FIELDS
    ]
    steps: Any = () if plain.get("steps") is None else plain["steps"]
    mistakes += _mistakes_in_steps(steps)
    start: dict[str, Any] = {}
    for form in (Invitation, Seeker):
        try:
            start[form.what] = form.from_dict({} if plain.get(form.what) is None else plain[form.what])
        except InvalidInputError as group:
            mistakes += [mistake.within(form.what) for mistake in group.mistakes]
    if mistakes:
        raise InvalidInputError("session", mistakes)
    return SavedSession(**start, steps=tuple((step["quantity"], step["answer"]) for step in steps))


def _mistakes_in_steps(steps: object) -> Iterator[FieldError]:
    if not is_list(steps) or len(steps) > MAX_STEPS:
        yield FieldError("steps", steps, f"a list of at most {MAX_STEPS:,} steps")
        return
    for place, step in enumerate(steps):
        if not is_mapping(step) or step.keys() != {"quantity", "answer"} or not isinstance(step["quantity"], str):
            yield FieldError(f"steps[{place}]", step, "an object with quantity and answer, and nothing else")
