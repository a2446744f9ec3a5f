"""What several commands share: sources as arguments, an option for every quantity, and errors in words."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial, reduce
from pathlib import Path
from shutil import get_terminal_size
from typing import Any, NoReturn

import click
from attrs import frozen

from ..display.parts import printable
from ..display.text import WIDTH, evaluation_text
from ..draws import DRAWS
from ..errors import FieldError, InterviewValueError, InvalidInputError, ScorersFailedError
from ..evaluation import Evaluation
from ..evaluator import ASKING_COST, Evaluator
from ..invitation import Invitation, Stage
from ..quantity import DerivedPrior, PriorBy, Quantity
from ..reading import History, read, read_history
from ..replies import Response
from ..seeker import Seeker

__all__ = [
    "Asked",
    "QuantityCommand",
    "answering",
    "asked",
    "common",
    "leave_with",
    "reporting",
    "save",
    "show",
    "width",
]

COMMANDS = frozenset(
    {
        *("as_json", "weight", "block", "discover", "draws", "strict", "sources", "asking_cost", "save"),
        *("history", "history_word"),
        *("response", "better", "name", "template", "comment", "attendee", "output"),
        *("calendar", "hours", "zone", "begin", "end", "weekends", "hours_a_day", "since", "owner"),
    }
)
"""The parameters of the commands that say nothing about an invitation or a seeker."""

PREFIX = "quantity_"
"""What stands before the name of a quantity whose own name is taken."""

FACTS = (
    click.Option(["--role"], metavar="TEXT", help="The position."),
    click.Option(["--organization"], metavar="TEXT", help="Who invites."),
    click.Option(["--stage"], metavar="STAGE", help="One of " + ", ".join(stage.value for stage in Stage) + "."),
    click.Option(["--remote/--in-person"], default=None, help="Whether it is held by phone or video."),
    click.Option(["--starts"], metavar="TIME", help="When it starts, such as 2026-12-03T14:00+01:00."),
    click.Option(
        ["--past-interviews"], metavar="DATE", multiple=True, help="When you were interviewed; may be repeated."
    ),
)

TAKEN = COMMANDS | {"help", "json", "no_discovery", "in_person", *(str(option.name) for option in FACTS)}
"""Names that options have already, so that no quantity can have them."""


NO_OPTIONS = {"session": "the saved session: ", "plugin": ""}
"""What stands before the mistakes of an input that is not given by options."""


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


def common(command: Any) -> Any:
    """Add the arguments and options that every command that evaluates has."""
    decorators = [
        click.argument("sources", nargs=-1, type=click.Path(dir_okay=False, path_type=str)),
        click.option(
            "--weight", metavar="NAME=FACTOR", multiple=True, help="Count a criterion more or less; may be repeated."
        ),
        click.option(
            "--block", metavar="NAME", multiple=True, help="Leave out a scorer, gate or plugin; may be repeated."
        ),
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
        click.option("--strict", is_flag=True, help="Fail if any criterion fails."),
    ]
    for decorate in reversed(decorators):
        command = decorate(command)
    return command


def answering(command: Any) -> Any:
    """Add the option that every command has which writes an answer."""
    names = click.Choice([response.value for response in Response])
    return click.option("--response", type=names, help="What to answer, if not what the verdict asks for.")(command)


class QuantityCommand(click.Command):
    """A command with an option for every quantity, a plugin's too. They are looked up when the command is used."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Return the command's own parameters, and those of the facts and quantities."""
        with reporting():
            quantities = [_option(quantity) for quantity in Evaluator().quantities.values()]
        return [*super().get_params(ctx), *FACTS, *quantities]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options under headings, by whom they are about."""
        own = [option for option in super().get_params(ctx) if isinstance(option, click.Option)]
        _section(ctx, formatter, "Options", [*own, *FACTS])
        quantities = Evaluator().quantities
        for title, names in _headings(quantities).items():
            _section(ctx, formatter, title, [_option(quantities[name]) for name in names])


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


def show(evaluation: Evaluation) -> None:
    """Print an evaluation."""
    click.echo(evaluation_text(evaluation, width()))


def width() -> int:
    """Return the width of the terminal in characters, but no more than is good to read."""
    return min(get_terminal_size((WIDTH, 24)).columns, WIDTH)


def save(path: Path, data: bytes) -> None:
    """Write a file, or leave with exit code 2 and say why it cannot be written."""
    try:
        path.write_bytes(data)
    except OSError as error:
        leave_with(f"{path}: cannot be written ({error.strerror or error})")


def leave_with(*problems: str) -> NoReturn:
    """Print problems and leave with exit code 2."""
    for problem in problems:
        click.echo(f"error: {printable(problem)}", err=True)
    raise SystemExit(2)


@contextmanager
def reporting() -> Generator[None]:
    """Print the library's errors in words and leave with exit code 2, instead of showing a traceback."""
    try:
        yield
    except InterviewValueError as error:
        leave_with(*_lines(error))


def asked(options: dict[str, Any]) -> Asked:
    """Turn the values of all options and sources into an evaluator, an invitation and a seeker.

    Prints every mistake and leaves with exit code 2 if anything cannot be used.
    """
    given = {name: value for name, value in options.items() if value not in (None, ()) and name not in COMMANDS}
    facts = {str(option.name): given.pop(str(option.name)) for option in FACTS if option.name in given}
    about_seeker = {name: facts.pop(name) for name in ["past_interviews"] if name in facts}
    about_seeker |= {name: given.pop(name) for name in Seeker.own_quantities() if name in given}
    about_invitation = facts | {name: given.pop(name) for name in Invitation.own_quantities() if name in given}
    said = {_quantity_name(name): value for name, value in given.items()}
    problems: list[str] = []
    invitation = _made(problems, lambda: Invitation.from_dict({**about_invitation, "quantities": said}))
    seeker = _made(problems, lambda: Seeker.from_dict(about_seeker))
    evaluator = _made(problems, lambda: _evaluator(options))
    # The evaluator brings the readers of plugins; without it nobody knows which files can be read.
    sources = options["sources"] if evaluator else ()
    found = [_made(problems, partial(read, Path(s), readers=evaluator.readers.items())) for s in sources]
    if problems:
        leave_with(*problems)
    for source in found:
        invitation = invitation | source
    return Asked(evaluator, invitation, _with_history(seeker, options, invitation))


def _with_history(seeker: Seeker, options: Mapping[str, Any], invitation: Invitation) -> Seeker:
    """Return what the person says of themselves, and then what their calendars and tables show."""
    now = datetime.now(UTC)  # the same for all of them
    history = partial(read_history, but=invitation, as_of=now, words=options["history_word"] or None)
    problems: list[str] = []
    found: list[History] = [_made(problems, partial(history, Path(file))) for file in options["history"]]
    if problems:
        leave_with(*problems)
    with reporting():
        return seeker | reduce(History.__or__, found).seeker if found else seeker


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


def _made(problems: list[str], make: Callable[[], Any]) -> Any:
    """Make something; if it cannot be made, note why, and return None."""
    try:
        return make()
    except InterviewValueError as error:
        problems += _lines(error)
        return None


def _lines(error: InterviewValueError) -> list[str]:
    """Word each part of an error as the command line's user knows its subject: by the option."""
    if isinstance(error, InvalidInputError) and error.what in NO_OPTIONS:
        return [f"{NO_OPTIONS[error.what]}{mistake}" for mistake in error.mistakes]
    if isinstance(error, InvalidInputError):
        return [f"--{_option_name(m.path)}{str(m)[len(m.path) :]}" for m in error.mistakes]
    if isinstance(error, ScorersFailedError):
        return [str(failure) for failure in error.failures]
    return [str(error)]


def _option_name(path: str) -> str:
    return path.removeprefix("quantities['").removesuffix("']").replace("_", "-")


def _weights(texts: Sequence[str]) -> dict[str, float]:
    weights: dict[str, float] = {}
    mistakes: list[FieldError] = []
    for text in texts:
        name, _, factor = text.partition("=")
        try:
            weights[name.strip()] = float(factor)
        except ValueError:
            mistakes.append(FieldError("weight", text, "a name and a factor, such as networking=2"))
    if mistakes:
        raise InvalidInputError("set of weights", mistakes)
    return weights
