"""Quantity: one number that the model reads, and all that is known about it before anybody is asked."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, TypeAlias

from attrs import field, frozen

from ..errors import FieldError, nearest_name
from .bounds import Bounds, as_bounds
from .choice import NO_CHOICES, UNKNOWN, Choice, as_choices
from .estimate import Estimate, EstimateLike, read_estimate
from .numerals import MAX_TYPED
from .pickling import Anew, anew
from .prior import DerivedPrior, Known, Prior, PriorBy
from .signatures import answering_class
from .typed import NumberReader
from .yes_no import read_yes_no

__all__ = ["ASSUMPTION", "DECISION", "Home", "Quantity"]

Scale: TypeAlias = Literal["linear", "log", "chance"]
Asked: TypeAlias = Literal["yourself", "recruiter", "nobody"]
Home: TypeAlias = Literal["invitation", "seeker"]
Kind: TypeAlias = Literal["number", "choice"]

ALLOWED: Mapping[str, tuple[str, ...]] = {
    "kind": ("number", "choice"),
    "scale": ("linear", "log", "chance"),
    "ask": ("yourself", "recruiter", "nobody"),
    "of": ("invitation", "seeker"),
}
"""What some arguments of a quantity may be."""

ASSUMPTION = "assumption"

DECISION = "a decision"
"""The grade of a quantity that is decided, and so never assumed."""

LEAST_PER_CENT = 10
"""From what on a number that is given for a share is taken for one of per cent; less may be one of a scale."""


def _as_prior(value: EstimateLike | PriorBy | DerivedPrior | None) -> Prior | None:
    return value  # type: ignore[return-value]  # read once the unit and the bounds are at hand


@answering_class
@frozen(cache_hash=True)
class Quantity:
    """One number that the model reads, or a label on which priors and gates depend.

    Args:
        name: A Python identifier; scorers ask for the quantity by it.
        label: What people call it, such as "the chance of an offer"; the name with blanks if left out.
        kind: ``"number"``, or ``"choice"`` for a label, which has choices and no number: a `PriorBy`, a `DerivedPrior`
            and gates may read it, scorers do not.
        unit: The unit, such as ``"h"`` or ``"share"``.
        bounds: The values it can take: `Bounds`, or a pair that includes both ends.
        prior: What is assumed while nobody has said anything: an estimate (a 90 % range if it is a pair),
            or a `PriorBy` or `DerivedPrior`.
        scale: ``"log"`` for a positive quantity that ranges over a factor (log-normal through the 5th and
            95th percentile), ``"chance"`` for a probability (normal on the log-odds), ``"linear"`` otherwise (normal).
            What is drawn is cut to the bounds.
        question: The question that asks a person for it; needed unless nobody can answer.
        ask: Who can answer: ``"yourself"``, ``"recruiter"``, or ``"nobody"`` for a constant of the model.
        tipping_question: The question whether it is more than the value at which the leaning turns; yes and no are
            answers. In it ``{value}`` stands for the value with its unit, ``{number}`` without, ``{work}`` for hours as
            weeks or months of work, ``{choice}`` for the nearest choice and ``{often}`` for so many times a year. Left
            out, it is the question itself with the value.
        choices: Answers that the question offers, by name: each a `Choice`, or a pair of its words and the number or
            range that it stands for, or for a label the words alone.
        of: Whether it belongs to the ``"invitation"`` or to the ``"seeker"``, which several invitations share.
        source: Where the prior comes from, or the word *assumption*.
        grade: How good that evidence is.

    Raises:
        FieldError: An argument contradicts the rules above, or the prior lies outside the bounds.
    """

    name: str
    label: str = field(kw_only=True, default="")
    kind: Kind = field(kw_only=True, default="number")
    unit: str = field(kw_only=True, default="")
    bounds: Bounds = field(kw_only=True, converter=as_bounds, factory=Bounds)
    prior: Prior | None = field(kw_only=True, converter=_as_prior, default=None)
    scale: Scale = field(kw_only=True, default="linear")
    question: str = field(kw_only=True, default="")
    ask: Asked = field(kw_only=True, default="nobody")
    tipping_question: str = field(kw_only=True, default="")
    choices: Mapping[str, Choice] = field(kw_only=True, converter=as_choices, default=NO_CHOICES, hash=False)
    of: Home = field(kw_only=True, default="invitation")
    source: str = field(kw_only=True, default=ASSUMPTION)
    grade: str = field(kw_only=True, default=ASSUMPTION)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.name, str) or not self.name.isidentifier():
            raise FieldError("quantity", self.name, "a name that is a Python identifier")
        for name in ("label", "unit", "question", "tipping_question", "source", "grade"):
            if not isinstance(getattr(self, name), str):
                raise FieldError(f"{self.name}.{name}", getattr(self, name), "a text")
        for name, allowed in ALLOWED.items():
            if getattr(self, name) not in allowed:
                *others, last = map(repr, allowed)
                raise FieldError(f"{self.name}.{name}", getattr(self, name), f"{', '.join(others)} or {last}")
        if self.ask != "nobody" and not self.question:
            raise FieldError(f"{self.name}.question", self.question, "the question that asks a person for it")
        if "{choice}" in self.tipping_question and not self.choices:
            path = f"{self.name}.tipping_question"
            raise FieldError(path, self.tipping_question, "choices, for one of which {choice} stands")
        object.__setattr__(self, "label", self.label or self.name.replace("_", " "))
        self._check_label() if self.is_label else self._check_number()

    def __reduce__(self) -> Anew:
        return anew(self)

    def _check_label(self) -> None:
        if not self.choices:
            raise FieldError(f"{self.name}.choices", {}, "the choices of a label")
        if self.prior is not None:
            raise FieldError(f"{self.name}.prior", self.prior, "no prior: a label that nobody has said is unknown")

    def _check_number(self) -> None:
        if self.prior is None:
            allowed = f"what is assumed while nobody has said anything: {self.reader.allowed}"
            raise FieldError(f"{self.name}.prior", None, allowed)
        least, most = {"log": (0, math.inf), "chance": (0, 1), "linear": (-math.inf, math.inf)}[self.scale]
        if not least <= self.bounds.low <= self.bounds.high <= most:
            within = f"from {least:g} on" if self.scale == "log" else f"within {least:g} and {most:g}"
            raise FieldError(f"{self.name}.bounds", str(self.bounds), f"bounds {within}, for the scale {self.scale}")
        if isinstance(self.prior, PriorBy):
            for prior in (*self.prior.cases.values(), self.prior.otherwise):
                self.check(prior, f"{self.name}.prior")
        elif not isinstance(self.prior, DerivedPrior):
            object.__setattr__(self, "prior", self.estimate(self.prior, f"{self.name}.prior"))
        for name, choice in self.choices.items():
            if choice.estimate is None:
                raise FieldError(f"{self.name}.choices[{name}]", choice.label, "a label, and the range it stands for")
            self.check(choice.estimate, f"{self.name}.choices[{name}]")

    @property
    def is_label(self) -> bool:
        """Whether it has no number, but a choice."""
        return self.kind == "choice"

    @property
    def reader(self) -> NumberReader:
        """What reads the text that people type for this quantity."""
        return NumberReader(self.unit, (self.bounds.low, self.bounds.high))

    @property
    def allowed(self) -> str:
        """What can be given for it, in words, with two forms that can be typed."""
        if self.is_label:
            return f"one of {', '.join(self.choices)}"
        return f"{self.reader.allowed}, in {self.unit}, {self.bounds}"

    def choice(self, text: str) -> str | None:
        """Return the name of the choice that a text means by its name, its label or other words; None if it is none."""
        return _choices_by_words(self).get(_plain(text)) if self.choices and len(text) <= MAX_TYPED else None

    def choice_in_other_words(self, text: str) -> Choice | None:
        """Return the choice that a text means by other words than its name and its label; None if it is none."""
        name = None if text in self.choices else self.choice(text)
        if name is None or _letters(text) in (_letters(name), _letters(self.choices[name].label)):
            return None
        return self.choices[name]

    def estimate(self, value: EstimateLike, path: str | None = None) -> Estimate:
        """Read a value that somebody gave for this quantity.

        Args:
            value: A number, a pair ``(low, high)``, text such as ``"2..7"``, also with a unit of this quantity, one of
                its choices, or an `Estimate`.
            path: Where the value stands, for the error; the quantity's name if left out.

        Returns:
            The estimate, in the quantity's unit and within its bounds; that of a choice knows its name.

        Raises:
            FieldError: The value is no estimate, or lies outside the bounds.
        """
        path = path or self.name
        if isinstance(value, Estimate):  # before all else, because every evaluation checks those without a field
            self.check(value, path)
            return value
        if isinstance(value, str) and (name := self.choice(value)) and (chosen := self.choices[name].estimate):
            return Estimate(chosen.low, chosen.high, name)
        try:
            estimate = read_estimate(value, self.reader)
        except FieldError as mistake:
            choices = f"one of {', '.join(self.choices)}; or " if self.choices else ""
            allowed = f"{choices}{mistake.allowed}, in {self.unit}, {self.bounds}"
            raise FieldError(path, value, allowed, nearest_name(value, self.choices)) from None
        self.check(estimate, path)
        return estimate

    def chosen(self, value: object, path: str | None = None) -> str:
        """Return the name of the choice of a label that somebody made.

        Args:
            value: Its name, its label or other words for it; True and False for ``yes`` and ``no``.
            path: Where the value stands, for the error; the quantity's name if left out.

        Returns:
            The name of the choice.

        Raises:
            FieldError: It has no such choice.
        """
        if isinstance(value, str) and (name := self.choice(value)):
            return name
        try:
            answer = {True: "yes", False: "no", None: UNKNOWN}[read_yes_no(value)]
        except FieldError:
            answer = UNKNOWN
        if answer not in self.choices:
            raise FieldError(path or self.name, value, self.allowed, nearest_name(value, self.choices))
        return answer

    def check(self, estimate: Estimate, path: str) -> None:
        """Raise a `FieldError` unless the estimate lies within the bounds."""
        if self.bounds.low < estimate.low and estimate.high < self.bounds.high:
            return  # strictly inside: the rule, and the hot path
        if not self.bounds.contains_range(estimate.low, estimate.high):
            raise FieldError(path, estimate.to_plain(), f"{self.bounds} ({self.unit}){self._as_per_cent(estimate)}")

    def assumed(self, known: Known) -> Estimate:
        """Return what is assumed of it, in its unit, while nobody has said anything.

        Args:
            known: Tells the labels and quantities that the prior depends on.

        Returns:
            The estimate: the prior, that of the label which decides, or what the formula comes to.
        """
        prior = self.prior
        if isinstance(prior, PriorBy):
            return prior.cases.get(known.argument(prior.label), prior.otherwise)
        if isinstance(prior, DerivedPrior):
            return Estimate(*prior.function(*map(known.argument, prior.reads)))
        assert prior is not None, "a label is never assumed"
        return prior

    def _as_per_cent(self, estimate: Estimate) -> str:
        """Return how to write a share that was given as a number of per cent; empty if it was not."""
        low, high = self.bounds.low, self.bounds.high
        if not (self.reader.is_share and 0 <= low <= high <= 1 and LEAST_PER_CENT <= estimate.high <= 100 * high):
            return ""
        return f'; for {estimate} per cent say "{estimate}%"'

    @property
    def prior_in_words(self) -> str:
        """The prior as one reads it: the estimate, each case of a label, or the formula."""
        if isinstance(self.prior, DerivedPrior):
            return self.prior.words
        if isinstance(self.prior, PriorBy):
            cases = [f"{label} {estimate}" for label, estimate in self.prior.cases.items()]
            return f"by {self.prior.label}: {', '.join(cases)}, otherwise {self.prior.otherwise}"
        return "" if self.prior is None else str(self.prior)


def _plain(words: str) -> str:
    """Return words as they are compared: in lower case, without marks at the end, with single blanks."""
    return " ".join(words.casefold().replace("_", " ").strip(" .,;!?").split())


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words.casefold()))


@lru_cache(maxsize=256)
def _choices_by_words(quantity: Quantity) -> Mapping[str, str]:
    """Return the name of each choice of a quantity by all words that stand for it."""
    names = {_plain(word): name for name, choice in quantity.choices.items() for word in (choice.label, *choice.words)}
    return names | {_plain(name): name for name in quantity.choices}
