"""Calls: asking plugins, for each evaluation, for factors on weights and for notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from ..errors import FieldError, UnknownNameError, cause, is_mapping, short
from ..model.invitation import Invitation
from ..model.numerals import as_number
from ..model.seeker import Seeker

__all__ = ["MAX_WEIGHT", "ask_for_factors", "ask_for_notes", "mistakes_in_weights"]

MAX_WEIGHT = 1_000_000
"""The largest factor on a scorer's hours: far beyond any plausible one."""

MAX_NOTES = 50
"""The most notes of one plugin on an evaluation: more than anybody reads."""

MAX_NOTE = 1_000
"""The longest note, in characters."""

Hooks = Mapping[str, Callable[..., Any]]
"""What calls one hook of each plugin, by the plugin's name."""


def ask_for_factors(hooks: Hooks, names: Iterable[str], seeker: Seeker) -> tuple[dict[str, float], list[str]]:
    """Ask the plugins that reweigh; their factors multiply. One that fails changes no weight, and is reported.

    Args:
        hooks: Their weights hooks.
        names: The names of the scorers.
        seeker: The person.

    Returns:
        A factor ≥ 0 for each name, and a sentence for each plugin that failed.
    """
    weights = dict.fromkeys(names, 1.0)
    failures: list[str] = []
    for plugin, ask in hooks.items():
        try:
            answers = ask(names=tuple(weights), seeker=seeker)
            factors: dict[str, float] = dict(answers[0]) if answers else {}  # pluggy drops a None
            for mistake in mistakes_in_weights(factors):
                raise mistake
            for name in factors.keys() - weights:
                raise UnknownNameError("criterion", str(name), weights)
        except Exception as error:  # noqa: BLE001 - a plugin may raise anything
            failures.append(f"weights of plugin {plugin!r}: {cause(error)}")
        else:
            weights = {name: weight * float(factors.get(name, 1.0)) for name, weight in weights.items()}
    return weights, failures


def ask_for_notes(hooks: Hooks, invitation: Invitation, seeker: Seeker) -> tuple[list[str], list[str]]:
    """Ask the plugins that add notes. One that fails adds none, and is reported.

    Args:
        hooks: Their notes hooks.
        invitation: What is known of the interview.
        seeker: The person.

    Returns:
        The notes, each behind the name of its plugin, and a sentence for each plugin that failed.
    """
    notes: list[str] = []
    failures: list[str] = []
    for plugin, ask in hooks.items():
        try:
            answers = ask(invitation=invitation, seeker=seeker)
            notes += [f"{plugin}: {note}" for note in _checked_notes(answers[0] if answers else ())]
        except Exception as error:  # noqa: BLE001 - a plugin may raise anything
            failures.append(f"notes of plugin {plugin!r}: {cause(error)}")
    return notes, failures


def _checked_notes(answer: Iterable[Any]) -> list[str]:
    notes = [] if isinstance(answer, str) else list(islice(answer, MAX_NOTES + 1))
    are_texts = all(isinstance(note, str) and len(note) <= MAX_NOTE for note in notes)
    if isinstance(answer, str) or len(notes) > MAX_NOTES or not are_texts:
        raise TypeError(f"it must return up to {MAX_NOTES} texts of up to {MAX_NOTE:,} characters")
    return notes


def mistakes_in_weights(weights: Any) -> Iterator[FieldError]:
    """Yield each mistake in the factors of a caller or a plugin.

    Args:
        weights: What should be factors from 0 to 1,000,000, by the names of scorers.
    """
    if not is_mapping(weights):
        yield FieldError("weights", weights, "a mapping from the names of scorers to factors, such as {'practice': 2}")
        return
    for name, weight in weights.items():
        number = as_number(weight)
        if number is None or not 0 <= number <= MAX_WEIGHT:
            allowed = f"a factor from 0 to {MAX_WEIGHT:,}, such as 2 or 0.5; block the scorer to leave it out"
            yield FieldError(f"weights[{short(name)}]", weight, allowed)
