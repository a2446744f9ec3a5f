"""How many questions are asked until no answer is worth more than asking, and how often the leaning is then right.

People are made up with a fixed seed. At the start the stage and where they stand are known, as often as the model holds
each to be, and nothing else is. The truth of everything that somebody could answer is drawn from its prior, the chance
of a yes from the one that follows from the interests; answers are exact. Right is the leaning with every such answer
known; the constants of the model stay uncertain, as nobody can answer them.

Run it with NumPy: ``python scripts/ask_study.py [cases]``. 2,000 cases take some minutes. It prints Markdown.
"""

from __future__ import annotations

import random
import statistics
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy  # noqa: F401  # makes the analysis run on arrays
from attrs import frozen

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from drawn import Inputs, estimates, facts

import interview_value as iv
from interview_value.scoring.draws import values_at

CASES = int(sys.argv[1]) if len(sys.argv) > 1 else 500
SEED = 20_261_123
EVALUATOR = iv.Evaluator(discover=False)
LABELS = ("stage", "status")


@frozen
class Outcome:
    """What came of one case.

    Args:
        stage: The stage.
        status: Where the person stands.
        asked: The quantities that were asked for, in order.
        known: How many answers there were to give.
        blind: The expected net value before anything was asked, hours.
        early: That after the last question.
        net: That with every answer known.
        held_up: Whether the verdict before any question was to ask.
    """

    stage: str
    status: str
    asked: tuple[str, ...]
    known: int
    blind: float
    early: float
    net: float
    held_up: bool

    @property
    def right(self) -> bool:
        """Whether the leaning after the questions is the one with every answer known."""
        return (self.early > 0) == (self.net > 0)

    @property
    def right_blind(self) -> bool:
        """The same of the leaning before any question."""
        return (self.blind > 0) == (self.net > 0)

    @property
    def regret(self) -> float:
        """What the leaning after the questions loses against the right one, hours."""
        return 0.0 if self.right else abs(self.net)

    @property
    def regret_blind(self) -> float:
        """What the leaning before any question loses, hours."""
        return 0.0 if self.right_blind else abs(self.net)


def truth(labels: Inputs, generator: random.Random) -> Inputs:
    """Draw an exact answer to everything that somebody could answer; the chance of a yes last, by the interests."""
    answers: Inputs = {}
    for names in ([name for name in estimates(labels) if name != "would_accept"], ["would_accept"]):
        assumed = estimates({**labels, **answers})
        for name in names:
            quantity, prior = EVALUATOR.quantities[name], assumed[name]
            if quantity.ask != "nobody" and not prior.exact:
                (answers[name],) = values_at(quantity, prior.low, prior.high, [generator.gauss(0, 1)])
    return answers


def outcome(number: int) -> Outcome:
    """Ask one made-up person, whose truth depends on the number alone."""
    generator = random.Random(f"{SEED} {number}")
    labels: Inputs = {}
    for name in LABELS:
        choices = EVALUATOR.quantities[name].choices
        (labels[name],) = generator.choices(list(choices), [choice.share for choice in choices.values()])
    answers = truth(labels, generator)
    said: Inputs = dict(labels)
    evaluation = first = EVALUATOR.evaluate(*facts(said))
    while evaluation.verdict.asks and (question := evaluation.first_question):
        said[question.quantity] = answers[question.quantity]
        evaluation = EVALUATOR.evaluate(*facts(said))
    everything = EVALUATOR.evaluate(*facts({**labels, **answers}))
    return Outcome(
        str(labels["stage"]), str(labels["status"]), tuple(name for name in said if name not in LABELS), len(answers),
        first.expected_net, evaluation.expected_net, everything.expected_net, first.verdict.asks,
    )  # fmt: skip


def share(outcomes: Iterable[Outcome], holds: Callable[[Outcome], bool]) -> str:
    """Return the share of the outcomes of which something holds, in per cent."""
    return f"{statistics.mean(map(holds, outcomes)):.0%}"


def report(outcomes: list[Outcome]) -> None:
    """Print what came of all cases."""
    asked = sorted(len(item.asked) for item in outcomes)
    wrong = [item.regret for item in outcomes if not item.right]
    mean, ninth, there = statistics.mean(asked), asked[int(0.9 * len(asked))], outcomes[0].known
    print(f"{len(outcomes):,} people. Questions: mean {mean:.2f}, median {statistics.median(asked):g},")
    print(f"90 % need at most {ninth}, the most {asked[-1]}, of {there} that there are.")
    print("\n| | leaning right | lost on average, h |\n|---|--:|--:|")
    blind, early = (statistics.mean(get(o) for o in outcomes) for get in (lambda o: o.regret_blind, lambda o: o.regret))
    print(f"| nothing asked | {share(outcomes, lambda o: o.right_blind)} | {blind:.2f} |")
    print(f"| asked until no answer is worth more than asking | {share(outcomes, lambda o: o.right)} | {early:.2f} |")
    print(f"\nThe first verdict is to ask in {share(outcomes, lambda o: o.held_up)}.")
    print(
        f"Where the leaning is wrong it loses {statistics.mean(wrong):.1f} h on average, {max(wrong):.1f} h at worst."
    )
    print(f"First asked: {Counter((item.asked or ('nothing',))[0] for item in outcomes).most_common(6)}")
    print("\n| | people | questions | right before | right after | lost, h |\n|---|--:|--:|--:|--:|--:|")
    for name in LABELS:
        for choice in EVALUATOR.quantities[name].choices:
            group = [item for item in outcomes if getattr(item, name) == choice]
            if group:
                print(
                    f"| {choice} | {len(group)} | {statistics.mean(len(o.asked) for o in group):.2f} "
                    f"| {share(group, lambda o: o.right_blind)} | {share(group, lambda o: o.right)} "
                    f"| {statistics.mean(o.regret for o in group):.2f} |"
                )


if __name__ == "__main__":
    report([outcome(number) for number in range(CASES)])
