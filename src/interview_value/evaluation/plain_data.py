"""An evaluation as plain, JSON-ready data, and back."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import frozen

from ..display.plain import plain
from ..errors import FieldError, InvalidInputError, is_list, is_number, short
from ..model.estimate import LARGEST, Estimate
from ..model.fields import MAX_ITEMS
from ..model.invitation import Invitation
from ..model.plain import is_version
from ..model.seeker import Seeker
from ..outcome.analysis.questions import Question
from ..outcome.contributions import Answer, Contribution, Finding, Input, Origin, Verdict
from ..outcome.outcome import Outcome
from ..outcome.valuation import Totals
from ..scoring.criterion import SIGNS
from ..scoring.draws import MAX_DRAWS
from ..scoring.hours import Hours, Summary, mean_of
from ..scoring.way import Way

__all__ = ["VERSION", "from_dict", "to_dict"]

OutcomeT = TypeVar("OutcomeT", bound=Outcome)

VERSION = 2
"""The version of the data that `to_dict` returns."""


@frozen
class StoredReasoning:
    """The `Reasoning` of an evaluation that was read back.

    Args:
        labels: What people call each scorer, by its name.
        reasons: The reason of each scorer, by its name.
        assumptions: The names of the quantities assumed behind each scorer, by its name.
        quantities: Every quantity that was used, sorted by name.
    """

    labels: Mapping[str, str]
    reasons: Mapping[str, str]
    assumptions: Mapping[str, tuple[str, ...]]
    quantities: tuple[Input, ...]

    def label(self, scorer: str) -> str:
        """Return what people call a scorer."""
        return self.labels[scorer]

    def reason(self, scorer: str) -> str:
        """Return in words where a scorer's hours come from; empty if it failed."""
        return self.reasons[scorer]

    def assumed(self, scorer: str) -> tuple[str, ...]:
        """Return the names of the quantities behind a scorer that nobody gave."""
        return self.assumptions[scorer]

    def inputs(self) -> tuple[Input, ...]:
        """Return every quantity that was used, sorted by name, with where its value comes from."""
        return self.quantities


PARTS = (
    *("verdict", "leaning", "confidence", "chance_positive", "complete", "net", "benefit", "cost", "best_hours"),
    *("inputs", "notes", "failures", "asking_cost", "questions", "ways", "invitation", "seeker"),
)
"""What the data has besides the contributions and the answers of the gates."""


def to_dict(outcome: Outcome, *, draws: bool) -> dict[str, Any]:
    """Return an outcome as plain, JSON-ready data.

    Args:
        outcome: The outcome.
        draws: Whether the draws are included.
    """
    return {
        "version": VERSION,
        **{name: plain(getattr(outcome, name)) for name in PARTS},
        "contributions": [item.to_dict(draws=draws) for item in outcome.contributions],
        "gates": plain(outcome.findings),
    }


def from_dict(plain: Mapping[str, Any], outcome_type: type[OutcomeT]) -> OutcomeT:
    """Return the outcome of plain data. What follows from the draws is worked out anew, not taken from the data.

    Args:
        plain: What `to_dict` returned.
        outcome_type: The class of the outcome.

    Raises:
        InvalidInputError: The data has another form.
    """
    reader = _Reader()
    if not isinstance(plain, Mapping):
        raise InvalidInputError("evaluation", [FieldError("evaluation", plain, "a mapping, as to_dict returns it")])
    if not is_version(plain.get("version"), VERSION):
        mistake = FieldError("version", plain.get("version"), f"{VERSION}, as to_dict writes it")
        raise InvalidInputError("evaluation", [mistake])
    contributions_and_draws = reader.each(plain, "contributions", _contribution_and_draws)
    quantities = reader.each(plain, "inputs", _input)
    findings = reader.each(plain, "gates", _finding)
    invitation = reader.make("invitation", Invitation.from_dict, plain.get("invitation"))
    seeker = reader.make("seeker", Seeker.from_dict, plain.get("seeker"))
    questions = reader.each(plain, "questions", _question)
    ways = reader.each(plain, "ways", _way)
    asking_cost = reader.make("asking_cost", _asking_cost, plain.get("asking_cost"))
    notes = reader.make("notes", _texts, plain.get("notes"))
    failures = reader.make("failures", _texts, plain.get("failures"))
    kinds = {_kind_of(item[1]) for item in contributions_and_draws if item and not item[0]["error"]}
    if len(kinds - {1}) > 1 or kinds == {0, 1}:
        reader.mistakes.append(FieldError("contributions", "draws", "the same number of draws in each, or in none"))
    totals = reader.make("net, benefit, cost or chance_positive", _totals, plain) if 0 in kinds else None
    if reader.mistakes:
        raise InvalidInputError("evaluation", reader.mistakes)
    reasoning = StoredReasoning(
        {item["name"]: item["label"] for item, _ in contributions_and_draws},
        {item["name"]: item["reason"] for item, _ in contributions_and_draws},
        {item["name"]: tuple(item["assumed"]) for item, _ in contributions_and_draws},
        quantities,
    )
    contributions = tuple(
        Contribution(
            item["name"],
            item["kind"],
            SIGNS[item["kind"]] * float(item["weight"]),
            draws,
            item["error"],
            reasoning,
            draws.mean if isinstance(draws, Summary) else mean_of(draws),
        )
        for item, draws in contributions_and_draws
    )
    return outcome_type(
        invitation,
        seeker,
        contributions,
        findings,
        notes,
        failures,
        asking_cost,
        reasoning,
        totals=totals,
        stored_questions=questions,
        stored_ways=ways,
    )


def _finding(plain: Mapping[str, Any]) -> Finding:
    return Finding(
        _text(plain["name"]),
        _text(plain["label"]),
        Answer(plain["answer"]),
        _text(plain["reason"]),
        Verdict(plain["verdict"]),
        _texts(plain["missing"]),
        _text(plain["error"]),
        _flag(plain.get("asks", True)),
    )


def _input(plain: Mapping[str, Any]) -> Input:
    estimate = plain["estimate"]
    return Input(
        _text(plain["name"]),
        _text(plain["label_text"]),
        _text(plain["unit"]),
        None if estimate is None else Estimate(*_ends(estimate), _text(plain["choice"])),
        Origin(plain["origin"]),
        _text(plain["where"]),
        _text(plain["ask"]),
        _text(plain["question"]),
        _text(plain["label"]),
        _text(plain["said"]),
    )


def _ends(estimate: Any) -> tuple[float, float]:
    low, high = estimate if is_list(estimate) else (estimate, estimate)
    return low, high


def _way(plain: Mapping[str, Any]) -> Way:
    if not all(_finite(plain[key]) for key in ("consent", "cost", "worth")):
        raise ValueError("consent, cost and worth are finite numbers")
    name, label, asks = _text(plain["name"]), _text(plain["label"]), _flag(plain["asks"])
    return Way(name, label, consent=plain["consent"], cost=plain["cost"], asks=asks, worth=float(plain["worth"]))


def _question(plain: Mapping[str, Any]) -> Question:
    numbers = (plain["worth"], *(plain[key] for key in ("low", "high", "turn") if plain[key] is not None))
    if not all(map(_finite, numbers)):
        raise ValueError("worth, low, high and turn are finite numbers; low, high and turn may be null")
    return Question(
        quantity=_text(plain["quantity"]),
        text=_text(plain["text"]),
        ask=_text(plain["ask"]),
        worth=float(plain["worth"]),
        cost=_asking_cost(plain["cost"]),
        low=_number(plain["low"]),
        high=_number(plain["high"]),
        if_low=Verdict(plain["if_low"]),
        if_high=Verdict(plain["if_high"]),
        turn=_number(plain["turn"]),
        gate=_text(plain["gate"]),
        at_turn=_text(plain["at_turn"]),
    )


def _asking_cost(plain: Any) -> float:
    if plain is None:
        return math.inf  # JSON has no infinity
    if not _finite(plain) or plain < 0:
        raise ValueError("hours, ≥ 0, or null for never")
    return float(plain)


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{short(value)} is no text")
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"{short(value)} is neither true nor false")
    return value


def _texts(value: Any) -> tuple[str, ...]:
    if not is_list(value):
        raise TypeError(f"{short(value)} is no list of texts")
    return tuple(map(_text, value))


def _finite(value: object) -> bool:
    return is_number(value) and -LARGEST <= value <= LARGEST


class _Reader:
    """Reads the parts of an evaluation, and collects the mistakes in all of them."""

    def __init__(self) -> None:
        self.mistakes: list[FieldError] = []

    def make(self, path: str, make: Any, plain: Any) -> Any:
        try:
            return make(plain)
        except InvalidInputError as group:
            self.mistakes += [mistake.within(path) for mistake in group.mistakes]
        except KeyError as error:
            self.mistakes.append(FieldError(path, plain, f"the form that to_dict gives it; {error} is missing"))
        except (TypeError, ValueError, OverflowError) as error:
            self.mistakes.append(FieldError(path, plain, f"the form that to_dict gives it: {error}"))
        return None

    def each(self, plain: Mapping[str, Any], path: str, make: Any) -> tuple[Any, ...]:
        items = plain.get(path)
        if is_list(items) and len(items) <= MAX_ITEMS:
            return tuple(self.make(f"{path}[{place}]", make, item) for place, item in enumerate(items))
        self.mistakes.append(FieldError(path, items, f"a list of at most {MAX_ITEMS:,} objects"))
        return ()


def _kind_of(draws: Hours | Summary) -> int:
    """Return the number of draws: 1 if nothing varies, 0 if there is a summary in their place."""
    if isinstance(draws, Summary):
        return 0
    return len(draws) if isinstance(draws, tuple) else 1


def _totals(plain: Mapping[str, Any]) -> Totals:
    chance = plain["chance_positive"]
    if not is_number(chance) or not 0 <= chance <= 1:
        raise ValueError("chance_positive is a share from 0 to 1")
    return Totals(_summary(plain["net"]), _summary(plain["benefit"]), _summary(plain["cost"]), float(chance))


def _summary(plain: Mapping[str, Any]) -> Summary:
    numbers = [plain[name] for name in ("mean", "low", "high")]
    if not all(map(_finite, numbers)) or plain["low"] > plain["high"]:
        raise ValueError("mean, low and high are finite numbers, low at most high")
    return Summary(*map(float, numbers))


def _contribution_and_draws(plain: Mapping[str, Any]) -> tuple[Mapping[str, Any], Hours | Summary]:
    """Return a contribution that has the right form, and its draws; their summary if they were left out."""
    for key in ("name", "label", "reason", "error"):
        _text(plain[key])
    _texts(plain["assumed"])
    if plain["kind"] not in ("benefit", "cost") or not _finite(plain["weight"]) or plain["weight"] < 0:
        raise ValueError("kind is benefit or cost, and weight a factor ≥ 0")
    if plain["error"]:
        return plain, math.nan
    if "draws" not in plain:
        return plain, _summary(plain["hours"])
    draws = plain["draws"]
    numbers: list[Any] = list(draws) if is_list(draws) else [draws]
    if not 1 <= len(numbers) <= MAX_DRAWS or not all(_finite(number) for number in numbers):
        raise ValueError(f"draws are 1 to {MAX_DRAWS:,} finite numbers")
    return plain, tuple([float(number) for number in numbers]) if is_list(draws) else float(numbers[0])
