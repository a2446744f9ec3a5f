"""Descriptions written as HTML: their words, with their lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading.files import invited

from interview_value.reading.words.hypertext import words_of


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("Position: Data Analyst", "Position: Data Analyst"),
        ("<p>Role:&nbsp;<b>Data Analyst</b></p><p>Hello</p>", "Role: Data Analyst\nHello"),
        ("<html><head><title>x</title></head><style>p {}</style>A &amp; B<br/>C", "A & B\nC"),
        ("<script>alert(1)</script>1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("<script>never closed", ""),
        ("<!-- comment -->a", "a"),
    ],
)
def test_words_of_a_page(page, words):
    """Tags, styles and scripts go, lines and entities stay."""
    assert words == "\n".join(" ".join(line.split()) for line in words_of(page).split("\n")).strip()


@given(st.text(alphabet=st.characters(exclude_characters="<&")))
def test_text_without_markup_stays_as_it_is(text):
    """Nothing is lost of what is no HTML."""
    assert text == words_of(text)


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
