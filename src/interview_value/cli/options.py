"""The arguments and options that several commands share: sources, facts, and an option for every quantity."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import Any

import click

from ..deciding.answers import amount, possible
from ..display.language import LANGUAGES, say, speaking
from ..errors import FieldError
from ..evaluation.evaluator import ASKING_COST, Evaluator
from ..model.invitation import Invitation
from ..model.prior import DerivedPrior, PriorBy
from ..model.quantity import Quantity
from ..model.seeker import Seeker
from ..model.typed import NumberReader
from ..model.worth_of_a_job import OTHER_WAYS
from ..reading import form
from ..replies import Response
from ..scoring.draws import DRAWS
from .output import reporting

__all__ = [
    "Command",
    "FactOption",
    "QuantityCommand",
    "QuantityOption",
    "SeekerCommand",
    "SequelCommand",
    "WithExample",
    "batch_options",
    "common_options",
    "language_chosen",
    "response_option",
    "session_option",
]

PREFIX = "quantity_"
"""What stands before the name of a quantity in an option whose own name is taken."""


def hours_or_text(_: click.Context, __: click.Parameter, text: str) -> float | str:
    """Read hours as people type them, such as ``15 min``, or ``inf``; what is none is told with all other mistakes."""
    if text.strip().lower() in ("inf", "infinity", "∞"):
        return math.inf
    try:
        low, high = NumberReader("h").read(text)[:2]
    except FieldError:
        return text
    return low if low == high else text


class WithExample:
    """A command whose help opens with examples."""

    def __init__(self, *args: Any, example: Sequence[str] = (), **settings: Any) -> None:
        """Make a command.

        Args:
            *args: What click takes.
            example: What is typed behind the program's name, a line each.
            **settings: What click takes.
        """
        super().__init__(*args, **settings)
        self.example = example

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, and then what the command does."""
        formatter.write_paragraph()
        for line in self.example:
            formatter.write(f"  {ctx.find_root().info_name} {line}\n")
        super().format_help_text(ctx, formatter)  # type: ignore[misc]


def _speak(ctx: click.Context, _: click.Parameter, language: str | None) -> None:
    """Speak a language until the command ends, as a callback of click's."""
    ctx.with_resource(speaking(language))
    ctx.meta[LANGUAGE.name] = language


def language_chosen() -> str | None:
    """Return the language that the command which runs was told to speak; None if it was told none."""
    language: str | None = click.get_current_context().meta[LANGUAGE.name]
    return language


LANGUAGE = click.Option(
    ["--language"],
    type=click.Choice(LANGUAGES),
    is_eager=True,
    expose_value=False,
    callback=_speak,
    help="Language, if not that of the environment.",
)


class Command(WithExample, click.Command):
    """A command whose help opens with an example, and which says what it says in the language that is asked for."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Return the command's own parameters, and the language."""
        return [*super().get_params(ctx), LANGUAGE]

    def get_help(self, ctx: click.Context) -> str:
        """Return the help, whose frame is click's and in English, so that all of it is."""
        with speaking("en"):
            return super().get_help(ctx)


class FactOption(click.Option):
    """An option for a field of the invitation or the seeker that is no quantity, by the field's name."""


class QuantityOption(click.Option):
    """An option for an estimate of a quantity.

    Args:
        quantity: The quantity.
        taken: The names that other options have; a quantity of such a name gets a longer one.
    """

    def __init__(self, quantity: Quantity, taken: Collection[str]) -> None:
        self.quantity = quantity
        name = PREFIX + quantity.name if quantity.name in taken else quantity.name
        question = say(quantity.question) or say("A constant: {source}", source=quantity.source)
        metavar = "CHOICE" if quantity.is_label else "N"
        others = f"or {', '.join(OTHER_WAYS)}" if quantity.name == "job_worth" else ""
        words = "; ".join(filter(None, (_choices(quantity), others, "" if quantity.is_label else _measure(quantity))))
        super().__init__([f"--{name.replace('_', '-')}", name], metavar=metavar, help=f"{question} [{words}]")

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the option with its help; in the short help with its question without asides, and its choices."""
        if HELP_ALL.name in ctx.meta:
            return super().get_help_record(ctx)
        question = re.sub(r" *\([^)]*\)", "", say(self.quantity.question))
        return f"{self.opts[0]} {self.metavar}", " ".join((question, ", ".join(self.quantity.choices))).strip()


def _choices(quantity: Quantity) -> str:
    return ", ".join(f"{name} ({say(choice.label)})" for name, choice in quantity.choices.items())


def _measure(quantity: Quantity) -> str:
    prior = quantity.prior
    if isinstance(prior, PriorBy | DerivedPrior):
        # What it depends on is not known while the help is written.
        return say("{possible}; what we assume depends on the rest", possible=possible(quantity))
    assert prior is not None, "a label has no number"
    assumed = amount(quantity, prior.low, prior.high)
    return say("{possible}; we assume {assumed}", possible=possible(quantity), assumed=assumed)


QUESTIONS = {item.name: item.question for item in form()}

PAST = FactOption(
    ["--past-interviews"], metavar="DATE", multiple=True, help=QUESTIONS["past_interviews"] + " May be repeated."
)

FACTS = (
    FactOption(["--role"], metavar="TEXT", help=QUESTIONS["role"]),
    FactOption(["--organization"], metavar="TEXT", help=QUESTIONS["organization"]),
    FactOption(["--starts"], metavar="TIME", help=QUESTIONS["starts"] + " Such as 2026-12-03T14:00+01:00."),
    PAST,
)

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
        callback=hours_or_text,
        default=str(ASKING_COST),
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


NEEDED = (
    *("would_accept", "stage", "duration", "travel", "remote", "role_interest", "organization_interest", "promise"),
    *("status", "job_worth", "pressure"),
)
"""The quantities whose options stand in the short help."""

RARE = (
    *("past_interviews", "weight", "block", "discover", "draws", "asking_cost", "history", "history_word", "strict"),
    *("starts",),
)
"""The other options that do not."""


def _is_needed(option: click.Option, needed: Collection[str]) -> bool:
    return option.quantity.name in needed if isinstance(option, QuantityOption) else option.name not in RARE


def _show_all(ctx: click.Context, option: click.Parameter, given: bool) -> None:
    """Print the help with every option, as a callback of click's."""
    if given and not ctx.resilient_parsing:
        ctx.meta[str(option.name)] = True
        click.echo(ctx.get_help(), color=ctx.color)
        ctx.exit()


HELP_ALL = click.Option(
    ["--help-all"],
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_all,
    help="Show every option, and the choices in words.",
)


def common_options(command: Any) -> Any:
    """Add the arguments and options of every command that evaluates one invitation."""
    sources = click.argument("sources", nargs=-1, type=click.Path(dir_okay=False, path_type=str))
    strict = click.option("--strict", is_flag=True, help="Fail if any criterion fails.")
    return _decorated(command, sources, *CHOOSING, *HISTORY, strict)


def session_option(command: Any) -> Any:
    """Add the option of every command that shows what comes of a saved session."""
    path = click.Path(dir_okay=False, path_type=Path)
    help_ = "A session kept by ask, instead of files and facts."
    return click.option("--session", metavar="FILE", type=path, help=help_)(command)


def batch_options(command: Any) -> Any:
    """Add the options of a command that evaluates many invitations of one person."""
    return _decorated(command, *CHOOSING, *HISTORY)


def _decorated(command: Any, *decorators: Callable[[Any], Any]) -> Any:
    for decorate in reversed(decorators):
        command = decorate(command)
    return command


def response_option(command: Any) -> Any:
    """Add the option of every command that writes an answer to the invitation."""
    names = click.Choice([response.value for response in Response])
    return click.option("--response", type=names, help="What to answer, if not what the verdict asks for.")(command)


class QuantityCommand(Command):
    """A command with an option for every quantity, a plugin's too. They are looked up when the command is used.

    Its help shows what people need; that by ``--help-all`` shows everything.
    """

    facts: Sequence[FactOption] = FACTS
    needed: Collection[str] = NEEDED

    def quantities(self) -> Iterable[Quantity]:
        """Return the quantities and labels that have an option, those of the library in the order of their fields."""
        own = [{**facts.own_labels(), **facts.own_quantities()} for facts in (Invitation, Seeker)]
        return {**own[0], **own[1], **Evaluator().quantities}.values()

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Return the command's own parameters, and those of the facts and quantities."""
        with reporting():
            return [*super().get_params(ctx), HELP_ALL, *self.facts, *self._quantity_options(ctx)]

    def _quantity_options(self, ctx: click.Context) -> list[QuantityOption]:
        taken = self._taken_names(ctx)
        return [QuantityOption(quantity, taken) for quantity in self.quantities()]

    def _taken_names(self, ctx: click.Context) -> set[str]:
        """Return the names in use in any command of the group, so that a quantity is called the same in all of them."""
        group = ctx.parent.command if ctx.parent else None
        commands = group.commands.values() if isinstance(group, click.Group) else [self]
        taken: set[str] = set()
        for command in commands:
            if isinstance(command, QuantityCommand):
                for option in (*click.Command.get_params(command, ctx), LANGUAGE, HELP_ALL, *command.facts):
                    spellings = (*option.opts, *option.secondary_opts)
                    taken |= {str(option.name), *(text.removeprefix("--").replace("-", "_") for text in spellings)}
        return taken

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options in sections: the invitation, you, general ones, and others."""
        own: list[click.Option] = [
            *(option for option in super().get_params(ctx) if isinstance(option, click.Option)),
            HELP_ALL,
        ]
        every = HELP_ALL.name in ctx.meta
        quantities = self._quantity_options(ctx)
        of_invitation = {**Invitation.own_labels(), **Invitation.own_quantities()}
        of_seeker = {**Seeker.own_labels(), **Seeker.own_quantities()}
        sections: dict[str, Sequence[click.Option]] = {
            "The invitation (a number, a range such as 2..7, or one of the choices)": [
                *(fact for fact in self.facts if fact is not PAST),
                *(option for option in quantities if option.quantity.name in of_invitation),
            ],
            "You": [PAST, *(option for option in quantities if option.quantity.name in of_seeker)],
            "Options": own,
            "Quantities of plugins, and constants of the model": [
                option for option in quantities if option.quantity.name not in {*of_invitation, *of_seeker}
            ],
        }
        for title, options in sections.items():
            shown = [option for option in options if every or _is_needed(option, self.needed)]
            if rows := [row for option in shown if (row := option.get_help_record(ctx)) is not None]:
                with formatter.section(title):
                    formatter.write_dl(rows)


class SequelCommand(QuantityCommand):
    """A command for what follows the verdict, whose help shows its own options and the facts that count most."""

    needed: Collection[str] = ("would_accept", "stage", "status", "job_worth")


class SeekerCommand(QuantityCommand):
    """A command with an option for every quantity that is not of a single invitation."""

    facts: Sequence[FactOption] = (PAST,)

    def quantities(self) -> Iterable[Quantity]:
        """Return the quantities and labels that have an option."""
        of_invitation = Invitation.own_quantities()
        return [
            quantity
            for quantity in super().quantities()
            if quantity.of == "seeker" or (quantity.ask == "nobody" and quantity.name not in of_invitation)
        ]
