"""Policy: what plugins have to say about one evaluation, besides scorers and gates: factors on weights, and notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from ..errors import FieldError, UnknownNameError, cause, is_mapping, is_number, short
from ..model.invitation import Invitation
from ..model.seeker import Seeker

__all__ = ["MAX_WEIGHT", "factors", "mistakes_in_weights", "notes"]

MAX_WEIGHT = 1_000_000
"""The largest factor on a scorer's hours: far beyond any that somebody means."""

MAX_NOTES = 50
"""The most notes that one plugin may have on an evaluation: more than anybody reads."""

MAX_NOTE = 1_000
"""The longest note, in characters."""

Hooks = Mapping[str, Callable[..., Any]]


def factors(hooks: Hooks, names: Iterable[str], seeker: Seeker) -> tuple[dict[str, float], list[str]]:
    """Multiply the factors of the plugins that reweight. A plugin that fails changes no weight, and is reported.

    Args:
        hooks: The plugins' hooks, by plugin.
        names: The names of the scorers.
        seeker: The person.

    Returns:
        A factor for each name, and what failed.
    """
    weights = dict.fromkeys(names, 1.0)
    failures: list[str] = []
    for plugin, ask in hooks.items():
        try:
            answers = ask(names=tuple(weights), seeker=seeker)
            given: dict[str, float] = dict(answers[0]) if answers else {}
            for mistake in mistakes_in_weights(given):
                raise mistake
            for name in given.keys() - weights:
                raise UnknownNameError("criterion", str(name), weights)
        except Exception as error:  # noqa: BLE001 - whatever a stranger's code raises
            failures.append(f"weights of plugin {plugin!r}: {cause(error)}")
        else:
            weights = {name: weight * float(given.get(name, 1.0)) for name, weight in weights.items()}
    return weights, failures


def notes(hooks: Hooks, invitation: Invitation, seeker: Seeker) -> tuple[list[str], list[str]]:
    """Collect the notes of the plugins that have some. A plugin that fails says nothing, and is reported.

    Args:
        hooks: The plugins' hooks, by plugin.
        invitation: What is known of the interview.
        seeker: The person.

    Returns:
        The notes, each behind the name of its plugin, and what failed.
    """
    said: list[str] = []
    failures: list[str] = []
    for plugin, ask in hooks.items():
        try:
            answers = ask(invitation=invitation, seeker=seeker)
            said += [f"{plugin}: {note}" for note in _checked(answers[0] if answers else ())]
        except Exception as error:  # noqa: BLE001 - whatever a stranger's code raises
            failures.append(f"notes of plugin {plugin!r}: {cause(error)}")
    return said, failures


def _checked(given: Iterable[Any]) -> list[str]:
    texts = [] if isinstance(given, str) else list(islice(given, MAX_NOTES + 1))
    proper = all(isinstance(text, str) and len(text) <= MAX_NOTE for text in texts)
    if isinstance(given, str) or len(texts) > MAX_NOTES or not proper:
        raise TypeError(f"it must return up to {MAX_NOTES} texts of up to {MAX_NOTE:,} characters")
    return texts


def mistakes_in_weights(weights: Any) -> Iterator[FieldError]:
    """Yield what is wrong with weights that somebody gave.

    Args:
        weights: What was given.
    """
    if not is_mapping(weights):
        yield FieldError("weights", weights, "a mapping from the names of scorers to factors")
        return
    for name, weight in weights.items():
        if not is_number(weight) or not 0 <= weight <= MAX_WEIGHT:
            allowed = f"a factor from 0 to {MAX_WEIGHT:,}; block the scorer to leave it out"
            yield FieldError(f"weights[{short(name)}]", weight, allowed)
