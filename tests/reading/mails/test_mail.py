"""Mails: the calendar part counts, in whichever wrapping; without one, only plain words do."""

from __future__ import annotations

import sys
from email.message import EmailMessage
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart

import pytest
from reading.files import END, START, attendee, calendar, event

from interview_value import Stage
from interview_value.errors import ReadError
from interview_value.model.source import Source
from interview_value.reading import read

SUMMARY = "SUMMARY:Interview: Käsemeister Analyst at Example"
ICS = calendar(event(START, END, SUMMARY), method="REQUEST")


def mail(text: str = "Hello", subject: str = "Hello", to: str = "you@example.com", html: bool = False) -> EmailMessage:
    """Return a mail without parts."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "hiring@example.com", to, subject
    message.set_content(text, subtype="html" if html else "plain")
    return message


def inviting(ics: str = ICS, cte: str = "base64", to: str = "you@example.com", **more: str) -> EmailMessage:
    """Return a mail with a calendar part beside its text."""
    message = mail(to=to)
    message.add_alternative(ics, subtype="calendar", cte=cte, params={"method": "REQUEST"}, **more)
    return message


def read_mail(message: EmailMessage | bytes, seeker: str | None = None):
    """Read a mail as a file of it would be."""
    data = message if isinstance(message, bytes) else message.as_bytes()
    return read(Named(data), seeker=seeker)


class Named:
    """An open file called mail.eml."""

    name = "mail.eml"

    def __init__(self, data: bytes) -> None:
        self.read = lambda size: data[:size]


@pytest.mark.parametrize("cte", ["base64", "quoted-printable", "8bit"])
def test_the_calendar_part_is_read_in_any_transfer_encoding(cte):
    """And every value says in which part of which file it was found."""
    invitation = read_mail(inviting(cte=cte))
    assert ("Käsemeister Analyst", 1.0) == (invitation.role, invitation.duration.low)
    assert "mail.eml › calendar part: SUMMARY" == invitation.read_from["role"]


def in_language(message: EmailMessage, header: str) -> EmailMessage:
    """Return a mail with a header that gives its language."""
    message["Content-Language"] = header
    return message


@pytest.mark.parametrize(
    ("header", "language"), [("de-DE", "de-DE"), ("de, en", None), ("=?utf-8?q?d=C3=A9?=", None), ("", None)]
)
def test_the_header_gives_the_language(header, language):
    """One tag in the header is the language, with a calendar part and without one; of several none is."""
    in_words = mail("The interview takes one hour.", "Interview: Clerk at Example")
    assert [language] * 2 == [read_mail(in_language(each, header)).language for each in (inviting(), in_words)]


def test_the_calendar_part_counts_before_the_header():
    """The calendar part says itself in which language it is."""
    ics = ICS.replace("SUMMARY:", "SUMMARY;LANGUAGE=de:")
    invitation = read_mail(in_language(inviting(ics), "en"))
    assert ("de", "mail.eml › calendar part: SUMMARY;LANGUAGE") == (
        invitation.language,
        invitation.read_from["language"],
    )
    invitation = read_mail(in_language(inviting(), "en"))
    assert ("en", "mail.eml: Content-Language") == (invitation.language, invitation.read_from["language"])


def test_an_attached_file_says_its_name():
    """By its ending, where its type says nothing."""
    message = mail()
    message.add_attachment(ICS.encode(), "application", "octet-stream", filename="invite.ics")
    assert "mail.eml › invite.ics: SUMMARY" == read_mail(message).read_from["role"]


def test_a_part_is_known_by_its_content():
    """Some programs call a calendar file plain text."""
    message = mail()
    message.add_attachment(ICS)
    assert "Käsemeister Analyst" == read_mail(message).role


def test_a_mail_is_read_however_deep_the_part_is():
    """Forwarded within a mail within a mixture."""
    outer = MIMEMultipart()
    outer["From"], outer["Subject"] = "you@example.com", "Fwd: Hello"
    outer.attach(MIMEMessage(inviting()))
    assert "Käsemeister Analyst" == read_mail(outer.as_bytes()).role


def test_the_character_set_of_the_part_counts():
    """Latin-1 as well as what is no character set at all."""
    message = mail()
    message.add_attachment(ICS.encode("latin-1"), "text", "calendar", params={"charset": "iso-8859-1"})
    assert "Käsemeister Analyst" == read_mail(message).role


@pytest.mark.parametrize("charset", ["punycode", "no-such-set", "utf-8", "us-ascii", "\\0"])
def test_what_is_no_character_set_is_not_used(charset):
    """Some codecs take time in the square of what they are given."""
    message = f"Content-Type: text/calendar; charset={charset}\n\n{ICS.replace('ä', 'a')}"
    assert "Kasemeister Analyst" == read_mail(message.encode()).role


def inviting_to(*lines: str, subject: str, text: str = "Hello") -> EmailMessage:
    """Return a mail about an interview, whose calendar part has these lines."""
    message = mail(text, subject)
    ics = calendar(event(START, END, *lines), method="REQUEST")
    message.add_alternative(ics, subtype="calendar", params={"method": "REQUEST"})
    return message


def test_the_words_name_what_the_calendar_part_does_not():
    """What the subject and the words name is added, with where it stands; what the calendar part says stays."""
    told = read_mail(
        inviting_to("SUMMARY:Interview", subject="Interview: Analyst at Brightside", text="A phone screen.\nRole: Cook")
    )
    assert ("Analyst", "Brightside", Stage.SCREEN) == (told.role, told.organization, told.stage)
    assert ["mail.eml: Subject", "mail.eml: Subject", "mail.eml: text"] == [
        told.read_from[field] for field in ("role", "organization", "stage")
    ]
    both = read_mail(inviting_to("SUMMARY:Interview: Chef at Example", subject="Interview: Analyst at Brightside"))
    assert ("Chef", "Example") == (both.role, both.organization)


def test_what_is_said_counts_more_than_a_guess():
    """An organisation that the subject names takes the place of one that was guessed, and the guess is not noted."""
    organizer = "ORGANIZER:mailto:jo@northbridge-labs.example"
    named = read_mail(inviting_to("SUMMARY:Interview", organizer, subject="Interview: Analyst at Northbridge Labs"))
    guessed = read_mail(inviting_to("SUMMARY:Interview", organizer, subject="Hello"))
    assert ("Northbridge Labs", "northbridge-labs.example") == (named.organization, guessed.organization)
    assert [False, True] == ["guessed" in " ".join(told.notes) for told in (named, guessed)]


def test_the_first_part_that_can_be_read_counts():
    """A cancelled event beside one that stands is passed over."""
    message = inviting(calendar(event(START, SUMMARY), method="CANCEL"))
    message.add_alternative(ICS, subtype="calendar")
    assert "Käsemeister Analyst" == read_mail(message).role


def test_a_mail_that_cancels_is_refused_with_the_reason():
    """The words of the mail are not read instead."""
    with pytest.raises(ReadError, match=r"mail.eml › calendar part: the interview was cancelled"):
        read_mail(inviting(calendar(event(START, SUMMARY), method="CANCEL")))


PEOPLE = [attendee(f"{name}@example.com", PARTSTAT="ACCEPTED") for name in ("you", "b", "c")]


@pytest.mark.parametrize(
    ("to", "seeker", "people"),
    [
        ("you@example.com", None, "2"),
        ("somebody@example.com", None, "2..3"),
        ("you@example.com, b@example.com", None, "2..3"),
        ("broken", None, "2..3"),
        ("broken", "B@example.com", "2"),
    ],
)
def test_the_only_recipient_is_the_seeker(to, seeker, people):
    """If the calendar part knows the address; an address that is given counts before it."""
    invitation = read_mail(inviting(calendar(event(START, *PEOPLE)), to=to), seeker)
    assert people == str(invitation.people_met)


def test_plain_words_are_read():
    """Subject and labels, a length and a link; and a note says that no more was there."""
    text = (
        "Hi,\nPosition: Data Analyst\nCompany: Example\nThe interview will take 45 minutes: https://meet.google.com/abc"
    )
    invitation = read_mail(mail(text, "Final interview"))
    assert ("Data Analyst", "Example", Stage.FINAL, True, 0.75) == (
        *(invitation.role, invitation.organization, invitation.stage, invitation.remote),
        invitation.duration.low,
    )
    assert {"mail.eml: Subject", "mail.eml: text"} == set(invitation.read_from.values())
    assert ("the mail has no calendar part; only what its words plainly say was read",) == invitation.notes


@pytest.mark.parametrize(
    ("subject", "role"),
    [
        ("Interview invitation: Senior Data Analyst", "Senior Data Analyst"),
        ("Re: Interview confirmation - the Nurse position", "Nurse"),
        ("Interview invitation: Hiring Manager", None),
        ("Interview invitation: Pat Example", None),
    ],
)
def test_the_subject_of_an_invitation_names_the_role(subject, role):
    """Only an occupation is surely one."""
    assert role == read_mail(mail("A phone screen", subject)).role


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("a 30-minute interview", 0.5),
        ("The call lasts about one hour.", 1),
        ("Duration: 90 minutes", 1.5),
        ("a half an hour interview", 0.5),
        ("a 30 min interview, then a 60 min interview", None),
        ("the interview takes 99 hours", None),
        ("I have 10 years", None),
    ],
)
def test_a_length_is_read_where_there_is_one(text, hours):
    """Two lengths, an impossible one, and other numbers are none."""
    duration = read_mail(mail(text, "First interview")).duration
    assert hours == (duration.low if duration else None)


def test_a_mail_of_html_is_read_as_text():
    """Without scripts, styles and tags."""
    page = "<style>Position: x</style><p>Position: <b>Data Analyst</b></p><script>Company: y</script>"
    invitation = read_mail(mail(page, "Your interview", html=True))
    assert ("Data Analyst", None) == (invitation.role, invitation.organization)


@pytest.mark.parametrize(
    ("subject", "reason"),
    [
        ("Your application", "its subject does not say that it invites"),
        ("Your interview", "plainly says nothing of it"),
        ("=?broken?q?=ff?= interview", "plainly says nothing of it"),
    ],
)
def test_a_mail_that_says_nothing_is_refused(subject, reason):
    """The reason says what was looked for."""
    with pytest.raises(ReadError, match=reason):
        read_mail(f"From: a@example.com\nSubject: {subject}\n\nHello".encode())


def test_a_mail_without_any_words_is_refused():
    """An attachment is not the words of the mail."""
    message = mail(" ", "Interview")
    message.add_attachment("Position: Analyst", filename="notes.txt")
    with pytest.raises(ReadError, match="plainly says nothing of it"):
        read_mail(message)


def test_parts_that_nest_without_end_are_refused_or_read():
    """A thousand mails within each other end in an error, not in a crash."""
    data = b"Content-Type: message/rfc822\nMIME-Version: 1.0\n\n" * 5_000 + b"Subject: Hello\n\nHello"
    with pytest.raises(ReadError):
        read_mail(data)


def test_a_mail_that_nests_too_deep_says_so(monkeypatch):
    """Whatever depth the interpreter allows."""

    def nested(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr("interview_value.reading.mails.mail.BytesParser.parsebytes", nested)
    with pytest.raises(ReadError, match="nest too deep"):
        read_mail(mail())


def test_a_table_or_a_note_is_no_mail():
    """One word and a colon do not make a header."""
    with pytest.raises(ReadError, match="is of no known format"):
        read("Date: 3 December\nBring: a pen\n")


def test_a_subject_in_an_unknown_alphabet_is_read_as_it_stands():
    """An encoding that nobody knows hides nothing else."""
    data = b"From: a@example.com\nSubject: =?x-unknown?q?First?= interview\n\nfirst interview"
    assert Stage.FIRST == read_mail(data).stage


def test_without_the_extra_the_error_says_what_to_install(monkeypatch):
    """The calendar part needs the calendar library."""
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(ReadError, match=r'pip install "interview-value\[readers\]"'):
        read_mail(inviting())


def test_a_mail_can_be_read_from_its_bytes():
    """As it comes from a mailbox of Unix, with a line before the header."""
    data = b"From somebody Thu Dec  3 14:00:00 2026\n" + inviting().as_bytes()
    assert "bytes › calendar part: DTSTART" == read(Source.open(data).data).read_from["starts"]
