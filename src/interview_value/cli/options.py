"""What several commands share: sources as arguments, and an option for every quantity."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial, reduce
from pathlib import Path
from typing import Any

import click
from attrs import frozen

from ..errors import FieldError, InvalidInputError
from ..evaluation.evaluator import ASKING_COST, Evaluator
from ..model.fields import as_estimate
from ..model.invitation import Invitation, Stage
from ..model.quantity import DerivedPrior, PriorBy, Quantity
from ..model.seeker import Seeker
from ..model.typed import read_exact
from ..reading import History, read, read_history
from ..replies import Response
from ..scoring.draws import DRAWS
from .telling import leave_with, made, reporting

__all__ = [
    "Asked",
    "QuantityCommand",
    "SeekerCommand",
    "answering",
    "asked",
    "asked_for_all_rows",
    "common",
    "for_all_rows",
]

COMMANDS = frozenset(
    {
        *("as_json", "weight", "block", "discover", "draws", "strict", "sources", "asking_cost", "save"),
        *("source", "target", "keep", "questions", "restart"),
        *("history", "history_word"),
        *("response", "better", "name", "template", "comment", "attendee", "output"),
        *("calendar", "hours", "zone", "begin", "end", "weekends", "hours_a_day", "since", "owner"),
    }
)
"""The parameters of the commands that say nothing about an invitation or a seeker."""

PREFIX = "quantity_"
"""What stands before the name of a quantity whose own name is taken."""

PAST = (
    click.Option(
        ["--past-interviews"], metavar="DATE", multiple=True, help="When you were interviewed; may be repeated."
    ),
)

FACTS = (
    click.Option(["--role"], metavar="TEXT", help="The position."),
    click.Option(["--organization"], metavar="TEXT", help="Who invites."),
    click.Option(["--stage"], metavar="STAGE", help="One of " + ", ".join(stage.value for stage in Stage) + "."),
    click.Option(["--remote/--in-person"], default=None, help="Whether it is held by phone or video."),
    click.Option(["--starts"], metavar="TIME", help="When it starts, such as 2026-12-03T14:00+01:00."),
    *PAST,
)

TAKEN = COMMANDS | {"help", "json", "no_discovery", "in_person", *(str(option.name) for option in FACTS)}
"""Names that options have already, so that no quantity can have them."""


@frozen
class Asked:
    """What the command line asks for.

    Args:
        evaluator: The evaluator with the weights and blocks asked for.
        invitation: What the person and the sources say of the interview, the person first.
        seeker: What the person says of themselves.
    """

    evaluator: Evaluator
    invitation: Invitation
    seeker: Seeker


CHOOSING = (
    click.option(
        "--weight", metavar="NAME=FACTOR", multiple=True, help="Count a criterion more or less; may be repeated."
    ),
    click.option("--block", metavar="NAME", multiple=True, help="Leave out a scorer, gate or plugin; may be repeated."),
    click.option("--discover/--no-discovery", default=True, help="Whether installed plugins take part."),
    click.option("--draws", type=int, default=DRAWS, show_default=True, help="Number of draws."),
    click.option(
        "--asking-cost",
        metavar="HOURS",
        type=float,
        default=ASKING_COST,
        show_default=True,
        help="What asking costs.",
    ),
)

HISTORY = (
    click.option(
        "--history",
        metavar="FILE",
        multiple=True,
        type=click.Path(dir_okay=False, path_type=str),
        help="A calendar or table whose interviews count as yours; may be repeated.",
    ),
    click.option(
        "--history-word",
        metavar="WORD",
        multiple=True,
        help="What it calls interviews, instead of the usual words; may be repeated.",
    ),
)


def common(command: Any) -> Any:
    """Add the arguments and options that every command that evaluates an invitation has."""
    sources = click.argument("sources", nargs=-1, type=click.Path(dir_okay=False, path_type=str))
    strict = click.option("--strict", is_flag=True, help="Fail if any criterion fails.")
    return _decorated(command, sources, *CHOOSING, *HISTORY, strict)


def for_all_rows(command: Any) -> Any:
    """Add the options that a command has which evaluates many invitations of one person."""
    return _decorated(command, *CHOOSING, *HISTORY)


def _decorated(command: Any, *decorators: Callable[[Any], Any]) -> Any:
    for decorate in reversed(decorators):
        command = decorate(command)
    return command


def answering(command: Any) -> Any:
    """Add the option that every command has which writes an answer."""
    names = click.Choice([response.value for response in Response])
    return click.option("--response", type=names, help="What to answer, if not what the verdict asks for.")(command)


class QuantityCommand(click.Command):
    """A command with an option for every quantity, a plugin's too. They are looked up when the command is used."""

    facts: Sequence[click.Option] = FACTS

    def quantities(self) -> Mapping[str, Quantity]:
        """Return the quantities that have an option."""
        return Evaluator().quantities

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Return the command's own parameters, and those of the facts and quantities."""
        with reporting():
            quantities = [_option(quantity) for quantity in self.quantities().values()]
        return [*super().get_params(ctx), *self.facts, *quantities]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options under headings, by whom they are about."""
        own = [option for option in super().get_params(ctx) if isinstance(option, click.Option)]
        _section(ctx, formatter, "Options", [*own, *self.facts])
        quantities = self.quantities()
        for title, names in _headings(quantities).items():
            if names:
                _section(ctx, formatter, title, [_option(quantities[name]) for name in names])


class SeekerCommand(QuantityCommand):
    """A command with an option for every quantity that is not of a single invitation."""

    facts: Sequence[click.Option] = PAST

    def quantities(self) -> Mapping[str, Quantity]:
        """Return the quantities that have an option."""
        ours = Invitation.own_quantities()
        return {name: quantity for name, quantity in super().quantities().items() if name not in ours}


def _section(
    ctx: click.Context, formatter: click.HelpFormatter, title: str, options: Sequence[click.Parameter]
) -> None:
    rows = [record for option in options if (record := option.get_help_record(ctx)) is not None]
    with formatter.section(title):
        formatter.write_dl(rows)


def _headings(quantities: Mapping[str, Quantity]) -> dict[str, list[str]]:
    about_invitation, about_seeker = Invitation.own_quantities(), Seeker.own_quantities()
    constants = [name for name in quantities if name not in about_invitation and name not in about_seeker]
    return {
        "The invitation (a number, or a 90% range such as 2..7)": [
            name for name in quantities if name in about_invitation
        ],
        "You": [name for name in quantities if name in about_seeker],
        "Quantities of plugins, and constants of the model": constants,
    }


def _option(quantity: Quantity) -> click.Option:
    name = PREFIX + quantity.name if quantity.name in TAKEN else quantity.name
    prior = quantity.prior
    assumed = (
        "depends on " + prior.fact if isinstance(prior, PriorBy)
        else prior.words if isinstance(prior, DerivedPrior) else str(prior)
    )  # fmt: skip
    question = quantity.question or f"A constant: {quantity.source}"
    words = f"{question} [{quantity.unit}; {quantity.bounds}; assumed: {assumed}]"
    return click.Option([f"--{name.replace('_', '-')}", name], metavar="N", help=words)


def asked(options: dict[str, Any]) -> Asked:
    """Turn the values of all options and sources into an evaluator, an invitation and a seeker.

    Prints every mistake and leaves with exit code 2 if anything cannot be used.
    """
    given = {name: value for name, value in options.items() if value not in (None, ()) and name not in COMMANDS}
    facts = {str(option.name): given.pop(str(option.name)) for option in FACTS if option.name in given}
    about_seeker = {name: facts.pop(name) for name in ["past_interviews"] if name in facts}
    about_seeker |= {name: given.pop(name) for name in Seeker.own_quantities() if name in given}
    about_invitation = facts | {name: given.pop(name) for name in Invitation.own_quantities() if name in given}
    said = _said(given)
    problems: list[str] = []
    invitation = made(problems, lambda: Invitation.from_dict({**about_invitation, "quantities": said}))
    seeker = made(problems, lambda: Seeker.from_dict(about_seeker))
    evaluator = made(problems, lambda: _evaluator(options))
    # The evaluator brings the readers of plugins; without it nobody knows which files can be read.
    sources = options["sources"] if evaluator else ()
    found = [made(problems, partial(read, Path(s), readers=evaluator.readers.items())) for s in sources]
    if problems:
        leave_with(*problems)
    for source in found:
        invitation = invitation | source
    return Asked(evaluator, invitation, _with_history(seeker, options, invitation))


def asked_for_all_rows(options: dict[str, Any], problems: list[str]) -> tuple[Evaluator, Seeker, dict[str, float]]:
    """Turn the values of all options into what counts for many invitations: an evaluator, a person, and weights.

    Args:
        options: What the command was given.
        problems: Where every mistake is noted; what it concerns is then None.
    """
    given = {name: value for name, value in options.items() if value not in (None, ()) and name not in COMMANDS}
    own = {name: given.pop(name) for name in ["past_interviews", *Seeker.own_quantities()] if name in given}
    said = _said(given)
    seeker = made(problems, lambda: Seeker.from_dict({**own, "quantities": said}))
    weights = made(problems, lambda: _weights(options["weight"]))
    evaluator = made(problems, lambda: _evaluator({**options, "weight": (), "draws": DRAWS, "strict": False}))
    history = _history(options, problems)
    return evaluator, made(problems, lambda: seeker | history) if seeker and history else seeker, weights


def _with_history(seeker: Seeker, options: Mapping[str, Any], invitation: Invitation) -> Seeker:
    """Return what the person says of themselves, and then what their calendars and tables show."""
    problems: list[str] = []
    history = _history(options, problems, invitation)
    if problems:
        leave_with(*problems)
    with reporting():
        return seeker | history if history else seeker


def _history(options: Mapping[str, Any], problems: list[str], invitation: Invitation | None = None) -> Seeker | None:
    """Return what the calendars and tables show of the person; None if there are none, or one cannot be read."""
    now = datetime.now(UTC)  # the same for all of them
    history = partial(read_history, but=invitation, as_of=now, words=options["history_word"] or None)
    found: list[History] = [made(problems, partial(history, Path(file))) for file in options["history"]]
    return reduce(History.__or__, found).seeker if all(found) and found else None


def _said(given: Mapping[str, str]) -> dict[str, Any]:
    """Return what is said of quantities whose unit only an evaluator knows; what cannot be read stays, to be told."""
    known: Mapping[str, Quantity] = Evaluator().quantities if given else {}
    texts = {_quantity_name(option): text for option, text in given.items()}
    return {name: as_estimate(text, known[name].reader) for name, text in texts.items()}


def _quantity_name(option: str) -> str:
    short = option.removeprefix(PREFIX)
    return short if short in TAKEN else option


def _evaluator(options: Mapping[str, Any]) -> Evaluator:
    return Evaluator(
        weights=_weights(options["weight"]),
        block=set(options["block"]),
        discover=options["discover"],
        draws=options["draws"],
        strict=options["strict"],
        asking_cost=options["asking_cost"],
    )


def _weights(texts: Sequence[str]) -> dict[str, float]:
    weights: dict[str, float] = {}
    mistakes: list[FieldError] = []
    for text in texts:
        name, _, factor = text.partition("=")
        try:
            weights[name.strip()] = read_exact(factor)
        except FieldError:
            mistakes.append(FieldError("weight", text, "a name and a factor, such as networking=2"))
    if mistakes:
        raise InvalidInputError("set of weights", mistakes)
    return weights
