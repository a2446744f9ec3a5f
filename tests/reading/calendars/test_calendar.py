"""What one event of a calendar file says is read, and all it does not say stays unknown."""

from __future__ import annotations

from datetime import date

import pytest
from reading.files import END, START, SUMMARY, attendee, calendar, event, invited

from interview_value import Evaluator, Stage
from interview_value.errors import ReadError
from interview_value.reading import read
from interview_value.reading.calendars import calendar as calendar_reader


def test_every_value_says_where_it_was_read():
    """File and property, for each of them."""
    invitation = invited("SUMMARY:Final interview: Data Analyst at Example", END, "LOCATION:Zoom")
    assert {
        "starts": "invite.ics: DTSTART",
        "duration": "invite.ics: DTSTART, DTEND",
        "role": "invite.ics: SUMMARY",
        "organization": "invite.ics: SUMMARY",
        "stage": "invite.ics: SUMMARY",
        "remote": "invite.ics: LOCATION",
        "location": "invite.ics: LOCATION",
    } == invitation.read_from


@pytest.mark.parametrize(
    ("lines", "language", "where"),
    [
        (
            ["SUMMARY;LANGUAGE=de-AT:Interview", "DESCRIPTION;LANGUAGE=en:Hello"],
            "de-AT",
            "invite.ics: SUMMARY;LANGUAGE",
        ),
        (["DESCRIPTION;LANGUAGE=en:Hello"], "en", "invite.ics: DESCRIPTION;LANGUAGE"),
        (["SUMMARY;language=DE:Interview"], "DE", "invite.ics: SUMMARY;LANGUAGE"),
        (["SUMMARY;LANGUAGE=d!:Interview", "DESCRIPTION;LANGUAGE=en:Hello"], "en", "invite.ics: DESCRIPTION;LANGUAGE"),
        (["SUMMARY;LANGUAGE=de,en:Interview"], None, None),
        (['SUMMARY;LANGUAGE="<script>":Interview'], None, None),
        (["SUMMARY;LANGUAGE=:Interview"], None, None),
        (["SUMMARY;LANGUAGE=" + "de-" * 300 + ":Interview"], None, None),
        (
            ["SUMMARY;VALUE=DATE;LANGUAGE=de:20261203", "DESCRIPTION;LANGUAGE=en:Hello"],
            "de",
            "invite.ics: SUMMARY;LANGUAGE",
        ),
        (["LOCATION;LANGUAGE=de:Rathaus"], None, None),
    ],
)
def test_the_language_is_that_of_the_words(lines, language, where):
    """The summary's parameter counts before the description's; what is no single tag is ignored."""
    invitation = invited(*lines)
    assert (language, where) == (invitation.language, invitation.read_from.get("language"))


def test_a_language_alone_is_no_invitation():
    """An event of which nothing but the language can be read says nothing of an interview."""
    with pytest.raises(ReadError, match="nothing of an interview can be read"):
        read(calendar(event("SUMMARY;LANGUAGE=de:Interview")))


def test_what_the_file_does_not_say_stays_unknown():
    """An event with a start alone gives a start alone."""
    assert {"starts"} == set(invited().read_from)


@pytest.mark.parametrize(
    ("summary", "description", "stage", "note"),
    [
        ("Phone screen", "", Stage.SCREEN, ""),
        ("Interview", "This is the first round interview.", Stage.FIRST, ""),
        ("First interview", "The final interview follows.", Stage.FIRST, ""),
        ("Interview", "", Stage.UNKNOWN, ""),
        ("Second interview", "", Stage.UNKNOWN, "SUMMARY names a round after the first; the model has no stage for it"),
        (
            "Interview",
            "A first interview, then a final interview",
            Stage.UNKNOWN,
            "more than one stage (final interview and first interview)",
        ),
        ("Interview", "First interview; third interview later", Stage.UNKNOWN, "(first interview and a later round)"),
    ],
)
def test_the_stage_is_read_from_plain_words(summary, description, stage, note):
    """The summary counts before the description; what is not plain is unknown, with a note."""
    invitation = invited(f"SUMMARY:{summary}", f"DESCRIPTION:{description}")
    assert (stage, True) == (invitation.stage, note in " ".join(invitation.notes))


def test_labels_in_the_description_say_role_and_organisation():
    """Where the summary is silent, a labelled line is as plain."""
    invitation = invited(r"DESCRIPTION:Hello\n<b>Position:</b> Data Analyst<br>Company: Example\, Inc.\n")
    assert ("Data Analyst", "Example, Inc") == (invitation.role, invitation.organization)
    assert "invite.ics: DESCRIPTION" == invitation.read_from["role"]


def test_an_organisation_that_may_be_a_person_comes_with_a_note():
    """Interview with whom? The words leave it open, so a person is asked to look."""
    notes = invited("SUMMARY:Interview with Example for Data Analyst").notes
    assert "if it is a person there, correct it" in " ".join(notes)


def test_nobody_who_takes_part_is_taken_for_an_organisation():
    """A name that is also an attendee's is a person's."""
    summary = "SUMMARY:Interview with Interviewer One for Data Analyst"
    invitation = invited(summary, "ORGANIZER;CN=Interviewer One:mailto:one@example.com")
    assert ("Data Analyst", None) == (invitation.role, invitation.organization)


def test_a_place_and_a_link_settle_nothing():
    """The note says that both are there."""
    invitation = invited("LOCATION:1 Example Street", "X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij")
    assert (None, "1 Example Street") == (invitation.remote, invitation.location)
    assert "a place and a link (X-GOOGLE-CONFERENCE)" in " ".join(invitation.notes)


def test_texts_are_cut_and_cleaned():
    """A location of any length and with any characters becomes one short line."""
    location = invited("LOCATION:Room\x07 1\\n\u202eand so on" + "x" * 5_000).location
    assert (2_000, "Room 1 and so onxx") == (len(location), location[:18])


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (calendar(event(SUMMARY, START, "no line at all")), "lines that are broken and were left out: 1"),
        (
            f"BEGIN:VCALENDAR\nBEGIN:VEVENT\n{SUMMARY}\n{START}",
            "the file ends in the middle of an event; something may be missing",
        ),
        (calendar(event(SUMMARY, START), method="REPLY"), "an answer to an invitation (METHOD:REPLY), not one itself"),
        (calendar(event(SUMMARY, START, "RRULE:FREQ=DAILY")), "the event repeats ('FREQ=DAILY')"),
        (calendar(event("SUMMARY:Lunch", START)), "nothing in the event says that it is an interview"),
        (calendar(event(SUMMARY, "DTSTART:20261203T130000")), "the file names no time zone for the start"),
        (calendar(event(SUMMARY, "DTSTART;TZID=Nowhere:20261203T130000")), "the time zone 'Nowhere' is not known"),
        (calendar(event(SUMMARY, "DTSTART;TZID=Europe/Rome:20261203T130000Z")), "in UTC and in the time zone"),
        (calendar(event(SUMMARY, START, *["ATTENDEE:mailto:a@example.com"] * 2_000)), "than are looked at"),
    ],
)
def test_what_is_odd_becomes_a_note(text, note):
    """The event is read, and a person can see what to doubt."""
    assert note in " ".join(read(text).notes)


def test_a_plain_invitation_has_no_notes():
    """Nothing odd, nothing said."""
    assert () == invited(END).notes


def test_an_event_that_says_nothing_is_refused():
    """The reason says why nothing could be read."""
    with pytest.raises(ReadError, match="nothing of an interview can be read: the event takes the whole day"):
        invited("DTSTART;VALUE=DATE:20261203")


def test_a_failure_of_the_library_becomes_a_read_error(monkeypatch):
    """Whatever the calendar library raises, the user sees one kind of error, with the reason."""
    monkeypatch.setattr(calendar_reader, "choose", lambda *_: 1 / 0)
    with pytest.raises(ReadError, match="cannot read it: ZeroDivisionError: 'division by zero'"):
        invited()


def test_the_entry_is_kept_for_the_answer():
    """What an answer must repeat is kept as it is written, emoji joined by invisible marks and all."""
    invitation = invited(
        "UID:a@b", "SEQUENCE:2", "SUMMARY:Interview 👩\u200d💻", "ORGANIZER:MAILTO:Jobs@Example.org",
        "RECURRENCE-ID;VALUE=DATE:20261203", attendee("Me@Example.com", RSVP="TRUE"), attendee("you@example.org", PARTSTAT="ACCEPTED"),
    )  # fmt: skip
    entry = invitation.event
    assert ("a@b", 2, "REQUEST", "Interview 👩\u200d💻") == (entry.uid, entry.sequence, entry.method, entry.summary)
    assert ("MAILTO:Jobs@Example.org", "mailto:Me@Example.com") == (entry.organizer, entry.attendee)
    assert date(2026, 12, 3) == entry.recurrence_id


@pytest.mark.parametrize(("status", "answer"), [("accepted", "ACCEPTED"), ("NEEDS-ACTION", ""), ("X" * 3_000, "")])
def test_what_you_have_answered_is_kept(status, answer):
    """An entry that you have accepted says so, and makes a no cost something; what is no answer is not kept."""
    invitation = invited("UID:a", "ORGANIZER:mailto:one@example.com", attendee("me@example.com", PARTSTAT=status))
    assert answer == invitation.event.answer
    notes = Evaluator(discover=False, draws=1).evaluate(invitation).notes
    assert bool(answer) is any("you have said yes already" in note for note in notes)


def test_an_entry_that_cannot_be_answered():
    """Without a UID there is nothing to answer; with one that is too long, a note says so and the rest is read."""
    assert invited().event is None
    long = invited("UID:" + "x" * 3_000)
    assert (None, True) == (long.event, long.starts is not None)
    assert "cannot be answered in kind: uid" in long.notes[-1]


PAGE = r'X-ALT-DESC;FMTTYPE=text/html:<html><head><style>p {margin:0}</style></head><body><p>Position: Data Analyst</p><p>A first interview. <a href="https://teams.microsoft.com/l/meetup-join/1">Join</a></p></body></html>'


def test_the_richer_description_counts():
    """The page is read where there is no plain text or less of it, and says so."""
    for poorer in ([], ["DESCRIPTION:See below"]):
        invitation = invited(PAGE, *poorer)
        assert ("Data Analyst", "first") == (invitation.role, invitation.stage.value)
        assert {"invite.ics: X-ALT-DESC"} == {invitation.read_from[name] for name in ("role", "stage", "remote")}


def test_plain_text_counts_if_it_says_as_much():
    """A page beside it is then a copy."""
    plain = r"DESCRIPTION:Position: Statistician\n" + "and much more " * 20
    invitation = invited(PAGE, plain)
    assert ("Statistician", "invite.ics: DESCRIPTION") == (invitation.role, invitation.read_from["role"])


def test_a_page_is_bounded():
    """What stands behind its first 50,000 characters is not looked at."""
    assert invited("LOCATION:Berlin", "X-ALT-DESC:" + "x" * 50_000 + "<p>Position: Data Analyst</p>").role is None
