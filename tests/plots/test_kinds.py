"""The pictures of a single evaluation, called by name."""

from __future__ import annotations

import pytest
from matplotlib import pyplot as plt

import interview_value as iv

from .examples import evaluated
from .looks import mistakes_in, outside


@pytest.mark.parametrize("kind", ["waterfall", "tornado", "distribution", "weights"])
@pytest.mark.parametrize("style", ["default", "dark_background"])
def test_nothing_is_cut_off(kind, style):
    """Every text is inside the picture, with names as long as they may be, and the text has the colour of the style."""
    names = ("a" * 60, "b" * 100, "b" * 99 + "c", "long_name_of_a_criterion_with_words_in_it")
    named = [iv.scorer(kind="benefit", name=name) for name in names]
    scorers = [scorer(lambda duration: 2 * duration) for scorer in named]
    with plt.style.context(style):
        axes = evaluated(iv.Evaluator(discover=False, draws=32, plugins=scorers)).plot(kind)
        assert [] == outside(axes)
        assert plt.rcParams["text.color"] == axes.get_xaxis().label.get_color()


def test_mistakes_are_said_at_once():
    """What is no evaluation, no number and no Axes is said in one error; a kind that is none offers the nearest."""
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        iv.plots.tornado("evaluation", "axes", most=0)
    assert ["evaluation", "most", "ax"] == [mistake.path for mistake in caught.value.mistakes]
    for picture in (iv.plots.waterfall, iv.plots.distribution, iv.plots.weights):
        with pytest.raises(iv.errors.InvalidInputError) as caught:
            picture(iv.Invitation())
        assert "an Evaluation" in mistakes_in(caught)
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        evaluated().plot("tornados")
    assert "did you mean 'tornado'?" in mistakes_in(caught)


def test_an_evaluation_that_was_read_back():
    """What is stored is enough for all pictures but the tornado, which needs the run behind it."""
    again = iv.Evaluation.from_dict(evaluated().to_dict())
    for kind in ("waterfall", "distribution", "weights"):
        again.plot(kind)
    with pytest.raises(iv.errors.NotAtHandError):
        again.plot("tornado")
