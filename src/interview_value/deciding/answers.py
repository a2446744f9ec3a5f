"""Answers: what can be answered to a question, what an answer comes to, and what somebody may have meant, in words."""

from __future__ import annotations

import math
from collections.abc import Mapping
from difflib import get_close_matches

from ..display.language import say, say_count, spoken
from ..display.words import factor
from ..errors import FieldError, short
from ..model.estimate import Estimate
from ..model.numerals import MAX_TYPED, read_exact
from ..model.quantity import Quantity
from ..model.typed import HOURS_A_DAY
from ..model.value_in_words import unit_in_words
from ..model.yes_no import YES_NO
from ..outcome.analysis.questions import Question
from .typed_words import in_english, steering

__all__ = [
    "amount",
    "as_read",
    "assumed",
    "examples",
    "how_to_answer",
    "is_far_out",
    "is_unclear",
    "meant",
    "offer_in_words",
    "offered",
    "other_words",
    "possible",
    "refusal",
]

FAR = 5.0
"""By which factor, of the odds for a chance, a number is far outside what is assumed: assumption."""

CLOSE = 0.75
"""How alike a text and the words of a choice must be for the choice to be offered, 0 to 1: assumption."""

LEAST = 3
"""The fewest letters by which the beginning of a choice's words is known."""

ARTICLES = ("a ", "an ", "the ")


def amount(quantity: Quantity, low: float, high: float) -> str:
    """Return a number, or a range if its ends differ, as people say and type it: "2 to 7 hours", "60%".

    Args:
        quantity: The quantity.
        low: The low end, in its unit.
        high: The high end.
    """
    words = say(unit_in_words(quantity.unit))
    if quantity.reader.is_share:
        ends = {"low": say("{n}%", n=factor(100 * low)), "high": say("{n}%", n=factor(100 * high))}
    else:
        ends = {"low": factor(low), "high": factor(high)}
    if quantity.reader.per_hour == 1:
        one = say_count("{n} hour", "{n} hours", low, n=ends["low"])
        hours = one if low == high else say("{low} to {high} hours", **ends)
        return say("{hours} {per}", hours=hours, per=words).strip()
    if low == high:
        return say("{number} {unit}", number=ends["low"], unit=words).strip()
    return say("{low} to {high} {unit}", **ends, unit=words).strip()


def _unit(quantity: Quantity) -> str:
    """Return the unit that stands behind a number; empty if people would say none."""
    unit = quantity.unit.partition(",")[0].removeprefix("money").strip()
    return "" if quantity.reader.is_share or unit == "factor" else unit


def assumed(quantity: Quantity, question: Question) -> str:
    """Return the range that is assumed until a question is answered, in two digits; empty if there is none."""
    if question.low is None or question.high is None:
        return ""
    return amount(quantity, _rounded(question.low), _rounded(question.high))


def possible(quantity: Quantity) -> str:
    """Return the numbers that a quantity can be: "0% to 95%", "0 to 20,000 hours"."""
    low, high = quantity.bounds.low, quantity.bounds.high
    if math.isfinite(low) and math.isfinite(high):
        return amount(quantity, low, high)
    if math.isfinite(low):
        return say("at least {least}", least=amount(quantity, low, low))
    return say("at most {most}", most=amount(quantity, high, high)) if math.isfinite(high) else say("any number")


def examples(quantity: Quantity, question: Question) -> tuple[str, str]:
    """Return a number and a range of the usual size as they can be typed in answer to a question."""
    low, high = question.low, question.high
    if low is None or high is None or low == high:
        return quantity.reader.forms
    middle = math.sqrt(low * high) if quantity.scale == "log" and low > 0 else (low + high) / 2
    return amount(quantity, _rounded(middle), _rounded(middle)), assumed(quantity, question)


def _rounded(value: float) -> float:
    return float(f"{value:.2g}")


def how_to_answer(quantity: Quantity, question: Question) -> str:
    """Return in a sentence what can be answered to a question, for somebody who sees its numbered choices."""
    last = len(quantity.choices)
    if quantity.is_label:
        return say("Answer with a number from 1 to {last}, or in the words of a choice.", last=last)
    number, span = examples(quantity, question)
    if question.at_turn and last:
        return say(
            "Answer yes or no, with a number from 1 to {last} for a choice, or with an amount: {number}, or {span}.",
            last=last,
            number=number,
            span=span,
        )
    if question.at_turn:
        return say("Answer yes or no, or with an amount: {number}, or {span}.", number=number, span=span)
    if last:
        return say(
            "Answer with a number from 1 to {last} for a choice, or with an amount: {number}, or {span}.",
            last=last,
            number=number,
            span=span,
        )
    return say("Answer with an amount: {number}, or {span}.", number=number, span=span)


def meant(quantity: Quantity, text: str) -> str | None:
    """Return the name of the choice that a text means by its number, its words or their beginning; None if none."""
    return _numbers(quantity).get(_plain(text)) or _by_words(quantity, text)


def _by_words(quantity: Quantity, text: str) -> str | None:
    """Return the name of the choice that a text means by its words or their beginning; None if none."""
    plain = _plain(text)
    without = next((plain.removeprefix(article) for article in ARTICLES if plain.startswith(article)), plain)
    if name := quantity.choice(plain) or quantity.choice(without):
        return name
    words = _words(quantity)
    if plain in words:
        return words[plain]
    if len(plain) < LEAST or steering(text):
        return None  # "no" is not the beginning of "no, something I already know rules it out"
    begun = {name for word, name in words.items() if word.startswith(plain)}
    return begun.pop() if len(begun) == 1 else None


def offered(quantity: Quantity, text: str) -> str | None:
    """Return what somebody may have meant by a text that says nothing clear, as it can be read; None if unknown."""
    words, plain = _words(quantity), _plain(text)
    for close in get_close_matches(plain, words, 1, CLOSE):
        if _is_slip(plain, close):
            return quantity.choices[words[close]].label
    if quantity.is_label:
        return None
    plain = in_english(text).strip()
    try:
        read_exact(plain)
        with_unit = f"{plain}%" if quantity.reader.is_share else f"{plain} {_unit(quantity)}"
        quantity.estimate(with_unit)
    except FieldError:
        return None
    return with_unit


def _is_slip(typed: str, words: str) -> bool:
    """Tell whether each word is one of those with a slip of the pen, not another number or "likely" for "unlikely"."""
    known = words.split()
    return all(get_close_matches(word, [one for one in known if one[0] == word[0]], 1, CLOSE) for word in typed.split())


def offer_in_words(quantity: Quantity, offer: str) -> str:
    """Return what is `offered` in the language that is spoken."""
    if name := quantity.choice(offer):
        return say(quantity.choices[name].label)
    estimate = quantity.estimate(offer)
    return amount(quantity, estimate.low, estimate.high)


def as_read(quantity: Quantity, text: str) -> str:
    """Return what somebody typed of a quantity as its readers know it: a choice by its name, numbers as in English."""
    if spoken() == "en":
        return text
    reply = steering(text) or ""
    return reply if reply in YES_NO else _by_words(quantity, text) or in_english(text)


def refusal(option: str, quantity: Quantity, text: str) -> str:
    """Return in a sentence that a text says nothing of a quantity, and what does.

    Args:
        option: What the quantity is called where it was typed.
        quantity: The quantity.
        text: What was typed.
    """
    told, choices = {"option": option, "text": short(text).strip("'\"")}, ", ".join(quantity.choices)
    if (offer := offered(quantity, text)) is not None:
        meant_so = quantity.choice(offer) or offer_in_words(quantity, offer)
        return say("{option}: “{text}” is no answer; do you mean “{offer}”?", **told, offer=meant_so)
    if quantity.is_label:
        return say("{option}: “{text}” is no answer; it is one of {choices}.", **told, choices=choices)
    if choices:
        can_be = possible(quantity)
        return say(
            "{option}: “{text}” is no answer; it is {possible}, or one of {choices}.",
            **told, possible=can_be, choices=choices,
        )  # fmt: skip
    number, span = quantity.reader.forms
    return say(
        "{option}: “{text}” is no answer; it is {possible}, such as {number} or {range}.",
        **told, possible=possible(quantity), number=number, range=span,
    )  # fmt: skip


def is_unclear(quantity: Quantity, text: str) -> bool:
    """Tell whether a text is one digit, which belongs to a numbered choice, and there is no such choice."""
    plain = _plain(text)
    return bool(quantity.choices) and len(plain) == 1 and plain in "123456789" and plain not in _numbers(quantity)


def _plain(text: str) -> str:
    return " ".join(text[:MAX_TYPED].casefold().replace("’", "'").split())


def _numbers(quantity: Quantity) -> Mapping[str, str]:
    """Return the name of each choice by its number in the list."""
    return {str(number): name for number, name in enumerate(quantity.choices, 1)}


def _words(quantity: Quantity) -> Mapping[str, str]:
    """Return the name of each choice by its words, also in the language that is spoken, in lower case."""
    return {
        words.casefold(): name
        for name, choice in quantity.choices.items()
        for words in (name.replace("_", " "), choice.label, say(choice.label), *choice.words)
    }


def is_far_out(quantity: Quantity, question: Question, estimate: Estimate) -> bool:
    """Tell whether an answer lies so far outside what was assumed that it may be a slip.

    Where less than one is assumed to be possible, so is nothing at all.
    """
    low, high = question.low, question.high
    if low is None or high is None:
        return False
    if quantity.scale == "chance":
        return _odds(estimate.high) > FAR * _odds(high)
    if quantity.scale == "log":
        return estimate.high > FAR * high or (low >= 1 and estimate.low < low / FAR)
    width = FAR * max(high - low, abs(high))
    return not low - width <= estimate.low <= estimate.high <= high + width


def _odds(chance: float) -> float:
    return chance / (1 - chance) if chance < 1 else math.inf


def other_words(quantity: Quantity, hours: float) -> str:
    """Return hours as minutes or days of work; empty if hours are what people would say, or it is no time."""
    if _unit(quantity) != "h":
        return ""
    if 0 < hours < 1:
        minutes = max(round(60 * hours), 1)
        return say_count("{n} minute", "{n} minutes", minutes, n=minutes)
    days = round(hours / HOURS_A_DAY)
    return say_count("{n} day of work", "{n} days of work", days, n=factor(days)) if days > 1 else ""
