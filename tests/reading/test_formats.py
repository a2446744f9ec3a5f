"""Formats: each is found by its content, and says what it needs."""

from __future__ import annotations

import pytest

from interview_value.reading import read
from interview_value.reading.formats import FORMATS

from .files import START, calendar, event, page

ICS = calendar(event(START, "SUMMARY:Interview: Data Analyst at Brightside Marketing"))


HTML = page({"@type": "JobPosting", "title": "Data Analyst"})


@pytest.mark.parametrize(
    "content",
    [
        ICS.encode(),
        ICS.replace("\n", "\r\n").encode(),
        ICS.replace("\n", "\r").encode(),
        b"\xef\xbb\xbf" + ICS.encode(),
        ICS.encode("utf-16"),
        b"\n \n" + ICS.encode(),
        b"Content-Type: text/calendar\n\n" + ICS.encode(),
        ICS.lower().replace("interview: data analyst at brightside marketing", "Interview: Data Analyst at B").encode(),
        HTML.encode(),
        HTML.encode("utf-16"),
        b"an odd beginning <script></script>" + HTML.encode(),
        b'{"@type": "JobPosting", "title": "Data Analyst"}',
        b'\xef\xbb\xbf[{"@type": "JobPosting", "title": "Data Analyst"}]',
    ],
)
def test_the_format_is_found_by_content(content):
    """Whatever its line ends, encoding and case: a calendar and a posting are told by what is in them."""
    assert "Data Analyst" == read(content).role


def test_the_name_does_not_count(tmp_path):
    """A calendar file whose name says otherwise is read as a calendar file."""
    path = tmp_path / "posting.html"
    path.write_text(ICS)
    assert "posting.html: SUMMARY" == read(path).read_from["role"]


def test_formats_say_what_they_need():
    """Each format says which extra it needs and whether that is installed, as it is where these tests run."""
    needs = {known.name.split(" (")[0]: known.extra for known in FORMATS}
    assert "readers" == needs["a calendar file"]
    assert "" == needs["a mail"]
    assert {True} == {known.installed for known in FORMATS if known.extra in ("", "readers")}
