"""People met: who takes part is counted, and who they are is nobody's business."""

from __future__ import annotations

import pytest
from reading.files import attendee, invited

A, B, C = (attendee(f"interviewer.{letter}@example.com", PARTSTAT="ACCEPTED") for letter in "abc")
YOU = attendee("you@example.com", PARTSTAT="NEEDS-ACTION", RSVP="TRUE")
ASKED = attendee("asked@example.com", PARTSTAT="NEEDS-ACTION", RSVP="TRUE")
ROOM = attendee("room@example.com", CUTYPE="ROOM")
BY_A = "ORGANIZER:mailto:interviewer.a@example.com"
BY_OTHER = "ORGANIZER:MAILTO:someone@example.com"


def met(*lines, **how):
    """The number of people, or the range it lies in, or None."""
    people = invited(*lines, **how).people_met
    return None if people is None else people.low if people.exact else (people.low, people.high)


@pytest.mark.parametrize(
    ("lines", "people"),
    [
        ([], None),
        ([YOU], None),
        ([YOU, ROOM], None),
        ([YOU, A], 1),
        ([YOU, A, B, ROOM], 2),
        ([YOU, A, A.lower().replace("attendee", "ATTENDEE")], 1),
        ([YOU, A, attendee("b@example.com", CUTYPE="INDIVIDUAL", PARTSTAT="ACCEPTED")], 2),
        ([YOU, A, attendee("all@example.com", CUTYPE="GROUP")], 1),
        ([YOU, A, attendee("c_room@resource.calendar.google.com")], 1),
        ([YOU, A, attendee("b@example.com", PARTSTAT="DECLINED")], 1),
        ([YOU, A, attendee("b@example.com", ROLE="NON-PARTICIPANT")], 1),
    ],
)
def test_people_are_attendees_without_the_seeker_rooms_and_groups(lines, people):
    """Each once; nobody left means that the system left them out, which is unknown and never 0."""
    assert people == met(*lines)


@pytest.mark.parametrize(
    ("organizer", "people"),
    [
        (BY_A, 1),
        (BY_OTHER, (1, 2)),
        ("ORGANIZER:mailto:hiring@example.com", 1),
        ("ORGANIZER:mailto:no-reply@example.com", 1),
        ("ORGANIZER;ROLE=NON-PARTICIPANT:mailto:someone@example.com", 1),
        ("ORGANIZER:invalid", 1),
        ("ORGANIZER:mailto:you@example.com", 1),
    ],
)
def test_an_organiser_who_is_no_attendee_may_or_may_not_be_there(organizer, people):
    """The number becomes a range, unless the organiser is there anyway or plausibly nobody."""
    assert people == met(YOU, A, organizer)


@pytest.mark.parametrize(
    ("lines", "people"),
    [
        ([YOU, ASKED], 1),
        ([YOU, ASKED, A], 2),
        ([attendee("you@example.com", PARTSTAT="NEEDS-ACTION"), A], 1),
        ([attendee("you@example.com"), attendee("a@example.com"), "ORGANIZER:mailto:a@example.com"], 1),
        ([A, B, C], 2),
        ([attendee("you@example.com", PARTSTAT="ACCEPTED"), BY_OTHER], None),
    ],
)
def test_in_a_request_one_of_the_attendees_is_the_seeker(lines, people):
    """Whichever it is, the number is the same."""
    assert people == met(*lines)


@pytest.mark.parametrize(
    ("lines", "people"),
    [
        ([A, B], (1, 2)),
        ([A, B, C, BY_OTHER], (2, 4)),
        ([YOU, A, B], 2),
        ([A], None),
    ],
)
def test_an_export_does_not_show_whether_the_seeker_is_one_of_them(lines, people):
    """So the number is a range, unless somebody in it looks invited."""
    assert people == met(*lines, method="")


@pytest.mark.parametrize(
    ("seeker", "people"),
    [("You@Example.com", 1), ("asked@example.com", 1), ("stranger@example.com", 1)],
)
def test_the_seeker_can_be_given(seeker, people):
    """In any case of letters; one that is not among those invited is another address of one of them."""
    assert people == met(YOU, ASKED, seeker=seeker)


def test_a_range_comes_with_a_note_where_it_is_the_seeker_who_is_unclear():
    """The note says what the file does not show."""
    assert "does not show which of the attendees you are" in " ".join(invited(A, B, method="").notes)


def test_an_organiser_is_named_as_a_source_of_the_range():
    """What was read from two properties says so."""
    assert "invite.ics: ATTENDEE, ORGANIZER" == invited(YOU, A, BY_OTHER).read_from["people_met"]
