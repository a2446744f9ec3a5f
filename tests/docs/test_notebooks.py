"""Every notebook of the documentation runs, and what its text says of its numbers is so."""

from __future__ import annotations

import contextlib
import io
import json
import re
from functools import cache
from pathlib import Path

import pytest

import interview_value as iv

plt = pytest.importorskip("matplotlib.pyplot")
DOCS = Path(__file__).parents[2] / "docs"
FOUND = sorted(page for page in DOCS.rglob("*.*") if "_build" not in page.parts)
NOTEBOOKS = [page for page in FOUND if page.suffix == ".ipynb"]
TEXTS = [page for page in FOUND if page.suffix == ".md" and "file_format: mystnb" in page.read_text(encoding="utf-8")]


def cells(notebook, kind):
    """Return the cells of a kind."""
    return [cell for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == kind]


def code(page):
    """Return the code of the cells of a notebook, or of a page that is a notebook written as text."""
    if page.suffix == ".ipynb":
        return ["".join(cell["source"]) for cell in cells(page, "code")]
    text = page.read_text(encoding="utf-8")
    return re.findall(r"^```\{code-cell\}.*\n(?:---\n(?:.*\n)*?---\n)?((?:.*\n)*?)```$", text, re.MULTILINE)


@cache
def run(name):
    """Run the code of a notebook from top to bottom, and return its names and what it printed."""
    plt.switch_backend("agg")
    names, printed = {}, io.StringIO()
    with contextlib.redirect_stdout(printed):
        for source in code(DOCS / name):
            exec(compile(source, name, "exec"), names)
    plt.close("all")
    return names, printed.getvalue()


@pytest.mark.parametrize("page", TEXTS, ids=[str(page.relative_to(DOCS)) for page in TEXTS])
def test_page_that_is_a_notebook_runs(page):
    """A page that shows what its code gives has code, and it runs."""
    assert code(page)
    run(page.relative_to(DOCS).as_posix())


def test_the_value_of_information_is_what_it_is_by_hand():
    """The worked example of the decision comes within a tenth to what the library says."""
    names, _ = run("explanation/decision.md")
    assert "job_worth" == names["question"].quantity
    assert pytest.approx(names["question"].worth, rel=0.1) == names["knowing"] - names["blind"]
    assert names["nets"][0] < 0 < names["blind"]


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=[page.stem for page in NOTEBOOKS])
def test_notebook_keeps_nothing_of_a_run(notebook):
    """A notebook is stored without outputs: what it shows is worked out when the documentation is built."""
    code = cells(notebook, "code")
    assert code
    assert [([], None)] * len(code) == [(cell["outputs"], cell["execution_count"]) for cell in code]


def test_the_tutorial_leads_to_a_decision():
    """The tutorial asks the one question that matters, and then there is a decision, as its text says."""
    names, printed = run("tutorials/decision.ipynb")
    assert iv.Verdict.ASK_YOURSELF is names["evaluation"].verdict
    assert "job_worth" == names["question"].quantity
    assert names["question"].worth > names["evaluation"].asking_cost == 0.25
    assert 300 < names["question"].turn < 330
    assert iv.Verdict.ATTEND is names["decided"].verdict
    assert "attend" == names["decided"].ways[0].name
    assert names["session"].question is None
    assert names["alone"].net.mean < names["decided"].net.mean
    assert iv.Verdict.ATTEND is names["alone"].verdict
    assert "Thank you for inviting me" in printed
    assert printed.endswith("decline\n")


def test_the_tutorial_counts_what_was_answered():
    """Seven answers were given by a person, out of more than twenty that a person could give."""
    decided = run("tutorials/decision.ipynb")[0]["decided"]
    asked = [entry for entry in decided.inputs if entry.question]
    assert 7 == len([entry for entry in asked if entry.origin is iv.outcome.Origin.GIVEN])
    assert 20 < len(asked) < 30


@pytest.fixture
def four():
    """The four people of the article's notebook, each with the evaluation."""
    return run("tutorials/article.ipynb")[0]["evaluations"]


def hours(evaluation, criterion):
    """Return what a criterion adds to the net value."""
    return evaluation[criterion].effect.mean


def greatest(evaluation):
    """Return the criterion that adds most."""
    return max(evaluation.contributions, key=lambda item: item.effect.mean).name


def test_the_four_decide_differently(four):
    """The graduate and the fan go, for reasons of their own; the veteran and the passer-by do not."""
    verdicts = {name: evaluation.verdict.value for name, evaluation in four.items()}
    assert {"graduate": "attend", "veteran": "decline", "fan": "attend", "passer-by": "decline"} == verdicts
    assert ("practice", "future_opportunity") == (greatest(four["graduate"]), greatest(four["fan"]))
    assert [False, False, False, True] == [evaluation.ruling is not None for evaluation in four.values()]


def test_practice_is_not_always_useful(four):
    """To the veteran practice is worth minutes, and with every interview that lies behind one it is worth less."""
    assert 1 / 60 < hours(four["veteran"], "practice") < 15 / 60
    names = run("tutorials/article.ipynb")[0]
    curve = iv.explain("practice", names["invitation"], names["like_her"])["experience"].hours
    assert sorted(curve, reverse=True) == list(curve)
    assert curve[-1] < curve[0] / 2


def test_a_bored_fan_does_harm():
    """In a bad mood the impression does harm, as the notebook prints."""
    printed = run("tutorials/article.ipynb")[1]
    assert ["-", "+"] == re.findall(r"mindset 0\.[13]: ([-+])", printed)


def test_who_can_be_won_over_gains_most(four):
    """Of the four, the graduate is likeliest to say yes, and has most to gain from a surprise."""
    gains = {name: hours(evaluation, "role_discovery") for name, evaluation in four.items()}
    assert "graduate" == max(gains, key=gains.get)
    curve = iv.explain("role_discovery", four["graduate"].invitation, four["graduate"].seeker)["would_accept"].hours
    assert sorted(curve) == list(curve)


def test_networking_is_the_least_of_the_benefits(four):
    """Networking is under an hour to each of the four, as the notebook says that it is little."""
    assert 1 > max(hours(evaluation, "networking") for evaluation in four.values())


def test_the_graduate_goes_prepared(four):
    """No way beats simply going, and no other preparation that the notebook prints beats the best hours."""
    assert "attend" == four["graduate"].ways[0].name
    printed = run("tutorials/article.ipynb")[1]
    lengths = re.findall(r"([\d.]+) h of preparation: ([-+][\d.]+) h", printed)
    assert str(int(four["graduate"].best_hours)) == max(lengths, key=lambda pair: float(pair[1]))[0]


def test_most_draws_of_the_fan_are_below_the_average(four):
    """A few draws far above the average pull it up."""
    net = four["fan"].net
    below = sum(draw < net.mean for draw in four["fan"].net_draws)
    assert len(four["fan"].net_draws) / 2 < below
    assert net.high - net.mean > net.mean - net.low


def test_no_quantity_alone_turns_the_fan(four):
    """What moves the fan's answer most are two constants, and even at their low end it stays above zero."""
    swings = four["fan"].swings
    assert [True, True] == [swing.constant for swing in swings[:2]]
    assert 0 < min(min(swing.net_low, swing.net_high) for swing in swings)


def test_the_graduate_can_turn_her_answer_by_hand(four):
    """The slider that the notebook speaks of turns the verdict before its end, which is at three."""
    explorer = run("tutorials/article.ipynb")[0]["explorer"]
    assert four["graduate"].net == explorer.evaluation.net
    explorer.weights = {"effort": 2.9}
    assert iv.Verdict.DECLINE is explorer.evaluation.verdict
    explorer.restart()


def test_the_graduate_needs_few_answers(four):
    """The session of the notebook comes to the graduate's own verdict, and on the way it asks for what a job is worth."""
    session = run("tutorials/article.ipynb")[0]["session"]
    assert four["graduate"].verdict is session.verdict
    assert ["job_worth"] == [step.quantity for step in session.history]


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=[page.stem for page in NOTEBOOKS])
def test_pictures_of_a_notebook_say_what_they_show(notebook):
    """A cell that draws has words for who cannot see the picture."""
    drawing = [cell for cell in cells(notebook, "code") if "plot" in "".join(cell["source"])]
    words = [cell["metadata"].get("mystnb", {}).get("image", {}).get("alt", "") for cell in drawing]
    assert [] == [cell for cell, told in zip(drawing, words, strict=True) if len(told) < 40]
