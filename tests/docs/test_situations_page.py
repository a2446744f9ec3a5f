"""The page of situations says what the library says of them today; they are not part of the project."""

from __future__ import annotations

import re
import runpy
from functools import cache
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("numpy")

from hypothesis import given, settings
from hypothesis import strategies as st
from situations import FOLDER

ROOT = Path(__file__).parents[2]
SCRIPT = runpy.run_path(str(ROOT / "scripts" / "situations.py"))
PAGE = SCRIPT["PAGE"].read_text(encoding="utf-8")
where_they_are = pytest.mark.skipif(not FOLDER.is_dir(), reason=f"there are no situations in {FOLDER}")


@cache
def answers() -> Any:
    """Put all situations through the library, once."""
    return SCRIPT["answers"]()


@where_they_are
def test_the_tables_are_those_of_today():
    """The tables of the page are those that the script makes; `python scripts/situations.py --write` makes them anew."""
    assert [] == [name for name, table in SCRIPT["parts"](answers()).items() if table not in PAGE]


@where_they_are
@settings(max_examples=max(1, settings.default.max_examples // 10))
@given(name=st.sampled_from(SCRIPT["constants"]()))
def test_the_robustness_is_that_of_today(name):
    """The rows of a constant are those that the script makes; each night every constant is tried."""
    assert [] == [row for row in SCRIPT["robustness"](answers(), name) if row not in PAGE]


@where_they_are
def test_each_disagreement_is_judged():
    """The page says who is right in just those situations in which the leaning is not what was advised."""
    assert SCRIPT["disagreeing"](answers()) == [
        int(number) for number in re.findall(r"^\* \*\*(\d+)\*\*", PAGE, re.MULTILINE)
    ]


@where_they_are
def test_nothing_of_the_situations_is_quoted():
    """No name of a situation stands in the page or in the script, and none of them is told in the words of its file."""
    texts = PAGE + Path(SCRIPT["__file__"]).read_text(encoding="utf-8")
    told = re.findall(r'"paraphrase": "([^"]*)"', (FOLDER / "situations.jsonl").read_text(encoding="utf-8"))
    pieces = {" ".join(words[n : n + 5]) for line in told for words in [line.split()] for n in range(len(words) - 4)}
    names = {answer.situation.name for answer in answers()}
    assert [] == sorted(piece for piece in pieces | names if piece in texts)


def test_the_page_has_its_tables():
    """Where the situations are not at hand, the page still has the tables that were made of them."""
    assert [] == [name for name in SCRIPT["KINDS"].values() if f"| {name} |" not in PAGE]
    assert [] == [name for name in SCRIPT["constants"]() if f"| {SCRIPT['label_of'](name)} | halved |" not in PAGE]
