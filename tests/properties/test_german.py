"""German throughout: in drawn evaluations, letters, plans, sessions and comparisons no sentence is left in English."""

from __future__ import annotations

import gettext
import random
import re
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path

import drawn
import pytest
from click.testing import CliRunner

import interview_value as iv
from interview_value.cli import main
from interview_value.deciding.answers import how_to_answer
from interview_value.display import language
from interview_value.evaluation.sentences import question_text
from interview_value.replies.wording import WAYS

ENGLISH = re.compile(
    r"\b(the|of|you|your|and|is|are|be|to|with|for|from|that|this|it|we|they|would|if|hours|minutes)\b",
    re.IGNORECASE,
)
"""Words that stand in nearly every English sentence, and in no German one."""

CODE = re.compile(r"\b\w+\.\w+\(\)|\bUTC\b")
"""What is the same in every language."""

INVITATION = Path(__file__).parents[2] / "examples" / "invitation.ics"
START = datetime(2026, 12, 3, 14, tzinfo=UTC)


@pytest.fixture(autouse=True)
def untranslated():
    """German is spoken; the messages that the German catalogue lacks are collected as they are said."""
    missing = []

    class Missing(gettext.NullTranslations):
        def gettext(self, message):
            missing.append(message)
            return message

        def ngettext(self, singular, plural, number):
            missing.append(singular)
            return singular

    language._catalogue.cache_clear()
    language._catalogue("de").add_fallback(Missing())
    with iv.speaking("de"):
        yield missing
    language._catalogue.cache_clear()


def evaluations(count, seed, **more):
    """Drawn evaluations of an invitation with a name and a start; in some of them a gate decides."""
    evaluator = iv.Evaluator(discover=False, draws=4)
    generator = random.Random(seed)
    for case in drawn.drawn_cases(count, seed):
        own = {"role": "Köchin", "organization": "Hof", "starts": START, **more}
        obliged = {"obliged": True} if generator.random() < 0.1 else {}
        nothing = {"role_interest": 0, "organization_interest": 0} if generator.random() < 0.1 else {}
        yield evaluator.evaluate(*drawn.facts(case | own | obliged | nothing))


def left_in_english(texts):
    """The lines of texts in which an English word stands."""
    return [line for text in texts for line in text.splitlines() if ENGLISH.search(CODE.sub("", line))]


def words_of(html):
    """The words of a page, a line for each of its elements."""
    return unescape(re.sub(r"<wbr>|<[^>]+>", lambda tag: "" if tag[0] == "<wbr>" else "\n", html))


def test_evaluations_and_letters(untranslated):
    """Of 300 evaluations the first screen, all that stands behind it, and every letter are German."""
    texts, notes = set(), set()
    for evaluation in evaluations(300, seed=22):
        notes |= {*evaluation.notes}
        texts |= {words_of(evaluation.to_html()), evaluation.headline, evaluation.short}
        texts |= {str(evaluation.letter(response)) for response in ("accept", "decline")}
        texts |= {str(evaluation.letter(question="Wann?"))}
        texts |= {str(evaluation.letter(way=way.name)) for way in evaluation.ways if way.name in WAYS}
    assert [] == left_in_english(texts)
    assert set() == {*untranslated} - notes  # a note is said already


def test_letters_to_those_who_invite_in_german(untranslated):
    """The letter for an invitation in German is German though English is spoken, and though the seeker reads English."""
    texts, notes = set(), set()
    with iv.speaking("en"):
        for evaluation in evaluations(60, seed=26, language="de-DE"):
            notes |= {*evaluation.notes}
            texts |= {str(evaluation.letter(response)) for response in ("accept", "decline")}
            texts |= {str(evaluation.letter(question="Wann?"))}
            texts |= {str(evaluation.letter(way=way.name)) for way in evaluation.ways if way.name in WAYS}
    assert [] == left_in_english(texts)
    assert set() == {*untranslated} - notes


def test_what_is_known_and_planned(untranslated):
    """The pages of invitations and seekers, and plans of preparation, are German."""
    texts, notes = set(), set()
    for evaluation in evaluations(20, seed=23):
        notes |= {*evaluation.notes}
        texts |= {str(evaluation.invitation), str(evaluation.seeker)}
        texts |= {str(evaluation.preparation(since=START - timedelta(days=9)))}
    assert [] == left_in_english(texts)
    assert set() == {*untranslated} - notes


def test_sessions(untranslated):
    """Every question of a session is German, with what can be answered and why, and so is its page."""
    generator = random.Random(24)
    evaluator = iv.Evaluator(discover=False, draws=4)
    texts, notes = set(), set()
    for evaluation in evaluations(6, seed=24):
        session = iv.Session(evaluation.invitation, evaluation.seeker, evaluator)
        while (question := session.question) is not None:
            texts |= {question_text(question), *session.choices(question)}
            texts |= {how_to_answer(evaluator.quantities[question.quantity], question)}
            session.answer(generator.choice([question.low, question.high])) if question.low else session.skip()
            texts |= {session.label(session.history[-1]), session.in_words(session.history[-1])}
        texts |= {words_of(session.to_html())}
        notes |= {*session.evaluation.notes}
    assert [] == left_in_english(texts)
    assert set() == {*untranslated} - notes


def test_comparisons(untranslated):
    """A comparison and all that stands behind it are German."""
    compared = iv.compare(list(evaluations(5, seed=25)))
    assert [] == left_in_english([words_of(compared.to_html()), str(compared), str(compared.why())])
    assert set() == {*untranslated} - {note for ranked in compared.ranking for note in ranked.evaluation.notes}


UNSETTLED = (
    "--stage",
    "first",
    "--travel",
    "1.5",
    "--status",
    "open",
    "--would-accept",
    "unlikely",
    "--organization-interest",
    "some",
)
"""What leaves a question that is worth asking."""

CONVERSATIONS = [
    (
        "hilfe",
        "warum",
        "",
        "vielleicht so",
        "9999 Tage",
        "nein",
        "weiß nicht",
        "zurück",
        "50 Gespräche",
        "warum",
        "zurück",
        "stopp",
    ),
    ("6", "ja", "zurück", "drei Monate", ""),
    ("1.200 Stunden", "zurück", "Zurück!", "nein", ""),
    ("2 bis 7 Stunden", "ja", ""),
    ("keine Ahnung", "stopp"),
]
"""What a person types in German."""


@pytest.mark.parametrize("answers", CONVERSATIONS, ids=lambda answers: answers[0])
def test_a_conversation(untranslated, monkeypatch, answers):
    """What is typed in German is understood, and all that is answered to it is German."""
    monkeypatch.setenv("INTERVIEW_VALUE_NO_DISCOVERY", "1")
    typed = "".join(f"{answer}\n" for answer in answers)
    done = CliRunner().invoke(main, ["ask", "--language", "de", *UNSETTLED], input=typed)
    assert (0, []) == (done.exit_code, left_in_english([done.stdout]))
    assert ("vielleicht so" in answers) == ("ist darauf keine Antwort" in done.stdout)
    noted = [message for message in untranslated if message in done.stdout.replace("\n", " ")]
    assert noted == untranslated  # only notes, which are said already


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (("evaluate",), "Geh hin."),
        (("evaluate", "--why"), "Was am meisten ausmacht"),
        (("letter", "--response", "accept"), "Donnerstag, 3. Dezember 2026, 14:00"),
        (("prepare", "--since", "2026-12-01T08:00+01:00"), "Deine Antworten üben"),
        (("read",), "Runde"),
    ],
)
def test_commands(untranslated, monkeypatch, command, words):
    """Every command that shows something has the option for its language."""
    monkeypatch.setenv("INTERVIEW_VALUE_NO_DISCOVERY", "1")
    with iv.speaking("en"):
        done = CliRunner().invoke(main, [*command, "--language", "de", str(INVITATION)])
    assert (0, True) == (done.exit_code, words in done.stdout)
    assert ([], []) == (left_in_english([done.stdout]), untranslated)
