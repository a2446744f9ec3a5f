"""The organisation behind an organiser's address: a guess, never of a person, and never a provider of mail."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading.files import START, calendar, event, invited, read

from interview_value.reading.words.domains import FREE_BRANDS, FREE_DOMAINS, SERVICES, employer, is_free_mail

COMPANY = "ORGANIZER;CN=Interviewer One:mailto:one@brightside-marketing.example"


@pytest.mark.parametrize(
    ("address", "name", "mailbox", "said"),
    [
        ("one@brightside.example", "", False, ("brightside.example", "domain")),
        ("One@HR.Brightside.Example.", "", False, ("hr.brightside.example", "domain")),
        ("one@brightside.example", "One Person", False, ("brightside.example", "domain")),
        ("jobs@brightside.example", "Brightside Marketing Recruiting Team", True, ("Brightside Marketing", "name")),
        ("no-reply@greenhouse.io", "Brightside Marketing - Talent Acquisition", True, ("Brightside Marketing", "name")),
        ("no-reply@greenhouse.io", "One Person", True, ("", "")),
        ("jobs@brightside.example", "Hiring team", True, ("brightside.example", "domain")),
        ("jobs@brightside.example", "jobs@brightside.example Careers", True, ("brightside.example", "domain")),
        ("one@brightside.example", "Brightside Careers", False, ("brightside.example", "domain")),
        ("one@mail.brightside.example", "", False, ("mail.brightside.example", "domain")),
        ("one@xn--bcher-kva.example", "", False, ("xn--bcher-kva.example", "domain")),
    ],
)
def test_what_an_address_says(address, name, mailbox, said):
    """The name of a team's mailbox counts first, then the domain as it stands; the name of a person never."""
    assert said == employer(address, name, mailbox=mailbox)


@pytest.mark.parametrize(
    "address",
    [
        "one@gmail.com", "one@GMail.com", "one@yahoo.co.uk", "one@live.nl", "one@t-online.de", "one@mail.ru",
        "x@group.calendar.google.com", "unknownorganizer@calendar.google.com", "x@calendly.com", "x@mail.zoom.us",
        "x@us.greenhouse-mail.io", "x@hire.lever.co", "x@ashbyhq.com", "x@outlook.com", "x@contoso.onmicrosoft.com",
        "one@example.org", "one@example.com", "one@mail.example.net", "one@printer.local", "one@localhost",
        "one@192.0.2.1", "one@[192.0.2.1]", "one", "", "one@", "one@-bad-.example", "one@a..example", "one@brightside.42",
    ],
)  # fmt: skip
def test_what_says_nothing(address):
    """Free mail, services that send for others, names that stand for nobody, and what is no domain."""
    assert ("", "") == employer(address)


def test_which_domains_give_mail_to_anybody():
    """Those of the large providers, in every country, and no others that begin alike."""
    assert [True] * 4 == [is_free_mail(domain) for domain in ("gmail.com", "yahoo.co.uk", "t-online.de", "x.web.de")]
    assert [False] * 4 == [
        is_free_mail(domain)
        for domain in ("mail.brightside.example", "calendly.com", "", "gmail." + "a." * 200 + "com")
    ]


@given(
    st.sampled_from(sorted(f"{brand}.com" for brand in FREE_BRANDS) + sorted(FREE_DOMAINS | SERVICES)),
    st.sampled_from(["", "hr.", "a.b."]),
)
def test_no_provider_and_no_service_is_ever_an_employer(domain, below):
    """Nor is any name below a service or a provider without brands."""
    brand = domain.split(".")[0] in FREE_BRANDS
    assert ("", "") == employer(f"one@{'' if brand else below}{domain}")


@given(st.text(max_size=80), st.text(max_size=80), st.booleans())
def test_any_address_says_something_or_nothing(address, name, mailbox):
    """Never an error, and never half an answer."""
    named, said_by = employer(address, name, mailbox=mailbox)
    assert bool(named) == (said_by in ("name", "domain"))


def test_a_guess_is_marked_as_one():
    """In where it was read and in a note that says what else it may be."""
    invitation = invited(COMPANY)
    assert "brightside-marketing.example" == invitation.organization
    assert "invite.ics: ORGANIZER (guessed from the mail domain)" == invitation.read_from["organization"]
    assert "an agency, a service that sends invitations, or a person's own domain" in invitation.notes[-1]


def test_a_mailbox_of_a_team_says_the_name():
    """Its name is better than the domain of the service that sent it."""
    organizer = "ORGANIZER;CN=Brightside Marketing Careers:mailto:no-reply@us.greenhouse-mail.io"
    invitation = invited(organizer)
    assert "Brightside Marketing" == invitation.organization
    assert "invite.ics: ORGANIZER (guessed from the name of the mailbox)" == invitation.read_from["organization"]


@pytest.mark.parametrize("said", ["SUMMARY:Interview: Data Analyst at Example", "DESCRIPTION:Company: Example"])
def test_what_is_said_counts_before_a_guess(said):
    """The summary or a label names it; nothing is guessed."""
    invitation = invited(said, COMPANY)
    assert ("Example", ()) == (invitation.organization, tuple(note for note in invitation.notes if "guess" in note))


def test_you_are_not_your_own_employer():
    """Where the organiser is you, or may be you as in an export of your own calendar, nothing is guessed."""
    assert invited(COMPANY, seeker="One@Brightside-Marketing.example").organization is None
    one = event("UID:1", START, "SUMMARY:Interview", COMPANY)
    export = calendar(one, event("UID:2", START, "SUMMARY:Lunch"))
    assert (None, "brightside-marketing.example") == (read(export).organization, read(calendar(one)).organization)
    assert "brightside-marketing.example" == read(export, seeker="me@example.org").organization


def test_a_guess_alone_is_no_invitation():
    """An event that says nothing else is refused as before."""
    with pytest.raises(ValueError, match="nothing of an interview can be read"):
        read(calendar(event("UID:1", COMPANY)))
