"""The page of twenty answers shows what is printed today."""

import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def write_answers(monkeypatch):
    """Import the script that writes the page."""
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    yield __import__("write_answers")
    sys.modules.pop("write_answers")


def test_the_page_shows_what_is_printed(write_answers):
    """The page has every screen as it is printed; `python scripts/write_answers.py` writes it anew."""
    page = write_answers.PAGE.read_text(encoding="utf-8")
    assert write_answers.filled(page) == page


def test_a_stale_screen_is_noticed(write_answers):
    """What stands between the two comments is replaced, and what stands around them stays."""
    page = f"before\n{write_answers.BEGIN}\nGo.\n{write_answers.END}\nafter\n"
    written = write_answers.filled(page)
    assert ("before\n", "\nafter\n") == (written[:7], written[-7:])
    assert 20 == written.count("\n```text\n")


def test_a_stale_screen_of_the_readme_is_noticed(write_answers):
    """What stands below the README's command is replaced by what it prints."""
    readme = write_answers.README.read_text(encoding="utf-8")
    (shown,) = write_answers.COMMAND.finditer(readme)
    stale = readme.replace(shown[0], f"$ interview-value {shown[1]}\nGo.\n")
    assert readme == write_answers.COMMAND.sub(write_answers.rerun, stale)


def test_the_situations_differ(write_answers):
    """There are twenty, each with a heading of its own, and each verdict is among their answers."""
    assert 20 == len({situation.title for situation in write_answers.SITUATIONS})
    verdicts = {evaluation.verdict.value for evaluation in write_answers.evaluations()}
    assert {"attend", "decline", "ask_them", "ask_yourself"} == verdicts
    rulings = {evaluation.ruling.name for evaluation in write_answers.evaluations() if evaluation.ruling}
    assert {"nothing_of_interest", "obliged"} == rulings


def test_a_screen_fits(write_answers):
    """Each screen has at most 20 lines of at most 80 characters."""
    screens = [text.splitlines() for text in re.findall(r"```text\n(.*?)\n```", write_answers.answers(), re.DOTALL)]
    assert 20 == len(screens)
    assert 20 >= max(len(screen) for screen in screens)
    assert 80 >= max(len(line) for screen in screens for line in screen)
