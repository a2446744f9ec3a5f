"""What the options of a command ask for: an evaluator, an invitation and a seeker, with all mistakes told at once."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import partial, reduce
from pathlib import Path
from typing import Any

import attrs
import click
from attrs import frozen

from ..deciding.answers import as_read, refusal
from ..deciding.session import Session
from ..errors import FieldError, InterviewValueError, InvalidInputError, ReadError
from ..evaluation.evaluation import Evaluation
from ..evaluation.evaluator import Evaluator
from ..model.estimate import Estimate
from ..model.facts import Facts
from ..model.invitation import Invitation
from ..model.numerals import read_exact
from ..model.quantity import Quantity
from ..model.seeker import Seeker
from ..model.source import Source
from ..model.worth_of_a_job import is_said_otherwise, with_job_worth
from ..model.yes_no import is_unknown
from ..reading import History, read, read_history
from ..scoring.draws import DRAWS
from .options import FactOption, QuantityOption
from .output import attempt, leave_with, reporting

__all__ = ["Request", "open_session", "read_batch_options", "read_options"]

MAX_SESSION = 1_000_000
"""The largest saved session that is read, bytes; a hundred times what an hour of answers makes."""

FIELDS = {**attrs.fields_dict(Invitation), **attrs.fields_dict(Seeker)}
"""What has a field of its own, by name; all other quantities are constants of the model or come from plugins."""


@frozen
class Request:
    """What a user asks to have evaluated.

    Args:
        evaluator: The evaluator with the weights and blocks of the options.
        invitation: What the options and the sources say of the interview; the options count more.
        seeker: What the options and the history say of the person; the options count more.
        session: The saved session that is asked for; None if there is none.
    """

    evaluator: Evaluator
    invitation: Invitation
    seeker: Seeker
    session: Session | None = None

    def evaluate(self) -> Evaluation:
        """Return the evaluation; that of the session if there is one."""
        if self.session is not None:
            return self.session.evaluation
        return self.evaluator.evaluate(self.invitation, self.seeker)


def read_options(options: dict[str, Any]) -> Request:
    """Turn the options and sources of the command that runs into an evaluator, an invitation and a seeker.

    Prints every mistake and leaves with exit code 2 if anything cannot be used.

    Args:
        options: The values of the common options and the sources, by name.
    """
    problems: list[str] = []
    fields, quantities = _said(problems)
    worth = _worth_said_otherwise(fields)
    invitation = attempt(problems, lambda: Invitation(**_fields_of(Invitation, fields), quantities=quantities))
    seeker = attempt(problems, lambda: Seeker(**_fields_of(Seeker, fields)))
    evaluator = attempt(problems, lambda: _evaluator(options, weights=_weights(options["weight"])))
    # The evaluator brings the readers of plugins; without them it is unknown which files can be read.
    paths = options["sources"] if evaluator else ()
    sources = [attempt(problems, partial(read, Path(path), readers=evaluator.readers.items())) for path in paths]
    path: Path | None = options.get("session")
    if path is not None and (fields or quantities or worth or sources or options["history"]):
        problems.append(
            "--session: says what is known; leave out files, --history and facts, or correct it by ask --save FILE"
        )
    if problems:
        leave_with(*problems)
    if path is not None:
        session = open_session(path, evaluator)
        return Request(evaluator, session.evaluation.invitation, session.evaluation.seeker, session)
    for source in sources:
        invitation = invitation | source
    history = _history(options, problems, invitation)
    if problems:
        leave_with(*problems)
    with reporting():
        seeker = seeker | history if history else seeker
        return Request(evaluator, invitation, _with_worth(worth, invitation, seeker))


def open_session(path: Path, evaluator: Evaluator) -> Session:
    """Return the session of a file, which may hold anything; leave with exit code 2 if it holds none.

    Args:
        path: The file.
        evaluator: The evaluator with which its answers are evaluated anew.
    """
    try:
        plain = json.loads(Source.open(path, max_bytes=MAX_SESSION).text)
        return Session.from_dict(plain, evaluator)
    except ReadError as error:
        leave_with(f"{path}: {error.reason}")
    except InvalidInputError as error:
        leave_with(*(f"{path}: {mistake}" for mistake in error.mistakes))
    except InterviewValueError as error:
        leave_with(f"{path}: {error}")
    except (ValueError, RecursionError) as error:
        leave_with(f"{path}: is no session that was saved ({error})")


def read_batch_options(options: dict[str, Any], problems: list[str]) -> tuple[Evaluator, Seeker, dict[str, float]]:
    """Turn the options of the command that runs into what counts for every row: an evaluator, a person, and weights.

    Args:
        options: The values of the batch options, by name.
        problems: Where every mistake is noted; what it concerns is then None.
    """
    fields, quantities = _said(problems)
    worth = _worth_said_otherwise(fields)
    seeker = attempt(problems, lambda: Seeker(**_fields_of(Seeker, fields), quantities=quantities))
    weights = attempt(problems, lambda: _weights(options["weight"]))
    evaluator = attempt(problems, lambda: _evaluator({**options, "draws": DRAWS, "strict": False}))
    history = _history(options, problems)
    if seeker:
        seeker = attempt(problems, lambda: _with_worth(worth, Invitation(), seeker | history if history else seeker))
    return evaluator, seeker, weights


def _said(problems: list[str]) -> tuple[dict[str, Any], dict[str, Estimate | str]]:
    """Return what the options of the command that runs say of fields, and of quantities without a field, by name.

    Args:
        problems: Where it is noted what a quantity cannot be.
    """
    context = click.get_current_context()
    fields: dict[str, Any] = {}
    others: dict[str, Estimate | str] = {}
    for option in context.command.get_params(context):
        value = context.params.get(str(option.name))
        if value == () or is_unknown(value):
            continue
        if isinstance(option, FactOption):
            fields[str(option.name)] = value
        elif isinstance(option, QuantityOption):
            quantity, text = option.quantity, as_read(option.quantity, str(value))
            try:
                read_as = _value(quantity, text)
            except FieldError:
                problems.append(refusal(option.opts[0], quantity, str(value)))
                continue
            if quantity.name in FIELDS:
                fields[quantity.name] = text  # a field keeps the words in which it was said
            else:
                others[quantity.name] = read_as
    return fields, others


def _value(quantity: Quantity, text: str) -> Estimate | str:
    """Return what a text says of a quantity; raise a `FieldError` if it says nothing that it can be."""
    if quantity.name == "job_worth" and is_said_otherwise(text):
        return text
    return quantity.chosen(text) if quantity.is_label else quantity.estimate(text)


def _worth_said_otherwise(fields: dict[str, Any]) -> str | None:
    """Take what a job is worth out of the fields if it is said in another way than in hours or as a choice."""
    said = fields.get("job_worth")
    return fields.pop("job_worth") if is_said_otherwise(said) else None


def _with_worth(text: str | None, invitation: Invitation, seeker: Seeker) -> Seeker:
    try:
        return with_job_worth(text, invitation, seeker) if text else seeker
    except FieldError as mistake:
        raise InvalidInputError("seeker", [mistake]) from None


def _fields_of(kind: type[Facts], fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is said of the fields of an invitation, or of those of a seeker."""
    return {name: value for name, value in fields.items() if name in attrs.fields_dict(kind)}


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
