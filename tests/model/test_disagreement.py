"""Disagreements: what two sources say differently is kept."""

from __future__ import annotations

import interview_value as iv


def test_merge_in_the_words_of_the_design():
    """A calendar file and a posting each know something; what they say differently is kept."""
    calendar = iv.Invitation(duration=1, organization="Brightside", read_from={"duration": "mail.ics: DTEND"})
    posting = iv.Invitation(duration=2, role="Analyst", read_from={"duration": "post.html"}, notes=["a note"])
    merged = calendar | posting
    assert ("Analyst at Brightside", iv.Estimate(1), ("a note",)) == (merged.title, merged.duration, merged.notes)
    assert (iv.model.Disagreement("duration", 1.0, "mail.ics: DTEND", 2.0, "post.html"),) == merged.disagreements
