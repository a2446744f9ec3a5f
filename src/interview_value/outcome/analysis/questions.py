"""Questions: what to find out before deciding, and what each answer is worth in hours (value of information)."""

from __future__ import annotations

import math
from collections.abc import Container, Iterator, Sequence

from attrs import evolve, frozen

from ...display.language import say
from ...display.plain import Plain
from ...model.numerals import MAX_TYPED
from ...model.quantity import Quantity
from ...model.yes_no import YES_NO
from ..contributions import Verdict
from ..valuation import Valuation
from .conditional import Conditional, levels, uncertain
from .tipping_point import tipping_question

__all__ = ["Question", "asking_costs", "knowing_everything", "questions", "said_at_turn", "with_turns"]

MESSAGE = 0.5
"""Hours that a message to them takes, before they are weighed by how full the week is: assumption."""

LOST = 0.01
"""The chance that a message loses the invitation: assumption."""

DIGITS = 9
"""The decimals of a worth: a nanohour is far below what the draws resolve, and NumPy adds in another order."""


@frozen
class Question(Plain):
    """A question, and what its answer is worth.

    Args:
        quantity: The name of the quantity that it asks for.
        text: The question in words.
        ask: Who can answer: ``"yourself"`` or ``"recruiter"``.
        worth: The expected value of the answer, hours, ≥ 0 (expected value of partial perfect information).
        cost: What asking costs, hours, ≥ 0.
        low: The quantity's 5th percentile as it is estimated now, in its unit; None for a label.
        high: Its 95th percentile; None for a label.
        if_low: The leaning if the quantity were ``low``; for a label, at the choice that is least worth going.
        if_high: The same if it were ``high``; for a label, at the choice that is most worth going.
        turn: The value at which the leaning turns, in its unit; None if it turns more than once, if the answer is not
            worth asking for, and for a label.
        gate: The gate that cannot tell without the answer; empty if none.
        at_turn: The same question at that value, to which yes (it is more) and no are answers; empty without one.
    """

    quantity: str
    text: str
    ask: str
    worth: float
    cost: float
    low: float | None
    high: float | None
    if_low: Verdict
    if_high: Verdict
    turn: float | None = None
    gate: str = ""
    at_turn: str = ""

    @property
    def gain(self) -> float:
        """What the answer is worth less what asking costs, hours."""
        return self.worth - self.cost

    @property
    def in_words(self) -> str:
        """The question as it is asked: at its tipping point if it has one, else its text as it is said now."""
        return self.at_turn or say(self.text)

    def side(self, answer: object) -> tuple[float, float] | None:
        """Return what yes or no means at the tipping point.

        Args:
            answer: Text such as ``"yes"`` or ``"no"``.

        Returns:
            The 90 % range above or below the turn; None if there is no turn, or for another answer.
        """
        more = YES_NO.get(answer.strip().lower()) if isinstance(answer, str) and len(answer) <= MAX_TYPED else None
        if more is None or self.turn is None or self.low is None or self.high is None:
            return None
        return (self.turn, self.high) if more else (self.low, self.turn)


def knowing_everything(valuation: Valuation) -> float:
    """Return the value of knowing every quantity exactly before deciding, hours, ≥ 0.

    It is E[max(net, 0)] − max(E[net], 0) over the draws: what all answers together are worth at most.
    """
    draws = valuation.net_draws
    if not isinstance(draws, tuple):
        return 0.0
    gain = math.fsum(net for net in draws if net > 0) / len(draws) - max(valuation.expected_net, 0.0)
    return round(max(gain, 0.0), DIGITS)


def message_cost(valuation: Valuation) -> float:
    """Return what a message to them takes, hours: half an hour, weighed by how full the week is."""
    values = None if valuation.run is None else valuation.run.values
    return MESSAGE * (values.central("pressure") if values is not None and values.reads("pressure") else 1.0)


def asking_costs(valuation: Valuation) -> dict[str, float]:
    """Return what asking costs, hours, by who can answer; ∞ where nothing is to be asked at all."""
    theirs = message_cost(valuation) + LOST * max(valuation.expected_net, 0.0)
    never = valuation.asking_cost if math.isinf(valuation.asking_cost) else 0.0
    return {"yourself": valuation.asking_cost, "recruiter": max(theirs, never)}


def questions(valuation: Valuation, among: Container[str] | None = None) -> tuple[Question, ...]:
    """Return the questions whose answer could turn the leaning, and those that a gate lacks.

    What was given is not asked for again, not even a range. Where the leaning turns is left for `with_turns`.

    Args:
        valuation: The numbers, with their run.
        among: The names of the only quantities that are asked for, beside all labels and what gates lack.

    Returns:
        The questions, by what the answer is worth less what asking costs, best first; then those that only a gate has.

    Raises:
        NotAtHandError: The evaluation was read back.
    """
    conditional = Conditional(valuation)
    most = knowing_everything(valuation)
    gates = {name: finding.name for finding in valuation.findings if finding.lacks for name in finding.missing}
    costs = asking_costs(valuation)
    found = [*_of_quantities(conditional, costs, gates, among, most), *_of_labels(conditional, costs, gates)]
    names = {question.quantity for question in found}
    for name, gate in gates.items():
        quantity = conditional.run.plan.known[name]
        if name not in names and quantity.ask != "nobody":
            ends, leaning = _ends(quantity, conditional), valuation.leaning
            found.append(
                Question(
                    name, quantity.question, quantity.ask, 0.0, costs[quantity.ask], *ends, leaning, leaning, gate=gate
                )
            )
    return tuple(
        sorted(found, key=lambda question: (-question.gain if question.worth else math.inf, question.quantity))
    )


def _ends(quantity: Quantity, conditional: Conditional) -> tuple[float | None, float | None]:
    if quantity.is_label:
        return None, None
    try:
        estimate = conditional.run.values.argument(quantity.name)
    except Exception:  # noqa: BLE001 - a plugin's formula may raise anything
        return None, None
    return estimate.low, estimate.high


def _of_quantities(
    conditional: Conditional,
    costs: dict[str, float],
    gates: dict[str, str],
    among: Container[str] | None,
    most: float,
) -> Iterator[Question]:
    values = conditional.run.values
    for quantity, estimate in uncertain(conditional, constants=False):
        if values.known(quantity.name) is not None or (among is not None and quantity.name not in among):
            continue
        low, high = estimate.low, estimate.high
        nets = conditional.net(quantity.name, levels(quantity, low, high))
        if not _turns(nets):
            continue
        worth = _worth(nets, [1 / len(nets)] * len(nets))
        if quantity.name not in conditional.run.plan.assumed_by:
            # The levels are no draws, and the draws few: one answer is still worth no more than all.
            worth = min(worth, most)
        if worth == 0:
            continue
        net_low, net_high = conditional.net(quantity.name, [low, high])
        yield Question(
            quantity.name,
            quantity.question,
            quantity.ask,
            worth,
            costs[quantity.ask],
            low,
            high,
            _leaning(net_low),
            _leaning(net_high),
            gate=gates.get(quantity.name, ""),
        )


def _of_labels(conditional: Conditional, costs: dict[str, float], gates: dict[str, str]) -> Iterator[Question]:
    values = conditional.run.values
    for name, quantity in conditional.run.plan.quantities.items():
        shares = {choice: known.share for choice, known in quantity.choices.items() if known.share > 0}
        if not quantity.is_label or values.label(name) != "unknown" or not shares or quantity.ask == "nobody":
            continue
        nets = conditional.net_labelled(name, shares)
        if not _turns(nets):
            continue
        total = math.fsum(shares.values())
        yield Question(
            name,
            quantity.question,
            quantity.ask,
            _worth(nets, [share / total for share in shares.values()]),
            costs[quantity.ask],
            None,
            None,
            _leaning(min(nets)),
            _leaning(max(nets)),
            gate=gates.get(name, ""),
        )


def _turns(nets: Sequence[float]) -> bool:
    return min(nets) <= 0 < max(nets)


def _leaning(net: float) -> Verdict:
    return Verdict.ATTEND if net > 0 else Verdict.DECLINE


def _worth(nets: Sequence[float], shares: Sequence[float]) -> float:
    """Return E[max(net, 0)] − max(E[net], 0), both over the same levels, so that it is never negative, hours."""
    gain = math.fsum(share * net for share, net in zip(shares, nets, strict=True) if net > 0)
    expected = math.fsum(share * net for share, net in zip(shares, nets, strict=True))
    return round(max(gain - max(expected, 0.0), 0.0), DIGITS)


def with_turns(valuation: Valuation, asked: Sequence[Question]) -> tuple[Question, ...]:
    """Return questions with the value at which the leaning turns, if they are worth asking and of a quantity.

    The words for it are those of `said_at_turn`, which differ from language to language.

    Args:
        valuation: The numbers, with their run.
        asked: Its questions.
    """
    conditional = Conditional(valuation)
    return tuple(_with_turn(question, conditional) if question.gain > 0 else question for question in asked)


def _with_turn(question: Question, conditional: Conditional) -> Question:
    if question.low is None or question.high is None:
        return question
    return evolve(question, turn=_turn(conditional, question.quantity, question.low, question.high))


def said_at_turn(question: Question, quantity: Quantity) -> Question:
    """Return a question with its words for the value at which the leaning turns, if it has one."""
    return question if question.turn is None else evolve(question, at_turn=tipping_question(quantity, question.turn))


def _turn(conditional: Conditional, name: str, low: float, high: float) -> float | None:
    """Return where the leaning turns, found by halving between two levels; None if it turns more than once."""
    quantity = conditional.run.plan.known[name]
    values = levels(quantity, low, high)
    nets = conditional.net(name, values)
    places = [place for place in range(1, len(nets)) if (nets[place] > 0) != (nets[place - 1] > 0)]
    if len(places) != 1:
        return None
    low, high = values[places[0] - 1], values[places[0]]
    rising = nets[places[0]] > 0
    for _ in range(HALVINGS):
        middle = math.sqrt(low * high) if quantity.scale == "log" and low > 0 else (low + high) / 2
        if (conditional.net(name, [middle])[0] > 0) == rising:
            high = middle
        else:
            low = middle
    return high


HALVINGS = 12
"""How often the interval is halved in which a leaning turns: to about a thousandth of the distance of two levels."""
