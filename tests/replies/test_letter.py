"""Letters: what is sent, in whose words, and that nothing of an invitation can turn it into something else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import QUANTITIES, case

import interview_value as iv
from interview_value.replies import Response
from interview_value.replies.english import ENGLISH

EVALUATOR = iv.Evaluator(discover=False)
KNOWN = iv.Invitation(
    role="Data Analyst", organization="Brightside Marketing", starts="2026-12-03T14:00+01:00", role_interest=0.5
)


def evaluated(**facts):
    """Return the evaluation of an invitation of which only these facts are known."""
    return EVALUATOR.evaluate(iv.Invitation(**facts), iv.Seeker())


EVALUATION = EVALUATOR.evaluate(KNOWN, iv.Seeker())


def declining():
    """Return an evaluation whose verdict is to decline."""
    return evaluated(role_interest=0, organization_interest=0)


def attending():
    """Return an evaluation whose verdict is to attend."""
    return EVALUATOR.evaluate(
        KNOWN.with_quantities(offer_chance=0.5, would_accept=(0.7, 0.9), duration=1, travel=0),
        iv.Seeker(job_worth=600, mindset=0.9, hour_value=20),
    )


def asking():
    """Return an evaluation whose verdict is to ask them for the one thing that most of the doubt hangs on."""
    return EVALUATOR.evaluate(KNOWN.with_quantities(would_accept="unlikely", hinge="most"), iv.Seeker())


@pytest.mark.parametrize(
    ("evaluation", "verdict", "response"),
    [
        (attending(), iv.Verdict.ATTEND, Response.ACCEPT),
        (declining(), iv.Verdict.DECLINE, Response.DECLINE),
        (asking(), iv.Verdict.ASK_THEM, Response.ASK),
        (evaluated(), iv.Verdict.ASK_YOURSELF, Response.ACCEPT),
        (evaluated(role_interest=0), iv.Verdict.ASK_YOURSELF, Response.DECLINE),
    ],
    ids=["attend", "decline", "ask them", "ask yourself, leaning to attend", "ask yourself, leaning to decline"],
)
def test_the_verdict_chooses_the_words(evaluation, verdict, response):
    """Without a word of yours, the letter says what the verdict asks for, or the leaning while you settle something."""
    assert verdict is evaluation.verdict
    assert response is evaluation.letter().response


@pytest.mark.parametrize(
    ("way", "words"),
    [
        ("short_call", "quarter of an hour by phone"),
        ("video", "hold the interview by video"),
        ("later", "a later date"),
    ],
)
def test_each_way_has_its_letter(way, words):
    """A way that begins with a message has a letter that proposes it; it asks."""
    letter = EVALUATOR.evaluate(KNOWN, iv.Seeker(pressure=1.5)).letter(way=way)
    assert words in " ".join(letter.body.split())
    assert Response.ASK is letter.response


def test_a_way_without_words_asks():
    """The one thing that the doubt hangs on, or a way of a plugin, has no letter of its own: the one that asks is sent."""
    evaluation = asking()
    assert "ask_one_thing" == evaluation.first_way.name
    assert evaluation.letter("ask") == evaluation.letter() == evaluation.letter(way="ask_one_thing")


@pytest.mark.parametrize(
    ("evaluation", "way", "allowed", "nearest"),
    [
        (EVALUATION, "vidio", "one of short_call, video", "video"),
        (EVALUATION, "attend", "one of short_call, video", None),
        (evaluated(stage="screen", remote=True), "video", "none", None),
    ],
)
def test_a_way_that_is_none(evaluation, way, allowed, nearest):
    """A way that does not begin with a message is refused, with those that do and the nearest name."""
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        evaluation.letter(way=way)
    (mistake,) = caught.value.mistakes
    assert ("way", allowed, nearest) == (mistake.path, mistake.allowed, mistake.nearest)


def test_a_decline_is_short_and_leaves_the_door_open():
    """It thanks, gives the only reason there is, names what would suit better, and closes with a name."""
    letter = EVALUATION.letter("decline", better="a role in brand strategy", name="A. B.")
    assert "Interview: Data Analyst at Brightside Marketing" == letter.subject
    assert len(letter.body.split()) < 110
    assert letter.body.endswith("Kind regards\n\nA. B.")
    for part in ("Thank you", "not the role that I am looking for", "If a role in brand strategy comes up"):
        assert part in letter.body


def test_a_decline_asks_for_nothing_of_an_organisation_of_no_interest():
    """Where nothing at all about the organisation interests you, no other role there is asked for, unless you name one."""
    assert "glad to hear from you" not in declining().letter().body
    assert "If a part-time role comes up" in declining().letter(better="a part-time role").body
    assert "glad to hear from you" in evaluated(role_interest=0).letter("decline").body


def test_an_acceptance_names_the_time_if_it_is_known():
    """A paragraph with a name for which nothing is known is left out, and no hole is left."""
    assert "I have noted 2026-12-03 14:00+01:00." in EVALUATION.letter("accept").body
    bare = evaluated().letter(iv.replies.Response.ACCEPT)
    assert "noted" not in bare.body
    assert "Thank you for inviting me to interview for the position." in bare.body


def test_questions_are_those_worth_most():
    """The letter asks what the evaluation waits for, in words for a recruiter, and three things at most."""
    asked = [line for line in evaluated().letter("ask").body.splitlines() if line.startswith("- ")]
    texts = {text for key, text in ENGLISH.items() if key.startswith("question.")}
    assert 1 <= len(asked) <= 3
    assert {line.removeprefix("- ") for line in asked} <= texts


def test_what_only_you_can_know_is_not_asked():
    """A recruiter is not asked what an hour is worth to you, though it is worth knowing."""
    own_words = {question.text for question in evaluated().questions if question.ask == "yourself"}
    assert not any(text in evaluated().letter("ask").body for text in own_words)


def test_a_question_of_a_plugin_is_asked_in_its_own_words():
    """What a recruiter can answer and the language has no words for is asked as the quantity asks it."""

    @iv.scorer(
        kind="benefit",
        quantities=[
            iv.Quantity(
                "perks", unit="h", bounds=(-500, 500), prior=(-400, 400), question="Which perks?", ask="recruiter"
            )
        ],
    )
    def perks(perks):
        """What comes with the job."""
        return perks

    evaluator = iv.Evaluator(discover=False)
    evaluator.register(perks)
    assert "- Which perks?" in evaluator.evaluate(KNOWN, iv.Seeker()).letter("ask").body


def test_where_nothing_is_worth_asking_one_question_remains():
    """Who asks for questions all the same gets one that always helps."""
    exact = EVALUATOR.evaluate(*case({name: quantity.bounds.cut(0.5) for name, quantity in QUANTITIES.items()}))
    assert () == exact.questions
    assert f"- {ENGLISH['question.anything']}" in exact.letter("ask").body


def test_an_own_template(tmp_path):
    """Your own words count: the first line is the subject, and $$ is the sign itself."""
    path = tmp_path / "mine.txt"
    path.write_bytes(b"Re: $role\r\n\r\nI come for $$0.\r\n\r\n$name says so.\r\n")
    letter = EVALUATION.letter("accept", template=path)
    assert ("Re: Data Analyst at Brightside Marketing", "I come for $0.") == (letter.subject, letter.body)
    assert "Re: Data Analyst at Brightside Marketing\n\nI come for $0." == str(letter)


@pytest.mark.parametrize(
    ("text", "reason"),
    [("Hi $roll", r"'\$roll', expected one of .*did you mean 'role'"), ("100 $ for you", "before a name only")],
)
def test_mistakes_in_a_template_are_told(tmp_path, text, reason):
    """A name that no letter has is an error with the names that there are."""
    path = tmp_path / "mine.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        EVALUATION.letter(template=path)
    with pytest.raises(iv.errors.FieldError, match=reason):
        raise caught.value.mistakes[0]


@pytest.mark.parametrize(("size", "reason"), [(None, "cannot be opened"), (30_000, "larger than 20,000 bytes")])
def test_a_template_that_cannot_be_read(tmp_path, size, reason):
    """No file, or one too large to be a letter, is a ReadError."""
    path = tmp_path / "mine.txt"
    if size:
        path.write_text("x" * size, encoding="utf-8")
    with pytest.raises(iv.errors.ReadError, match=reason):
        EVALUATION.letter(template=path)


def test_an_unknown_response_is_refused():
    """A slip of the pen is answered with the nearest name."""
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        EVALUATION.letter("declin")
    assert "decline" == caught.value.mistakes[0].nearest


def test_another_language():
    """A mapping with the same keys speaks another language; what it lacks is told all at once."""
    german = {
        "decline": "Gespräch: $role\n\nVielen Dank für die Einladung ($role).\n\nMit freundlichen Grüßen\n\n$name",
        "role": "die Stelle",
        "role at": "$role bei $organization",
        "better": "eine andere Stelle",
        "question.anything": "Wie sieht eine Woche aus?",
    }
    letter = EVALUATION.letter("decline", words=german, name="A. B.")
    assert "Gespräch: Data Analyst bei Brightside Marketing" == letter.subject
    assert letter.body.endswith("Mit freundlichen Grüßen\n\nA. B.")
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        EVALUATION.letter("accept", words={"role": "die Stelle"})
    paths = ["words['role at']", "words['better']", "words['question.anything']", "words['accept']"]
    assert paths == [mistake.path for mistake in caught.value.mistakes]


@given(st.text(max_size=400), st.text(max_size=400), st.sampled_from(Response))
def test_nothing_of_an_invitation_adds_a_line(role, organization, response):
    """Whatever stands in the invitation is words on one line: no header, no field of the template, no paragraph."""
    known = evaluated(role="X", organization="Y").letter(response)
    letter = evaluated(role=role, organization=organization).letter(response)
    assert 1 == len(letter.subject.splitlines())
    assert known.body.count("\n") == letter.body.count("\n")
    assert len(letter.body) < len(known.body) + 1_000


def test_a_value_is_no_template():
    """What looks like a field within a value stays as it is."""
    assert "$name" in evaluated(role="$name $$").letter("accept", name="Me").subject
