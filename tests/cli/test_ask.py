"""`interview-value ask`: one question at a time until none is worth asking."""

from __future__ import annotations

import json
import re

import pytest
from attrs import evolve
from click.testing import CliRunner

import interview_value as iv
import interview_value.display
from interview_value.cli import main
from interview_value.cli.conversation import _reason
from interview_value.deciding.typed_words import as_typed


@pytest.fixture
def ask(monkeypatch):
    """Answer the questions of the command with these lines."""
    monkeypatch.setenv("INTERVIEW_VALUE_NO_DISCOVERY", "1")
    monkeypatch.setenv("COLUMNS", "100")

    def call(*arguments, answers=()):
        typed = "".join(f"{answer}\n" for answer in answers)
        return CliRunner().invoke(main, ["ask", *map(str, arguments)], input=typed)

    return call


UNSETTLED = (
    "--stage", "first", "--travel", "1.5", "--status", "open", "--would-accept", "unlikely", "--organization-interest", "some",
)  # fmt: skip
"""What leaves a question that is worth asking: what a job is worth."""

FIRST = "1. Is a job you'd be glad of worth more than about nine weeks' work to you?\n"


def answer_in(saved):
    """The answers in a saved session."""
    return [step["answer"] for step in json.loads(saved.read_text())["steps"]]


def test_ends_by_itself(ask):
    """It asks with choices, says why and at what the verdict turns, and ends when no question is worth asking."""
    result = ask(*UNSETTLED, answers=["a month's work"])
    assert 0 == result.exit_code, result.output
    assert result.output.startswith("Type yes, no, a choice or an amount; or don't know, back, why, help, stop.\n")
    assert FIRST + "   Asked because it decides: if yes, go; if no, say no.\n   1 a weekend\n" in result.output
    assert "   3 a month's work\n   4 three months' work\n" in result.output
    assert "  Taken as: a month's work\n" in result.output
    assert "\n2. " not in result.output
    assert "\nSay no, politely.\n" in result.output
    assert "\nType back to change your last answer, why to see everything, or Enter to leave.\n> " in result.output


def test_tells_how_things_stand_until_the_verdict(ask):
    """Before the first question and after each answer it says where it leans, and then the verdict alone."""
    result = ask(*UNSETTLED, answers=["idk", "idk"])
    assert 2 == result.output.count("So far it leans towards going: +50 minutes on average.")
    assert "Ask yourself" not in result.output
    assert "Settle one thing" not in result.output


def test_nothing_is_broken_inside_a_word(ask, monkeypatch):
    """Everything that is printed of a question fits the width of the terminal."""
    monkeypatch.setenv("COLUMNS", "60")
    result = ask(*UNSETTLED, answers=["help", "why", "0.6", "no", "nonsense", "stop"])
    lines = result.output.partition("Settle one thing yourself first")[0].splitlines()
    assert max(map(len, lines)) <= 60
    assert not any(line.endswith("-") for line in lines)


@pytest.mark.parametrize("unknown", ["don't know", "Don’t know.", "idk", "maybe", "not sure", "skip"])
def test_unknown_is_not_asked_again(ask, unknown):
    """A question that nobody can answer is left, and never comes again."""
    result = ask(*UNSETTLED, answers=[unknown, "stop"])
    assert "Left open: we go by what we assume." in result.output
    assert 1 == result.output.count(FIRST)


def test_all_left_open_is_one_verdict(ask):
    """After nothing but skips there is one verdict, not one that asks for what was skipped."""
    result = ask(*UNSETTLED, answers=["idk", "idk", ""])
    assert "\nGo.\n" in result.output
    assert "Settle one thing" not in result.output


def test_what_they_know_is_left_to_them(ask, bring):
    """A question of which they know the answer says so, and is asked them if it is left open."""
    mood = iv.Quantity("mood", unit="h", bounds=(0, 400), prior=(0, 200), question="How long is it?", ask="recruiter")
    bring(iv.scorer(kind="cost", name="moody", quantities=[mood])(lambda mood: mood))
    result = ask(*UNSETTLED, "--job-worth", "year", answers=["idk", ""])
    assert "1. How long is it? More than about " in result.output
    assert "   Answer yes or no, or with an amount: " in result.output
    assert "Left open: they can tell you." in result.output
    assert "\nAsk them one thing first" in result.output


def test_range_is_an_answer(ask, tmp_path):
    """A range is as good an answer as a number."""
    saved = tmp_path / "session.json"
    ask(*UNSETTLED, "--save", saved, answers=["200..400", "stop"])
    session = iv.Session.from_dict(json.loads(saved.read_text()))
    assert [200.0, 400.0] == session.history[0].answer


def test_choice_is_kept_as_it_was_said(ask, tmp_path):
    """A choice that was typed in words is kept by its name."""
    saved = tmp_path / "session.json"
    ask(*UNSETTLED, "--save", saved, answers=["Three months' work", "stop"])
    assert "quarter" == json.loads(saved.read_text())["steps"][0]["answer"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("400", 400.0), ("400 h", 400.0), ("400 hours", 400.0), ("about 200", [160.0, 240.0]), ("1,000", 1000.0),
        ("200-400", [200.0, 400.0]), ("200 to 400", [200.0, 400.0]), ("100–400", [100.0, 400.0]), ("50 days", 400.0),
        ("4", "quarter"), ("three months", "quarter"), ("3 months", "quarter"), ("MONTH", "month"),
        ("six weeks", 240.0), ("about six weeks' work", [192.0, 288.0]), ("half a year", 900.0), ("between 100 and 200", [100.0, 200.0]), ("a week", "week"), ("Yes.", [348.5, 1000.0]),
    ],
)  # fmt: skip
def test_takes_what_people_type(ask, tmp_path, typed, kept):
    """Amounts, ranges, choices by words and number, and yes are read as people type them."""
    saved = tmp_path / "session.json"
    ask(*UNSETTLED, "--save", saved, answers=[typed, "stop"])
    assert pytest.approx(kept, abs=0.1) == answer_in(saved)[0]


@pytest.mark.parametrize("typed", ["half", "60%", "0,5", "50 to 60%", "open"])
def test_takes_shares_as_people_type_them(ask, tmp_path, typed):
    """Shares are read in per cent, as a part of one, or as a choice."""
    saved = tmp_path / "session.json"
    ask(*UNSETTLED, "--save", saved, answers=["idk", typed, "stop"])
    assert 2 == len(answer_in(saved))


@pytest.mark.parametrize("nonsense", ["foo", "3..1", "nan", "60%"])
def test_nonsense_is_asked_again(ask, nonsense):
    """What cannot be used is told with what can, and the same question is open still."""
    result = ask(*UNSETTLED, answers=[nonsense, "month", ""])
    assert f"“{nonsense}” is no answer to this.\n   Answer yes or no, with a number from 1 to 5 " in result.output
    assert "or with an amount: 320 hours, or 100 to 1,000 hours." in " ".join(result.output.split())
    assert "Taken as: a month's work" in result.output


def test_enter_asks_again(ask):
    """A bare Enter is no answer: the question is shown again."""
    result = ask(*UNSETTLED, answers=["", "stop"])
    assert 2 == result.output.count(FIRST)


def test_a_slip_is_offered(ask):
    """A choice with a slip of the pen is offered, and taken on yes."""
    result = ask("--job-worth", "month", answers=["idk", "idk", "employee", "yes", "stop"])
    assert "Do you mean “employed, would move for something better”?" in result.output
    assert "Taken as: employed, would move for something better" in result.output


def test_a_digit_without_a_choice_is_offered_with_its_unit(ask, tmp_path):
    """Six of five choices may be hours; it counts once it is meant, and another answer instead is taken."""
    saved = tmp_path / "session.json"
    result = ask(*UNSETTLED, "--save", saved, answers=["6", "4", "back", "6", "yes", "stop"])
    assert 2 == result.output.count("Do you mean “6 hours”?")
    assert "Taken as: three months' work" in result.output
    assert [6.0] == answer_in(saved)


@pytest.mark.parametrize(
    ("instead", "kept"), [("yes", [0.6]), ("600", [600.0]), ("no", []), ("stop", []), ("", []), ("idk", [None])]
)
def test_a_number_that_is_far_out_is_played_back(ask, tmp_path, instead, kept):
    """A number far from what is assumed counts only once it is meant, so that a slip does not end it."""
    saved = tmp_path / "session.json"
    result = ask(*UNSETTLED, "--save", saved, answers=["0.6", instead, "stop"])
    assert "   0.6 hours? That is 36 minutes; we assumed 100 to 1,000 hours.\n" in result.output
    assert kept == (answer_in(saved) if saved.exists() else [])


def test_a_chance_that_is_far_out_is_played_back(ask):
    """What is no time is played back as it is."""
    result = ask("--job-worth", "month", answers=["idk", "idk", "idk", "90%", "no", "stop"])
    assert re.search(r"^   90%[?] We assumed [0-9]+% to [0-9]+%[.]$", result.output, re.MULTILINE)


def test_help(ask):
    """Help says what can be answered to the question, in all ways, and what else can be typed."""
    told = " ".join(ask(*UNSETTLED, answers=["?", "skip", "help", "stop"]).output.split())
    assert "Answer yes or no, with a number from 1 to 5 for a choice" in told
    assert 1 == told.count("“20 interviews”: so many like this one you would sit through")
    assert 2 == told.count("back: take your last answer back")


def test_why(ask):
    """Why says what is assumed, what the answer is worth and how things stand; after the verdict it shows everything."""
    told = ask(*UNSETTLED, answers=["why", "month", "why", ""]).output
    assert "   Until you answer, we assume 100 to 1,000 hours.\n" in told
    assert "   Your answer can change what to do; to know it is worth about 1.1 hours.\n" in told
    assert "What would change the answer:" in told.partition("or Enter to leave.")[2]


def test_why_of_a_label(ask):
    """Where choices have no range nothing is said to be assumed; where some answer rules it out, that is said."""
    told = ask("--job-worth", "month", answers=["idk", "why", "idk", "why", "stop"]).output.split("\n3. ")
    assert "Some answers rule the interview out." in told[0]
    assert "Until you answer" not in told[1]
    assert "Your answer can change what to do" in told[1]


@pytest.mark.parametrize(("reply", "mistake"), [("-5", "0 to 20,000 hours"), ("30000 h", "0 to 20,000 hours")])
def test_what_is_read_but_cannot_be_is_told(ask, reply, mistake):
    """A number outside the bounds is told, and the question comes again."""
    result = ask(*UNSETTLED, answers=[reply, "stop"])
    assert f"   That cannot be: the answer is {mistake}.\n" in result.output


@pytest.mark.parametrize(("reply", "verdict"), [("yes", "Go."), ("No", "Say no, politely.")])
def test_yes_and_no_answer_at_the_tipping_point(ask, reply, verdict):
    """Yes is more than the value at which the leaning turns, and no is less, which settles it."""
    result = ask(*UNSETTLED, answers=[reply, "stop"])
    assert f"\n{verdict}" in result.output


def test_which_answer_speaks_for_going_is_told(ask):
    """Where more speaks against going, it says so."""
    result = ask(*UNSETTLED, answers=["idk", "0.5", "stop"])
    assert "Asked because it decides: if yes, say no; if no, go.\n   1 spare, I have time\n" in result.output


def test_the_number_of_a_choice_is_an_answer(ask):
    """A choice can be made by its number in the list."""
    assert "  Taken as: three months' work\n" in ask(*UNSETTLED, answers=["4", "stop"]).output


def test_what_a_job_is_worth_can_be_said_otherwise(ask):
    """Interviews, pay and a Saturday are converted, and told where they lie far apart; what is missing is told."""
    result = ask(*UNSETTLED, answers=["5000 a year for 3 years", "20 interviews; a Saturday for 0.1%", "stop"])
    assert "That lacks something, or cannot be. It can be said in these ways:\n   “20 interviews”: " in result.output
    assert "hour_value" not in result.output
    assert "  Taken as: 56 to 13,000 hours\n" in result.output
    assert "lie more than a factor of two apart" in result.output


def test_back(ask):
    """An answer can be taken back as long as there is one, also after the verdict."""
    result = ask(*UNSETTLED, answers=["back", "300 to 800", "undo", "month", "hm", "back", "stop"])
    assert 1 == result.output.count("There is nothing to take back yet.")
    assert 2 == result.output.count("Your last answer is taken back.")
    assert 3 == result.output.count(FIRST)


@pytest.mark.parametrize("end", ["stop", "quit", "q", "exit"])
def test_stop(ask, end):
    """It stops when told to, and shows how things stand."""
    result = ask(*UNSETTLED, answers=[end])
    assert 0 == result.exit_code
    assert 1 == result.output.count("Settle one thing yourself first")


def test_end_of_input_is_a_stop(ask):
    """Where no more can be read, as from a pipe, it shows how things stand and leaves in peace."""
    result = ask(*UNSETTLED)
    assert 0 == result.exit_code, result.output
    assert "Settle one thing yourself first; " in result.output


def test_the_end_is_shown_once(ask):
    """Whoever stops after the verdict is not shown it again."""
    assert 1 == ask(*UNSETTLED, answers=["month", "stop"]).output.count("\nSay no, politely.")


def test_with_nothing_to_ask_there_is_the_verdict(ask, tmp_path):
    """Where nothing is worth asking it says what to do, shows everything if told to, and is kept."""
    saved = tmp_path / "session.json"
    result = ask("--role-interest", "0", "--organization-interest", "0", "--save", saved, answers=["back", "why", ""])
    assert result.output.startswith("\nSay no, politely.\n")
    assert "\nType why to see everything, or Enter to leave.\n> back\n“back” changes nothing here.\n" in result.output
    assert "We assume, because nobody said:" in " ".join(result.output.split())
    assert [] == answer_in(saved)


def test_after_stop_everything_that_was_typed_can_be_seen(ask):
    """Whoever stops with a question open can see all that stands behind it, and take an answer back."""
    result = ask(*UNSETTLED, answers=["300 to 400", "stop", "why", "60%", "back", "stop", ""])
    shown = result.output.partition("To see everything: why")[2]
    assert "what a good job is worth: 300 to 400 hours" in " ".join(shown.split())
    assert "“60%” changes nothing here.\n\nType back to change your last answer, why" in shown
    assert FIRST in shown


@pytest.mark.parametrize("language", interview_value.display.LANGUAGES)
@pytest.mark.parametrize("typed", ["yes", "no"])
def test_yes_and_no_are_answers_in_every_language(ask, tmp_path, language, typed):
    """At the tipping point of the offer, yes and no are its sides, never a choice whose words begin so."""
    saved = tmp_path / "session.json"
    with iv.speaking(language):
        word = as_typed(typed)
    open_chance = ("--stage", "first", "--status", "open", "--job-worth", "quarter", "--travel", "3")
    ask("--language", language, *open_chance, "--save", saved, answers=[word, "stop", ""])
    low, high = answer_in(saved)[0]
    assert (0.15 if typed == "yes" else 0.05, typed == "yes") == (round(low, 2), high > 0.2)


def test_a_bare_number_in_german_is_offered_as_it_is_read(ask):
    """A thousand is no chance, and a comma is a decimal mark in what is offered too."""
    open_chance = ("--stage", "first", "--status", "open", "--job-worth", "quarter", "--travel", "3")
    told = ask("--language", "de", *open_chance, answers=["1.000", "12,5", "ja", "", ""]).output
    assert "Das geht nicht: Die Antwort ist 0 % bis 95 %." in told
    assert "Meinst du „12,5 %“?" in told
    assert "Verstanden: 1 von 10" in told


def test_save_file_that_cannot_be_written_is_told(ask, tmp_path):
    """A session that cannot be kept ends with the reason, before more is answered in vain."""
    result = ask(*UNSETTLED, "--save", tmp_path / "missing" / "session.json", answers=["100"])
    assert 2 == result.exit_code
    assert "cannot be written (No such file or directory)" in result.stderr
    assert "Traceback" not in result.output


def test_saved_skip_goes_on(ask, tmp_path):
    """What was left open stays so when the session goes on."""
    saved = tmp_path / "session.json"
    ask(*UNSETTLED, "--save", saved, answers=["skip", "stop"])
    assert [{"quantity": "job_worth", "answer": None}] == json.loads(saved.read_text())["steps"]
    assert FIRST not in ask("--save", saved, answers=["stop"]).output


def test_a_finished_session_can_be_corrected(ask, tmp_path):
    """A saved session that is finished is opened with its answers and its verdict, and goes on after back."""
    saved = tmp_path / "session.json"
    ask(*UNSETTLED, "--save", saved, answers=["month", ""])
    result = ask("--save", saved, answers=["back", "quarter", ""])
    assert " ".join(result.output.split()).startswith(
        f"Going on with {saved}; what it says counts, not the options. 1. "
    )
    assert "1. what a good job is worth: a month's work\n" in result.output
    assert (
        result.output.index("1. what a good job is worth: a month's work\n")
        < result.output.index("\nSay no, politely.")
        < result.output.index(FIRST)
    )
    assert ["quarter"] == answer_in(saved)[:1]


@pytest.mark.parametrize("content", ["no JSON", "[" * 100_000, "[]", '{"version": 1, "steps": [{"quantity": "x"}]}'])
def test_broken_save_is_told(ask, tmp_path, content):
    """A file that holds no session is refused in words and stays as it is."""
    saved = tmp_path / "session.json"
    saved.write_text(content)
    result = ask("--save", saved)
    assert 2 == result.exit_code
    assert result.stderr.startswith("error: ")
    assert "session" in result.stderr
    assert content == saved.read_text()


def test_a_label_is_asked_as_it_is(ask):
    """A label has no tipping point, so it is asked with its choices alone; what was noted before is not told again."""
    result = ask("--status", "open", answers=["28 interviews", "panel", "stop"])
    label = result.output.partition("\n2. Which round is it: a short call, a first")[2].partition("last?\n")[2]
    assert label.startswith("   Asked because the answer can change what to do.\n   1 a short first call\n")
    assert "  Taken as: the long visit, or several interviewers\n" in label
    assert 1 == result.output.count("“28 interviews” comes to")


def test_a_question_says_what_follows_from_its_answer():
    """Whichever side of the turn speaks for going, yes and no are told with what to do then."""
    question = iv.Session(iv.Invitation(), evaluator=iv.Evaluator(discover=False)).question
    told = [
        _reason(evolve(question, if_low=low, if_high=high))
        for low, high in ((iv.Verdict.DECLINE, iv.Verdict.ATTEND), (iv.Verdict.ATTEND, iv.Verdict.DECLINE))
    ]
    assert [
        "Asked because it decides: if yes, go; if no, say no.",
        "Asked because it decides: if yes, say no; if no, go.",
    ] == told


def test_a_question_that_they_can_answer_says_so():
    """Where the verdict has no single turn, it is told who else knows."""
    question = iv.Session(iv.Invitation(), evaluator=iv.Evaluator(discover=False)).question
    told = [_reason(evolve(question, at_turn="", ask=whom)) for whom in ("yourself", "recruiter")]
    assert [
        "Asked because the answer can change what to do.",
        "Asked because the answer can change what to do. If you don't know, they do.",
    ] == told
