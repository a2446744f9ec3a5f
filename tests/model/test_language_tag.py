"""Language tags: which an invitation takes, and which are made of the texts of files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import interview_value as iv
from interview_value.model.language_tag import language_tag


@pytest.mark.parametrize("tag", ["de", "en-GB", "zh-Hant-TW", "sl-IT-nedis", "en" + "-abcdefgh" * 3 + "-12345"])
def test_a_tag_comes_back(tag):
    """A tag is kept as it was said, also in plain data, up to the longest."""
    invitation = iv.Invitation(language=tag)
    assert tag == invitation.to_dict()["language"]
    assert invitation == iv.Invitation.from_dict(invitation.to_dict())


@pytest.mark.parametrize("unknown", [None, "", " "])
def test_no_language_is_unknown(unknown):
    """What says nothing is None, and is left out of plain data."""
    assert iv.Invitation() == iv.Invitation(language=unknown)
    assert "language" not in iv.Invitation(language=unknown).to_dict()


def test_the_first_source_that_knows_it_counts():
    """A language is merged as any other fact is, and the page of what is known names it."""
    merged = (
        iv.Invitation() | iv.Invitation(language="de", read_from={"language": "mail"}) | iv.Invitation(language="en")
    )
    assert ("de", "mail") == (merged.language, merged.read_from["language"])
    assert [("language", "en")] == [(item.name, item.other) for item in merged.disagreements]
    assert "the language" in str(merged)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" de\n", "de"), ("de_DE", "de-DE"), ("EN", "EN"), ("de, en", None), ("de en", None), ("", None), ("-", None),
        ("x" * 9, None), ("de" + " " * 10_000, "de"), ("d" * 10**6, None), (None, None), (["de"], None), (b"de", None),
    ],
)  # fmt: skip
def test_tags_of_files(text, expected):
    """One tag is understood with blanks and underscores; of several, and of anything else, there is none."""
    assert expected == language_tag(text)


@given(st.text("de-_ \n\0é", max_size=40) | st.text())
def test_what_is_read_can_be_held(text):
    """Whatever stands in a file, the tag that is made of it is one that an invitation takes."""
    tag = language_tag(text)
    assert tag == iv.Invitation(language=tag).language
