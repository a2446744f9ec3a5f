"""The HTML of an evaluation in a real browser: it can be read in every look, by everybody, and runs nothing."""

from __future__ import annotations

import pytest
from browser.pages import HOSTILE, LOOKS, marks, serious_violations, show

import interview_value as iv

BARE = iv.Evaluator(discover=False)
EVALUATION = BARE.evaluate(iv.Invitation(role="Data analyst", role_interest=0.3, organization_interest=0.5))


@pytest.mark.parametrize("look", LOOKS)
def test_nobody_is_shut_out(page, look):
    """In light, dark, narrow and print, axe-core finds nothing serious: contrast, headers, order, names."""
    show(page, EVALUATION._repr_html_(), look)
    assert [] == serious_violations(page)


def test_a_script_that_runs_is_noticed(page, alarms):
    """A page that runs what it is given raises the alarm, so that silence says something."""
    show(page, "<script>alert(1)</script>")
    assert ["a script opened a dialog: 1"] == alarms
    alarms.clear()


def test_grey_on_grey_is_found(page):
    """Axe-core looks at what is shown, so that finding nothing says something."""
    show(page, '<p style="color: #999; background: #aaa">Grey</p>')
    assert ["color-contrast"] == [found.partition(":")[0] for found in serious_violations(page)]


def test_the_verdict_is_seen_and_details_unfold(page):
    """The verdict stands there at once; what went in shows after a click, without any script."""
    show(page, EVALUATION._repr_html_())
    assert page.get_by_text("Ask first:").is_visible()
    entry = page.get_by_text("role_interest 0.3")
    assert not entry.is_visible()
    page.get_by_text("Given by you (2)").click()
    assert entry.is_visible()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(page, text):
    """Markup in any field shows as it was written; the page notices if anything of it runs or is fetched."""
    evaluation = BARE.evaluate(iv.Invitation(role=text, organization=text, notes=(text,), role_interest=0.3))
    show(page, evaluation._repr_html_())
    assert 2 <= marks(page.locator("main").text_content()).count(marks(text))
