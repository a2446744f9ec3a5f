"""Letters: what is sent, in whose words, and that nothing of an invitation can turn it into something else."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import interview_value as iv
from interview_value.replies import Response
from interview_value.replies import asking as asking_them

EVALUATOR = iv.Evaluator(discover=False)
KNOWN = iv.Invitation(
    role="Data Analyst", organization="Brightside Marketing", starts="2026-12-03T14:00+01:00", role_interest=0.5
)


def evaluated(**facts):
    """Return the evaluation of an invitation of which only these facts are known."""
    return EVALUATOR.evaluate(iv.Invitation(**facts), iv.Seeker())


EVALUATION = EVALUATOR.evaluate(KNOWN, iv.Seeker())


def asked(letter):
    """Return what a letter asks, the paragraph after the thanks."""
    return letter.body.split("\n\n")[2]


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
    ],
    ids=["attend", "decline", "ask them"],
)
def test_the_verdict_chooses_the_words(evaluation, verdict, response):
    """Without a word of yours, the letter says what the verdict calls for."""
    assert verdict is evaluation.verdict
    assert response is evaluation.letter().response


def test_what_is_yours_to_settle_is_no_letter():
    """While you have something to settle yourself there is no letter unless you say which, and why is told."""
    evaluation = evaluated()
    assert iv.Verdict.ASK_YOURSELF is evaluation.verdict
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        evaluation.letter()
    (mistake,) = caught.value.mistakes
    assert ("response", None) == (mistake.path, mistake.value)
    assert "accept or decline: first settle one thing yourself" in mistake.allowed
    assert evaluation.first_question.at_turn in mistake.allowed
    assert Response.DECLINE is evaluation.letter("decline").response


def test_rules_that_contradict_each_other_are_yours_to_settle():
    """Where two rules say the opposite, the error names them instead of a question."""

    @iv.gate(verdict="attend", reason="You promised.")
    def promised(people_met):
        return people_met > 0

    evaluator = iv.Evaluator(plugins=[promised], discover=False)
    evaluation = evaluator.evaluate(
        iv.Invitation(role_interest=0, organization_interest=0, people_met=2), iv.Seeker(job_worth=100)
    )
    with pytest.raises(
        iv.errors.InvalidInputError, match="“nothing of interest” says to decline and “promised” says to go"
    ):
        evaluation.letter()


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


def test_the_one_thing_is_asked():
    """What the doubt hangs on is asked in your words; left out, pay, place, hours and contract are."""
    evaluation = asking()
    assert "ask_one_thing" == evaluation.first_way.name
    assert evaluation.letter("ask") == evaluation.letter() == evaluation.letter(way="ask_one_thing")
    assert "- What are the pay, the place and hours of work, and the kind of contract?" == asked(evaluation.letter())
    assert "- Is it a permanent contract?" == asked(evaluation.letter(question="Is it a permanent\ncontract?"))


class Offices:
    """A plugin with a way of its own."""

    @iv.hookimpl
    def interview_value_ways(self):
        """Return the way to another office."""
        return [iv.Way("nearer", "ask to meet nearer to you", changes={"travel": lambda hours: hours / 9}, consent=1.0)]


def test_a_way_without_words():
    """The way of a plugin is proposed in your words; without any, the error names the ways that have a letter."""
    evaluation = iv.Evaluator(plugins=[Offices()], discover=False).evaluate(KNOWN.with_quantities(travel=9))
    with pytest.raises(iv.errors.InvalidInputError, match="'nearer', expected one of short_call, video, later; to"):
        evaluation.letter(way="nearer")
    words = "Could we meet at the station?"
    assert f"- {words}" == asked(evaluation.letter(way="nearer", question=words))


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


def test_what_was_read_back_writes_the_same():
    """An evaluation that was kept without its draws has the same letter, and the same reason for none."""
    for evaluation in (attending(), declining(), asking()):
        assert evaluation.letter() == iv.Evaluation.from_dict(evaluation.to_dict(draws=False)).letter()
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        evaluated().letter()
    with pytest.raises(iv.errors.InvalidInputError, match=re.escape(str(caught.value))):
        iv.Evaluation.from_dict(evaluated().to_dict(draws=False)).letter()


def test_a_decline_is_short_and_leaves_the_door_open():
    """It thanks, gives no reason, names what would suit better, and closes with a name."""
    letter = EVALUATION.letter("decline", better="a role in brand strategy", name="A. B.")
    assert "Interview: Data Analyst at Brightside Marketing" == letter.subject
    assert len(letter.body.split()) < 110
    assert letter.body.endswith("Kind regards\n\nA. B.")
    for part in ("Thank you", "I have decided not to take part", "If a role in brand strategy comes up"):
        assert part in letter.body


def test_a_decline_after_a_gate_claims_nothing():
    """Whatever a gate decides on, such as a missing permit, no other role is asked for unless you name one."""

    @iv.gate(reason="You may not work there.")
    def permit(people_met):
        return people_met > 0

    letter = iv.Evaluator(plugins=[permit], discover=False).evaluate(KNOWN.with_quantities(people_met=2)).letter()
    assert Response.DECLINE is letter.response
    assert "looking for" not in letter.body
    assert "glad to hear from you" not in letter.body


def test_a_decline_asks_for_nothing_of_an_organisation_of_no_interest():
    """Where nothing at all about the organisation interests you, no other role there is asked for, unless you name one."""
    assert "glad to hear from you" not in declining().letter().body
    assert "If a part-time role comes up" in declining().letter(better="a part-time role").body
    assert "glad to hear from you" in evaluated(role_interest=0).letter("decline").body


def test_an_acceptance_names_the_time_if_it_is_known():
    """A paragraph with a name for which nothing is known is left out, and no hole is left."""
    assert "I have noted Thursday 3 December 2026, 14:00 UTC+01:00." in EVALUATION.letter("accept").body
    assert "noted" not in evaluated().letter(iv.replies.Response.ACCEPT).body


@pytest.mark.parametrize(
    ("facts", "subject", "thanks"),
    [
        ({}, "Interview", "to an interview."),
        ({"role": "Cook"}, "Interview: Cook", "to interview for the Cook position."),
        ({"organization": "Bistro"}, "Interview at Bistro", "to an interview at Bistro."),
        (
            {"role": "Cook", "organization": "Bistro"},
            "Interview: Cook at Bistro",
            "to interview for the Cook position at Bistro.",
        ),
    ],
)
def test_what_is_not_known_is_not_named(facts, subject, thanks):
    """The subject and the thanks name the role and the organisation as far as they are known."""
    letter = evaluated(**facts).letter("accept")
    assert subject == letter.subject
    assert f"Thank you for inviting me {thanks} I will be there." in letter.body


def test_a_question_of_a_plugin_is_asked_in_its_own_words():
    """What a recruiter can answer and the library has no words for is asked as the quantity asks it."""
    perks = iv.Quantity(
        "perks", unit="h", bounds=(-500, 500), prior=(-400, 400), question="Which\nperks?", ask="recruiter"
    )

    @iv.scorer(kind="benefit", quantities=[perks])
    def bonus(perks):
        return perks

    evaluation = iv.Evaluator(plugins=[bonus], discover=False).evaluate(KNOWN, iv.Seeker(job_worth=300))
    assert iv.Verdict.ASK_THEM is evaluation.verdict
    assert "- Which perks?" == asked(evaluation.letter())


def test_a_question_of_a_plugin_has_the_language_of_the_letter(monkeypatch):
    """Where the plugin brings a translation of its question, the letter has it."""
    monkeypatch.setattr(asking_them, "say", {"Which perks?": "Welche Extras?"}.__getitem__)
    perks = SimpleNamespace(quantity="perks", text="Which perks?")
    assert "Welche Extras?" == asking_them.question_to_them(perks)


def test_a_question_of_the_library_is_asked_in_words_for_a_recruiter():
    """What is worth asking them is asked as a recruiter can answer it, best first, and not what only you can answer."""
    invitation = iv.Invitation(
        stage="onsite", remote=False, would_accept=0.003, offer_chance=0.2, travel=6, hinge="none",
        role_interest=0.1, organization_interest=0.8, promise="nothing", exposure="nobody",
    )  # fmt: skip
    seeker = iv.Seeker(
        status="open", job_worth=1500, mindset=0.5, experience=4, upcoming_interviews=1, pressure=1,
        sociability=0.5, nervousness=0.5, base_offer_chance=0.2,
    )  # fmt: skip
    questions = (
        "- How often do other positions come up in which I might fit?\n"
        "- How many people will I meet, and what do they do?"
    )
    assert questions == asked(EVALUATOR.evaluate(invitation, seeker).letter())


@pytest.mark.parametrize("evaluation", [attending(), declining()], ids=["attend", "decline"])
def test_with_nothing_to_ask_there_is_no_letter_that_asks(evaluation):
    """Who wants to ask where no answer is worth asking is told so, and what would do."""
    with pytest.raises(iv.errors.InvalidInputError, match="nothing that they could answer is worth asking; to ask all"):
        evaluation.letter("ask")
    assert "- May I bring my dog?" == asked(evaluation.letter("ask", question="May I bring my dog?"))


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
        EVALUATION.letter("accept", template=path)
    with pytest.raises(iv.errors.FieldError, match=reason):
        raise caught.value.mistakes[0]


@pytest.mark.parametrize(("size", "reason"), [(None, "cannot be opened"), (30_000, "larger than 20,000 bytes")])
def test_a_template_that_cannot_be_read(tmp_path, size, reason):
    """No file, or one too large to be a letter, is a ReadError."""
    path = tmp_path / "mine.txt"
    if size:
        path.write_text("x" * size, encoding="utf-8")
    with pytest.raises(iv.errors.ReadError, match=reason):
        EVALUATION.letter("accept", template=path)


def test_an_unknown_response_is_refused():
    """A slip of the pen is answered with the nearest name."""
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        EVALUATION.letter("declin")
    assert "decline" == caught.value.mistakes[0].nearest


def test_an_own_template_asks_what_is_worth_asking(tmp_path):
    """Its questions are those of the letter, and with none the paragraph is left out."""
    path = tmp_path / "mine.txt"
    path.write_text("Re: $role\n\nOne thing:\n$questions\n\nBye", encoding="utf-8")
    assert ["Re: the position", "Bye"] == str(declining().letter("ask", template=path)).split("\n\n")
    assert asking().letter(template=path).body.startswith("One thing:\n- What are the pay")
    evaluation = evaluated(organization="Bistro")
    assert "Re: the position at Bistro" == evaluation.letter("accept", template=path).subject


INVITED_IN_GERMAN = EVALUATOR.evaluate(KNOWN | iv.Invitation(language="de-AT"), iv.Seeker())


@pytest.mark.parametrize("spoken", ["en", "de"])
def test_the_language_is_that_of_the_invitation(spoken):
    """Who is invited in German answers in German, whatever the region and whatever is spoken."""
    with iv.speaking(spoken):
        assert (
            "Vorstellungsgespräch: Data Analyst bei Brightside Marketing" == INVITED_IN_GERMAN.letter("accept").subject
        )
        assert "3. Dezember 2026" in INVITED_IN_GERMAN.letter("accept").body


def test_the_argument_counts_before_the_invitation():
    """A language that is asked for is that of the letter."""
    assert EVALUATION.letter("accept", language="en") == INVITED_IN_GERMAN.letter("accept", language="en")


@pytest.mark.parametrize("spoken", ["en", "de"])
def test_a_language_without_letters_is_not_that_of_the_letter(spoken):
    """An invitation in a language that the library does not speak is answered in the one that is spoken."""
    invited = EVALUATOR.evaluate(KNOWN | iv.Invitation(language="tlh"), iv.Seeker())
    with iv.speaking(spoken):
        assert EVALUATION.letter("accept", language=spoken) == invited.letter("accept")


def test_a_template_has_the_values_in_the_language_of_the_invitation(tmp_path):
    """What is filled into one's own template is in the language of the letter."""
    path = tmp_path / "mine.txt"
    path.write_text("Termin\n$role, $starts", encoding="utf-8")
    assert "Data Analyst bei Brightside Marketing, Donnerstag, 3. Dezember 2026, 14:00 UTC+01:00" == (
        INVITED_IN_GERMAN.letter("accept", template=path).body
    )


def test_why_there_is_no_letter_is_told_to_you():
    """An error is for the seeker, so it is in the language that is spoken and not in that of the letter."""
    invited = evaluated(language="de", role_interest=0, organization_interest=0)
    with iv.speaking("en"), pytest.raises(iv.errors.InvalidInputError, match="nothing that they could answer"):
        invited.letter("ask")


def test_the_language_is_chosen():
    """English is spoken in any of its regions; a language without letters is refused with those that there are."""
    assert EVALUATION.letter("accept") == EVALUATION.letter("accept", language="en-GB")
    with pytest.raises(iv.errors.FieldError, match="language: got 'tlh', expected one of en"):
        EVALUATION.letter("accept", language="tlh")


QUESTION = {Response.ACCEPT: None, Response.DECLINE: None, Response.ASK: "How long?"}


@given(st.text(max_size=400), st.text(max_size=400), st.sampled_from(Response))
def test_nothing_of_an_invitation_adds_a_line(role, organization, response):
    """Whatever stands in the invitation is words on one line: no header, no field of the template, no paragraph."""
    known = evaluated(role="X", organization="Y").letter(response, question=QUESTION[response])
    letter = evaluated(role=role, organization=organization).letter(response, question=QUESTION[response])
    assert 1 == len(letter.subject.splitlines())
    assert known.body.count("\n") == letter.body.count("\n")
    assert len(letter.body) < len(known.body) + 1_000


def test_a_value_is_no_template():
    """What looks like a field within a value stays as it is."""
    assert "$name" in evaluated(role="$name $$").letter("accept", name="Me").subject
