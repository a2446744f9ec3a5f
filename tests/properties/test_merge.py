"""Law: merging what two sources know loses nothing: the first one wins, and where the other differs is kept."""

from __future__ import annotations

import json

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import invitations, seekers

import interview_value as iv

PAIRS = st.one_of(st.tuples(invitations(), invitations()), st.tuples(seekers(), seekers()))
TRIPLES = st.one_of(*(st.tuples(kind, kind, kind) for kind in (invitations(), seekers())))
FACTS = invitations() | seekers()
BOOKKEEPING = ("version", "read_from", "disagreements", "notes")


def held(facts):
    """What is known, as plain data by the name of the field or quantity."""
    plain = facts.to_dict()
    others = plain.pop("quantities", {})
    return {**{name: value for name, value in plain.items() if name not in BOOKKEEPING}, **others}


@given(pair=PAIRS)
def test_first_wins(pair):
    """What the first one knows is what the merged one knows."""
    first, second = pair
    assert held(first).items() <= held(first | second).items()


@given(pair=PAIRS)
def test_second_fills_the_gaps(pair):
    """What only the second one knows is known, unless the first one knows the same by another name."""
    first, second = pair
    merged = first | second
    spoken_of = {clash.name for clash in merged.disagreements}
    for name, value in held(second).items():
        assert held(merged).get(name) == value or name in spoken_of


def frozen(value):
    """A value as a disagreement holds it: a list as a tuple."""
    return tuple(value) if isinstance(value, list) else value


@given(pair=PAIRS)
def test_every_disagreement_is_kept(pair):
    """Where both know something and it differs, both values are shown with where they come from."""
    first, second = pair
    mine, theirs = held(first), held(second)
    expected = {name for name in mine.keys() & theirs.keys() if mine[name] != theirs[name]}
    clashes = {clash.name: clash for clash in (first | second).disagreements}
    assert expected <= clashes.keys()
    for name in expected:
        sides = (mine[name], first.read_from.get(name, ""), theirs[name], second.read_from.get(name, ""))
        assert tuple(map(frozen, sides)) == attrs.astuple(clashes[name])[1:]


@given(pair=PAIRS)
def test_evaluations_read_what_the_first_knows(pair):
    """Every estimate that the first one stands for is the one that counts, computed ones included."""
    first, second = pair
    assert first.known.items() <= (first | second).known.items()
    assert first.known.keys() | second.known.keys() == (first | second).known.keys()


@given(pair=PAIRS)
def test_provenance_follows_the_value(pair):
    """A value of the first one keeps where it was read, and never takes that of the other one's value."""
    first, second = pair
    merged = first | second
    assert all(merged.read_from[name] == where for name, where in first.read_from.items())
    for name in held(first):
        assert first.read_from.get(name) == merged.read_from.get(name)
    for name in held(second).keys() - held(first).keys() - {clash.name for clash in merged.disagreements}:
        assert merged.read_from.get(name) == first.read_from.get(name, second.read_from.get(name))


@given(pair=PAIRS)
def test_no_note_is_lost(pair):
    """The notes of both are kept, each once, those of the first one first."""
    first, second = pair
    assert tuple(dict.fromkeys(first.notes + second.notes)) == (first | second).notes


@given(facts=FACTS)
def test_merging_with_itself_changes_nothing(facts):
    """Nothing disagrees with itself."""
    assert facts == facts | facts


@given(facts=FACTS)
def test_merging_with_nothing_changes_nothing(facts):
    """An empty one adds nothing, on either side."""
    empty = type(facts)()
    assert (facts, facts) == (facts | empty, empty | facts)


@given(triple=TRIPLES)
def test_grouping_is_irrelevant_to_what_is_known(triple):
    """Three sources merged in their order give the same values however they are grouped."""
    one, two, three = triple
    assert held((one | two) | three) == held(one | (two | three))


@given(pair=PAIRS)
def test_a_merged_one_survives_the_round_trip(pair):
    """Disagreements go through JSON as well as everything else."""
    merged = pair[0] | pair[1]
    assert merged == type(merged).from_dict(json.loads(json.dumps(merged.to_dict())))


@pytest.mark.parametrize("other", [iv.Seeker(), {}, None, 3], ids=repr)
def test_only_alike_can_be_merged(other):
    """An invitation merges with an invitation only."""
    with pytest.raises(TypeError):
        iv.Invitation() | other
