"""Headings: those of common trackers are known, in whatever form."""

from __future__ import annotations

import pytest

from interview_value.reading.tables.headings import NAMES

from .one_table import table, why_unused


@pytest.mark.parametrize(
    ("name", "heading"), [(name, heading) for name, headings in NAMES.items() for heading in headings]
)
def test_every_heading_is_known(name, heading):
    """Every heading is known in whatever case, and with underscores or hyphens."""
    for form in (
        heading,
        heading.title(),
        heading.upper(),
        heading.replace(" ", "_"),
        heading.replace(" ", "-"),
        f"{heading} *",
    ):
        (column, *_) = table(f"{form},x", "1,2").used
        assert (form.strip(), name) == (column.heading, column.holds)


@pytest.mark.parametrize("heading", ["jobTitle", "companyName", "Job Title (as posted)", "Company [name]"])
def test_headings_are_known_in_other_forms(heading):
    """Headings are known run together, and with something in brackets."""
    assert 1 == len(table(f"{heading},x", "1,2").used)


@pytest.mark.parametrize(
    ("heading", "reason"),
    [
        ("Location", "it may say where the job is"),
        ("Work mode", '"remote" holds the latter'),
        ("Remote", '"remote" holds the latter'),
        ("Date", "does not plainly say when"),
        ("Date Applied", "does not plainly say when"),
        ("Last updated", "nothing in an invitation corresponds to it"),
        ("Excitement", "on which scale"),
        ("Salary", "nothing in an invitation corresponds to it"),
        ("", "nothing in an invitation corresponds to it"),
        ("duration_low", "one end of a range of duration, and there is no column with the other end"),
        ("job_worth", "nothing in an invitation corresponds to it"),
        ("When we asked whether the time and the place were convenient to you", "nothing in an invitation"),
    ],
)
def test_columns_that_are_not_plain_are_left_out(heading, reason):
    """A column whose heading is ambiguous or unknown is left out with the reason."""
    assert reason in why_unused(heading)
