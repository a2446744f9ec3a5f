"""Everything that shows itself, in a real browser: read by everybody in every look, no wider than a telephone, inert."""

from __future__ import annotations

import pytest
from browser.pages import HOSTILE, LOOKS, marks, overflow, serious_violations, show
from display.things import THINGS


def test_a_script_that_runs_is_noticed(page, alarms):
    """A page that runs what it is given raises the alarm, so that silence says something."""
    show(page, "<script>alert(1)</script>")
    assert ["a script opened a dialog: 1"] == alarms
    alarms.clear()


def test_grey_on_grey_is_found(page):
    """Axe-core looks at what is shown, so that finding nothing says something."""
    show(page, '<p style="color: #999; background: #aaa">Grey</p>')
    assert ["color-contrast"] == [found.partition(":")[0] for found in serious_violations(page)]


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("kind", THINGS)
def test_nobody_is_shut_out(page, kind, look):
    """In light, dark, narrow and print, axe-core finds nothing serious, and nothing is wider than the page."""
    show(page, THINGS[kind]("Acme")._repr_html_(), look)
    assert [] == serious_violations(page)
    assert 0 == overflow(page)


@pytest.mark.parametrize("kind", THINGS)
def test_hostile_text_is_text(page, kind):
    """Markup in any field shows as it was written; the page notices if anything of it runs or is fetched."""
    for text in HOSTILE:
        show(page, THINGS[kind](text)._repr_html_())
        if kind not in ("scorer", "overview", "reading"):  # which show other texts
            assert marks(text)[:40] in marks(page.locator("main").text_content())


@pytest.mark.parametrize("kind", THINGS)
def test_everything_unfolds_without_a_script(page, kind):
    """What is folded away shows after a click on its heading."""
    show(page, THINGS[kind]("Acme")._repr_html_())
    for fold in page.locator("details").all():
        parts = fold.locator("> :not(summary)").all()
        assert not any(part.is_visible() for part in parts)
        fold.locator("> summary").click()
        assert all(part.is_visible() for part in parts)


@pytest.mark.parametrize("look", ["narrow", "telephone"])
@pytest.mark.parametrize("kind", ["evaluation", "comparison"])
def test_what_is_folded_away_shuts_nobody_out(page, kind, look):
    """On a telephone, light or dark, all that the first screen folds away is read by everybody and fits the page."""
    show(page, THINGS[kind]("Acme")._repr_html_(), look)
    assert 0 < page.locator("details").count()
    for fold in page.locator("details").all():
        fold.locator("> summary").click()
    assert [] == serious_violations(page)
    assert 0 == overflow(page)
