"""Language: what `say` makes of messages and values."""

from __future__ import annotations

import math
import struct

import pytest

import interview_value as iv
from interview_value.display import language
from interview_value.display.language import LANGUAGES, add_catalogue, mark, say, say_count, speaking, spoken


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


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LANGUAGE": "de_AT:en"}, "de"),
        ({"LANGUAGE": "en_GB:de"}, "en"),
        ({"LANGUAGE": "fr:de"}, "de"),
        ({"LC_ALL": "de_DE.UTF-8", "LANG": "C"}, "de"),
        ({"LC_MESSAGES": "C.UTF-8", "LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "de"}, "de"),
        ({}, "en"),
    ],
)
def test_the_environment_tells_the_language(monkeypatch, environment, expected):
    """Without a block it is the first language of the first variable that says any, of those that there are."""
    for name in language.VARIABLES:
        monkeypatch.setenv(name, environment.get(name, ""))
    assert expected == spoken()


@pytest.mark.parametrize(("name", "expected"), [("de-AT", "de"), ("EN_gb.UTF-8", "en"), ("tlh", None), ("", None)])
def test_the_language_of_a_name(name, expected):
    """The region of a name is ignored, and a language without sentences is none."""
    assert expected == language.language_of(name)


def test_what_is_shown_is_said_in_the_language_of_then():
    """One evaluation prints in the language that is spoken, or in the one that it is asked for."""
    evaluation = iv.evaluate(iv.Invitation(role="Cook"))
    page = evaluation.why()
    with speaking("en"):
        english = str(evaluation)
        assert english.startswith("Settle one thing yourself first")
        assert str(page).startswith("Settle one thing yourself first")
        for form in (
            evaluation.to_html(language="de"),
            evaluation.to_markdown(language="de"),
            page.to_html(language="de"),
        ):
            assert "Kläre erst eine Sache für dich" in form
    with speaking("de"):
        assert str(evaluation).startswith("Kläre erst eine Sache für dich")
        assert str(page).startswith("Kläre erst eine Sache für dich")
        assert evaluation.questions[0].at_turn.startswith("Ist dir eine Stelle")
    with speaking("en"):
        assert english == str(evaluation)


def test_what_is_kept_stays_as_it_was_said():
    """A reason in plain data has the language of then; what is said where it is shown has that of now."""
    evaluation = iv.evaluate(iv.Invitation())
    with speaking("de"):
        plain = evaluation.to_dict(draws=False)
    with speaking("en"):
        read = iv.Evaluation.from_dict(plain)
        assert "in 2 von 10 Fällen" in read["role_discovery"].reason
        assert str(read).startswith("Settle one thing yourself first")


@pytest.fixture
def bring(monkeypatch, tmp_path):
    """Write a catalogue of a plugin and add it; it is gone after the test."""
    monkeypatch.setattr(language, "_folders", {})

    def add(messages, name="de", domain="commute"):
        folder = tmp_path / domain / name / "LC_MESSAGES"
        folder.mkdir(parents=True)
        head = "Content-Type: text/plain; charset=utf-8\n"
        content = messages if isinstance(messages, bytes) else compiled({"": head} | messages)
        (folder / f"{domain}.mo").write_bytes(content)
        add_catalogue(domain, tmp_path / domain)

    yield add
    language._catalogue.cache_clear()


def test_a_plugin_brings_its_sentences(bring):
    """A catalogue that is added translates what the library lacks, in that language alone."""
    bring({"the way to work": "der Weg zur Arbeit"})
    with speaking("de"):
        assert ("der Weg zur Arbeit", "Stunden") == (say("the way to work"), say("Hours"))
    with speaking("en"):
        assert "the way to work" == say("the way to work")


@pytest.mark.parametrize("name", LANGUAGES)
def test_a_plugin_does_not_change_what_the_library_says(bring, name):
    """A catalogue that has a sentence of the library, in any language, English too, changes nothing of it."""
    with speaking(name):
        before = say("Hours"), say("about {time}", time="1"), say_count("{n} hour", "{n} hours", 2, n=2)
        bring({"Hours": "Äpfel", "about {time}": "etwa {nope}", "{n} hour\0{n} hours": "{n} Apfel\0{n} Äpfel"}, name)
        assert before == (say("Hours"), say("about {time}", time="1"), say_count("{n} hour", "{n} hours", 2, n=2))


def test_two_plugins_have_catalogues(bring):
    """Each of them says its own, and the one that came first counts where both have a sentence."""
    bring({"the way": "der Weg", "the bus": "der Bus"})
    bring({"the way": "die Straße", "the car": "das Auto"}, domain="cars")
    with speaking("de"):
        assert ["der Weg", "der Bus", "das Auto"] == [say("the way"), say("the bus"), say("the car")]


@pytest.mark.parametrize("content", [b"", b"garbage", b"\xde\x12\x04\x95" + b"\xff" * 40])
def test_a_catalogue_that_cannot_be_read_is_refused(bring, content):
    """Bytes that are no catalogue are told where they are added, and what is said stays as it was."""
    with pytest.raises(iv.errors.FieldError, match=r"^folder: .* gettext can read, not de/LC_MESSAGES/commute\.mo"):
        bring(content)
    with speaking("de"):
        assert "Stunden" == say("Hours")


@pytest.mark.parametrize("said", ["{nope}", "{0}", "{", "{time.nope}", "{time[0]}", "{time:x}"])
def test_a_translation_that_cannot_take_the_values(bring, said):
    """It is said in English, in the singular or plural as the number wants it."""
    bring({"{time} on the way": said, "{time} day\0{time} days": f"{said}\0{said}"})
    with speaking("de"):
        assert "1.5 on the way" == say("{time} on the way", time=1.5)
        assert "1.5 days" == say_count("{time} day", "{time} days", 1.5, time=1.5)


def test_only_folders_with_a_catalogue_are_languages(tmp_path):
    """What else stands beside them, such as a folder of the file system's, is no language."""
    for name, file in (("fr", "interview_value.mo"), ("it", "interview_value.po"), ("de", "other.mo")):
        (tmp_path / name / "LC_MESSAGES").mkdir(parents=True)
        (tmp_path / name / "LC_MESSAGES" / file).touch()
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "README").touch()
    assert ["fr"] == language._translated(tmp_path)
    assert ("en", "de") == LANGUAGES


@pytest.mark.parametrize("number", [math.inf, -math.inf, math.nan])
def test_what_is_no_number_of_things_takes_the_plural(number):
    """A number without an end, or none at all, is said in the plural."""
    with speaking("en"):
        assert "many" == say_count("one", "many", number)


def compiled(messages):
    """What gettext reads: a head of seven numbers, two tables of lengths and places, and the texts."""
    keys = sorted(messages)
    pairs = [[text.encode() for text in texts] for texts in (keys, [messages[key] for key in keys])]
    place = 28 + 16 * len(keys)
    tables, texts = b"", b""
    for column in pairs:
        for text in column:
            tables += struct.pack("<II", len(text), place + len(texts))
            texts += text + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(keys), 28, 28 + 8 * len(keys), 0, 0)
    return head + tables + texts
