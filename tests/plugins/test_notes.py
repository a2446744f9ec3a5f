"""Notes of plugins: where they stand, and what becomes of those that fail."""

from __future__ import annotations

import pytest
from plugs import plugin_of

import interview_value as iv


def evaluated(*plugins, strict=False, **facts):
    """An evaluation with some plugins."""
    return iv.Evaluator(plugins=plugins, discover=False, strict=strict).evaluate(iv.Invitation(**facts))


def test_notes_stand_behind_the_name_of_their_plugin():
    """The notes of two plugins follow in the order of the plugins' names, and change no number."""
    evaluation = evaluated(plugin_of("b", notes=["Three."]), plugin_of("a", notes=["One.", "Two."]))
    assert ("a: One.", "a: Two.", "b: Three.") == evaluation.notes
    assert (evaluated().net, True) == (evaluation.net, evaluation.complete)


def test_notes_are_told_of_the_invitation_and_the_seeker():
    """The hook gets what the evaluation is about."""

    class Named:
        @iv.hookimpl
        def interview_value_notes(self, invitation, seeker):
            return [f"{invitation.role} for one of mindset {seeker.mindset}"]

    evaluator = iv.Evaluator(plugins=[Named()], discover=False)
    evaluation = evaluator.evaluate(iv.Invitation(role="Analyst"), iv.Seeker(mindset=0.5))
    assert ("Named: Analyst for one of mindset 0.5",) == evaluation.notes


def test_notes_follow_those_of_the_invitation_and_are_kept():
    """What a reader noted comes first; all are in the text and in the plain data."""
    evaluation = evaluated(plugin_of("a", notes=["One."]), notes=("Read with care.",))
    assert ("Read with care.", "a: One.") == evaluation.notes == iv.Evaluation.from_dict(evaluation.to_dict()).notes
    assert "- a: One." in str(evaluation)


def test_a_note_is_hostile_text():
    """A note cannot run anything in a page, or take over a terminal."""
    evaluation = evaluated(plugin_of("a", notes=["<script>alert(1)</script>\x1b[2J"]))
    assert "<script>" not in evaluation._repr_html_()
    assert "\x1b" not in str(evaluation)


def test_none_and_nothing_are_no_notes():
    """A plugin with nothing to say returns nothing, or None."""
    evaluation = evaluated(plugin_of("a", notes=[]), plugin_of("b", notes=None))
    assert ((), True) == (evaluation.notes, evaluation.complete)


@pytest.mark.parametrize(
    "answer", ["a text", [1], ["x" * 1_001], ["x"] * 51, 5], ids=["text", "number", "long", "many", "one number"]
)
def test_notes_that_cannot_be_used(answer):
    """A plugin that returns what are no notes says nothing, and is named; the others' notes are there."""
    evaluation = evaluated(plugin_of("a", notes=answer), plugin_of("b", notes=["Three."]))
    assert ("b: Three.",) == evaluation.notes
    (failure,) = evaluation.failures
    assert failure.startswith("notes of plugin 'a': ")
    assert not evaluation.complete


def test_as_many_and_as_long_as_is_allowed():
    """Fifty notes of a thousand characters are all there."""
    assert 50 == len(evaluated(plugin_of("a", notes=["x" * 1_000] * 50)).notes)


def test_a_plugin_that_raises():
    """It is named in the evaluation; a strict evaluator raises."""

    def fails():
        raise ValueError("no words today")

    assert "no words today" in evaluated(plugin_of("a", notes=fails)).failures[0]
    with pytest.raises(iv.ScorersFailedError, match="evaluator"):
        evaluated(plugin_of("a", notes=fails), strict=True)
