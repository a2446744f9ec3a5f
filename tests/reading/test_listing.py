"""What can be read here: the formats of the library, and the readers of plugins."""

from __future__ import annotations

from attrs import evolve

import interview_value as iv
from interview_value.reading import listing
from interview_value.reading.formats import FORMATS


def test_the_formats_of_the_library():
    """Each format is listed with how it is told, in the order in which it is tried, and what it needs."""
    own = [entry for entry in iv.reading.readers() if not entry.plugin]
    assert [(known.name, known.recognised_by, known.extra, True) for known in FORMATS] == [
        (entry.reads, entry.told, entry.extra, entry.installed) for entry in own
    ]


def test_readers_of_plugins_come_first(monkeypatch):
    """Plugins that read are listed first, other plugins are not listed."""
    reading = iv.plugins.Plugin(name="paper", package="interview-value-paper", hooks=("interview_value_read",))
    by_hand = iv.plugins.Plugin(name="notes", hooks=("interview_value_read",))
    monkeypatch.setattr(listing, "installed_plugins", lambda: (reading, by_hand, iv.plugins.Plugin(name="other")))
    assert ["paper", "notes", ""] == [entry.plugin for entry in iv.reading.readers()[:3]]
    assert [
        "what it knows (from the plugin paper of interview-value-paper)",
        "what it knows (from the plugin notes)",
    ] == [str(entry) for entry in iv.reading.readers()[:2]]


def test_what_is_missing_is_told(monkeypatch):
    """Where an extra is missing, the entry says how to install it."""
    (calendar,) = (entry for entry in iv.reading.readers() if entry.reads.startswith("a calendar file"))
    assert str(evolve(calendar, installed=False)).endswith('; to read it: pip install "interview-value[readers]"')
