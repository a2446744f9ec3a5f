"""The rows of a picture have room for their names and notes."""

from __future__ import annotations

from itertools import pairwise

from matplotlib import pyplot as plt

import interview_value as iv

from .examples import EVALUATOR, evaluated
from .looks import outside, texts_of


def test_rows_are_as_high_as_their_notes():
    """Notes of several lines do not run into those of the next row."""
    evaluations = [EVALUATOR.evaluate(iv.Invitation(role=f"Role {n}", travel=1 + n / 100)) for n in range(20)]
    axes = iv.plots.comparison(iv.compare(evaluations))
    assert [] == outside(axes)
    notes = [text.get_window_extent() for text in axes.texts]
    assert 20 == len(notes)
    assert any("too close to call" in text for text in texts_of(axes))
    assert all(above.y0 > below.y1 for above, below in pairwise(notes))


def test_names_keep_to_their_rows_in_a_low_picture():
    """Where somebody else made the picture so low that a row has one line, long names and notes are cut to it."""
    _, axes = plt.subplots(figsize=(9, 4))
    evaluated().plot("tornado", axes)
    texts = texts_of(axes)
    assert {"the chance of taking…", "0.3 to 8 interviews in six…"} <= set(texts)
    names = [label.get_window_extent() for label in axes.get_yticklabels()]
    assert all(above.y0 > below.y1 for above, below in pairwise(names))
