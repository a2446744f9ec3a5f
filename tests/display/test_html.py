"""HTML: real tables, no script or style, nothing from an invitation taken for markup."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

import interview_value as iv

BARE = iv.Evaluator(discover=False)
KNOWN = {"role_interest": 0.3, "organization_interest": 0.5}
VOID = {"br"}


class Elements(HTMLParser):
    """Collects the elements with their attributes, and checks that they nest."""

    def __init__(self, markup):
        """Parse the markup."""
        super().__init__(convert_charrefs=True)
        self.found, self.open, self.said = [], [], []
        self.feed(markup)
        self.close()
        assert [] == self.open

    def handle_starttag(self, tag, attrs):
        """Keep an element."""
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        """Check that it is the innermost one that ends."""
        assert tag == self.open.pop()

    def handle_data(self, data):
        """Keep the text."""
        self.said.append(data)


def shown(thing):
    """Return the elements of what a notebook shows."""
    return Elements(thing._repr_html_())


def test_table_has_headers_in_both_directions():
    """Each column and each row has a header that a screen reader can say, and the table has a caption."""
    found = shown(BARE.evaluate(iv.Invitation(**KNOWN))).found
    scopes = [attributes.get("scope") for tag, attributes in found if tag == "th"]
    assert 4 == scopes.count("col")
    assert 9 == scopes.count("row")
    assert 1 == [tag for tag, _ in found].count("caption")


def test_signs_are_text():
    """Costs and benefits are told apart by + and − in the text, not by colour."""
    said = " ".join(shown(BARE.evaluate(iv.Invitation(**KNOWN))).said)
    assert "+" in said
    assert "−" in said


@pytest.mark.parametrize("thing", ["evaluation", "comparison"])
def test_nothing_but_plain_elements(thing):
    """There is no script, style, link or image, and no attribute but the scope of a header."""
    evaluation = BARE.evaluate(iv.Invitation())
    found = shown(evaluation if thing == "evaluation" else iv.compare([evaluation])).found
    allowed = {
        "div", "p", "strong", "br", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "ul", "li",
        "details", "summary",
    }  # fmt: skip
    assert set() == {tag for tag, _ in found} - allowed
    assert {"scope"} == {name for _, attributes in found for name in attributes}


@pytest.mark.parametrize(
    "hostile",
    ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "&lt;b&gt;", "</td></table>", "👩‍💻 עברית"],
)
def test_hostile_text_is_shown_as_text(hostile):
    """Whatever stands in a role, an organisation, a note, a place or a quantity of a plugin is text, not markup."""
    calm = len(shown(BARE.evaluate(iv.Invitation(role="x", organization="x", notes=("x",), **KNOWN))).found)
    invitation = iv.Invitation(role=hostile, organization=hostile, notes=(hostile,), **KNOWN)
    evaluation = BARE.evaluate(invitation)
    assert calm == len(shown(evaluation).found)
    assert "".join(hostile.split()) in "".join("".join(shown(evaluation).said).split()) or "👩" in hostile
    assert 1 == [tag for tag, _ in shown(iv.compare([evaluation])).found].count("table")


def test_ordinary_evaluation_is_small():
    """A notebook that keeps many evaluations stays small: one takes under 5 kB."""
    assert 5_000 > len(BARE.evaluate(iv.Invitation(**KNOWN))._repr_html_().encode())


def test_details_are_folded():
    """What was read, given and assumed is there but folded, with how many there are."""
    elements = shown(BARE.evaluate(iv.Invitation(**KNOWN)))
    assert 3 == [tag for tag, _ in elements.found].count("details")
    assert "Given by you (2)" in elements.said


def test_veto_shows_its_reason():
    """A veto's reason stands where the net value would."""
    declined = BARE.evaluate(iv.Invitation(role_interest=0, organization_interest=0))
    assert "Nothing about the role or the organisation interests you" in declined._repr_html_()
