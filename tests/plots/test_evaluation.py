"""Pictures of an evaluation: the waterfall, the tornado, the distribution and the map of weights."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from matplotlib import pyplot as plt
from matplotlib.colors import to_hex
from plugs import plugin_of
from strategies import cases

import interview_value as iv
from interview_value.evaluation.sentences import hours, ranked

from .looks import colours_of, outside, ranges, said, shown

BLUE, VERMILION = "#0072b2", "#d55e00"
EVALUATOR = iv.Evaluator(discover=False, draws=32)
KNOWN = {"role_interest": (0.2, 0.6), "organization_interest": 0.6, "people_met": 3}
HOSTILE = "$\\frac{1}{0}$ <script>alert(1)</script> \u202egnp \x1b[31m " + "very long " * 40


def evaluated(evaluator=EVALUATOR, **known):
    """Evaluate an invitation."""
    return evaluator.evaluate(iv.Invitation(**{**KNOWN, **known}))


def bars(axes):
    """Where each bar begins and ends."""
    return [(bar.get_x(), bar.get_x() + bar.get_width()) for bar in axes.patches]


@settings(max_examples=10)
@given(cases())
def test_bars_lead_from_zero_to_the_net_value(case):
    """Each bar begins where the last one ended and is as long as the criterion's effect; the last bar is the net value."""
    evaluation = EVALUATOR.evaluate(*case)
    axes = iv.plots.waterfall(evaluation)
    *criteria, net = bars(axes)
    reached = 0.0
    for start, end in criteria:
        assert math.isclose(reached, start, abs_tol=1e-9)
        reached = end
    assert sorted(item.effect.mean for item in evaluation.contributions if item.counts) == pytest.approx(
        sorted(end - start for start, end in criteria), abs=1e-9, rel=1e-9
    )
    assert (0.0, pytest.approx(evaluation.net.mean, abs=1e-9, rel=1e-9)) == net
    plt.close(axes.figure)


def test_waterfall_says_hours_and_ranges():
    """Each criterion stands with its hours and range, what speaks for going in blue, and the title is the verdict."""
    evaluation = evaluated()
    axes = evaluation.plot()
    texts = shown(axes)
    mean, span = hours(evaluation["networking"].effect)
    assert {f"{mean} h ({span})", "net value", "hours of your time; thin lines: 90 % ranges"} <= set(texts)
    assert any(text.startswith("Ask first: ") for text in texts)
    assert [BLUE] * 4 + [VERMILION] * 2 + ["#000000"] == colours_of(axes.patches)


def test_ranges_start_where_their_bars_do():
    """The range of each criterion lies around the end of its bar, and that of the net value around the net value."""
    evaluation = evaluated()
    axes = evaluation.plot()
    starts = [start for start, _ in bars(axes)]
    effects = [*(item.effect for item in ranked(evaluation)), evaluation.net]
    expected = [(start + effect.low, start + effect.high) for start, effect in zip(starts, effects, strict=True)]
    assert sum(expected, ()) == pytest.approx(sum(ranges(axes), ()))


def test_a_benefit_that_does_harm_is_drawn_as_such():
    """What takes hours is vermilion, whether or not it is called a benefit."""
    evaluation = EVALUATOR.evaluate(iv.Invitation(**KNOWN), iv.Seeker(mindset=0.01))
    assert evaluation["future_opportunity"].effect.mean < 0
    assert [BLUE] * 3 + [VERMILION] * 3 == sorted(colours_of(evaluation.plot().patches)[:6])


def test_what_does_not_count_has_no_bar_but_a_word():
    """A criterion of weight 0 and one that failed stand there, without a bar, saying so."""

    @iv.scorer(kind="benefit")
    def broken(duration):
        raise RuntimeError("no")

    evaluator = iv.Evaluator(discover=False, draws=8, weights={"courtesy": 0}, plugins=[broken])
    texts = shown(axes := evaluated(evaluator).plot())
    assert {"broken", "courtesy", "failed", "not counted"} <= set(texts)
    assert 6 == len(axes.patches)


def test_an_evaluation_without_criteria_is_drawn():
    """Where there is no scorer at all, the net value is zero."""
    evaluator = iv.Evaluator(discover=False, block={scorer.name for scorer in EVALUATOR.scorers})
    assert [(0.0, 0.0)] == bars(evaluated(evaluator).plot())


def test_a_picture_goes_where_it_is_told():
    """On a given Axes nothing else is made, and the same Axes comes back."""
    figure, given_axes = plt.subplots()
    evaluation = evaluated()
    for kind in ("waterfall", "tornado", "distribution", "weights"):
        assert given_axes is evaluation.plot(kind, given_axes)
        assert [] == outside(given_axes)
        given_axes.clear()
    assert [figure.number] == plt.get_fignums()


def test_the_layout_of_a_figure_is_respected():
    """A figure that has a layout keeps it, and an Axes that was put somewhere by hand stays there."""
    for figure in (plt.figure(layout="tight"), plt.figure()):
        engine = figure.get_layout_engine()
        placed = figure.add_axes((0.3, 0.3, 0.4, 0.4)) if engine is None else figure.add_subplot()
        assert placed is evaluated().plot("weights", placed)
        assert engine is figure.get_layout_engine()


@pytest.mark.parametrize("kind", ["waterfall", "tornado", "distribution", "weights"])
@pytest.mark.parametrize("style", ["default", "dark_background"])
def test_nothing_is_cut_off(kind, style):
    """Every text is inside the picture, with names as long as they may be, and the text has the colour of the style."""
    names = ("a" * 60, "b" * 100, "b" * 99 + "c", "long_name_of_a_criterion_with_words_in_it")
    named = [iv.scorer(kind="benefit", name=name) for name in names]
    made = [scorer(lambda duration: 2 * duration) for scorer in named]
    with plt.style.context(style):
        axes = evaluated(iv.Evaluator(discover=False, draws=32, plugins=made)).plot(kind)
        assert [] == outside(axes)
        assert plt.rcParams["text.color"] == axes.get_xaxis().label.get_color()


def test_a_name_without_a_space_is_shown_as_far_as_it_goes():
    """Of a name that is too long the beginning is shown."""
    made = iv.scorer(kind="benefit", name="longest_" * 20)(lambda duration: 2 * duration)
    texts = shown(evaluated(iv.Evaluator(discover=False, plugins=[made])).plot())
    assert any(text.replace(" ", "").startswith("longest_" * 8) and text.endswith("…") for text in texts)


def test_words_of_strangers_are_no_code_of_latex():
    """Where texts are set by LaTeX, those of strangers, and our own with their per cent, are not."""
    from matplotlib.text import Text

    with plt.rc_context({"text.usetex": True}):
        axes = evaluated().plot()
        words = [text for text in axes.findobj(Text) if any(mark.isalpha() for mark in text.get_text())]
        assert 7 + 7 + 2 <= len(words)
        assert not any(text.get_usetex() for text in words)


def test_letters_that_the_font_has_not():
    """A name in letters that matplotlib's own font has not is drawn, with matplotlib's warning that names the font."""
    comparison = iv.compare([EVALUATOR.evaluate(iv.Invitation(role="数据分析师", role_interest=0.4))])
    with pytest.warns(UserWarning, match="missing from font"):
        assert any("数据分析师" in text for text in shown(iv.plots.comparison(comparison)))


def test_a_veto_is_in_the_title():
    """Where a gate declines, the picture says so."""
    texts = shown(evaluated(role_interest=0, organization_interest=0).plot())
    assert any(text.startswith("Decline politely: ") for text in texts)


def test_words_of_strangers_are_shown_as_they_are():
    """Names and notes are never read as formulas, and control characters are gone."""

    @iv.gate(reason=HOSTILE)
    def stranger(duration):
        return duration >= 0

    texts = shown(evaluated(iv.Evaluator(discover=False, plugins=[stranger]), duration=2).plot())
    title = next(text for text in texts if text.startswith("Decline politely: "))
    assert r"$\frac{1}{0}$ <script>alert(1)</script>" in title
    assert "\x1b" not in title
    assert "\u202e" not in title


@pytest.mark.parametrize("kind", ["tornado", "weights"])
def test_what_the_hours_do_not_say_is_in_the_title(kind):
    """That a gate declines whatever the hours are, and what failed, stands above them; else nothing does."""

    @iv.scorer(kind="benefit")
    def far(travel):
        raise RuntimeError("too far")

    failing = iv.Evaluator(discover=False, draws=8, plugins=[far])
    vetoed = {"role_interest": 0, "organization_interest": 0}
    veto, failed = "A gate declines, whatever these are", "Without far, which failed"
    for evaluation, expected in (
        (evaluated(), []),
        (evaluated(**vetoed), [veto]),
        (evaluated(failing), [failed]),
        (evaluated(failing, **vetoed), [veto, failed]),
    ):
        axes = evaluation.plot(kind)
        title = axes.get_title("left")
        assert expected == [line for line in title.splitlines() if line in (veto, failed)]
        assert [] == outside(axes)
        assert not (evaluation.vetoed and "going pays" in title)


def test_tornado_has_the_ends_of_the_swings():
    """A bar reaches from the expected net value to where it is at either end of the quantity; the lower one is hatched."""
    evaluation = evaluated()
    axes = iv.plots.tornado(evaluation, most=3)
    ends = [end for swing in evaluation.swings[:3] for end in (swing.net_low, swing.net_high)]
    assert ends == pytest.approx([end for _, end in bars(axes)])
    assert [evaluation.expected_net] * 6 == pytest.approx([start for start, _ in bars(axes)])
    assert ["////", None] * 3 == [bar.get_hatch() or None for bar in axes.patches]
    colours = [VERMILION if end < evaluation.expected_net else BLUE for end in ends]
    assert colours == colours_of(axes.patches)
    swing = evaluation.swings[0]
    assert f"{swing.low:.3g} to {swing.high:.3g} {swing.unit}" in shown(axes)


def test_tornado_names_constants_and_where_it_turns():
    """A constant of the model is named as one; a line at zero is there only if a quantity crosses it."""
    evaluation = evaluated()
    constant = next(swing.quantity for swing in evaluation.swings[:10] if swing.constant)
    assert f"{constant} (constant)" in shown(evaluation.plot("tornado"))
    assert 2 == len(evaluation.plot("tornado").lines)
    sure = evaluated(travel=200)
    assert not any(swing.turns for swing in sure.swings)
    assert 1 == len(sure.plot("tornado").lines)


def test_tornado_of_what_is_exact():
    """Where nothing is uncertain, the picture says so."""
    evaluator = iv.Evaluator(discover=False, block={scorer.name for scorer in EVALUATOR.scorers})
    assert "nothing is uncertain" in shown(evaluated(evaluator).plot("tornado"))


def test_distribution_has_all_draws_in_it():
    """The shares add up to one, and those above zero to the chance that going pays."""
    evaluation = evaluated()
    axes = evaluation.plot("distribution")
    low, high = axes.containers
    assert 1 == pytest.approx(sum(bar.get_height() for bar in (*low, *high)))
    assert evaluation.chance_positive == pytest.approx(sum(bar.get_height() for bar in high))
    assert all(bar.get_x() > -1e-9 for bar in high if bar.get_height())
    assert all(bar.get_x() + bar.get_width() < 1e-9 for bar in low if bar.get_height())
    assert f"{100 * evaluation.chance_positive:.0f}% above 0" in shown(axes)


def test_distribution_marks_the_expected_value():
    """The dot is at the expected net value, on a line from the low to the high end of its range."""
    evaluation = evaluated()
    _, line, dot = evaluation.plot("distribution").lines
    assert [evaluation.net.low, evaluation.net.high] == list(line.get_xdata())
    assert [evaluation.net.mean] == list(dot.get_xdata())


def test_distribution_far_from_zero():
    """A narrow distribution far from zero is seen in its width, and the shares say where zero is."""
    made = iv.scorer(kind="benefit", name="far")(lambda duration: duration / 20 - 87)
    block = {scorer.name for scorer in EVALUATOR.scorers}
    axes = evaluated(iv.Evaluator(discover=False, draws=64, block=block, plugins=[made]), duration=(1, 3)).plot(
        "distribution"
    )
    drawn = [bar for bar in axes.patches if bar.get_height()]
    left, right = axes.get_xlim()
    width = max(bar.get_x() for bar in drawn) - min(bar.get_x() for bar in drawn)
    assert right < 0
    assert 0.8 < width / (right - left)
    assert {"100% at most 0", "0% above 0"} <= set(shown(axes))


@pytest.mark.parametrize("travel", [9.72, 9.88])
def test_the_line_at_zero_ends_below_the_shares(travel):
    """No text has a line through it, even where zero is at the edge."""
    made = iv.scorer(kind="benefit", name="near")(lambda travel, duration: travel - 10 + duration / 10)
    block = {scorer.name for scorer in EVALUATOR.scorers}
    evaluator = iv.Evaluator(discover=False, draws=64, block=block, plugins=[made])
    axes = evaluated(evaluator, travel=travel, duration=(1, 3)).plot("distribution")
    axes.figure.canvas.draw()
    zero = axes.lines[0]
    assert [0, 0] == list(zero.get_xdata())
    assert all(zero.get_window_extent().y1 < text.get_window_extent().y0 for text in axes.texts)


def test_distribution_says_where_the_tails_are():
    """That the outermost bars have more in them than their width is said, where it is so."""
    texts = shown(evaluated(iv.Evaluator(discover=False, draws=512)).plot("distribution"))
    assert any("the outermost bars have all beyond them too" in text for text in texts)


@pytest.mark.parametrize("travel", [0, 10, 50])
def test_distribution_of_one_number(travel):
    """What is known exactly is one bar, on the side where it belongs; zero is no gain."""

    @iv.scorer(kind="benefit")
    def only(travel):
        return 10 - travel

    evaluator = iv.Evaluator(discover=False, block={s.name for s in EVALUATOR.scorers}, plugins=[only])
    axes = evaluated(evaluator, travel=travel).plot("distribution")
    heights = [sum(bar.get_height() for bar in side) for side in axes.containers]
    assert [float(travel >= 10), float(travel < 10)] == heights
    (bar,) = [bar for side in axes.containers for bar in side if bar.get_height()]
    assert (travel < 10) == (bar.get_x() + bar.get_width() > 1e-9)
    assert "120%" not in shown(axes)
    assert not any("outermost" in text for text in shown(axes))


def test_weights_are_coloured_by_the_sign():
    """The net value is zero on the thick line, which is that of the break-even weight."""
    evaluation = evaluated()
    axes = iv.plots.weights(evaluation, "effort", "networking")
    turn = next(turn for turn in evaluation.break_even.weights if turn.criterion == "effort").turn
    line = axes.collections[1].get_paths()[0].vertices
    (crossing,) = {round(x, 6) for x, y in line if abs(y - 1) < 1e-9}
    assert turn == pytest.approx(crossing, abs=1e-5)
    assert {"weight of effort", "weight of networking", "now"} <= set(shown(axes))
    assert any("Thick line: break-even; going pays where it is blue" in text for text in shown(axes))
    assert [VERMILION, BLUE] == [to_hex(colour) for colour in axes.collections[0].get_facecolor()]


@pytest.mark.parametrize(("effort", "networking"), [(3.0, 0.5), (0.0, 1.5)])
def test_weights_as_they_are_have_a_whole_dot(effort, networking):
    """The dot is where the weights are; on the edge of the map it is neither cut nor covered."""
    evaluator = iv.Evaluator(discover=False, draws=8, weights={"effort": effort, "networking": networking})
    axes = iv.plots.weights(evaluated(evaluator), "effort", "networking")
    (dot,) = axes.lines
    assert ([effort], [networking]) == tuple(map(list, dot.get_data()))
    assert ((0, 2 * max(effort, 1)), (0, 2 * max(networking, 1))) == (axes.get_xlim(), axes.get_ylim())
    assert not dot.get_clip_on()
    assert all(dot.get_zorder() > spine.get_zorder() for spine in axes.spines.values())


@pytest.mark.parametrize(("travel", "words"), [(500, "none"), (0, "all")])
def test_weights_at_which_nothing_turns(travel, words):
    """Where one side has it at all weights on the map, the title says so."""

    @iv.scorer(kind="benefit")
    def other(travel):
        return 100 - travel

    axes = iv.plots.weights(
        evaluated(iv.Evaluator(discover=False, draws=8, plugins=[other]), travel=travel), "courtesy", "practice"
    )
    assert any(f"Going pays at {words} of these weights" in text for text in shown(axes))


def test_weights_default_to_the_largest_effects():
    """Left out, the two criteria with the largest effects are taken, and one that is named is not taken twice."""
    evaluation = evaluated()
    first, second = sorted(evaluation.contributions, key=lambda item: -abs(item.effect.mean))[:2]
    axes = evaluation.plot("weights")
    assert (f"weight of {first.name}", f"weight of {second.name}") == (axes.get_xlabel(), axes.get_ylabel())
    axes = iv.plots.weights(evaluation, other=first.name)
    assert (f"weight of {second.name}", f"weight of {first.name}") == (axes.get_xlabel(), axes.get_ylabel())


def test_weights_of_what_cannot_be_shown():
    """Names of no criterion, or the same twice, and too few criteria, are said at once."""
    with pytest.raises(iv.InvalidInputError) as caught:
        iv.plots.weights(evaluated(), "efort", 3)
    assert [("one", "effort"), ("other", None)] == [(m.path, m.nearest) for m in caught.value.mistakes]
    with pytest.raises(iv.InvalidInputError) as caught:
        iv.plots.weights(evaluated(), "effort", "effort")
    assert "another criterion than 'effort'" in said(caught)
    block = {scorer.name for scorer in EVALUATOR.scorers} - {"effort"}
    with pytest.raises(iv.InvalidInputError) as caught:
        evaluated(iv.Evaluator(discover=False, block=block)).plot("weights")
    assert "at least two criteria" in said(caught)


def test_mistakes_are_said_at_once():
    """What is no evaluation, no number and no Axes is said in one error; a kind that is none offers the nearest."""
    with pytest.raises(iv.InvalidInputError) as caught:
        iv.plots.tornado("evaluation", "axes", most=0)
    assert ["evaluation", "most", "ax"] == [mistake.path for mistake in caught.value.mistakes]
    for picture in (iv.plots.waterfall, iv.plots.distribution, iv.plots.weights):
        with pytest.raises(iv.InvalidInputError) as caught:
            picture(iv.Invitation())
        assert "an Evaluation" in said(caught)
    with pytest.raises(iv.InvalidInputError) as caught:
        evaluated().plot("tornados")
    assert "did you mean 'tornado'?" in said(caught)


def test_an_evaluation_that_was_read_back():
    """What is stored is enough for all pictures but the tornado, which needs the run behind it."""
    again = iv.Evaluation.from_dict(evaluated().to_dict())
    for kind in ("waterfall", "distribution", "weights"):
        again.plot(kind)
    with pytest.raises(iv.NotAtHandError):
        again.plot("tornado")


def test_notes_of_plugins_do_not_disturb():
    """A plugin with notes changes nothing in the picture."""
    evaluator = iv.Evaluator(discover=False, plugins=[plugin_of(notes=["Careful."])])
    assert 7 == len(evaluated(evaluator).plot().patches)
