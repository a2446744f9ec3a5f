"""Text: an evaluation and a comparison as a person reads them in a terminal."""

from __future__ import annotations

import math

import pytest

import interview_value as iv
from interview_value.display.page import Code, Page
from interview_value.display.showing import page_of
from interview_value.display.text import page_text

BARE = iv.Evaluator(discover=False)
INVITATION = iv.Invitation(
    role="Data analyst",
    organization="Brightside Marketing",
    stage="first",
    starts="2026-12-03T14:00+01:00",
    role_interest=0.2,
    organization_interest=0.6,
    read_from={"role": "posting.html: JobPosting.title", "stage": "invite.ics: SUMMARY"},
)


def test_addresses_are_not_broken_at_hyphens():
    """The address of a source in a note can be copied."""
    address = "https://example.org/" + "-".join(["word"] * 12)
    text = str(
        BARE.evaluate(iv.Invitation(notes=(f"This sentence is as long as it takes to come near the end: {address}",)))
    )
    assert address in text


@pytest.mark.parametrize("width", [60, 72, 100])
def test_lines_are_no_longer_than_the_width(width):
    """Text is wrapped to the width that is asked for, whichever of its columns is the widest."""
    evaluation = BARE.evaluate(INVITATION)
    session = iv.Session(INVITATION, evaluator=BARE)
    session.answer(0.5, "organization_interest")
    read = iv.Invitation(duration=1, read_from={"duration": "a file with a rather long name.ics: DTSTART"})
    for thing in (evaluation, session, read, iv.compare([evaluation, BARE.evaluate(read)])):
        assert width >= max(map(len, page_text(page_of(thing), width).splitlines()))


@pytest.mark.parametrize("text", ["می\u200cخواهم", "👩\u200d💻"])  # noqa: RUF001 - it is Persian
def test_what_joins_letters_stays(text):
    """A word of Persian and a family of emoji stay whole."""
    assert text in str(iv.Invitation(role=text))


@pytest.mark.parametrize("hostile", ["\x1b[31mred", "two\nlines", "\u202egnp.exe", "nul\x00"])
def test_control_characters_do_not_reach_the_terminal(hostile):
    """A name cannot take over the terminal, break the line, or turn the reading direction."""
    text = str(BARE.evaluate(iv.Invitation(role=hostile, notes=(hostile,))))
    assert set() == {mark for mark in text if not mark.isprintable() and mark not in "\n\u200c\u200d"}


def test_comparison_has_a_row_for_each():
    """A comparison has the best first, each with its place, net value, chance to be best, verdict and rivals."""
    better = BARE.evaluate(
        iv.Invitation(role="Copywriter", stage="first", role_interest=0.4, organization_interest=0.6)
    )
    title, _, caption, head, *rows = str(iv.compare([BARE.evaluate(INVITATION), better])).splitlines()
    assert "Copywriter comes first of 2, too close to call with 2" == title
    assert "Invitations, the highest expected net value first:" == caption
    assert ["Invitation", "Net,", "hours", "90%", "range", "Best", "in", "Verdict"] == head.split()
    assert ["1.", "2."] == [row[:2] for row in rows if row[:1].isdigit() and row[1] == "."]
    text = " ".join(" ".join(rows).split())
    assert text.index("Copywriter") < text.index("Data analyst")
    assert 2 == text.count("(too close")
    assert "One" == str(iv.compare([BARE.evaluate(iv.Invitation(role="One"))])).splitlines()[0]


def test_what_a_gate_declines_is_never_the_first_of_several():
    """It stands behind all others, whatever its hours; where nothing is worth going to, no invitation is called the first."""
    hopeless = BARE.evaluate(iv.Invitation(role="Hopeless", role_interest=0, organization_interest=0, duration=0.25))
    costly = BARE.evaluate(iv.Invitation(role="Costly", preparation=90, role_interest=0.1, organization_interest=0.1))
    both = str(iv.compare([hopeless, BARE.evaluate(INVITATION)]))
    assert both.startswith("Data analyst at Brightside Marketing comes first of 2\n")
    assert "None of 2 is worth going to" == str(iv.compare([hopeless, costly])).splitlines()[0]


@iv.scorer(kind="cost", columnar=False)
def far(travel):
    """A cost that fails for those who travel far."""
    if travel > 5:
        raise ValueError("no map")
    return travel


def test_an_incomplete_answer_never_looks_complete():
    """What failed is told in the first line, and in each session and comparison, where its hours are missing."""
    evaluator = iv.Evaluator(plugins=[far], discover=False, asking_cost=math.inf)
    near, away = (evaluator.evaluate(iv.Invitation(role=f"{hours} h", travel=hours)) for hours in (1, 9))
    assert "; without far, which failed" in " ".join(str(away).split())
    assert "which failed" not in str(near)
    session = str(iv.Session(away.invitation, evaluator=evaluator))
    compared = str(iv.compare([near, away]))
    for text in (session, compared):
        assert "(incomplete)" in text
        assert "far: raised ValueError('no map')" in text
    assert 1 == compared.count("(incomplete)")


def test_many_that_are_close_are_counted():
    """Three of those that are too close to call are named, and how many more there are."""
    alike = [BARE.evaluate(iv.Invitation(role=f"Role {place}")) for place in range(6)]
    assert "too close to call with 2, 3, 4 and 2 more" in " ".join(str(iv.compare(alike)).split())


def test_code_is_shown_as_it_is_written():
    """Code keeps its letters and its indentation; a control character in it becomes a blank."""
    code = Code("Its code", ("def mood():", '    return "a\x1bb"'))
    assert 'Its code:\n  def mood():\n      return "a b"' in page_text(Page("Mood", parts=(code,)))
