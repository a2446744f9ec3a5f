"""The forms in which an object shows itself say the same, and whatever stands in a field is text in all of them."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

import interview_value as iv
from interview_value.display.page import Page
from interview_value.display.showing import Showing, page_of

from .elements import Elements
from .forms import HOSTILE, print_with_rich, read_as_github
from .things import BARE, THINGS


@pytest.mark.parametrize("kind", THINGS)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(kind, text):
    """Whatever a text has in it, a page has the same elements as with a harmless one, and no control characters."""
    thing, calm = THINGS[kind](text), THINGS[kind]("x")
    shown, other = Elements(thing._repr_html_()).found, Elements(calm._repr_html_()).found
    if kind != "reading":  # which is read otherwise if other things stand in it
        assert [(tag, [*some]) for tag, some in other] == [(tag, [*some]) for tag, some in shown]
    allowed = {
        "p",
        "ul",
        "li",
        "br",
        "div",
        "strong",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "th",
        "td",
    }
    assert set() == {tag for tag, _ in shown} - allowed - {"details", "summary", "pre", "meter"}
    for form in (thing._repr_html_(), str(thing), thing.to_markdown(), print_with_rich(thing)):
        assert set() == {mark for mark in form if not mark.isprintable() and mark not in "\n\u200c\u200d"}


@pytest.mark.parametrize("kind", THINGS)
def test_all_forms_say_the_same(kind):
    """Every word of the text, but for the way to its details, stands in the HTML, in the Markdown and in what rich prints."""
    thing = THINGS[kind]("Acme")
    html, (_, markdown, _) = "".join(Elements(thing._repr_html_()).said), read_as_github(thing.to_markdown())
    words = set(re.findall(r"\w{3,}", re.split("Its code:|To see everything:", str(thing))[0]))
    for form in (html, markdown, print_with_rich(thing, 400)):
        missing = {word for word in words if word not in form}
        assert set() == missing


def test_what_has_no_code_shows_none():
    """A scorer whose code is not at hand shows none, in any form."""
    function = eval(compile("lambda travel: travel", "nowhere", "eval"), {"__name__": "nowhere"})
    scorer = iv.scorer(kind="benefit", name="far")(function)
    for form in (scorer._repr_html_(), str(scorer), scorer.to_markdown(), print_with_rich(scorer)):
        assert "far: a benefit" in form.replace("\\", "")
        assert "Its code" not in form


def test_ipython_prints_the_text():
    """A terminal of IPython, and a notebook that shows no HTML, show the text; what holds itself is cut off."""

    class Printer:
        said = ""

        def text(self, text):
            self.said += text

    printer, thing = Printer(), iv.Invitation(role="Clerk")
    thing._repr_pretty_(printer, False)
    assert str(thing) == printer.said
    thing._repr_pretty_(printer, True)
    assert printer.said.endswith("…")


def test_a_page_is_made_once():
    """What would turn an evaluation takes some milliseconds to find, so that its page is kept."""
    evaluation = BARE.evaluate(iv.Invitation(role_interest=0.3))
    assert page_of(evaluation) is page_of(evaluation)
    assert evaluation._repr_html_() == evaluation._repr_html_()


def test_showing_needs_nothing_until_it_shows():
    """Neither an import nor an evaluation loads what makes or writes a page, or rich."""
    code = (
        "import sys, interview_value as iv\n"
        "iv.evaluate(iv.Invitation(role_interest=0.3))\n"
        "print(*sorted(name for name in sys.modules if '.display.' in name or 'page' in name or name.startswith('rich')))"
    )
    assert (
        "interview_value.display.language interview_value.display.plain interview_value.display.showing interview_value.display.words"
        == subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout.strip()
    )


def test_a_class_brings_its_own_page():
    """Whatever says what is shown of it shows itself in every form."""

    class Mine(Showing):
        def _page(self):
            return Page("All mine", ("and nobody else's",))

    assert "All mine\nand nobody else's" == str(Mine())
    assert "All mine" in Mine()._repr_html_()


def test_no_class_is_taken_for_another_of_its_name():
    """A class that is merely called as one of the library's shows its own page."""

    class Evaluation(Showing):
        def _page(self):
            return Page("Of the teachers")

    assert "Of the teachers" == str(Evaluation())


def test_a_class_without_a_page_says_so():
    """What shows itself without saying what is shown is a mistake, which names the class."""

    class Mine(Showing):
        pass

    with pytest.raises(NotImplementedError, match=r"^Mine shows itself, but has no _page\(\)"):
        str(Mine())
