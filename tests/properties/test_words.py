"""What a person reads of drawn evaluations, sessions and comparisons keeps to the rules of plain words."""

from __future__ import annotations

import re
from html import unescape

import pytest
from drawn import drawn_cases, facts

import interview_value as iv
from interview_value.display.language import LANGUAGES, speaking
from interview_value.evaluation.sentences import act

EVALUATOR = iv.Evaluator(discover=False, draws=16)
CASES = [facts(inputs) for inputs in drawn_cases(100, seed=2211)]
EVALUATIONS = [EVALUATOR.evaluate(*case) for case in CASES]

NEVER = {
    "an exponent": r"\d[eE][+-]?\d",
    "a name of the code": r"[a-z]_[a-z]",
    "statistics": r"\b(?:net|share|shares|prior|priors|percentile|quantile|median|log-odds|standard deviation)\b|\d ?%",
    "jargon": r"\b(?:appeal|resemblance|mindset|effective|waits for|exact)\b",
    "a hyphen for a minus": r"(?<![\w.])-\d",
    "one of many": r"(?<!to )(?<![\d.,])1 (?:hours|minutes|months|years|people|interviews|openings|numbers|notes)\b",
    "what was to be filled in": r"[{}]|\b(?:nan|inf|True|False)\b|\bNone\b(?! of)",
    "a mark after a space": r" [.,;:?!](?: |$)",
    "two marks": r"[.?!;,:][.,;:]",
}
"""What no text for a person has, by what it would be."""


def without_tags(page: str) -> str:
    """Return the words of a page of HTML, each part apart from the next."""
    within_a_line = re.sub(r"</?(?:strong|em|span)\b[^>]*>", "", page)
    return unescape(re.sub(r"(?:<[^>]*>)+", " | ", within_a_line))


def offences(text: str) -> list[str]:
    """Return what a text has that none may have, each with the words around it."""
    line = " ".join(text.split())
    return [
        f"{what}: {line[max(found.start() - 40, 0) : found.end() + 40]}"
        for what, pattern in NEVER.items()
        for found in re.finditer(pattern, line)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_evaluations_keep_to_plain_words(language):
    """The first screen, all that stands behind it, the page, the headline and the short form of 100 evaluations do."""
    with speaking(language):
        for evaluation in EVALUATIONS:
            texts = str(evaluation), str(evaluation.why()), evaluation.headline, evaluation.short
            texts += (without_tags(evaluation.to_html()),)
            assert [] == [offence for text in texts for offence in offences(text)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("response", ["accept", "decline"])
def test_letters_keep_to_plain_words(language, response):
    """So do the letters that say yes and no to these invitations."""
    for evaluation in EVALUATIONS:
        assert [] == offences(str(evaluation.letter(response, language=language)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_sessions_keep_to_plain_words(language):
    """So do 100 sessions at their first question and after it was skipped."""
    with speaking(language):
        for case in CASES:
            session = iv.Session(*case, evaluator=EVALUATOR)
            assert [] == offences(str(session))
            if session.question is not None:
                session.skip()
                assert [] == offences(str(session))


@pytest.mark.parametrize("language", LANGUAGES)
def test_comparisons_keep_to_plain_words(language):
    """So do 50 comparisons of two invitations each."""
    with speaking(language):
        for pair in zip(EVALUATIONS[::2], EVALUATIONS[1::2], strict=True):
            comparison = iv.compare(pair)
            assert [] == offences(str(comparison)) + offences(str(comparison.why()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_says_the_same_verdict(language):
    """Text, page, Markdown, headline and all that stands behind them open with one and the same act."""
    with speaking(language):
        for evaluation in EVALUATIONS:
            verdict = act(evaluation)
            forms = str(evaluation), str(evaluation.why()), evaluation.headline
            assert [True] * 3 == [form.startswith(verdict) for form in forms]
            assert verdict in evaluation.to_html()
            assert verdict in evaluation.to_markdown()


def test_you_is_said_of_what_the_reader_said():
    """A reason that rests on an assumption says nothing of "you": what it tells is no fact of the reader's life."""
    for evaluation in EVALUATIONS:
        for item in evaluation:
            assert not item.assumed or not re.search(r"(?<!-)\byou", item.reason), item.reason
