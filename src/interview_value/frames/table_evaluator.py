"""Table evaluator: the settings of one call, prepared once for all its tables."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from ..errors import UnknownNameError, warn
from ..evaluation.evaluation import Evaluation
from ..evaluation.evaluator import Evaluator, default_evaluator, for_tables
from ..model.invitation import Invitation
from ..model.seeker import Seeker
from ..scoring.run import Run
from ..scoring.values import Plan
from .frame_evaluator import FrameEvaluator
from .headings import Headings, headings_of
from .invitation_table import OF_SEEKER
from .options import TableOptions
from .row_calls import WHOLE_FACTS

__all__ = ["RowByRowWarning", "TableEvaluator"]


class RowByRowWarning(UserWarning):
    """Something in an evaluator cannot run on columns, so that it runs row by row, which is slow."""


@frozen(eq=False)
class TableEvaluator:
    """What evaluates tables of invitations.

    Args:
        evaluator: What evaluates a row that must be looked at by itself.
        blank: The evaluation of an invitation of which nothing is known, for what all rows have in common.
        seeker: The person of all rows, as far as the rows do not say otherwise.
        plan: The scorers and gates, and the quantities that they read.
        weighted: The scorers for which the caller gives one weight for all rows.
        draws: The number of draws, or 0 for every quantity at its median.
        questions: Whether the ways and questions are worked out, and with them the verdict.
    """

    evaluator: Evaluator
    blank: Evaluation
    seeker: Seeker
    plan: Plan
    weighted: frozenset[str]
    draws: int
    questions: bool
    _warned: set[str] = field(init=False, factory=set[str])

    @classmethod
    def of(cls, options: TableOptions) -> TableEvaluator:
        """Check the options of a call, and work out what holds for all its rows.

        Raises:
            InvalidInputError: One of the options cannot be used.
            UnknownNameError: A weight is of no scorer; the nearest name is offered.
        """
        options.check()
        weights = {name: float(factor) for name, factor in (options.weights or {}).items()}
        central = options.draws == 0
        chosen = options.evaluator or default_evaluator()
        evaluator, draws = for_tables(chosen, 1 if central else options.draws, weights)
        blank = evaluator.evaluate(Invitation(), options.seeker)
        assert isinstance(blank.run, Run)
        plan = blank.run.plan
        for name in weights.keys() - plan.scorer:
            raise UnknownNameError("criterion", name, plan.scorer)
        seeker = blank.run.values.seeker  # in which the choices of plugins' quantities are estimates
        return cls(evaluator, blank, seeker, plan, frozenset(weights), 0 if central else draws, options.questions)

    def for_columns(self, names: tuple[str, ...]) -> FrameEvaluator:
        """Return what evaluates frames with these columns; warn once of what makes it slow.

        Args:
            names: The names of the columns.

        Raises:
            InvalidInputError: Nothing is known by any of the names, or some contradict each other.
        """
        headings = headings_of(names, self.plan, self.weighted)
        not_columnar, one_by_one = list(_not_columnar(self.plan)), list(_one_by_one(self.evaluator, headings))
        reasons = (*not_columnar, *one_by_one)
        if not self._warned.issuperset(reasons):
            self._warned.update(reasons)
            warn("; ".join(reasons), "how-to/many-rows", RowByRowWarning)
        return FrameEvaluator(
            plan=self.plan,
            headings=headings,
            evaluator=self.evaluator,
            blank=self.blank,
            seeker=self.seeker,
            draws=self.draws,
            questions=self.questions,
            one_by_one=bool(one_by_one),
            texts=any(not WHOLE_FACTS.isdisjoint(item.arguments) for item in (*self.plan.scorers, *self.plan.gates)),
        )


def _not_columnar(plan: Plan) -> Iterator[str]:
    """Yield a sentence for each scorer and gate that cannot run on columns."""
    for scorer in plan.scorers:
        if not scorer.columnar:
            yield f"the scorer {scorer.name} is not columnar, and is called row by row"
    for gate in plan.gates:
        if not WHOLE_FACTS.isdisjoint(gate.arguments):
            yield f"the gate {gate.name} reads the whole invitation or seeker, and is asked row by row"


def _one_by_one(evaluator: Evaluator, headings: Headings) -> Iterator[str]:
    """Yield a sentence for each plugin that makes every row be evaluated by itself."""
    if not OF_SEEKER.isdisjoint({*headings.quantities, *headings.labels}):
        for plugin in evaluator.plugins:
            if plugin.reweighs and plugin.status == "active":
                yield f"the plugin {plugin.name} has weights by seeker, so that each row is evaluated by itself"
