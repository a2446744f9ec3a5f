"""The language in which those who invite are written to."""

from __future__ import annotations

import pytest

import interview_value as iv
from interview_value.replies.language import language_to_them


@pytest.mark.parametrize(
    ("written", "chosen", "expected"),
    [
        ("de-AT", None, "de"),
        ("de", "en-GB", "en-GB"),
        ("tlh", "de", "de"),
        ("tlh", None, None),
        (None, "de", "de"),
        (None, None, None),
        ("de", "", ""),
    ],
)
def test_who_decides(written, chosen, expected):
    """What the caller chose, also if it is none; else the invitation's, if there are sentences in it; else nobody."""
    assert expected == language_to_them(iv.Invitation(language=written), chosen)
