"""What stands behind an evaluation: the hours and reasons, the ways, what decides it, and where numbers come from."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import islice

from ..display.language import say
from ..display.page import Items, Page, Part, Table
from ..display.words import (
    factor,
    hours_in_words,
    in_full,
    length,
    listed,
    signed_hours,
)
from ..model.estimate import Estimate
from ..model.page import disagreement, fact_text, label_of
from ..model.value_in_words import value_in_words
from ..outcome.contributions import Contribution, Input, Origin, Verdict
from ..outcome.outcome import Outcome, worth_asking
from ..scoring.gates import nothing_of_interest
from ..scoring.hours import Summary
from .sentences import act, failed_sentence, hours, question_text, ranked, worth
from .subject import subject_line

__all__ = ["background", "contribution_cells", "tips", "ways_to_go", "why"]

MOST = 3
"""The most questions, and the most swings, that are shown."""

FAR = 4.0
"""The factor on a weight beyond which nobody would weigh so: assumption."""

WITHOUT_INTEREST = ("kept_promise", "practice")
"""The criteria that may pay where nothing is of interest."""


def why(outcome: Outcome) -> Page:
    """Return the page of all that stands behind an evaluation, under its answer."""
    lines = filter(None, (subject_line(outcome.invitation), worth(outcome), failed_sentence(outcome)))
    return Page(act(outcome), tuple(lines), tuple(background(outcome)))


def background(outcome: Outcome) -> Iterator[Part]:
    """Yield what stands behind the answer, in the order of what matters."""
    yield Items(say("Not counted, because it failed"), (*outcome.errors, *outcome.failed_ways))
    yield Items(say("Find out first"), tuple(_find_out(outcome)))
    yield Items(say("Ways to go about it"), tuple(ways_to_go(outcome)))
    yield Items(say("A tip"), tuple(tips(outcome)))
    yield _hours(outcome)
    yield Items(say("What matters most"), tuple(_deciding_quantities(outcome)))
    yield Items(say("What would change the answer"), tuple(_turning_points(outcome)))
    yield Items(say("Notes"), tuple(map(say, outcome.notes)))
    yield Items(say("Two sources disagree"), tuple(_disagreements(outcome)))
    yield Items(say("Not kept of an evaluation that was stored"), tuple(_not_kept(outcome)))
    yield from _inputs_of(outcome)
    yield Items(say("Took long"), tuple(_slow(outcome)))


def _not_kept(outcome: Outcome) -> Iterator[str]:
    """Yield what only the run of an evaluation tells."""
    if outcome.run is None:
        yield say("what matters most, what would change the answer, and tips: for these, evaluate anew")


def _hours(outcome: Outcome) -> Table:
    items = ranked(outcome)
    return Table(
        say("Hours of your time, for and against going"),
        (say("What"), say("Hours"), say("Mostly between"), say("Why")),
        tuple((say(item.label), *contribution_cells(item)) for item in items),
        tuple((name, *hours(total), "") for name, total in _total_hours(outcome)),
        numbers=(1, 2),
        sizes=tuple(item.effect.mean if item.counts else 0.0 for item in items),
    )


def contribution_cells(item: Contribution) -> tuple[str, str, str]:
    """Return the effect of a contribution on the hours on balance, its range, and the reason."""
    if item.error:
        return "?", say("not known"), say("failed: {error}", error=item.error.removeprefix(f"{item.name}: "))
    if item.weight == 1:
        return *hours(item.effect), item.reason
    return *hours(item.effect), say("counted {n} times: {reason}", n=factor(item.weight), reason=item.reason)


def _total_hours(outcome: Outcome) -> list[tuple[str, Summary]]:
    """Return the totals by name, hours; the cost with the sign that it has in the balance."""
    cost = outcome.cost
    return [
        (say("all that speaks for it"), outcome.benefit),
        (say("all that speaks against it"), Summary(-cost.mean, -cost.high, -cost.low)),
        (say("on balance"), outcome.net),
    ]


def _find_out(outcome: Outcome) -> list[str]:
    """Return what to ask first, each as text: a way that begins with a question, and questions; empty if nothing is."""
    if not outcome.verdict.asks or outcome.ruling is not None:
        return []
    texts = [question_text(question) for question in islice(worth_asking(outcome), MOST)]
    if (way := outcome.first_way) and way.asks:
        # What the verdict rests on stands first.
        place = len(texts) if outcome.verdict is Verdict.ASK_YOURSELF else 0
        texts.insert(place, _way_text(say(way.label), way.worth))
    return texts


def ways_to_go(outcome: Outcome) -> list[str]:
    """Return every way of dealing with the invitation with its hours, best first; empty if a gate decides."""
    return [] if outcome.ruling is not None else list(_ways_to_go(outcome))


def _ways_to_go(outcome: Outcome) -> Iterator[str]:
    for way in outcome.ways:
        if way.name == "attend" and outcome.best_hours is not None:
            label = say("go, with the best preparation ({time})", time=length(outcome.best_hours))
            yield _way_text(label, way.worth)
        else:
            yield _way_text(say(way.label), way.worth)


def _way_text(label: str, worth: float) -> str:
    return say("{way}: {hours}", way=label, hours=signed_hours(worth))


def tips(outcome: Outcome) -> list[str]:
    """Return the tip to ask for the one thing that would settle a doubt; empty if that is worth too little.

    Where nothing is of interest it is what practice and a promise would come to, if they alone would pay.
    """
    if outcome.ruling is not None:
        return list(_without_interest(outcome))
    if outcome.tip <= outcome.asking_cost:
        return []
    return [
        say(
            "If one thing that they can tell you beforehand (pay, place, hours, contract) would settle it, ask that "
            "first; knowing whether there is one is worth {time}",
            time=hours_in_words(outcome.tip),
        )
    ]


def _without_interest(outcome: Outcome) -> Iterator[str]:
    if outcome.ruling is None or outcome.ruling.name != nothing_of_interest.name:
        return
    reasons = [item for item in outcome if item.counts and item.name in WITHOUT_INTEREST]
    alone = math.fsum(item.effect.mean for item in reasons) - outcome.cost.mean
    if alone > 0:
        yield say(
            "For these alone going would be worth {time}: {reasons}; but to practise, a mock interview costs nobody's "
            "time",
            time=hours_in_words(alone),
            reasons=listed([say(item.label) for item in reasons]),
        )


def _deciding_quantities(outcome: Outcome) -> Iterator[str]:
    """Yield what the verdict depends on most; nothing if a gate decides or the evaluation was read back."""
    if outcome.run is None or outcome.ruling is not None:
        return
    for swing in outcome.swings[:MOST]:
        what, low, high = _label(outcome, swing.quantity), signed_hours(swing.net_low), signed_hours(swing.net_high)
        if swing.constant:
            # The units of the calculation's own assumptions say nothing to a person.
            yield say("{what}, which we assume: from {low} to {high}", what=what, low=low, high=high)
            continue
        yield say(
            "{what}: from {hours_low} (at {low}) to {hours_high} (at {high})",
            what=what,
            hours_low=low,
            low=value_in_words(Estimate(swing.low), swing.unit),
            hours_high=high,
            high=value_in_words(Estimate(swing.high), swing.unit),
        )


def _turning_points(outcome: Outcome) -> Iterator[str]:
    """Yield what would turn the verdict: values that somebody knows of what it depends on most, and the nearest weight.

    There is nothing if a gate decides, as hours then do not count, and if the evaluation was read back, without a run.
    """
    if outcome.run is None or outcome.ruling is not None:
        return
    from ..outcome.analysis.break_even import value_turn, weight_turns
    from ..outcome.analysis.conditional import Conditional

    conditional = Conditional(outcome)
    for swing in outcome.swings[:MOST]:
        if swing.turns and not swing.constant:
            values = [
                value_in_words(Estimate(value), swing.unit) for value in value_turn(conditional, swing.quantity).turns
            ]
            yield say("{what}, at {values}", what=_label(outcome, swing.quantity), values=listed(values))
    factors = [(turn.turn / turn.weight, turn) for turn in weight_turns(outcome) if turn.turn is not None]
    for change, turn in sorted(factors, key=lambda item: abs(item[0] - 1))[:1]:
        times = in_full(turn.turn or 0.0, 2)
        if 1 / FAR <= change <= FAR and times != in_full(turn.weight, 2):
            yield say("counting “{what}” {n} times", what=say(outcome[turn.criterion].label), n=times)


def _label(outcome: Outcome, quantity: str) -> str:
    return next(say(item.label_text) for item in outcome.inputs if item.name == quantity)


def _input_text(item: Input) -> str:
    """Return an input as text: what it is called, its value or its choice, and where it was read."""
    name = say(item.label_text)
    if item.label:
        text = say("{name}: {value}", name=name, value=say(item.said))
    elif item.estimate is None:
        return say("{name}: not known ({reason})", name=name, reason=item.where)  # a formula that could not be computed
    else:
        value = value_in_words(item.estimate, item.unit)
        text = (
            say("{name}: {choice} ({value})", name=name, choice=say(item.said), value=value)
            if item.said
            else say("{name}: {value}", name=name, value=value)
        )
    return say("{text} ({place})", text=text, place=item.where) if item.origin is Origin.READ else text


def _facts_read(outcome: Outcome) -> Iterator[str]:
    """Yield each fact that was read and is no quantity, such as the role, with where it was read."""
    for facts in (outcome.invitation, outcome.seeker):
        for name, place in facts.read_from.items():
            value = getattr(facts, name, None)
            if name not in facts.own_quantities() and name not in facts.own_labels() and value is not None:
                text = say("{name}: {value}", name=label_of(name, facts), value=fact_text(value))
                yield say("{text} ({place})", text=text, place=place)


def _inputs_of(outcome: Outcome) -> Iterator[Items]:
    """Yield the inputs by where they come from: given, read, decided, assumed, and the fixed assumptions."""
    inputs = outcome.inputs
    assumed = [item for item in inputs if item.origin is Origin.ASSUMED and not item.label]
    quantities_read = [_input_text(item) for item in inputs if item.origin is Origin.READ]
    fixed = tuple(say(item.label_text) for item in assumed if item.ask == "nobody")
    yield Items(say("You said"), tuple(_input_text(item) for item in inputs if item.origin is Origin.GIVEN))
    yield Items(say("Read from files"), (*_facts_read(outcome), *quantities_read))
    yield Items(say("Worked out for you"), tuple(_input_text(item) for item in inputs if item.origin is Origin.DECIDED))
    yield Items(
        say("We assume, because nobody said"), tuple(_input_text(item) for item in assumed if item.ask != "nobody")
    )
    yield Items(say("What the calculation itself assumes"), fixed, folded=True)


def _disagreements(outcome: Outcome) -> list[str]:
    """Return the facts on which merged sources disagree, each with the value that counts."""
    return [disagreement(item, facts) for facts in (outcome.invitation, outcome.seeker) for item in facts.disagreements]


def _slow(outcome: Outcome) -> list[str]:
    """Return the scorers and gates that took long, each with its seconds."""
    return [say("{name}: {n} seconds", name=name, n=in_full(outcome.seconds[name], 2)) for name in outcome.slow]
