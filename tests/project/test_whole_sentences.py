"""Sentences are whole messages: nothing is put together of fragments, which no catalogue could translate."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import interview_value as iv

PACKAGE = Path(iv.__file__).parent


def glued_sentences(code: str) -> list[int]:
    """Return the lines of code in which words of a sentence stand beside something that is said."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.JoinedStr | ast.BinOp) and has_words(parts(node)) and any(map(is_said, ast.walk(node)))
    ]


def parts(node: ast.JoinedStr | ast.BinOp) -> list[ast.expr]:
    """Return what an f-string or a sum puts together."""
    return node.values if isinstance(node, ast.JoinedStr) else [node.left, node.right]


def has_words(expressions: list[ast.expr]) -> bool:
    """Return whether a part is a text with words; names in files are in capitals."""
    texts = [part.value for part in expressions if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    return any(re.search(r"[a-z]{2}", text) for text in texts)


def is_said(node: ast.AST) -> bool:
    """Return whether a part of the code says a message."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("say", "say_count")


def test_no_sentence_is_put_together_of_fragments() -> None:
    """In no module do words stand beside what is said."""
    glued = {path: glued_sentences(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py")}
    assert {} == {path: lines for path, lines in glued.items() if lines}


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ('f"about {say(hours)} more"', [1]),
        ('"about " + say(hours)', [1]),
        ('f"{place}  {say(label)}"', []),
        ('f"ORGANIZER ({say(guess)})"', []),
        ('say("about {hours}", hours=f"{hours}h or so")', []),
    ],
)
def test_what_counts_as_a_fragment(code: str, lines: list[int]) -> None:
    """Words beside a message are a fragment; numbers, marks and names in files are not."""
    assert lines == glued_sentences(code)
