"""The explorer as Python sees it: state that is read, set and observed."""

from __future__ import annotations

import subprocess
import sys

import pytest

import interview_value as iv

from .asking import BARE, INVITATION, SEEKER, ask, criterion, field


def test_it_starts_with_what_evaluate_says(explorer):
    """What it holds at the start is what went in, and the evaluation of that."""
    expected = BARE.evaluate(INVITATION, SEEKER)
    assert expected.net == explorer.evaluation.net
    assert INVITATION is explorer.invitation
    assert SEEKER is explorer.seeker
    assert dict.fromkeys([scorer.name for scorer in BARE.scorers], 1.0) == explorer.weights
    assert expected.headline == f"{explorer._scene['verdict']} {explorer._scene['sentence']}"


def test_nothing_but_an_invitation_is_needed():
    """The seeker is unknown and the evaluator the one behind `evaluate`, if they are left out."""
    explorer = iv.widgets.Explorer(INVITATION)
    assert iv.Seeker() == explorer.seeker
    assert iv.evaluate(INVITATION).net == explorer.evaluation.net


@pytest.mark.parametrize("wrong", [{"invitation": "mail.ics"}, {"seeker": 3}, {"evaluator": {"practice": 2}}])
def test_other_types_are_refused(wrong):
    """What is no invitation, seeker or evaluator is told so by the library's own error."""
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        iv.widgets.Explorer(**{"invitation": INVITATION, **wrong})
    assert list(wrong) == [mistake.path for mistake in caught.value.mistakes]


def test_state_is_set_from_python(explorer):
    """What is set is evaluated and shown at once; weights that are left out are the evaluator's own."""
    explorer.weights = {"practice": 3, "effort": 0}
    explorer.weights = {"practice": 2}
    assert (2, 1) == (explorer.weights["practice"], explorer.weights["effort"])
    assert 2 == criterion(explorer._scene, "practice")["slider"]["value"]
    explorer.seeker = iv.Seeker(job_worth=(100, 150))
    assert ["100", "150"] == field(explorer._scene, "job_worth")["entry"]
    explorer.seeker = None
    assert iv.Seeker() == explorer.seeker
    explorer.invitation = iv.Invitation(role="Gardener")
    assert "Gardener" == explorer._scene["subject"]
    assert (2, "Gardener") == (explorer.evaluation["practice"].weight, explorer.evaluation.invitation.role)


@pytest.mark.parametrize(
    ("name", "value", "error"),
    [
        ("weights", {"practise": 2}, iv.errors.UnknownNameError),
        ("weights", {"practice": -1}, iv.errors.InvalidInputError),
        ("weights", {"practice": float("nan")}, iv.errors.InvalidInputError),
        ("weights", 3, iv.errors.InvalidInputError),
        ("seeker", 3, iv.errors.InvalidInputError),
        ("invitation", None, iv.errors.InvalidInputError),
        ("invitation", INVITATION.with_quantities(luck=3), iv.errors.InvalidInputError),
    ],
)
def test_what_cannot_be_used_changes_nothing(explorer, name, value, error):
    """It raises as everywhere in the library, nobody who observes hears of it, and what is shown stays."""
    before, scene, heard = getattr(explorer, name), explorer._scene, []
    explorer.observe(heard.append)
    with pytest.raises(error):
        setattr(explorer, name, value)
    assert (before, scene, []) == (getattr(explorer, name), explorer._scene, heard)


def test_several_things_are_set_together(explorer):
    """What is set while notifications are held counts, whatever its order, and who observes hears of each once."""
    heard = []
    explorer.observe(lambda change: heard.append(change.name), ["weights", "seeker", "evaluation"])
    for changes in ({"weights": {"practice": 2}, "seeker": iv.Seeker(job_worth=300)}, {"seeker": None, "weights": {}}):
        with explorer.hold_trait_notifications():
            for name, value in changes.items():
                setattr(explorer, name, value)
        wanted = (changes["weights"].get("practice", 1), changes["seeker"] or iv.Seeker())
        assert wanted == (explorer.weights["practice"], explorer.seeker)
        assert wanted == (explorer.evaluation["practice"].weight, explorer.evaluation.seeker)
        assert ["evaluation", "seeker", "weights"] == sorted(heard)
        heard.clear()


def test_what_cannot_be_used_is_taken_back_when_several_things_are_set(explorer):
    """One mistake among them, and all stays as it was."""
    before, seeker, scene = explorer.weights, explorer.seeker, explorer._scene

    def both():
        with explorer.hold_trait_notifications():
            explorer.seeker = iv.Seeker(job_worth=300)
            explorer.weights = {"practise": 2}

    with pytest.raises(iv.errors.UnknownNameError):
        both()
    assert (before, seeker) == (explorer.weights, explorer.seeker)
    assert scene["criteria"] == explorer._scene["criteria"]


def test_weights_are_not_changed_in_place(explorer):
    """A weight that is set behind the explorer's back is refused, or is none of its weights any more."""
    mine = dict(explorer.weights)
    for _ in range(2):
        with pytest.raises(TypeError):
            explorer.weights["practice"] = 2
        explorer.weights = mine
    mine["practice"] = 2
    assert 1 == explorer.weights["practice"]


def test_the_evaluation_is_read_only(explorer):
    """What comes out cannot be set."""
    with pytest.raises(Exception, match="read-only"):
        explorer.evaluation = BARE.evaluate(INVITATION)


@pytest.mark.parametrize("who", ["browser", "python"])
def test_who_observes_hears_once_of_each_change(explorer, who):
    """Each trait that changed is told once, whoever changed it, and everything already fits together then."""
    heard = []

    def hear(change):
        assert 2 == explorer.evaluation["practice"].weight == explorer.weights["practice"]
        heard.append(change.name)

    explorer.observe(hear, ["weights", "invitation", "seeker", "evaluation"])
    if who == "browser":
        ask(explorer, weights={"practice": 2})
    else:
        explorer.weights = {"practice": 2}
    assert ["evaluation", "weights"] == sorted(heard)


def test_the_same_again_is_no_change(explorer):
    """Setting what is there already wakes nobody."""
    heard = []
    explorer.observe(heard.append, ["weights", "invitation", "seeker", "evaluation"])
    explorer.weights = dict(explorer.weights)
    explorer.invitation = INVITATION
    assert [] == heard


def test_two_explorers_share_nothing():
    """Changing one leaves the other and their evaluator as they were."""
    one, other = iv.widgets.Explorer(INVITATION, SEEKER, BARE), iv.widgets.Explorer(INVITATION, SEEKER, BARE)
    ask(one, weights={"practice": 2}, entries={"travel": ["9", ""]})
    assert 1 == other.weights["practice"] == BARE.evaluate(INVITATION)["practice"].weight
    assert other.invitation.travel is None


def test_pages_without_widgets_show_the_evaluation(explorer):
    """A notebook on a page that runs no widgets shows the evaluation, as HTML or as text."""
    data, _ = explorer._repr_mimebundle_()
    assert str(explorer.evaluation) == data["text/plain"]
    assert explorer.evaluation._repr_html_() == data["text/html"]
    assert explorer.model_id == data["application/vnd.jupyter.widget-view+json"]["model_id"]


def test_a_strict_evaluator_stays_strict():
    """What fails raises at the start; later it is told, and the last good answer stays."""

    def fail(travel):
        if travel > 5:
            raise ValueError("too far")
        return 0.0

    far = iv.scoring.Scorer(name="far", function=fail, kind="cost")
    strict = iv.Evaluator(discover=False, strict=True, plugins=[far])
    with pytest.raises(iv.errors.ScorersFailedError):
        iv.widgets.Explorer(INVITATION.with_quantities(travel=9), SEEKER, strict)
    explorer = iv.widgets.Explorer(INVITATION, SEEKER, strict)
    shown = field(ask(explorer, entries={"travel": ["9", ""]}), "travel")
    assert shown["mistake"].startswith("the evaluation is incomplete: far: ")
    assert explorer.invitation.travel is None


def test_widgets_need_their_extra():
    """Without anywidget the room says what to install; nothing else of the library needs it."""
    code = "import sys; sys.modules['anywidget'] = None\nimport interview_value.widgets"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, encoding="utf-8")
    expected = "ImportError: install interview-value[widget] to reweigh by hand in a notebook"
    assert expected == done.stderr.strip().splitlines()[-1]
