"""The place of an interview: by phone or video, in person, or unknown."""

from __future__ import annotations

import pytest

from interview_value.reading.words.places import find_place

MEET = "https://meet.google.com/abc-defg-hij"
TEAMS = "https://teams.microsoft.com/l/meetup-join/19%3ameeting"


@pytest.mark.parametrize(
    ("summary", "location", "description", "remote", "said_by", "where"),
    [
        ("Phone interview", "", "", True, "SUMMARY", None),
        ("Interview (video)", "1 Example Street", "", True, "SUMMARY", "1 Example Street"),
        ("Onsite interview", "", MEET, False, "SUMMARY", MEET),
        ("Interview in person", "", "", False, "SUMMARY", None),
        ("Virtual onsite", "", "", True, "SUMMARY", None),
        ("Interview", MEET, "", True, "LOCATION", MEET),
        ("Interview", "Microsoft Teams Meeting", TEAMS, True, "LOCATION", "Microsoft Teams Meeting"),
        ("Interview", "+49 30 1234567", "", True, "LOCATION", "+49 30 1234567"),
        ("Interview", "1 Example Street", "", False, "LOCATION", "1 Example Street"),
        ("Interview", "Beispielstraße 1", "", False, "LOCATION", "Beispielstraße 1"),
        ("Interview", "1 Example Street", f"Or join {MEET}", None, "", "1 Example Street"),
        ("Interview", "Example", "", None, "", "Example"),
        ("Interview", "", f"Join: {TEAMS}", True, "DESCRIPTION", TEAMS),
        ("Interview", "", "us02web.zoom.us/j/123", True, "DESCRIPTION", "us02web.zoom.us/j/123"),
        ("Interview", "", "https://example.com/zoom.us", None, "", None),
        ("Phone interview (in person)", "", "", None, "", None),
        ("Interview", "", "", None, "", None),
    ],
)
def test_what_is_said_of_the_place(summary, location, description, remote, said_by, where):
    """The summary's words count first, then the location, then a conference link."""
    found = find_place(summary, location, {"DESCRIPTION": description}, {})
    assert (remote, said_by, where) == (found.remote, found.remote_from, found.location)


@pytest.mark.parametrize("link", [MEET, "https://video.example.com/room", "zoom.us/j/1"])
def test_a_property_that_only_a_conference_has_is_enough(link):
    """Whatever the host, if it holds a link."""
    found = find_place("Interview", "", {}, {"CONFERENCE": link})
    assert (True, "CONFERENCE", link) == (found.remote, found.remote_from, found.location)


def test_a_conference_without_a_link_says_nothing():
    """A number or a word there may be anything."""
    assert find_place("Interview", "", {}, {"CONFERENCE": "none"}).remote is None


def test_a_place_and_a_link_come_with_a_note():
    """Some programs add a link to every event."""
    assert "DESCRIPTION" == find_place("Interview", "1 Example Street", {"DESCRIPTION": MEET}, {}).two_from
