"""What the text and the HTML display have in common: the sentences, and which inputs are shown where."""

from __future__ import annotations

from collections.abc import Iterator

from ..evaluation import Answer, Contribution, Evaluation, Input, Origin, Summary, Verdict
from ..invitation import Invitation, Stage
from ..words import about, percent

__all__ = [
    "HEADLINES",
    "disagreements",
    "find_out",
    "headline",
    "hours",
    "inputs_of",
    "printable",
    "ranked",
    "row",
    "subject",
]

HEADLINES = {
    Verdict.ATTEND: "Attend",
    Verdict.ASK_FIRST: "Ask first",
    Verdict.DECLINE: "Decline politely",
}
ASKED = {"yourself": "ask yourself", "recruiter": "ask the recruiter", "nobody": "a constant of the model"}


def headline(evaluation: Evaluation) -> str:
    """Return the verdict in one sentence."""
    title = HEADLINES[evaluation.verdict]
    veto = [finding for finding in evaluation.findings if finding.answer is Answer.YES and not finding.error]
    if veto:
        return f"{title}: {veto[0].reason}"
    net = evaluation.net
    worth = f"worth {signed(net.mean)} h of your time net ({span(net)}), and pays in {percent(evaluation.chance_positive)} of cases"
    if evaluation.verdict is Verdict.ASK_FIRST:
        return f"{title}: as things stand going is {worth}, which says: {HEADLINES[evaluation.leaning].lower()}"
    return f"{title}: going is {worth}"


def subject(invitation: Invitation) -> str:
    """Return what the invitation is for, in one line."""
    stages = {Stage.UNKNOWN: "", Stage.ONSITE: "on-site interview", Stage.SCREEN: "screening interview"}
    stage = stages.get(invitation.stage, f"{invitation.stage.value} interview")
    starts = invitation.starts.strftime("%Y-%m-%d %H:%M %Z").strip() if invitation.starts else ""
    return " · ".join(part for part in (invitation.title, stage, starts) if part)


def row(item: Contribution) -> tuple[str, str, str]:
    """Return a contribution's effect on the net value, the range of that, and why."""
    if item.error:
        return "?", "not known", f"failed: {item.error}"
    weight = "" if item.weight == 1 else f"counted {item.weight:g} times: "
    return *hours(item.effect), weight + item.reason


def hours(summary: Summary) -> tuple[str, str]:
    """Return the expected hours and their range, in print."""
    return signed(summary.mean), span(summary)


def signed(number: float) -> str:
    """Return hours with their sign in print: +3.1, −0.4, 0."""
    text = about(number)
    return text if text == "0" or number < 0 else f"+{text}"


def span(summary: Summary) -> str:
    """Return a 90 % range, "−2.1 to +31", or "exact" if it has no width."""
    return "exact" if summary.low == summary.high else f"{signed(summary.low)} to {signed(summary.high)}"


def ranked(evaluation: Evaluation) -> list[Contribution]:
    """Return the contributions as a person reads them: benefits before costs, the largest effect first."""
    return sorted(evaluation.contributions, key=lambda item: (item.kind, -abs(item.effect.mean), item.name))


def where(item: Input) -> str:
    """Return an input with its name, its value and unit, and where it was read or how it was derived."""
    if item.estimate is None:
        return f"{item.name} ({item.where})"
    place = f" ({item.where})" if item.origin is Origin.READ else ""
    return f"{item.name} {item.estimate} {item.unit}{place}"


def inputs_of(evaluation: Evaluation) -> Iterator[tuple[str, list[str]]]:
    """Yield the inputs, each in words, under headings: read, given, assumed, and the constants of the model."""
    shown = evaluation.inputs
    assumed = [item for item in shown if item.origin is Origin.ASSUMED]
    yield "Read from files", [where(item) for item in shown if item.origin is Origin.READ]
    yield "Given by you", [where(item) for item in shown if item.origin is Origin.GIVEN]
    yield "Assumed, because nobody said", [where(item) for item in assumed if item.ask != "nobody"]
    yield "Constants of the model, assumed too", [item.name for item in assumed if item.ask == "nobody"]


def find_out(evaluation: Evaluation) -> list[str]:
    """Return what to find out first, in words, each with who can answer."""
    waiting = {name for finding in evaluation.findings if finding.answer is Answer.UNKNOWN for name in finding.missing}
    return [f"{item.question} ({ASKED[item.ask]})" for item in evaluation.inputs if item.name in waiting]


def disagreements(evaluation: Evaluation) -> list[str]:
    """Return what merged sources said differently, and which of it counts."""
    return [
        f"{item.name}: {item.kept} ({item.kept_from or 'given'}) counts, "
        f"not {item.other} ({item.other_from or 'given'})"
        for item in (*evaluation.invitation.disagreements, *evaluation.seeker.disagreements)
    ]


def printable(text: str) -> str:
    """Return a text on one line, without control characters, which could take over a terminal."""
    return "".join(mark if mark.isprintable() else " " for mark in " ".join(text.split()))
