"""Microdata and RDFa: read through an extra, in the same way as JSON-LD, and within bounds."""

from __future__ import annotations

import sys

import pytest
from reading.files import page

from interview_value.errors import ReadError
from interview_value.reading import read
from interview_value.reading.postings import markup

MICRODATA = """<html><body><div itemscope itemtype="https://schema.org/JobPosting">
  <h1 itemprop="title">Data&nbsp;Analyst</h1>
  <p itemprop="hiringOrganization" itemscope itemtype="https://schema.org/Organization">
    <span itemprop="name">Example</span></p>
</div></body></html>"""
RDFA = """<html><body vocab="https://schema.org/"><div typeof="JobPosting">
  <h1 property="title">Data <b>Analyst</b></h1>
  <p property="hiringOrganization" typeof="Organization"><span property="name">Example</span></p>
</div></body></html>"""
FOUND = ("Data Analyst", "Example")


@pytest.mark.parametrize(("text", "kind"), [(MICRODATA, "microdata"), (RDFA, "RDFa")])
def test_a_posting_is_read_in_either_form(text, kind):
    """And every value says in which."""
    invitation = read(text)
    assert FOUND == (invitation.role, invitation.organization)
    assert {
        "role": f"text: {kind} JobPosting.title",
        "organization": f"text: {kind} JobPosting.hiringOrganization.name",
    } == invitation.read_from


def test_json_ld_counts_before_markup():
    """The page of a posting often holds both."""
    both = page({"@type": "JobPosting", "title": "Analyst"}) + MICRODATA
    assert "text: JobPosting.title" == read(both).read_from["role"]


@pytest.mark.parametrize(
    ("old", "new", "organization"),
    [
        ('itemscope itemtype="https://schema.org/Organization"', "", "Example"),
        ("<span", '<span itemprop="name">First</span><span', "First"),
        ("<span", '<b itemprop="x" itemscope itemref="y"></b><span', "Example"),
    ],
)
def test_microdata_may_be_written_in_several_ways(old, new, organization):
    """An organisation as text, with two names, or with a reference that is not followed."""
    assert organization == read(MICRODATA.replace(old, new)).organization


def test_items_may_nest_deeper_than_is_followed():
    """What lies deeper is left out."""
    deep = '<p itemprop="a" itemscope>' * 30
    assert FOUND[0] == read(MICRODATA.replace("</h1>", f"</h1>{deep}")).role


@pytest.mark.parametrize(
    "noise",
    [
        f'<script>var a = "{"x" * 200_000}"</script>',
        f"<!-- {'x' * 200_000} -->",
        f'<meta name="a" content="{"x" * 200_000}">',
        f"<meta name='a' content='{'x' * 200_000}'>",
        f"<p>{'x' * 200_000}</p>",
        f"<p class={'x=' * 100_000}>y</p>",
        '<p class="a b c d e f">x</p>' * 8_000,
    ],
    ids=["script", "comment", "value", "other value", "text", "tag", "attributes"],
)
def test_what_says_nothing_is_left_out(noise):
    """However long it is, the posting beside it is read."""
    invitation = read(MICRODATA.replace("<div", f"{noise}<div", 1))
    assert FOUND == (invitation.role, invitation.organization)


@pytest.mark.parametrize("more", ["<p itemprop=a>x</p>" * 2_000, "<p>x</p>" * 20_000], ids=["marks", "tags"])
def test_more_markup_than_is_followed_is_refused(more):
    """The library would take minutes."""
    with pytest.raises(ReadError, match="more markup than is followed"):
        read(MICRODATA + more)


def test_without_the_extra_the_error_says_what_to_install(monkeypatch):
    """The library is heavy, so nobody who does not need it has it."""
    monkeypatch.setitem(sys.modules, "extruct", None)
    with pytest.raises(ReadError, match=r'pip install "interview-value\[microdata\]"'):
        read(MICRODATA)


def test_a_page_whose_markup_cannot_be_read_is_refused(monkeypatch):
    """Whatever the library raises."""
    broken = type("Broken", (), {"extract": lambda *_: 1 / 0})
    library = type(sys)("extruct")
    library.MicrodataExtractor = library.RDFaExtractor = broken
    monkeypatch.setattr(markup, "import_module", lambda _: library)
    with pytest.raises(ReadError, match=r"has no schema.org JobPosting \(looked for JSON-LD, microdata and RDFa\)"):
        read(MICRODATA)


def test_words_about_markup_are_no_posting():
    """A page that only looks as if it had one."""
    with pytest.raises(ReadError, match=r"has no schema\.org JobPosting"):
        read('<html><code>typeof="JobPosting"</code></html>')
