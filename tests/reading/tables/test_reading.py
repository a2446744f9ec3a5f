"""TableReading: what was read from a table shows itself."""

from __future__ import annotations

import interview_value as iv

from .one_table import table


def test_the_reading_shows_itself():
    """A reading is shown as text, and as HTML in which nothing of the file is markup."""
    reading = iv.reading.read_table(
        b"Company,Status,<b>x</b>\nAcme,Applied,1\n,,x\nGlobex,Onsite,,9\n" + b"".join(b",,%d\n" % n for n in range(30))
    )
    text = str(reading)
    assert text.startswith(
        "bytes: 1 invitation, 1 row with mistakes, 31 skipped\n\nColumns used:\n  - 'Company' → organization, in 1 of 1\n"
    )
    assert "'Status' → stage, in 0 of 1; nothing in 'Applied'" in text
    assert "'<b>x</b>': nothing in an invitation corresponds to it" in text
    assert "row 4: got" in text
    assert "… and 11 more" in text
    html = reading._repr_html_()
    assert "<b>" not in html
    assert "&lt;b&gt;x&lt;/b&gt;" in html


def test_counts_are_worded():
    """The headline counts invitations and rows with mistakes."""
    assert str(table("Company,openings", "a,1", "b,2", "c,x", "d,x")).startswith(
        "text: 2 invitations, 2 rows with mistakes\n"
    )
