"""What is left of HTML where GitHub shows it: its filter keeps tables and what unfolds, but no bars and no styles.

Which elements its view of notebooks keeps is not published; those that it keeps in pages written in markup are.
"""

from __future__ import annotations

import pytest

from .elements import Elements
from .things import THINGS

nh3 = pytest.importorskip("nh3")

KEPT = {
    "a", "abbr", "b", "bdo", "blockquote", "br", "caption", "cite", "code", "dd", "del", "details", "dfn", "div", "dl",
    "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li",
    "mark", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub",
    "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "tt", "ul", "var", "wbr",
}  # fmt: skip
"""The elements in ``SanitizationFilter::DEFAULT_CONFIG`` of html-pipeline 3, the library that began as GitHub's."""

STRICTER = KEPT - {
    "abbr", "bdo", "caption", "cite", "dfn", "figcaption", "figure", "mark", "small", "span", "time", "wbr",
}  # fmt: skip
"""Those in ``SanitizationFilter::WHITELIST`` of html-pipeline 2."""

ATTRIBUTES = {
    "*": {"align", "colspan", "headers", "lang", "open", "rowspan", "scope", "summary", "title", "value", "width"}
}
"""Of the attributes that both keep, those that a part, a table, a bar or what unfolds can have; ``style`` is not one."""


def left(html, kept=KEPT, attributes=ATTRIBUTES):
    """Return what the filter leaves."""
    return nh3.clean(html, tags=kept, attributes=attributes)


@pytest.fixture(scope="module", params=THINGS)
def html(request):
    """What a notebook shows of one of each kind, with a stranger's text in it."""
    return THINGS[request.param]("<script>alert(1)</script> & 'plain'")._repr_html_()


def test_only_bars_and_styles_are_taken_away(html):
    """Tables keep their captions and the headers of columns and rows, and what was folded still unfolds."""
    expected = [
        (tag, {name: value for name, value in attributes.items() if name != "style"})
        for tag, attributes in Elements(html).found
        if tag != "meter"
    ]
    assert expected == Elements(left(html)).found


def test_a_filter_may_drop_the_language(html):
    """One that knows no ``lang`` leaves all else as it is."""
    without = left(html, attributes={"*": ATTRIBUTES["*"] - {"lang"}})
    assert Elements(left(html).replace(' lang="en"', "")).found == Elements(without).found
    assert Elements(html).words == Elements(without).words


@pytest.mark.parametrize("kept", [KEPT, STRICTER], ids=["kept", "stricter"])
def test_every_word_is_left_in_its_place(html, kept):
    """All text is there, in the same order, a stranger's as text; and what was apart, such as two cells, still is."""
    assert Elements(html).words == Elements(left(html, kept)).words
