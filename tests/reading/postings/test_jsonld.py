"""JSON-LD in a page: its scripts and the objects in them, within bounds."""

from __future__ import annotations

import pytest
from reading.files import page

from interview_value.errors import ReadError
from interview_value.reading import read
from interview_value.reading.postings.jsonld import MAX_SCRIPTS, find_objects, find_scripts


def test_no_more_scripts_are_looked_at_than_the_bound():
    """A page of any length is read in bounded time."""
    assert MAX_SCRIPTS == sum(1 for _ in find_scripts(page(*["{}"] * (MAX_SCRIPTS + 1))))


def test_data_that_refers_to_itself_comes_to_an_end():
    """A mapping given by a program may be a ring."""
    ring = {"@type": "Thing"}
    ring["itself"] = ring
    ring["again"] = [ring, ring]
    with pytest.raises(ReadError, match="JobPosting"):
        read(ring)


def test_outer_objects_come_before_inner_ones_in_the_order_of_the_source():
    """The first posting of a page is the first one found."""
    data = [{"n": 1, "in": {"n": 2}}, [{"n": 3}], {"n": 4}]
    assert [1, 2, 3, 4] == [node["n"] for node in find_objects(data)]
