"""What the words of an invitation say plainly is read, and the rest stays unknown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_value import Stage
from interview_value.reading.words.wording import (
    Title,
    find_lengths,
    find_stages,
    interview_rank,
    is_cancelled,
    read_title,
    words_of,
)

ROLE, PLACE = "Data Analyst", "Brightside Marketing"


@pytest.mark.parametrize(
    "summary",
    [
        "Interview: Data Analyst at Brightside Marketing",
        "First interview: Data Analyst @ Brightside Marketing",
        "Final round interview – Data Analyst at Brightside Marketing (remote)",
        "Invitation: Interview for the Data Analyst position at Brightside Marketing",
        "Updated invitation: Video Interview for Data Analyst at Brightside Marketing @ Thu 3 Dec 2026 2pm (CET)",
        "Data Analyst interview at Brightside Marketing",
        "Interview at Brightside Marketing for a Data Analyst role",
    ],
)
def test_role_and_organisation_that_are_said_plainly(summary):
    """The words between them leave no doubt."""
    assert Title(ROLE, PLACE) == read_title(summary)


@pytest.mark.parametrize(
    "summary",
    [
        "Interview with Brightside Marketing for Data Analyst",
        "Zoom Interview Confirmation for Data Analyst with Brightside Marketing",
        "Brightside Marketing | Data Analyst Interview",
        "Data Analyst | Brightside Marketing phone interview",
        "Technical interview: Data Analyst - Brightside Marketing"[21:] + " interview",
    ],
)
def test_an_organisation_that_might_be_a_person_is_not_sure(summary):
    """Role and organisation are read, and the second one is marked."""
    assert Title(ROLE, PLACE, sure=False) == read_title(summary)


@pytest.mark.parametrize(
    ("summary", "role"),
    [
        ("Technical interview - Data Analyst", ROLE),
        ("Data Analyst | interview", ROLE),
        ("Interview: Data Analyst at 3 pm", ROLE),
        ("Interview: Data Analyst at our office", ROLE),
        ("Interview for Data Analyst with someone@example.com", ROLE),
    ],
)
def test_a_role_alone(summary, role):
    """A name of an occupation is a role, with or without an organisation beside it."""
    assert Title(role) == read_title(summary)


@pytest.mark.parametrize(
    "summary",
    [
        "",
        "Interview",
        "Technical interview - Example",
        "Interview with Example",
        "Interview: coffee at noon",
        "Interview: 14:00 at Example",
        "Interview at Example for A for B",
        "Example | Other interview",
        "Analyst | Engineer interview",
        "A | B | Data Analyst interview",
        "Data Analyst | Example",
        "Lunch at Example",
        "Interview: x at y",
        "Interview: Data Analyst at Example " + "and more " * 50,
    ],
)
def test_what_is_not_plain_is_unknown(summary):
    """A wrong guess is worse than an unknown."""
    assert Title() == read_title(summary)


def test_who_takes_part_is_no_organisation():
    """The names of people are only used for this, and in lower case."""
    assert Title(ROLE) == read_title("Interview with Jo Example for Data Analyst", {"jo example"})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Phone screen", {Stage.SCREEN}),
        ("Recruiter call", {Stage.SCREEN}),
        ("1st interview", {Stage.FIRST}),
        ("Interview round 1", {Stage.FIRST}),
        ("Onsite interview", {Stage.ONSITE}),
        ("On-site loop", {Stage.ONSITE}),
        ("Final round", {Stage.FINAL}),
        ("Interview", set()),
        ("Phone interview", set()),
        ("There is on-site parking", set()),
        ("At the first sign of trouble", set()),
        ("Round 1:30 pm", set()),
    ],
)
def test_stages_that_words_name(text, found):
    """Only words that clearly say so."""
    assert (found, False) == find_stages(text)


def test_a_later_round_is_told():
    """The model has no stage for it, but it is no first one either."""
    assert (set(), True) == find_stages("Second round interview")


@pytest.mark.parametrize(
    ("summary", "description", "rank"),
    [
        ("Interview", "", 0),
        ("Vorstellungsgespräch", "", 0),
        ("Talk", "Your interview with us", 1),
        ("Talk", "", 2),
        ("Prepare for the interview", "interview", 2),
        ("Interview: Practice Manager at Example", "", 0),
    ],
)
def test_how_plainly_an_event_is_an_interview(summary, description, rank):
    """By its summary, by its description, or not at all; time to prepare is not the interview."""
    assert rank == interview_rank(summary, description)


@pytest.mark.parametrize(("summary", "cancelled"), [("Cancelled: Interview", True), ("A cancelled interview", False)])
def test_how_programs_mark_what_is_cancelled(summary, cancelled):
    """Only at the beginning."""
    assert cancelled is is_cancelled(summary)


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


@pytest.mark.parametrize(
    "text",
    ["1.45 hour interview", "2,500 hour interview", "30-45 min call", "30 – 45 min call", "10:45 min call", "1,2,3 hour interview",
     "The interview takes 45 to 60 minutes", "The call takes 30-60 minutes", "The interview takes 5e3 minutes"],
)  # fmt: skip
def test_no_length_begins_inside_a_number(text):
    """A part of a number or of a range is no length."""
    assert not find_lengths(text) & {0.75, 1.0, 500.0, 45.0, 3.0, 0.5, 0.05}


@given(st.from_regex(r"[1-9][0-9]{0,2}[.,:/–-]?", fullmatch=True), st.integers(1, 99))
def test_digits_before_a_number_are_part_of_it(before, minutes):
    """With digits right before it, or digits and a mark, a number is not found without them."""
    assert minutes / 60 not in find_lengths(f"{before}{minutes} min interview")
