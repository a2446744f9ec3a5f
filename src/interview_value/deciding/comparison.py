"""Compare several invitations side by side; none of them changes a number of another."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import combinations

from attrs import frozen

from ..display.language import mark, say, say_count
from ..display.page import Details, Items, Page, Paragraph, Part, Table
from ..display.plain import Plain
from ..display.plain_page import plain_page
from ..display.showing import Shown
from ..display.text import cut_off
from ..display.words import listed, of_ten, signed_hours
from ..errors import FieldError, InvalidInputError, ScorerError
from ..evaluation import sentences
from ..evaluation.evaluation import Evaluation
from ..model.invitation import Invitation
from ..model.numerals import as_number
from ..model.signatures import answering
from ..outcome.contributions import Verdict
from ..scoring.draws import SALT
from ..scoring.hours import Hours, Summary, total
from ..scoring.run import run_plan

__all__ = ["IN_ORDER", "Comparison", "Ranked", "close_by", "compare"]

CLOSE = 0.75
"""Two invitations are too close to call if one is better in less than this share of the draws (assumption)."""

IN_ORDER = mark("Invitations, the one that is most worth your time first")
MOST = 3
"""The most invitations too close to call that are named."""

MOST_SHOWN, LONGEST_TITLE = 9, 36
"""The most invitations on the first screen, and the most characters of the title of one."""

WAY_TO_DETAILS = "comparison.why()"


@frozen
class Ranked(Plain):
    """One invitation among several.

    Args:
        title: The role and the organisation.
        evaluation: Its evaluation.
        net: Its net value, hours.
        verdict: Its verdict.
        chance_best: The share of the draws in which it is the best of all, 0 to 1; ties are shared. It is 0 if a gate
            declines.
        close_to: The places in the ranking (from 0) of the invitations that are too close to it to call.
    """

    title: str
    evaluation: Evaluation
    net: Summary
    verdict: Verdict
    chance_best: float
    close_to: tuple[int, ...]

    def _page(self) -> Page:
        return plain_page("Ranked", {**self.to_dict(), "evaluation": sentences.headline(self.evaluation)})


@frozen
class Comparison(Plain):
    """Several invitations, the highest expected net value first, and last those that a gate declines.

    Args:
        ranking: The invitations in order.
        close: The share of the draws in which one must be better than another not to be too close to call.
    """

    ranking: tuple[Ranked, ...]
    close: float

    def why(self) -> Shown:
        """Return all that stands behind the order, which shows itself as the comparison does.

        Returns:
            For each invitation its hours with their range, how often it is the best, and what is too close to call.
        """
        return Shown(lambda: Page(_title(self), parts=tuple(_background(self))))

    def _page(self) -> Page:
        heading = say(
            "There is more: how sure the hours are, how often each is the best, and which are too close to call."
        )
        details = Details(heading, WAY_TO_DETAILS, tuple(_background(self)))
        return Page(_title(self), tuple(_how_sure(self)), tuple(_first_screen(self)), details)


@answering
def compare(evaluations: Sequence[Evaluation], *, close: float = CLOSE) -> Comparison:
    """Put several evaluations side by side.

    Quantities that they share (of the seeker, constants of the model) have the same draws in all; the quantities of
    each invitation have draws of their own, so that two unknown durations do not move together.

    Args:
        evaluations: At least one, all made with the same number of draws.
        close: The share of the draws, 0.5 to 1, in which one must be better not to be too close to call.

    Returns:
        The comparison: the invitations in order, each with its net value in hours, its chance to be the best of all,
        0 to 1, and the others that are too close to it to call.

    Raises:
        InvalidInputError: There is no evaluation, one is of another type, or their numbers of draws differ.
        NotAtHandError: One was read back without draws.
    """
    mistakes: list[FieldError] = []
    if not isinstance(evaluations, Sequence) or isinstance(evaluations, str) or not evaluations:
        mistakes.append(FieldError("evaluations", evaluations, "a list of at least one Evaluation"))
    else:
        mistakes += [
            FieldError(f"evaluations[{place}]", item, "an Evaluation, as evaluate returns it")
            for place, item in enumerate(evaluations)
            if not isinstance(item, Evaluation)
        ]
    share = as_number(close)
    if share is None or not 0.5 <= share <= 1:
        mistakes.append(FieldError("close", close, "a share from 0.5 to 1"))
    if mistakes:
        raise InvalidInputError("comparison", mistakes)
    ordered = sorted(evaluations, key=lambda item: (_is_declined(item), -item.expected_net, item.invitation.title))
    # What a gate declines comes last whatever its hours, and so cannot be better than another.
    rivals = _net_draws(ordered)[: sum(not _is_declined(item) for item in ordered)]
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


def _is_declined(evaluation: Evaluation) -> bool:
    return evaluation.ruling is not None and evaluation.ruling.verdict is Verdict.DECLINE


def _net_draws(evaluations: Sequence[Evaluation]) -> list[tuple[float, ...]]:
    """Return the net values of each evaluation, draw by draw, all with the same number of draws."""
    nets = [_with_own_draws(item) for item in evaluations]
    counts = {len(net) for net in nets if isinstance(net, tuple)}
    if len(counts) > 1:
        raise InvalidInputError(
            "comparison", [FieldError("draws", sorted(counts), "the same number of draws in each evaluation")]
        )
    rows = max(counts, default=1)
    return [net if isinstance(net, tuple) else (net,) * rows for net in nets]


def _with_own_draws(evaluation: Evaluation) -> Hours:
    """Return the net value, draw by draw, with draws of its own for each quantity of the invitation."""
    if evaluation.run is None or not isinstance(evaluation.net_draws, tuple):
        return evaluation.net_draws
    own = json.dumps(evaluation.invitation.to_dict(), sort_keys=True)
    salts = dict.fromkeys(Invitation.own_quantities(), f"{SALT} {own}")
    again = run_plan(evaluation.run.plan, evaluation.invitation, evaluation.seeker, len(evaluation.net_draws), salts)
    effects: list[Hours] = []
    for item in evaluation.contributions:
        hours = again.hours[item.name]
        if item.counts and not isinstance(hours, ScorerError):
            effects.append(tuple([item.sign * h for h in hours]) if isinstance(hours, tuple) else item.sign * hours)
    return total(effects)


def _chances_to_be_best(draws: list[tuple[float, ...]]) -> list[float]:
    wins = [0.0] * len(draws)
    rows = list(zip(*draws, strict=True))
    for row in rows:
        top = max(row)
        winners = [place for place, net in enumerate(row) if net == top]
        for place in winners:
            wins[place] += 1 / len(winners)
    return [win / len(rows) for win in wins]


def _too_close(draws: list[tuple[float, ...]], close: float) -> list[set[int]]:
    """Return for each invitation the places of those too close to it to call; a tie counts half for either."""
    close_to: list[set[int]] = [set() for _ in draws]
    for (a, first), (b, second) in combinations(enumerate(draws), 2):
        better = sum((x > y) + 0.5 * (x == y) for x, y in zip(first, second, strict=True)) / len(first)
        if max(better, 1 - better) < close:
            close_to[a].add(b)
            close_to[b].add(a)
    return close_to


def _title(comparison: Comparison) -> str:
    best, count = comparison.ranking[0], len(comparison.ranking)
    if count == 1:
        return best.title
    if best.verdict is Verdict.DECLINE:
        return say("None of these {n} is worth going to.", n=count)
    return say("{title} comes first of {n}.", title=cut_off(best.title, LONGEST_TITLE), n=count)


def _how_sure(comparison: Comparison) -> Iterator[str]:
    """Yield how sure it is which one is the best; for a single one, what it is worth."""
    best, count = comparison.ranking[0], len(comparison.ranking)
    if count == 1:
        yield sentences.headline(best.evaluation)
    elif best.verdict is not Verdict.DECLINE:
        yield say("It is the best in {n} cases.", n=of_ten(best.chance_best))
        if best.close_to:
            yield say("It is {close}.", close=close_by(best))


def _first_screen(comparison: Comparison) -> Iterator[Part]:
    ranking = comparison.ranking[:MOST_SHOWN]
    heads = (say("Invitation"), say("Hours"), say("Verdict"))
    rows = tuple(
        (
            _place(place, cut_off(item.title, LONGEST_TITLE)),
            signed_hours(item.net.mean),
            sentences.standing(item.evaluation),
        )
        for place, item in enumerate(ranking, start=1)
    )
    yield Table(say(IN_ORDER), heads, rows, numbers=(1,), sizes=tuple(item.net.mean for item in ranking))
    if more := len(comparison.ranking) - len(ranking):
        yield Paragraph(say_count("One more is worth less.", "{n} more are worth less.", more, n=more))


def _background(comparison: Comparison) -> Iterator[Part]:
    yield Items(say("Not counted, because it failed"), tuple(_errors(comparison)))
    heads = (say("Invitation"), say("Hours"), say("Mostly between"), say("Best in"), say("Verdict"))
    sizes = tuple(item.net.mean for item in comparison.ranking)
    yield Table(say(IN_ORDER), heads, tuple(_rows(comparison)), numbers=(1, 2, 3), sizes=sizes)


def _errors(comparison: Comparison) -> Iterator[str]:
    for place, item in enumerate(comparison.ranking, start=1):
        yield from (_place(place, f"{item.title}: {error}") for error in item.evaluation.errors)


def _rows(comparison: Comparison) -> Iterator[tuple[str, ...]]:
    for place, item in enumerate(comparison.ranking, start=1):
        title = say("{title} ({close})", title=item.title, close=close_by(item)) if item.close_to else item.title
        best_in, standing = of_ten(item.chance_best), sentences.standing(item.evaluation)
        yield _place(place, title), *sentences.hours(item.net), best_in, standing


def _place(place: int, title: str) -> str:
    return f"{place}. {title}"


def close_by(item: Ranked) -> str:
    """Return which invitations are too close to one to call, by their places; empty if none are."""
    places = [str(place + 1) for place in item.close_to]
    if not places:
        return ""
    if len(places) > MOST:
        more = len(places) - MOST
        return say("too close to call with {places} and {n} more", places=", ".join(places[:MOST]), n=more)
    return say("too close to call with {places}", places=listed(places))
