"""A page as Markdown: whatever a text has in it, nothing becomes markup."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import interview_value as iv

from .forms import HOSTILE, read_as_github
from .things import THINGS


@pytest.mark.parametrize("kind", THINGS)
@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_is_no_markup_of_strangers(kind, text):
    """Markdown has no HTML, links or pictures of strangers: only our own paragraphs, lists, tables and emphasis."""
    tags, _, code = read_as_github(THINGS[kind](text).to_markdown())
    assert set() == set(tags) - {"p", "strong", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "pre"}
    assert 1 == tags.count("strong")
    assert set() == set("".join(code)) - set("@#:")


@pytest.mark.parametrize("text", ["@somebody", "a@e.example", "#1", "owner/page#1", ":smile:", "xmpp:a@e.example"])
def test_nobody_is_mentioned(text):
    """What GitHub links after escapes are gone is parted by code: names, addresses, numbers of issues, emoji."""
    tags, seen, code = read_as_github(iv.Invitation(role=text).to_markdown())
    assert "a" not in tags
    assert text in seen
    assert {1} == set(map(len, code))


@given(st.text(max_size=60))
@example("|")
@example("\\")
@example("a | b \\| c")
@example("@@#1 a:@b.c `#2`:smile:")
def test_any_text_comes_out_of_markdown_as_it_went_in(text):
    """A role of any text is read back from the Markdown, letter by letter, in one place and as one line."""
    invitation = iv.Invitation(organization=f"x{text}x", role_interest=0.3)
    tags, seen, _ = read_as_github(invitation.to_markdown())
    calm, _, _ = read_as_github(iv.Invitation(organization="xx", role_interest=0.3).to_markdown())
    assert calm == tags
    shown = (mark if mark.isprintable() or mark in "\u200c\u200d" else " " for mark in f"x{text}x")
    wanted = " ".join("".join(shown).split())
    assert wanted in " ".join(seen.split())
