"""What the options of a command ask for: an evaluator, an invitation and a seeker, with all mistakes told at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import partial, reduce
from pathlib import Path
from typing import Any

import attrs
import click
from attrs import frozen

from ..errors import FieldError, InvalidInputError
from ..evaluation.evaluation import Evaluation
from ..evaluation.evaluator import Evaluator
from ..model.facts import Facts
from ..model.fields import as_estimate
from ..model.invitation import Invitation
from ..model.seeker import Seeker
from ..model.typed import read_exact
from ..reading import History, read, read_history
from ..scoring.draws import DRAWS
from .options import FactOption, QuantityOption
from .output import attempt, leave_with, reporting

__all__ = ["Request", "read_batch_options", "read_options"]


@frozen
class Request:
    """What a user asks to have evaluated.

    Args:
        evaluator: The evaluator with the weights and blocks of the options.
        invitation: What the options and the sources say of the interview; the options count more.
        seeker: What the options and the history say of the person; the options count more.
    """

    evaluator: Evaluator
    invitation: Invitation
    seeker: Seeker

    def evaluate(self) -> Evaluation:
        """Return the evaluation."""
        return self.evaluator.evaluate(self.invitation, self.seeker)


def read_options(options: dict[str, Any]) -> Request:
    """Turn the options and sources of the command that runs into an evaluator, an invitation and a seeker.

    Prints every mistake and leaves with exit code 2 if anything cannot be used.

    Args:
        options: The values of the common options and the sources, by name.
    """
    facts, quantities = _facts_and_quantities()
    problems: list[str] = []
    invitation_data: dict[str, Any] = {
        **_fields(Invitation, facts, quantities),
        "quantities": _without_field(quantities),
    }
    invitation = attempt(problems, lambda: Invitation(**invitation_data))
    seeker = attempt(problems, lambda: Seeker(**_fields(Seeker, facts, quantities)))
    evaluator = attempt(problems, lambda: _evaluator(options, weights=_weights(options["weight"])))
    # The evaluator brings the readers of plugins; without them it is unknown which files can be read.
    paths = options["sources"] if evaluator else ()
    sources = [attempt(problems, partial(read, Path(path), readers=evaluator.readers.items())) for path in paths]
    if problems:
        leave_with(*problems)
    for source in sources:
        invitation = invitation | source
    history = _history(options, problems, invitation)
    if problems:
        leave_with(*problems)
    with reporting():
        return Request(evaluator, invitation, seeker | history if history else seeker)


def read_batch_options(options: dict[str, Any], problems: list[str]) -> tuple[Evaluator, Seeker, dict[str, float]]:
    """Turn the options of the command that runs into what counts for every row: an evaluator, a person, and weights.

    Args:
        options: The values of the batch options, by name.
        problems: Where every mistake is noted; what it concerns is then None.
    """
    facts, quantities = _facts_and_quantities()
    seeker_data: dict[str, Any] = {**_fields(Seeker, facts, quantities), "quantities": _without_field(quantities)}
    seeker = attempt(problems, lambda: Seeker(**seeker_data))
    weights = attempt(problems, lambda: _weights(options["weight"]))
    evaluator = attempt(problems, lambda: _evaluator({**options, "draws": DRAWS, "strict": False}))
    history = _history(options, problems)
    return evaluator, attempt(problems, lambda: seeker | history) if seeker and history else seeker, weights


def _facts_and_quantities() -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what the options of the command that runs say of facts and of quantities, each by its name."""
    context = click.get_current_context()
    facts: dict[str, Any] = {}
    quantities: dict[str, Any] = {}
    for option in context.command.get_params(context):
        value = context.params.get(str(option.name))
        if value in (None, ()):
            continue
        if isinstance(option, FactOption):
            facts[str(option.name)] = value
        elif isinstance(option, QuantityOption):
            # What cannot be read stays as it is, to be told with all other mistakes.
            label = option.quantity.is_label
            quantities[option.quantity.name] = value if label else as_estimate(value, option.quantity)
    return facts, quantities


def _fields(kind: type[Facts], facts: Mapping[str, Any], quantities: Mapping[str, Any]) -> dict[str, Any]:
    """Return those of the facts and quantities that are fields of an invitation or a seeker."""
    fields = attrs.fields_dict(kind)
    return {name: value for name, value in {**facts, **quantities}.items() if name in fields}


def _without_field(quantities: Mapping[str, Any]) -> dict[str, Any]:
    """Return those of the quantities that are a field of neither: of plugins, and constants of the model."""
    fields = {**attrs.fields_dict(Invitation), **attrs.fields_dict(Seeker)}
    return {name: value for name, value in quantities.items() if name not in fields}


def _history(options: Mapping[str, Any], problems: list[str], invitation: Invitation | None = None) -> Seeker | None:
    """Return what the calendars and tables show of the person; None if there are none, or one cannot be read."""
    now = datetime.now(UTC)  # the same for all of them
    read_one = partial(read_history, but=invitation, as_of=now, words=options["history_word"] or None)
    histories: list[History] = [attempt(problems, partial(read_one, Path(file))) for file in options["history"]]
    return reduce(History.__or__, histories).seeker if all(histories) and histories else None


def _evaluator(options: Mapping[str, Any], weights: Mapping[str, float] | None = None) -> Evaluator:
    return Evaluator(
        weights=weights or {},
        block=set(options["block"]),
        discover=options["discover"],
        draws=options["draws"],
        strict=options["strict"],
        asking_cost=options["asking_cost"],
    )


def _weights(texts: Sequence[str]) -> dict[str, float]:
    """Understand weights such as networking=2."""
    weights: dict[str, float] = {}
    mistakes: list[FieldError] = []
    for text in texts:
        name, _, factor = text.partition("=")
        try:
            weights[name.strip()] = read_exact(factor if name.strip() else "")
        except FieldError:
            mistakes.append(FieldError("weight", text, "a name and a factor, such as networking=2"))
    if mistakes:
        raise InvalidInputError("set of weights", mistakes)
    return weights
