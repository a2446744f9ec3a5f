"""`check_scorer` and `check_gate`: all laws of the contract on drawn examples, and all that are broken told at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from ..errors import FieldError, InvalidInputError, UnknownNameError, is_collection
from ..scoring.criterion import Gate, Scorer
from .column_laws import columns, columns_untouched, ternary_columns
from .gate_laws import decides, knowledge, ternary, unknown
from .laws import Breach, ContractError
from .reason_law import reason
from .scorer_laws import finite, monotone
from .shared_laws import deterministic, documented, prompt, pure, undeclared
from .trial import Subject, Trial

__all__ = ["check_gate", "check_scorer"]

SECONDS = 0.5
"""How long the calls of one law may take together. What is prompt never gets there."""

SECONDS_IF_SLOW = 0.1
MOST_EXAMPLES = 100_000


def check_scorer(
    scorer: Scorer[...],
    *,
    increasing: Collection[str] = (),
    decreasing: Collection[str] = (),
    examples: int = 50,
    seed: int = 0,
) -> None:
    """Check that a scorer keeps the laws of `SCORER_LAWS`, on invitations and seekers within the bounds.

    The same call draws the same examples on every run. Where NumPy is present, columns are NumPy's arrays too.

    Args:
        scorer: The scorer.
        increasing: The quantities with which its hours never fall, all others staying as they are.
        decreasing: The quantities with which its hours never rise.
        examples: How many examples each law is tried on, 1 to 100,000.
        seed: Another seed draws other examples.

    Raises:
        ContractError: It breaks laws, all of which are named, each with a small example and what to do.
        InvalidInputError: An argument cannot be used.
        UnknownNameError: ``increasing`` or ``decreasing`` names what the scorer does not read.
        NameClashError: A scorer or quantity of the library has that name.
    """
    _check_arguments(scorer, Scorer, examples, increasing=increasing, decreasing=decreasing)
    for name in (*increasing, *decreasing):
        if name not in scorer.reads:
            raise UnknownNameError(f"quantity of {scorer.name}", name, scorer.reads)
    trial = Trial(Subject(scorer, SECONDS), examples, seed)
    _report(scorer.name, _scorer_breaches(trial, sorted(increasing), sorted(decreasing)))


def check_gate(gate: Gate[...], *, examples: int = 50, seed: int = 0) -> None:
    """Check that a gate keeps the laws of `GATE_LAWS`, whatever is known of what it reads.

    The same call draws the same examples on every run. Where NumPy is present, columns are NumPy's arrays too.

    Args:
        gate: The gate.
        examples: How many examples each law is tried on, 1 to 100,000.
        seed: Another seed draws other examples.

    Raises:
        ContractError: It breaks laws, all of which are named, each with a small example and what to do.
        InvalidInputError: An argument cannot be used.
    """
    _check_arguments(gate, Gate, examples)
    _report(gate.name, _gate_breaches(Trial(Subject(gate, SECONDS), examples, seed)))


def _check_arguments(criterion: object, kind: type, examples: int, **directions: object) -> None:
    """Raise one error that names every argument that cannot be used."""
    mistakes: list[FieldError] = []
    if not isinstance(criterion, kind):
        decorator = kind.__name__.lower()
        mistakes.append(
            FieldError(decorator, criterion, f"a {kind.__name__}, which @iv.{decorator} makes of a function")
        )
    if isinstance(examples, bool) or not isinstance(examples, int) or not 1 <= examples <= MOST_EXAMPLES:
        mistakes.append(FieldError("examples", examples, f"a whole number from 1 to {MOST_EXAMPLES:,}"))
    for argument, names in directions.items():
        if isinstance(names, str) or not is_collection(names):
            mistakes.append(FieldError(argument, names, "a collection of names, such as {'travel'}"))
    if mistakes:
        raise InvalidInputError("call of the test kit", mistakes)


def _scorer_breaches(trial: Trial, increasing: list[str], decreasing: list[str]) -> Iterator[Breach | None]:
    yield _prompt(trial)
    yield finite(trial)
    yield columns(trial)
    yield deterministic(trial)
    yield pure(trial) or columns_untouched(trial)
    yield undeclared(trial)
    yield from (monotone(trial, "increasing", name) for name in increasing)
    yield from (monotone(trial, "decreasing", name) for name in decreasing)
    yield reason(trial)
    yield documented(trial)


def _gate_breaches(trial: Trial) -> Iterator[Breach | None]:
    yield _prompt(trial)
    yield ternary(trial)
    yield unknown(trial)
    yield knowledge(trial)
    yield decides(trial)
    yield ternary_columns(trial)
    yield deterministic(trial)
    yield pure(trial)
    yield undeclared(trial)
    yield documented(trial)


def _prompt(trial: Trial) -> Breach | None:
    """Check the law of promptness first: the calls of the other laws get less time if it is broken."""
    breach = prompt(trial)
    trial.subject.seconds = SECONDS_IF_SLOW if breach else SECONDS
    return breach


def _report(name: str, breaches: Iterable[Breach | None]) -> None:
    """Raise one error with every breach, if there is any."""
    if broken := [breach for breach in breaches if breach]:
        raise ContractError(name, broken)
