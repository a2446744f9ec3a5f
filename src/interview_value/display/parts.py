"""What the text and the HTML display have in common: the sentences, and which inputs are shown where."""

from __future__ import annotations

from collections.abc import Iterator

from ..evaluation import Answer, Evaluation, Input, Origin, Summary, Verdict
from ..words import about, percent

__all__ = ["HEADLINES", "given", "headline", "hours", "inputs_of", "open_questions", "range_of", "signed", "where"]

HEADLINES = {
    Verdict.ATTEND: "Attend",
    Verdict.ASK_FIRST: "Ask first",
    Verdict.DECLINE: "Decline politely",
}


def headline(evaluation: Evaluation) -> str:
    """Return the verdict in one sentence."""
    veto = [finding for finding in evaluation.findings if finding.answer is Answer.YES and not finding.error]
    if veto:
        return f"{HEADLINES[evaluation.verdict]}: {veto[0].reason}"
    verdict, net = evaluation.verdict, evaluation.net
    worth = f"worth {signed(net.mean)} h of your time, all told ({range_of(net)})"
    sure = f"{percent(evaluation.confidence)} of the draws agree"
    if verdict is Verdict.ASK_FIRST:
        leaning = HEADLINES[evaluation.leaning].lower()
        return f"{HEADLINES[verdict]}: as far as can be told now it is {worth}; without asking: {leaning}, {sure}"
    return f"{HEADLINES[verdict]}: {worth}; {sure}"


def signed(number: float) -> str:
    """Return hours with their sign in print: +3.1, −0.4, 0."""
    text = about(number)
    return text if text == "0" or number < 0 else f"+{text}"


def range_of(summary: Summary) -> str:
    """Return a 90 % range: "−2.1 to +31"; one number if it has no width."""
    low, high = signed(summary.low), signed(summary.high)
    return low if low == high else f"{low} to {high}"


def hours(summary: Summary) -> tuple[str, str]:
    """Return the expected hours and their range, in print."""
    return signed(summary.mean), range_of(summary)


def given(item: Input) -> str:
    """Return an input's value with its unit: "3 people", "1..3 h"; a derived one has a formula instead."""
    if item.estimate is None:
        return "derived"
    unit = item.unit.partition(":")[0]
    return f"{str(item.estimate).replace('-', '−')} {unit}" if len(unit) < 20 else str(item.estimate).replace("-", "−")


def where(item: Input) -> str:
    """Return an input with its name, value and, where there is one, the place it was read."""
    place = f" ({item.where})" if item.where and item.origin is not Origin.GIVEN else ""
    return f"{item.name} = {given(item)}{place}"


def inputs_of(evaluation: Evaluation) -> Iterator[tuple[str, list[Input]]]:
    """Yield the inputs under headings: read, given, assumed, and the constants of the model."""
    shown = evaluation.inputs
    yield "Read from files", [item for item in shown if item.origin is Origin.READ]
    yield "Given by you", [item for item in shown if item.origin is Origin.GIVEN]
    yield "Assumed, because nobody said", [i for i in shown if i.origin is Origin.ASSUMED and i.ask != "nobody"]
    yield "Constants of the model", [i for i in shown if i.origin is Origin.ASSUMED and i.ask == "nobody"]


def open_questions(evaluation: Evaluation) -> list[Input]:
    """Return the inputs that a gate is waiting for."""
    waiting = {name for finding in evaluation.findings if finding.answer is Answer.UNKNOWN for name in finding.missing}
    return [item for item in evaluation.inputs if item.name in waiting]
