"""The explorer as Python sees it: state that is read, set and observed, and changes that a browser asks for."""

from __future__ import annotations

import subprocess
import sys

import pytest

import interview_value as iv

pytest.importorskip("anywidget")
BARE = iv.Evaluator(discover=False)
INVITATION = iv.Invitation(role="Data analyst", stage="first", role_interest=0.2, organization_interest=0.6)
SEEKER = iv.Seeker(upcoming_interviews=6, mindset=0.7)


@pytest.fixture
def explorer():
    """An explorer of an invitation of which little is known."""
    return iv.widgets.Explorer(INVITATION, SEEKER, BARE)


def ask(explorer, **change):
    """Send what a browser sends, and return what it shows then."""
    explorer.set_state({"_asked": {"token": "one", **change}})
    return explorer._scene


def criterion(scene, name):
    """Return what is shown of a criterion."""
    return next(item for item in scene["criteria"] if item["name"] == name)


def field(scene, name):
    """Return what is shown of a quantity."""
    return next(field for group in scene["groups"] for field in group["fields"] if field["name"] == name)


def test_it_starts_with_what_evaluate_says(explorer):
    """What it holds at the start is what went in, and the evaluation of that."""
    expected = BARE.evaluate(INVITATION, SEEKER)
    assert expected.net == explorer.evaluation.net
    assert INVITATION is explorer.invitation
    assert SEEKER is explorer.seeker
    assert dict.fromkeys([scorer.name for scorer in BARE.scorers], 1.0) == explorer.weights
    assert "Ask first" == explorer._scene["verdict"]
    assert str(expected).splitlines()[0].removeprefix("Ask first: as") in "As" + explorer._scene["sentence"]


def test_nothing_but_an_invitation_is_needed():
    """The seeker is unknown and the evaluator the one behind `evaluate`, if they are left out."""
    explorer = iv.widgets.Explorer(INVITATION)
    assert iv.Seeker() == explorer.seeker
    assert iv.evaluate(INVITATION).net == explorer.evaluation.net


@pytest.mark.parametrize("wrong", [{"invitation": "mail.ics"}, {"seeker": 3}, {"evaluator": {"practice": 2}}])
def test_other_types_are_refused(wrong):
    """What is no invitation, seeker or evaluator is told so by the library's own error."""
    with pytest.raises(iv.InvalidInputError) as caught:
        iv.widgets.Explorer(**{"invitation": INVITATION, **wrong})
    assert list(wrong) == [mistake.path for mistake in caught.value.mistakes]


def test_a_slider_counts_a_criterion_more(explorer):
    """The weight holds at once, in the evaluation and in what is shown, which names the change that it answers."""
    scene = ask(explorer, weights={"practice": 2.5})
    assert 2.5 == explorer.weights["practice"] == explorer.evaluation["practice"].weight
    assert "one" == scene["answers"]
    slider = criterion(scene, "practice")["slider"]
    assert (2.5, "2.5×", "counted 2.5 times", True) == tuple(slider[key] for key in ("value", "text", "says", "moved"))
    assert "counted once" == criterion(scene, "effort")["slider"]["says"]


def test_a_reset_gives_the_weight_from_the_start_back():
    """None is the evaluator's own weight, whatever that is."""
    explorer = iv.widgets.Explorer(INVITATION, SEEKER, iv.Evaluator(discover=False, weights={"practice": 5}))
    assert 6 == criterion(explorer._scene, "practice")["slider"]["most"]
    assert not criterion(explorer._scene, "practice")["slider"]["moved"]
    ask(explorer, weights={"practice": 0})
    assert 0 == explorer.weights["practice"]
    ask(explorer, weights={"practice": None})
    assert 5 == explorer.weights["practice"]


def test_only_what_was_moved_can_be_reset(explorer):
    """A weight that is set to what it was anyway, or brought back by hand, is none that was moved."""
    explorer.weights = {**explorer.weights, "practice": 2}
    moved = [item["name"] for item in explorer._scene["criteria"] if item["slider"]["moved"]]
    assert ["practice"] == moved
    assert not criterion(ask(explorer, weights={"practice": 1}), "practice")["slider"]["moved"]


@pytest.mark.parametrize(
    ("weight", "most", "text"),
    [(0, 3, "0×"), (3, 3, "3×"), (3.01, 6, "3.01×"), (6, 6, "6×"), (1e6, 1_572_864, "1,000,000×")],
)
def test_a_slider_has_room_on_both_sides(explorer, weight, most, text):
    """A slider ends at a doubling of three that holds its weight, moves by a sixtieth of that, and says it in full."""
    explorer.weights = {"practice": weight}
    slider = criterion(explorer._scene, "practice")["slider"]
    assert (most, most / 60, text) == (slider["most"], slider["step"], slider["text"])


def test_fields_take_numbers_and_ranges(explorer):
    """A number is exact and two are a range; each goes to the invitation or the seeker, and nothing is unknown again."""
    scene = ask(explorer, entries={"travel": ["1.5", ""], "job_worth": [" 200", "400 "], "mindset": ["", ""]})
    assert iv.Estimate(1.5) == explorer.invitation.travel
    assert iv.Estimate(200, 400) == explorer.seeker.job_worth
    assert explorer.seeker.mindset is None
    assert ["1.5", ""] == field(scene, "travel")["entry"]
    assert ["200", "400"] == field(scene, "job_worth")["entry"]
    assert ["", ""] == field(scene, "mindset")["entry"]
    assert "share, 0 to 1 · assumed 0.3..0.9" == field(scene, "mindset")["note"]
    assert ["0.3", "0.9"] == field(scene, "mindset")["hints"]


def test_constants_of_the_model_can_be_tried(explorer):
    """A constant goes to the invitation's further quantities, and back to unknown."""
    ask(explorer, entries={"recall": ["0.05", ""]})
    assert {"recall": iv.Estimate(0.05)} == explorer.invitation.quantities
    ask(explorer, entries={"recall": ["", ""]})
    assert {} == explorer.invitation.quantities


def test_a_value_has_one_holder():
    """A quantity that the invitation held for the seeker, or the seeker for a plugin, is changed where it counts."""
    held = INVITATION.with_quantities(job_worth=100)
    explorer = iv.widgets.Explorer(held, iv.Seeker(job_worth=300, quantities={"recall": 0.02}), BARE)
    assert ["100", ""] == field(explorer._scene, "job_worth")["entry"]
    ask(explorer, entries={"job_worth": ["250", ""], "recall": ["0.03", ""]})
    assert {} == explorer.invitation.quantities
    assert iv.Estimate(250) == explorer.seeker.job_worth
    assert {"recall": iv.Estimate(0.03)} == explorer.seeker.quantities


@pytest.mark.parametrize(
    ("typed", "expected"), [("1,5", 1.5), ("1.5", 1.5), (",5", 0.5), ("1e-3", 0.001), ("0,125", 0.125), ("12,5", 12.5)]
)
def test_numbers_are_read_from_any_keyboard(explorer, typed, expected):
    """A comma is as good as a point where it can mean nothing else."""
    ask(explorer, entries={"travel": [typed, "40"]})
    assert iv.Estimate(expected, 40) == explorer.invitation.travel


def test_minus_signs_of_print_are_read(explorer):
    """A number may be copied from what the library itself shows."""
    ask(explorer, entries={"appeal": ["−0.5", "-0,2"]})
    assert iv.Estimate(-0.5, -0.2) == explorer.invitation.appeal


@pytest.mark.parametrize(
    ("name", "entry", "words"),
    [
        ("pressure", ["0.5", ""], "pressure: got 0.5, expected ≥ 1 (factor)"),
        ("travel", ["soon", ""], "expected a number such as 4 or 1.5, in h, there and back, ≥ 0"),
        ("travel", ["1,500", ""], "expected a number such as 4 or 1.5"),
        ("travel", ["", "3"], "got '3', expected the low end in the box before it, too"),
        ("travel", ["3", "1"], "the low end first"),
        ("travel", ["nan", ""], "expected a finite number"),
        ("job_worth", ["0", "9"], "a range that starts above 0"),
        ("job_worth", ["x" * 100, ""], "expected a number such as 4 or 1.5"),
    ],
)
def test_a_bad_entry_is_told_beside_its_field(explorer, name, entry, words):
    """The library's own error stands beside what was entered, and the last good answer stays."""
    before = explorer.evaluation
    shown = field(ask(explorer, entries={name: entry}), name)
    assert words in shown["mistake"]
    assert entry == shown["entry"]
    assert before.net == explorer.evaluation.net
    assert words in field(ask(explorer, weights={"effort": 0}), name)["mistake"]
    assert "" == field(ask(explorer, entries={name: ["1", ""]}), name)["mistake"]


def test_the_rest_of_a_change_counts(explorer):
    """One bad entry takes neither another entry nor a weight with it."""
    scene = ask(explorer, weights={"practice": 2}, entries={"pressure": ["no", ""], "travel": ["3", ""]})
    assert 2 == explorer.weights["practice"]
    assert iv.Estimate(3) == explorer.invitation.travel
    assert "expected" in field(scene, "pressure")["mistake"]


def test_start_again(explorer):
    """Everything is as it was at the start, whether the browser or Python says so."""
    ask(explorer, weights={"practice": 2}, entries={"travel": ["3", ""], "pressure": ["no", ""]})
    scene = ask(explorer, restart=True)
    assert INVITATION == explorer.invitation
    assert {1.0} == set(explorer.weights.values())
    assert "" == field(scene, "pressure")["mistake"]
    ask(explorer, weights={"practice": 2})
    explorer.restart()
    assert 1 == explorer.weights["practice"]


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
        ("weights", {"practise": 2}, iv.UnknownNameError),
        ("weights", {"practice": -1}, iv.InvalidInputError),
        ("weights", {"practice": float("nan")}, iv.InvalidInputError),
        ("weights", 3, iv.InvalidInputError),
        ("seeker", 3, iv.InvalidInputError),
        ("invitation", None, iv.InvalidInputError),
        ("invitation", INVITATION.with_quantities(luck=3), iv.InvalidInputError),
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

    with pytest.raises(iv.UnknownNameError):
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

    far = iv.Scorer(name="far", function=fail, kind="cost")
    strict = iv.Evaluator(discover=False, strict=True, plugins=[far])
    with pytest.raises(iv.ScorersFailedError):
        iv.widgets.Explorer(INVITATION.with_quantities(travel=9), SEEKER, strict)
    explorer = iv.widgets.Explorer(INVITATION, SEEKER, strict)
    shown = field(ask(explorer, entries={"travel": ["9", ""]}), "travel")
    assert shown["mistake"].startswith("the evaluation is incomplete: far: ")
    assert explorer.invitation.travel is None


def test_widgets_need_their_extra():
    """Without anywidget the room says what to install; nothing else of the library needs it."""
    code = "import sys; sys.modules['anywidget'] = None\nimport interview_value as iv\niv.widgets"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, encoding="utf-8")
    expected = "ImportError: install interview-value[widget] to reweigh by hand in a notebook"
    assert expected == done.stderr.strip().splitlines()[-1]
