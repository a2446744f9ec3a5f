"""JSON as pages hold it, and its objects and lists."""

from __future__ import annotations

import pytest

from interview_value.reading.json_data import as_list, as_object, is_json_list, parse


@pytest.mark.parametrize(
    "text",
    [
        '{"a": "b"}',
        ' <!-- {"a": "b"} --> ',
        '//<![CDATA[\n{"a": "b"}\n//]]>',
        '/*<![CDATA[*/{"a": "b"}/*]]>*/;',
        "{&quot;a&quot;: &quot;b&quot;}",
    ],
)
def test_json_is_parsed_in_any_wrapping(text):
    """Comments and CDATA around it do not matter, nor quotes that are written as entities."""
    assert {"a": "b"} == parse(text)


def test_a_raw_line_break_within_a_text_is_allowed():
    """It is wrong and common."""
    assert {"a": "b\nc"} == parse('{"a": "b\nc"}')


@pytest.mark.parametrize("text", ["", "{", "words", "{&quot;a&quot;", '{"a": "b"} and more'])
def test_what_is_no_json_is_an_error(text):
    """With entities or without."""
    with pytest.raises(ValueError, match="line 1"):
        parse(text)


def test_json_that_nests_too_deep_is_an_error():
    """Never a RecursionError."""
    with pytest.raises(ValueError, match="it nests too deep to be read"):
        parse("[" * 200_000)


def test_objects_and_lists_are_told_from_other_values():
    """A value that is no list counts as a list of it alone; an object is never taken apart."""
    assert [{"a": 1}, None, None] == [as_object(value) for value in ({"a": 1}, [1], "a")]
    assert [[1], [{"a": 1}], ["a"]] == [as_list(value) for value in ([1], {"a": 1}, "a")]
    assert [True, False, False] == [is_json_list(value) for value in ([], (), {})]
