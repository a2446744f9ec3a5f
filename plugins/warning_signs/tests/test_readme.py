"""The README: its examples run and show what it says, and its table is that of the signs."""

from __future__ import annotations

import io
import re
from contextlib import redirect_stdout
from pathlib import Path

import interview_value_warning_signs
from interview_value_warning_signs import SIGNS

import interview_value as iv
from interview_value.testing import isolated_evaluator

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def test_examples_show_what_they_say(monkeypatch) -> None:
    """Each example runs after the ones before it, and prints what stands below it."""
    monkeypatch.setattr(iv, "evaluate", isolated_evaluator(interview_value_warning_signs).evaluate)
    names: dict[str, object] = {}
    examples = re.findall(r"```python\n(.*?)```\n\n```text\n(.*?)```", README, re.DOTALL)
    assert README.count("```python") == len(examples)
    for example, shown in examples:
        printed = io.StringIO()
        with redirect_stdout(printed):
            exec(compile(example, "README.md", "exec"), names)
        assert shown == printed.getvalue()


def test_the_table_has_every_sign_with_its_source() -> None:
    """In the order of the signs, with the grade that each has."""
    rows = re.findall(r"^\| `(\w+)` \| (\w+) \| [^|]+ \| ([^|]+) \|$", README, re.MULTILINE)
    assert [(sign.name, sign.grade.value, str(sign.source)) for sign in SIGNS.values()] == rows
