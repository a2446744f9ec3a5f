"""The catalogues of messages are whole: each message is translated, with its values, and compiled."""

from __future__ import annotations

import re
import runpy
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = runpy.run_path(str(ROOT / "scripts" / "catalogues.py"))
CATALOGUES = sorted(SCRIPT["FOLDER"].glob("*/LC_MESSAGES/*.po"))


@pytest.fixture(scope="module", autouse=True)
def _messages_once():
    """The messages of the code, which take a second to find."""
    found = SCRIPT["messages"]()
    SCRIPT["mistakes"].__globals__["messages"] = lambda: found


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_every_message_is_translated(path):
    """Every message has a translation with the same values, no translation is left over, and the compiled file agrees."""
    assert [] == list(SCRIPT["mistakes"](path))


def test_there_is_german():
    """What is checked is there."""
    assert ["de"] == [path.parts[-3] for path in CATALOGUES]


CHANGES = {
    "not in the file": (r'msgid "A tip"\nmsgstr "Ein Rat"\n', ""),
    "no message any more": (r'msgid "A tip"', 'msgid "A trick"'),
    "not translated": (r'msgstr "Ein Rat"', 'msgstr ""'),
    "a placeholder is lost": (r'msgstr "etwa {time}"', 'msgstr "etwa"'),
    "obsolete": (r"\Z", '\n#~ msgid "gone"\n#~ msgstr "weg"\n'),
    "the .mo file": (r'msgstr "Ein Rat"', 'msgstr "Rat"'),
}


@pytest.mark.parametrize("told", CHANGES)
def test_what_is_wrong_is_told(tmp_path, told):
    """A message without a translation, a lost value, what is left over, and what was not compiled are each told."""
    folder = tmp_path / "de" / "LC_MESSAGES"
    shutil.copytree(CATALOGUES[0].parent, folder)
    path = folder / CATALOGUES[0].name
    pattern, other = CHANGES[told]
    changed, count = re.subn(pattern, other, path.read_text(encoding="utf-8"))
    path.write_text(changed, encoding="utf-8")
    assert (1, True) == (count, told in "\n".join(SCRIPT["mistakes"](path)))


@pytest.mark.parametrize("braces", ["{time.__class__}", "{time[0]}", "{time!r}", "{time:>9}", "{time} {", "}", "{}"])
@pytest.mark.parametrize("pattern", ['msgid "about {time}"', 'msgstr "etwa {time}"'])
def test_braces_hold_names_alone(tmp_path, pattern, braces):
    """A message or translation that asks more of a value than its name, or with a brace alone, is told."""
    folder = tmp_path / "de" / "LC_MESSAGES"
    shutil.copytree(CATALOGUES[0].parent, folder)
    path = folder / CATALOGUES[0].name
    text = path.read_text(encoding="utf-8")
    assert 1 == text.count(pattern)
    path.write_text(text.replace(pattern, pattern.replace("{time}", braces)), encoding="utf-8")
    assert "braces with more or less than a name: " in "\n".join(SCRIPT["mistakes"](path))


def test_a_doubtful_translation_is_told(tmp_path):
    """A translation that is marked as doubtful counts as none."""
    folder = tmp_path / "de" / "LC_MESSAGES"
    shutil.copytree(CATALOGUES[0].parent, folder)
    path = folder / CATALOGUES[0].name
    path.write_text(
        path.read_text(encoding="utf-8").replace('msgid "A tip"', '#, fuzzy\nmsgid "A tip"'), encoding="utf-8"
    )
    assert "not translated: 'A tip'" in list(SCRIPT["mistakes"](path))


def test_writing_changes_nothing_that_is_whole(tmp_path):
    """What is up to date is written as it is, so that a change shows nothing but what has changed."""
    folder = tmp_path / "de" / "LC_MESSAGES"
    shutil.copytree(CATALOGUES[0].parent, folder)
    path = folder / CATALOGUES[0].name
    before = path.read_text(encoding="utf-8")
    SCRIPT["write"](path, SCRIPT["updated"](path))
    assert before == path.read_text(encoding="utf-8")
