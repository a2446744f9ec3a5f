"""Compare: several invitations side by side, without any of them changing another's number."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import combinations

from attrs import frozen

from ..display.page import Items, Page, Table
from ..display.showing import Showing
from ..display.words import percent
from ..errors import FieldError, InvalidInputError, ScorerError
from ..evaluation import sentences
from ..evaluation.evaluation import Evaluation
from ..model.invitation import Invitation
from ..outcome.contributions import Verdict
from ..scoring.draws import SALT
from ..scoring.run import run
from ..scoring.summary import Hours, Summary, total

__all__ = ["IN_ORDER", "Comparison", "Ranked", "close_by", "compare"]

CLOSE = 0.75
"""Two invitations are too close to call while the better one is better in less than this share of the draws
(assumption)."""


IN_ORDER = "Invitations, the highest expected net value first"
MOST = 3
"""How many invitations that are too close to call are named."""


@frozen
class Ranked:
    """One invitation among several.

    Args:
        title: The role and the organisation.
        evaluation: Its evaluation, as it was.
        net: Its net value, hours.
        verdict: Its verdict.
        chance_best: The share of the draws in which it is the best of all, 0 to 1; ties are shared. What a gate
            declines is never the best.
        close_to: The places in the ranking (from 0) of those that are too close to it to call.
    """

    title: str
    evaluation: Evaluation
    net: Summary
    verdict: Verdict
    chance_best: float
    close_to: tuple[int, ...]


@frozen
class Comparison(Showing):
    """Several invitations, the one with the highest expected net value first, and last those that a gate declines.

    Args:
        ranking: The invitations, each with what can be said of it among the others.
        close: The share of the draws from which one counts as better than another.
    """

    ranking: tuple[Ranked, ...]
    close: float

    def _page(self) -> Page:
        return _page_of(self)


def compare(evaluations: Sequence[Evaluation], *, close: float = CLOSE) -> Comparison:
    """Put several evaluations side by side.

    What they have in common (the seeker, the constants of the model) is drawn in common; what is each invitation's own
    is drawn apart, so that two unknown durations do not move together.

    Args:
        evaluations: At least one, all made with the same number of draws.
        close: The share of the draws, 0.5 to 1, in which one must be better not to be too close to call.

    Returns:
        The comparison: the invitations in order, each with its net value in hours, its chance to be the best of all,
        from 0 to 1, and those that are too close to it to call.

    Raises:
        InvalidInputError: There is none, one is no evaluation, or their draws differ in number.
    """
    mistakes = [
        FieldError(f"evaluations[{place}]", item, "an Evaluation")
        for place, item in enumerate(evaluations)
        if not isinstance(item, Evaluation)
    ]
    if not evaluations:
        mistakes.append(FieldError("evaluations", evaluations, "at least one Evaluation"))
    if not 0.5 <= close <= 1:
        mistakes.append(FieldError("close", close, "a share from 0.5 to 1"))
    if mistakes:
        raise InvalidInputError("comparison", mistakes)
    ordered = sorted(evaluations, key=lambda item: (item.vetoed, -item.expected_net, item.invitation.title))
    # What a gate declines is behind all others, whatever its hours, and so no rival of theirs.
    rivals = _common_draws(ordered)[: sum(not item.vetoed for item in ordered)]
    declined = len(ordered) - len(rivals)
    best = [*_chances_to_be_best(rivals), *[0.0] * declined]
    close_to = [*_too_close(rivals, close), *[set[int]()] * declined]
    return Comparison(
        tuple(
            Ranked(item.invitation.title, item, item.net, item.verdict, best[place], tuple(sorted(close_to[place])))
            for place, item in enumerate(ordered)
        ),
        close,
    )


def _common_draws(evaluations: Sequence[Evaluation]) -> list[list[float]]:
    """Return the net values of each evaluation, draw by draw, with each invitation's own quantities drawn apart."""
    nets = [_apart(item) for item in evaluations]
    counts = {len(net) for net in nets if isinstance(net, list)}
    if len(counts) > 1:
        raise InvalidInputError(
            "comparison", [FieldError("draws", sorted(counts), "the same number of draws in each evaluation")]
        )
    rows = max(counts, default=1)
    return [net if isinstance(net, list) else [net] * rows for net in nets]


def _apart(evaluation: Evaluation) -> float | list[float]:
    if evaluation.run is None or not isinstance(evaluation.net_draws, list):
        return evaluation.net_draws
    own = json.dumps(evaluation.invitation.to_dict(), sort_keys=True)
    salts = dict.fromkeys(Invitation.own_quantities(), f"{SALT} {own}")
    again = run(evaluation.run.plan, evaluation.invitation, evaluation.seeker, len(evaluation.net_draws), salts)
    effects: list[Hours] = []
    for item in evaluation.contributions:
        hours = again.hours[item.name]
        if item.counts and not isinstance(hours, ScorerError):
            effects.append([item.sign * h for h in hours] if isinstance(hours, list) else item.sign * hours)
    return total(effects)


def _chances_to_be_best(draws: list[list[float]]) -> list[float]:
    wins = [0.0] * len(draws)
    rows = list(zip(*draws, strict=True))
    for row in rows:
        top = max(row)
        winners = [place for place, net in enumerate(row) if net == top]
        for place in winners:
            wins[place] += 1 / len(winners)
    return [win / len(rows) for win in wins]


def _too_close(draws: list[list[float]], close: float) -> list[set[int]]:
    found: list[set[int]] = [set() for _ in draws]
    for (a, first), (b, second) in combinations(enumerate(draws), 2):
        better = sum((x > y) + 0.5 * (x == y) for x, y in zip(first, second, strict=True)) / len(first)
        if max(better, 1 - better) < close:
            found[a].add(b)
            found[b].add(a)
    return found


def _page_of(comparison: Comparison) -> Page:
    """Return the page that shows several invitations, the best first."""
    heads = ("Invitation", "Net, hours", "90% range", "Best in", "Verdict")
    sizes = tuple(item.net.mean for item in comparison.ranking)
    table = Table(IN_ORDER, heads, tuple(_rows(comparison)), numbers=(1, 2, 3), sizes=sizes)
    failed = Items("Not counted, because it failed", tuple(_failures(comparison)))
    return Page(_title(comparison), parts=(table, failed))


def _title(comparison: Comparison) -> str:
    best, count = comparison.ranking[0], len(comparison.ranking)
    if count == 1:
        return best.title
    if best.verdict is Verdict.DECLINE:
        return f"None of {count} is worth going to"
    return ", ".join(filter(None, (f"{best.title} comes first of {count}", close_by(best))))


def _rows(comparison: Comparison) -> Iterator[tuple[str, ...]]:
    for place, item in enumerate(comparison.ranking, start=1):
        close = f" ({close_by(item)})" if item.close_to else ""
        best_in = percent(item.chance_best)
        yield f"{place}. {item.title}{close}", *sentences.hours(item.net), best_in, sentences.standing(item.evaluation)


def close_by(item: Ranked) -> str:
    """Return which others are too close to an invitation to call, by their place; nothing if none are."""
    places = [str(place + 1) for place in item.close_to]
    more = f" and {len(places) - MOST} more" if len(places) > MOST else ""
    return f"too close to call with {', '.join(places[:MOST])}{more}" if places else ""


def _failures(comparison: Comparison) -> Iterator[str]:
    for place, item in enumerate(comparison.ranking, start=1):
        yield from (f"{place}. {item.title}: {error}" for error in item.evaluation.errors)
