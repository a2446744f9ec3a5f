"""How many questions a session asks until it stops, and how often its early verdict is the right one.

Seekers and invitations are made up by a generator with a fixed seed: the stage and whether it is remote are known at
the start, each with equal chance, and nothing else is. The truth of every quantity that somebody could answer is drawn
from its prior at that stage; answers are exact. "Right" is the verdict with every such answer known; the constants of
the model stay uncertain, as nobody can answer them. The fixed order asks for the same quantities in the order of the
documentation's tables and is granted an oracle: it stops as soon as no later answer changes the verdict, which nobody
could know.

Run it with NumPy: ``python scripts/ask_study.py [cases]``. 2,000 cases take about a minute. It prints Markdown.
"""

from __future__ import annotations

import random
import statistics
import sys
from collections import Counter

import numpy  # noqa: F401  # makes the analysis run on arrays
from attrs import frozen

import interview_value as iv
from interview_value.scoring.draws import values_at

CASES = int(sys.argv[1]) if len(sys.argv) > 1 else 500
SEED = 20_261_123
EVALUATOR = iv.Evaluator(discover=False)
SURE = iv.Evaluator(discover=False, asking_cost=float("inf"))


@frozen
class Outcome:
    """What came of one case.

    Args:
        asked: The questions that the session asked.
        oracle: The questions that the fixed order needed.
        known: The questions that there were to ask.
        right: Whether the session's verdict is the one with every answer known.
        regret: What the session's verdict loses against that one, hours.
        blind: What deciding without asking anything loses against it, hours.
        first: The quantity it asked for first, after those that the gate waits for.
    """

    asked: int
    oracle: int
    known: int
    right: bool
    regret: float
    blind: float
    first: str


def truth(invitation: iv.Invitation, generator: random.Random) -> dict[str, float]:
    """Draw an exact answer to everything that somebody could answer, from the priors of the invitation."""
    answers = {}
    for quantities in (iv.Invitation.own_quantities(), iv.Seeker.own_quantities()):
        for name, quantity in quantities.items():
            prior = quantity.prior_given(invitation)
            if quantity.ask != "nobody" and isinstance(prior, iv.Estimate) and not prior.exact:
                (answers[name],) = values_at(quantity, prior.low, prior.high, [generator.gauss(0, 1)])
    return answers


def leaning(invitation: iv.Invitation, answers: dict[str, float]) -> tuple[bool, float]:
    """Return whether attending pays with these answers, and the expected net value, hours."""
    net = SURE.evaluate(invitation.with_quantities(**answers)).expected_net
    return net > 0, net


def outcome(invitation: iv.Invitation, answers: dict[str, float]) -> Outcome:
    """Run a session and the fixed order on one case."""
    session = iv.Session(invitation, evaluator=EVALUATOR)
    while session.question:
        session.answer(answers[session.question.quantity])
    attend, net = leaning(invitation, answers)
    right = (session.verdict is iv.Verdict.ATTEND) == attend
    names = list(answers)
    steps = [leaning(invitation, {n: answers[n] for n in names[:count]})[0] for count in range(len(names) + 1)]
    oracle = max((count + 1 for count, said in enumerate(steps) if said != attend), default=0)
    asked = [step.quantity for step in session.history]
    after_gate = [name for name in asked if name not in ("role_interest", "organization_interest")]
    regret, blind = (0.0 if same else abs(net) for same in (right, steps[0] == attend))
    return Outcome(len(asked), oracle, len(names), right, regret, blind, (after_gate or ["none"])[0])


def main() -> None:
    """Run all cases and print what came of them."""
    generator = random.Random(SEED)
    outcomes = []
    for _ in range(CASES):
        invitation = iv.Invitation(stage=generator.choice(list(iv.Stage)), remote=generator.choice([True, False]))
        outcomes.append(outcome(invitation, truth(invitation, generator)))
    wrong = [item.regret for item in outcomes if not item.right]
    asked, oracle = [item.asked for item in outcomes], [item.oracle for item in outcomes]
    print("| | questions: mean | median | 90 % need at most |\n|---|---|---|---|")
    for title, counts in (
        ("the session, until it stops", asked),
        ("a fixed order, until no answer changes the verdict (oracle)", oracle),
        ("asking everything", [item.known for item in outcomes]),
    ):
        ninth = sorted(counts)[int(0.9 * len(counts))]
        print(f"| {title} | {statistics.mean(counts):.1f} | {statistics.median(counts):g} | {ninth} |")
    print(
        f"\nThe session's verdict is the one with every answer known in {1 - len(wrong) / CASES:.1%} of {CASES} cases."
    )
    print(
        f"Where it is not, that loses {statistics.mean(wrong):.1f} h on average, {max(wrong):.1f} h at worst; "
        f"over all cases {sum(wrong) / CASES:.2f} h."
    )
    print(
        f"Deciding without asking is right in {sum(not item.blind for item in outcomes) / CASES:.1%} "
        f"and loses {statistics.mean(item.blind for item in outcomes):.2f} h over all cases."
    )
    print(f"Asked first, after what the gate waits for: {Counter(item.first for item in outcomes).most_common(4)}")


if __name__ == "__main__":
    main()
