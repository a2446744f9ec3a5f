"""Language: what `say` makes of messages and values."""

from __future__ import annotations

import pytest

import interview_value as iv
from interview_value.display import language
from interview_value.display.language import mark, say, say_count, speaking, spoken


def test_a_message_takes_its_values():
    """In English a message is said as it stands, with its values in their places."""
    with speaking("en"):
        assert "You would meet 3 people." == say("You would meet {people}.", people="3 people")
        assert "kept" == say(mark("kept"))


def test_words_without_values_may_have_braces():
    """A plugin's question is said as it stands; and no words are no words, for which gettext has a head."""
    with speaking("en"):
        assert "Pay {gross} or more?" == say("Pay {gross} or more?")
        assert "" == say("")


@pytest.mark.parametrize(
    ("number", "expected"), [(1, "one"), (0.96, "one"), (1.04, "one"), (0, "many"), (1.5, "many"), (2, "many")]
)
def test_one_is_what_is_shown_as_one(number, expected):
    """Numbers are shown with one decimal at most, and the singular goes by what is shown."""
    with speaking("en"):
        assert expected == say_count("one", "many", number)


def test_a_language_that_there_is():
    """A block speaks a language, also with its region, and then what was spoken before; None leaves it."""
    before = spoken()
    with speaking("en-GB"):
        assert "en" == spoken()
        with speaking(None):
            assert "en" == spoken()
    assert before == spoken()


@pytest.mark.parametrize("name", ["xx", "", 3])
def test_a_language_that_there_is_not(name):
    """Another language is refused with those that there are."""
    with pytest.raises(iv.errors.FieldError, match=r"language: .*one of en"), speaking(name):
        raise AssertionError("it is not spoken")


def test_the_environment_tells_the_language(monkeypatch):
    """Without a block the language is that of the catalogue which gettext finds, and English where it finds none."""
    monkeypatch.setattr(language.gettext, "find", lambda domain, folder: f"{folder}/de/LC_MESSAGES/{domain}.mo")
    assert "de" == spoken()
    monkeypatch.setattr(language.gettext, "find", lambda domain, folder: None)
    assert "en" == spoken()
