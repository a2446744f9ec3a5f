"""Text: an evaluation and a comparison as a person reads them in a terminal."""

from __future__ import annotations

import math
import re

import pytest
from attrs import evolve

import interview_value as iv
from interview_value.display.page import Code, Page, Table
from interview_value.display.showing import page_of
from interview_value.display.text import cut_off, page_text

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
        BARE.evaluate(
            iv.Invitation(notes=(f"This sentence is as long as it takes to come near the end: {address}",))
        ).why()
    )
    assert address in text


def words(text):
    """The words of a text, without the signs that lay it out."""
    return {word.strip(":-") for word in text.split()}


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_lines_are_no_longer_than_the_width(width):
    """Text is wrapped to the width that is asked for, whichever of its columns is the widest, and no word is broken."""
    evaluation = BARE.evaluate(INVITATION)
    session = iv.Session(INVITATION, evaluator=BARE)
    session.answer(0.5, "organization_interest")
    read = iv.Invitation(duration=1, read_from={"duration": "a file with a rather long name.ics: DTSTART"})
    comparison = iv.compare([evaluation, BARE.evaluate(read)])
    for thing in (evaluation, evaluation.why(), session, read, comparison, comparison.why()):
        text = page_text(page_of(thing), width)
        assert width >= max(map(len, text.splitlines()))
        assert words(page_text(page_of(thing), 10_000)) >= words(text)


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
    comparison = iv.compare([BARE.evaluate(INVITATION), better])
    title, best, close, _, caption, head, first, second, _, *last = str(comparison).splitlines()
    assert "Copywriter comes first of 2." == title
    assert re.fullmatch(r"It is the best in \d of 10 cases\.", best)
    assert "It is too close to call with 2." == close
    assert "Invitations, the one that is most worth your time first:" == caption
    assert ["Invitation", "Hours", "Verdict"] == head.split()
    assert first.startswith("1. Copywriter  ")
    assert second.startswith("2. Data analyst at Brightside Marketing  ")
    assert last[-1].endswith("To see everything: comparison.why()")
    text = " ".join(page_text(page_of(comparison.why()), 200).split())
    assert "Invitation Hours Mostly between Best in Verdict" in text
    assert 2 == text.count("(too close")
    alone = str(iv.compare([BARE.evaluate(iv.Invitation(role="One"))])).splitlines()
    assert ["One", "Settle one thing yourself first; so far it leans towards going. On average,"] == alone[:2]


def test_a_comparison_of_many_fits_on_a_screen():
    """Nine are shown, and how many more there are; all stand behind it."""
    many = [BARE.evaluate(iv.Invitation(role=f"Role {place:02} " * 8)) for place in range(11)]
    comparison = iv.compare(many)
    assert "\n9. Role 08" in str(comparison)
    assert "2 more are worth less." in str(comparison)
    assert 20 >= len(str(comparison).splitlines())
    assert "\n11. Role 10" in str(comparison.why())


def test_columns_that_are_too_narrow_stand_below_each_other():
    """Where the longest words of a row have no room beside each other, each cell stands below the name, with its head."""
    table = Table("Sizes", ("Thing", "Size", "Why"), (("skyscraper", "120", "windows"),), (("together", "120", ""),))
    assert "Sizes:\nThing       Size  Why\nskyscraper  120   windows" in page_text(Page("x", parts=(table,)), 40)
    narrow = "Sizes:\nskyscraper\n  Size: 120\n  Why: windows\ntogether\n  Size: 120"
    assert f"x\n\n{narrow}" == page_text(Page("x", parts=(table,)), 20)
    brief = evolve(table, brief=True, foot=())
    assert "x\n\nskyscraper\n  120\n  windows" == page_text(Page("x", parts=(brief,)), 20)


def test_a_brief_table_says_its_first_cells_once():
    """Its rows stand alone, without caption and heads, and rows that follow each other share the first cell."""
    rows = (("for", "+2", "practice"), ("for", "+1", "contacts"), ("against", "−3", "time"))
    table = Table("Hours", ("Side", "Hours", "What"), rows, numbers=(1,), brief=True)
    expected = "x\n\nfor      +2  practice\n         +1  contacts\nagainst  −3  time"
    assert expected == page_text(Page("x", parts=(table,)))


def test_the_way_to_see_everything_is_that_of_the_place():
    """A page names the way to its details, which is another on the command line; a page without details has none."""
    page = page_of(BARE.evaluate(INVITATION))
    assert page_text(page).endswith("To see everything: evaluation.why()")
    assert page_text(page.with_way("--why")).endswith("To see everything: --why")
    assert Page("x") == Page("x").with_way("--why")
    assert "x" == page_text(Page("x"))


def test_a_console_shows_all_that_stands_behind():
    """What `why` returns needs no print."""
    why = BARE.evaluate(INVITATION).why()
    assert str(why) == repr(why)


def test_what_is_cut_off_says_so():
    """A text that is too long ends with an ellipsis, on one line."""
    assert "a b" == cut_off("a\nb", 3)
    assert "a…" == cut_off("a bcd", 3)


def test_what_a_gate_declines_is_never_the_first_of_several():
    """It stands behind all others, whatever its hours; where nothing is worth going to, no invitation is called the first."""
    hopeless = BARE.evaluate(iv.Invitation(role="Hopeless", role_interest=0, organization_interest=0, duration=0.25))
    costly = BARE.evaluate(iv.Invitation(role="Costly", preparation=90, role_interest=0.1, organization_interest=0.1))
    both = str(iv.compare([hopeless, BARE.evaluate(INVITATION)]))
    assert both.startswith("Data analyst at Brightside Marketing comes first of 2.\n")
    assert "None of these 2 is worth going to." == str(iv.compare([hopeless, costly])).splitlines()[0]


@iv.scorer(kind="cost", columnar=False)
def far(travel):
    """A cost that fails for those who travel far."""
    if travel > 5:
        raise ValueError("no map")
    return travel


def test_an_incomplete_answer_never_looks_complete():
    """What failed is told with the hours, and in each session and comparison, where its hours are missing."""
    evaluator = iv.Evaluator(plugins=[far], discover=False, asking_cost=math.inf)
    near, away = (evaluator.evaluate(iv.Invitation(role=f"{hours} h", travel=hours)) for hours in (1, 9))
    assert "Not counted, as it failed: far." in " ".join(str(away).split())
    assert "failed" not in str(near)
    assert "(+" in near.short
    assert away.short.endswith("; incomplete)")
    session = iv.Session(away.invitation, evaluator=evaluator)
    compared = iv.compare([near, away])
    assert "far: raised ValueError('no map')" in " ".join(str(session).split())
    assert "far: raised ValueError('no map')" in " ".join(str(compared.why()).split())
    assert 1 == str(compared).count("(incomplete)")


def test_many_that_are_close_are_counted():
    """Three of those that are too close to call are named, and how many more there are."""
    alike = [BARE.evaluate(iv.Invitation(role=f"Role {place}")) for place in range(6)]
    assert "It is too close to call with 2, 3, 4 and 2 more." in str(iv.compare(alike))


def test_code_is_shown_as_it_is_written():
    """Code keeps its letters and its indentation; a control character in it becomes a blank."""
    code = Code("Its code", ("def mood():", '    return "a\x1bb"'))
    assert 'Its code:\n  def mood():\n      return "a b"' in page_text(Page("Mood", parts=(code,)))
