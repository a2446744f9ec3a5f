"""Call: from a frame to the frame of its answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from inspect import currentframe
from pathlib import Path
from typing import Any
from warnings import warn

import narwhals as nw
from attrs import field, frozen

from ..errors import FieldError, InvalidInputError, UnknownNameError
from ..evaluation.evaluation import Evaluation
from ..evaluation.evaluator import Evaluator, default_evaluator, for_tables
from ..model.invitation import Invitation
from ..model.seeker import Seeker
from ..plugins.calls import mistakes_in_weights
from ..scoring.draws import MAX_DRAWS
from ..scoring.run import Run
from ..scoring.values import Plan
from .block import WHOLE
from .headings import Headings, headings_of
from .job import Job

__all__ = ["Call", "RowByRowWarning", "evaluate", "held_by", "native"]


LIBRARY = str(Path(__file__).parents[1])
"""Where the code is that is not the caller's."""


class RowByRowWarning(UserWarning):
    """Something in an evaluator cannot run on columns, so that it runs row by row, which is slow."""


def evaluate(
    frame: Any,
    seeker: Seeker | None = None,
    *,
    evaluator: Evaluator | None = None,
    draws: int | None = None,
    weights: Mapping[str, float] | None = None,
    questions: bool = True,
) -> Any:
    """Work out what each row of a dataframe is worth, with the numbers that `Evaluator.evaluate` gives for it.

    Columns are found by name, and all others are left alone: a quantity such as ``duration`` (numbers, or texts such
    as ``"2..7"``), or the two ends of its 90 % range, ``duration_low`` and ``duration_high``; ``stage`` (text or
    category), ``remote`` (bool), and ``weight_`` with the name of a scorer. Null and NaN are unknown, which is never
    zero. What a row says of the seeker counts more than the seeker of all rows.

    Args:
        frame: An eager dataframe that narwhals knows, such as one of pandas, Polars or PyArrow.
        seeker: The person of all rows, as far as the rows do not say otherwise; left out, nothing is known of them.
        evaluator: Its scorers, gates, weights and asking cost count; the one behind `interview_value.evaluate` if left
            out. Its notes are not asked for, and it never raises for what fails.
        draws: The number of draws, up to 1,000,000; 0 puts every quantity at its median, which is fast and gives
            no ranges; the evaluator's own number if left out.
        weights: Factors on the hours of scorers, by name, for all rows; they count more than the evaluator's.
        questions: Whether the verdict is worked out where it hangs on what a question is worth, which takes up to
            a hundred times as long as the rest of a row. With False it is null in those rows, and so are questions.

    Returns:
        A dataframe of the same kind, with a row for each row in the same order, and the same index: the expected
        hours of each scorer before weighting; ``benefit``, ``cost``, ``net``, ``net_low``, ``net_high`` (hours);
        ``confidence``, ``verdict``; ``question``, the quantity to ask for first where that is the verdict, and
        ``question_worth`` (hours); ``assumed`` and ``error`` (texts). A row that cannot be used has nothing but its
        error. Without draws, ``net_low``, ``net_high``, ``confidence`` and the question are null.

    Raises:
        InvalidInputError: The frame or another argument cannot be used as a whole.
        UnknownNameError: A weight is of no scorer; the nearest name is offered.
        ImportError: The extra ``frames`` is not installed.

    Warns:
        RowByRowWarning: Something cannot run on columns.
    """
    held: nw.DataFrame[Any] = held_by(frame)
    call = Call.of(seeker, evaluator, draws, weights, questions)
    return native(call.job(tuple(held.columns)).answers(held), held)


@frozen(eq=False)
class Call:
    """What is asked of every frame, whichever columns it has.

    Args:
        evaluator: What evaluates a row that must be looked at by itself.
        blank: The evaluation of an invitation of which nothing is known.
        plan: Who reads what.
        weighted: The scorers for which the caller gives one weight for all rows.
        draws: The number of draws, or 0 for every quantity at its median.
        questions: Whether the verdict is worked out where it hangs on what a question is worth.
    """

    evaluator: Evaluator
    blank: Evaluation
    plan: Plan
    weighted: frozenset[str]
    draws: int
    questions: bool
    _told: set[str] = field(init=False, factory=set[str])

    @classmethod
    def of(
        cls,
        seeker: Seeker | None,
        evaluator: Evaluator | None,
        draws: int | None,
        weights: Mapping[str, float] | None,
        questions: bool,
    ) -> Call:
        """Check the arguments of `evaluate` that are no frame.

        Raises:
            InvalidInputError: One of them cannot be used.
            UnknownNameError: A weight is of no scorer; the nearest name is offered.
        """
        _check(seeker, evaluator, draws, questions)
        factors = _checked(weights)
        asked, number = for_tables(evaluator or default_evaluator(), 1 if draws == 0 else draws, factors)
        blank = asked.evaluate(Invitation(), seeker)
        assert isinstance(blank.run, Run)
        plan = blank.run.plan
        for name in factors.keys() - plan.scorer:
            raise UnknownNameError("criterion", name, plan.scorer)
        return cls(asked, blank, plan, frozenset(factors), draws if draws == 0 else number, questions)

    def job(self, names: tuple[str, ...]) -> Job:
        """Return the work on frames with these columns; what makes it slow is said once.

        Args:
            names: The names of the columns.

        Raises:
            InvalidInputError: Nothing is known by any of the names, or some contradict each other.
        """
        headings = headings_of(names, self.plan, self.weighted)
        by_row, alone = list(_by_row(self.plan)), list(_alone(self.evaluator, headings))
        if not self._told.issuperset(reasons := (*by_row, *alone)):
            self._told.update(reasons)
            warn(RowByRowWarning("; ".join(reasons)), stacklevel=_levels_to_caller())
        texts = _looks_at_all(self.plan)
        return Job(self.plan, headings, self.evaluator, self.blank, self.draws, self.questions, bool(alone), texts)


def _levels_to_caller() -> int:
    """Return how many calls up from here, the one that asks not counted, the library was called."""
    level, at = 0, currentframe()
    while at is not None and at.f_code.co_filename.startswith(LIBRARY):
        level, at = level + 1, at.f_back
    return level


def native(answers: nw.DataFrame[Any], like: nw.DataFrame[Any]) -> Any:
    """Return answers as their library has them, with the index of the frame that they belong to."""
    frame = answers.to_native()
    if (index := nw.maybe_get_index(like)) is not None:
        frame.index = index
    return frame


def held_by(frame: Any) -> nw.DataFrame[Any]:
    """Return a frame as narwhals sees it.

    Raises:
        InvalidInputError: It is lazy, no frame, or has a name twice.
    """
    try:
        held: object = nw.from_native(frame, pass_through=True)
    except nw.exceptions.DuplicateError as error:
        raise InvalidInputError("frame", [FieldError("columns", str(error), "names that each occur once")]) from None
    if not isinstance(held, nw.DataFrame):
        lazy = isinstance(held, nw.LazyFrame)
        allowed = "a dataframe with its rows: call .collect() first" if lazy else "a dataframe that narwhals knows"
        raise InvalidInputError("frame", [FieldError("frame", type(frame).__name__, allowed)])
    whole = _comparable(frame) if held.implementation.is_pyarrow() else frame
    eager: nw.DataFrame[Any] = nw.from_native(whole, eager_only=True)
    return eager


def _comparable(table: Any) -> Any:
    """Return a table without views of texts, such as Polars hands on, which PyArrow cannot compare."""
    pa: Any = import_module("pyarrow")
    texts = pa.large_string()

    def comparable(chunk: Any) -> Any:
        if pa.types.is_dictionary(chunk.type) and pa.types.is_string_view(chunk.type.value_type):
            return pa.DictionaryArray.from_arrays(chunk.indices, chunk.dictionary.cast(texts))
        return chunk.cast(texts) if pa.types.is_string_view(chunk.type) else chunk

    whole = [list(map(comparable, column.chunks or [pa.nulls(0, column.type)])) for column in table.columns]
    return pa.table([pa.chunked_array(chunks) for chunks in whole], names=table.column_names)


def _check(seeker: object, evaluator: object, draws: object, questions: object) -> None:
    mistakes: list[FieldError] = []
    if seeker is not None and not isinstance(seeker, Seeker):
        mistakes.append(FieldError("seeker", seeker, "a Seeker; Seeker.from_dict makes one of plain data"))
    if evaluator is not None and not isinstance(evaluator, Evaluator):
        mistakes.append(FieldError("evaluator", evaluator, "an Evaluator"))
    number = isinstance(draws, int) and not isinstance(draws, bool)
    if draws is not None and not (number and 0 <= draws <= MAX_DRAWS):  # type: ignore[operator]
        mistakes.append(FieldError("draws", draws, f"a whole number from 0 to {MAX_DRAWS:,}"))
    if not isinstance(questions, bool):
        mistakes.append(FieldError("questions", questions, "True or False"))
    if mistakes:
        raise InvalidInputError("call of frames.evaluate", mistakes)


def _checked(weights: Mapping[str, float] | None) -> dict[str, float]:
    if mistakes := [] if weights is None else list(mistakes_in_weights(weights)):
        raise InvalidInputError("call of frames.evaluate", mistakes)
    return {name: float(factor) for name, factor in (weights or {}).items()}


def _looks_at_all(plan: Plan) -> bool:
    return any(not WHOLE.isdisjoint(criterion.arguments) for criterion in (*plan.scorers, *plan.gates))


def _by_row(plan: Plan) -> Iterator[str]:
    """Yield what cannot run on columns."""
    for scorer in plan.scorers:
        if not scorer.columnar:
            yield f"the scorer {scorer.name} is not columnar, and is called row by row"
    for gate in plan.gates:
        if not WHOLE.isdisjoint(gate.arguments):
            yield f"the gate {gate.name} reads the whole invitation or seeker, and is asked row by row"


def _alone(evaluator: Evaluator, headings: Headings) -> Iterator[str]:
    """Yield why each row must be evaluated by itself."""
    if not headings.quantities.keys().isdisjoint(Seeker.own_quantities()):
        for plugin in evaluator.plugins:
            if plugin.reweighs and plugin.status == "active":
                yield f"the plugin {plugin.name} has weights by seeker, so that each row is evaluated by itself"
