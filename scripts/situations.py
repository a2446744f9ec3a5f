"""Put situations of others through the library, and write down what it says beside the advice that was given there.

    python scripts/situations.py          print the tables
    python scripts/situations.py --write  put them into docs/explanation/situations.md

The situations lie outside of the project (INTERVIEW_VALUE_CASES says where). None is quoted, and no source is named:
each is told in a few words of ours, found by a checksum of its name. Takes some minutes, most of them for robustness.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

import interview_value as iv
from interview_value.model import Estimate

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from drawn import facts
from situations import ROOT, Situation, situations

PAGE = ROOT / "docs" / "explanation" / "situations.md"
EVALUATOR = iv.Evaluator(discover=False)
RESAMPLES = 2_000
SEED = 20_261_130
CLEAR = ("attend", "decline")

KINDS = {
    "c2d0b5": "a student, exams in the same week, a post without much to learn",
    "e68606": "a commute of hours, if it came to a job",
    "e87b21": "a later round, and a drive that is known to be bad",
    "51b6dc": "a good offer in hand, another place still to be seen",
    "9b972a": "a beginner who holds the post to be unsafe",
    "90de70": "indifferent, and nothing else is said",
    "641ed6": "an unwanted job, and a manager on whom nobody can rely",
    "9c613a": "benefits hang on going",
    "3f8a4e": "a place of bad repute, a day before the wanted interview",
    "2c8f10": "mind nearly made up against it, one more look",
    "94f5dd": "another post accepted in writing",
    "608b48": "several dates after the day by which an offer must be taken",
    "1b171f": "bad reviews found on the eve",
    "22ce69": "more invitations than days, far apart",
    "fcf2fd": "a very small employer, a bearable job in hand",
    "234643": "a fitting job, a drive in doubt",
    "5a5f8b": "fear of interviews",
    "ffebcf": "somebody does the job already, and applies",
    "277fea": "the right job at the wrong time for a parent",
    "81f962": "an evening hour, with a partner against it",
    "54f65c": "not this role, the firm perhaps another year",
    "a250cb": "may be a sales scheme in disguise",
    "c0b92d": "a flight, for a job that would move a household",
    "e7d067": "applied on a whim, content at present",
    "fe4630": "out of work, in a field that has gone stale",
    "fabd86": "short notice for a day that is full",
    "faa607": "the employer of one's dreams, leave within months",
    "cfd7ae": "a long and dear journey for a middling post",
    "0d2065": "a superior insists on an interview for a promotion",
    "40fb3a": "a day on the road at one's own cost",
    "e12110": "a better firm, on the first day of a new job",
    "865a2b": "told that the promotion goes to somebody else",
    "429b85": "a good post under the wrong superior",
    "670af7": "every invitation accepted, and worn out",
    "c17849": "sent by the parents to simple work",
    "230e57": "an agency that hardly knows the job",
    "560ae0": "an unknown recruiter, at a day's notice",
    "889d69": "a temporary post that a couple had ruled out",
    "84774b": "a good post in the wrong place, by video",
    "cf0c8c": "cold feet before a first interview",
    "8f7420": "dread of speaking to a camera alone",
    "16c330": "called for the next morning, the field repels",
    "3fde04": "ill on the day of a wanted interview",
    "561188": "a fever, a middling job by phone",
    "6a682b": "a second round for a job to be left in weeks",
    "b939be": "invited after having signed elsewhere",
}
"""What kind of situation each is, in our words, by the checksum of its name."""

GROUPS: dict[str, Callable[[Situation], bool]] = {
    "clear advice: attend or decline": lambda _: True,
    "of these with reasons or a majority": lambda one: one.strength >= 2,
    "of these surely coded": lambda one: one.strength >= 2 and one.sure >= 0.75,
}
MOVED = ("stage", "status", "would_accept", "promise", "exposure")
"""The labels and choices that situations say, moved by one."""

PRIORS = ("job_worth", "pressure", "others_weight")
"""What is halved and doubled beside the constants, where nobody said it."""


@frozen
class Answer:
    """What the library says of one situation.

    Args:
        situation: The situation.
        evaluation: The evaluation.
    """

    situation: Situation
    evaluation: iv.Evaluation

    @property
    def agrees(self) -> bool:
        """Whether the leaning is what was advised."""
        return self.evaluation.leaning.value == self.situation.advice

    @property
    def net(self) -> float:
        """The hours on balance."""
        return self.evaluation.expected_net


def key(situation: Situation) -> str:
    """Return the checksum by which a situation is found here."""
    return sha256(situation.name.encode()).hexdigest()[:6]


def answers() -> list[Answer]:
    """Put every situation through the library."""
    return [Answer(situation, EVALUATOR.evaluate(*facts(situation.inputs))) for situation in situations()]


def area_under_curve(answers: Sequence[Answer]) -> float:
    """Return how often the hours on balance rank one that was advised to go above one that was advised to decline."""
    up = [answer.net for answer in answers if answer.situation.advice == "attend"]
    down = [answer.net for answer in answers if answer.situation.advice == "decline"]
    wins = sum((high > low) + 0.5 * (high == low) for high in up for low in down)
    return wins / (len(up) * len(down)) if up and down else 0.5


def mean(flags: Iterable[bool]) -> float:
    """Return how many are true, 0 to 1."""
    flags = list(flags)
    return sum(flags) / len(flags)


MEASURES: dict[str, tuple[Callable[[Sequence[Answer]], float], str]] = {
    "leaning agrees": (lambda group: mean(answer.agrees for answer in group), ".0%"),
    "AUC of the hours on balance": (area_under_curve, ".2f"),
    "verdicts to ask": (lambda group: mean(answer.evaluation.verdict.asks for answer in group), ".0%"),
}


def agreement(answers: Sequence[Answer]) -> Iterator[str]:
    """Yield the table of what agrees, each number with its 90 % bootstrap interval."""
    yield from heading("situations", "n", "advised to attend", *MEASURES)
    clear = [answer for answer in answers if answer.situation.advice in CLEAR]
    for title, belongs in GROUPS.items():
        group = [answer for answer in clear if belongs(answer.situation)]
        cells = []
        for measure, form in MEASURES.values():
            generator = random.Random(SEED)
            again = sorted(measure(generator.choices(group, k=len(group))) for _ in range(RESAMPLES))
            low, high = again[int(0.05 * RESAMPLES)], again[int(0.95 * RESAMPLES)]
            cells.append(f"{measure(group):{form}} ({low:{form}}–{high:{form}})")
        advised = mean(answer.situation.advice == "attend" for answer in group)
        yield row(title, len(group), f"{advised:.0%}", *cells)


def one_by_one(answers: Sequence[Answer]) -> Iterator[str]:
    """Yield the table of all situations."""
    yield from heading("", "situation", "advice", "verdict", "on balance, h", "most hours", "")
    for number, answer in enumerate(answers, 1):
        evaluation, situation = answer.evaluation, answer.situation
        sign = "" if situation.advice not in CLEAR else "=" if answer.agrees else "≠"
        yield row(
            number, KINDS[key(situation)], situation.advice.replace("_", " "), verdict_of(evaluation),
            signed(answer.net), reasons(evaluation), sign,
        )  # fmt: skip


def verdict_of(evaluation: iv.Evaluation) -> str:
    """Return the verdict in a few words: what to ask, and the leaning behind it."""
    words = evaluation.verdict.value.replace("_", " ")
    if evaluation.ruling is not None:
        return f"{words} ({evaluation.ruling.label})"
    if not evaluation.verdict.asks:
        return words
    way, question = evaluation.first_way, evaluation.first_question
    by_way = (
        way is not None
        and way.asks
        and (question is None or question.gain <= way.worth - max(evaluation.expected_net, 0))
    )
    asked = way.label if by_way else label_of(question.quantity)
    return f"{words}: {asked}; leaning to {evaluation.leaning.value}"


def reasons(evaluation: iv.Evaluation) -> str:
    """Return the two criteria that weigh most, with their hours."""
    largest = sorted(evaluation.contributions, key=lambda item: -abs(item.mean))[:2]
    return ", ".join(f"{item.label} {signed(item.sign * item.mean)}" for item in largest)


def disagreeing(answers: Sequence[Answer]) -> list[int]:
    """Return the numbers of the situations in which the leaning is not what was advised."""
    return [n for n, answer in enumerate(answers, 1) if answer.situation.advice in CLEAR and not answer.agrees]


def moved(answers: Sequence[Answer]) -> Iterator[str]:
    """Yield the table of what turns if each answer had been the choice below or above it."""
    yield from heading("answer", "moved", "situations", "leanings turned", "agree before", "agree after")
    for name in MOVED:
        for step, words in ((-1, "down by one"), (1, "up by one")):
            pairs = [(answer, inputs) for answer in answers if (inputs := stepped(answer.situation.inputs, name, step))]
            after = [again(answer, *facts(inputs)) for answer, inputs in pairs]
            yield compared(label_of(name), words, [answer for answer, _ in pairs], after)


def compared(title: str, words: str, before: Sequence[Answer], after: Sequence[Answer]) -> str:
    """Return a row of how many leanings turn, and how many agree before and after."""
    turned = sum((one.net > 0) != (other.net > 0) for one, other in zip(before, after, strict=True))
    clear = [sum(one.agrees for one in group if one.situation.advice in CLEAR) for group in (before, after)]
    return row(title, words, len(before), turned, *clear)


def stepped(inputs: dict[str, Any], name: str, step: int) -> dict[str, Any] | None:
    """Return inputs with the next choice below or above for one answer; None if it was not given, or there is none."""
    quantity = EVALUATOR.quantities[name]
    choices = [(c, c if quantity.is_label else (e.estimate.low, e.estimate.high)) for c, e in quantity.choices.items()]
    values = [value for _, value in choices]
    if inputs.get(name) not in values:
        return None
    place = values.index(inputs[name]) + step
    return {**inputs, name: values[place]} if 0 <= place < len(values) else None


def again(answer: Answer, invitation: iv.Invitation, seeker: iv.Seeker) -> Answer:
    """Return what the library says if something else were known."""
    return evolve(answer, evaluation=EVALUATOR.evaluate(invitation, seeker))


def label_of(name: str) -> str:
    """Return what people call a quantity."""
    return EVALUATOR.quantities[name].label


def constants() -> list[str]:
    """Return the names of the constants of the model, and of the priors that are varied with them."""
    numbers = EVALUATOR.quantities.values()
    return [*PRIORS, *[q.name for q in numbers if q.ask == "nobody" and not q.is_label and q.name != "preparation"]]


def robustness(answers: Sequence[Answer], name: str) -> Iterator[str]:
    """Yield the rows of a constant, halved and doubled."""
    for factor, words in ((0.5, "halved"), (2.0, "doubled")):
        yield compared(label_of(name), words, answers, [scaled(answer, name, factor) for answer in answers])


def scaled(answer: Answer, name: str, factor: float) -> Answer:
    """Return what the library says if a constant, or what is assumed, were that many times as large."""
    evaluation, quantity = answer.evaluation, EVALUATOR.quantities[name]
    if evaluation.run.values.known(name) is not None:
        return answer
    assumed, bounds = evaluation.run.values.argument(name), quantity.bounds
    ends = [min(max(end * factor, bounds.low), bounds.high) for end in (assumed.low, assumed.high)]
    invitation, seeker = evaluation.invitation, evaluation.seeker
    if name in iv.Seeker.own_quantities():
        return again(answer, invitation, seeker.with_quantities(**{name: Estimate(*ends)}))
    return again(answer, invitation.with_quantities(**{name: Estimate(*ends)}), seeker)


def signed(hours: float) -> str:
    """Return hours with their sign, to a tenth."""
    return f"{hours:+.1f}".replace("-", "−")


def heading(*cells: str) -> Iterator[str]:
    """Yield the two lines that begin a table."""
    yield row(*cells)
    yield "|" + "---|" * len(cells)


def row(*cells: object) -> str:
    """Return a line of a table."""
    return "| " + " | ".join(map(str, cells)) + " |"


def parts(answers: Sequence[Answer]) -> dict[str, str]:
    """Return what the page holds but the robustness, by the name of its place."""
    makers = {"agreement": agreement, "one-by-one": one_by_one, "moved": moved}
    return {name: "\n".join(make(answers)) for name, make in makers.items()}


def robust(answers: Sequence[Answer]) -> str:
    """Return the table of constants halved and doubled."""
    lines = [*heading("fixed assumption", "", "situations", "leanings turned", "agree before", "agree after")]
    return "\n".join([*lines, *(line for name in constants() for line in robustness(answers, name))])


def main() -> None:
    """Print the tables, or put each into its place on the page."""
    found = answers()
    made = {**parts(found), "robustness": robust(found)}
    if "--write" not in sys.argv:
        print("\n\n".join(made.values()))
        return
    page = PAGE.read_text(encoding="utf-8")
    for name, text in made.items():
        before, _, rest = page.partition(f"<!-- {name} -->\n")
        page = f"{before}<!-- {name} -->\n\n{text}\n\n<!-- end -->{rest.partition('<!-- end -->')[2]}"
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
