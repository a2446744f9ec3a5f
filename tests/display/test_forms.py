"""The four forms in which a thing shows itself say the same, and whatever stands in a field is text in all of them."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import interview_value as iv
from interview_value.display.page import Page
from interview_value.display.showing import Showing

from .elements import Elements
from .things import BARE, THINGS

cmarkgfm = pytest.importorskip("cmarkgfm")
console = pytest.importorskip("rich.console")

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</td></table><svg onload=alert(1)>",
    "[bold red]x[/] [link=https://e.example]y[/link]",
    "**b** _i_ `c` ~~s~~ $x$ ![i](https://e.example/p.png) [l](javascript:alert(1)) | cell | &lt;b&gt;",
    "# head",
    "- item",
    "1. item",
    "---",
    "===",
    "> quote",
    "    code",
    "www.e.example https://e.example a@e.example @somebody #1 :smile:",
    "\u202egnp.exe \x1b[31mred\x00 two\nlines \u2028",
    "👩‍💻 עברית العربية",
    "w" * 2_000,
    "word " * 400,
]


def letters(text):
    """What of a text is letters, digits and signs, without what lays it out."""
    return re.sub(r"[\W_]+", "", "".join(mark if mark.isprintable() else " " for mark in text))


def as_on_github(markdown):
    """What GitHub's own parser makes of a text: the tags, the text that is seen, and each piece of code within a line."""
    html = cmarkgfm.github_flavored_markdown_to_html(markdown, options=cmarkgfm.cmark.Options.CMARK_OPT_UNSAFE)
    elements = Elements(html)
    code = re.findall(r"(?<!<pre>)<code>([^<]*)</code>", html)
    return [tag for tag, _ in elements.found if tag != "code"], "".join(elements.said), code


def printed(thing, width=100):
    """What rich prints, without its colours, and the styles that it used."""
    out = console.Console(file=io.StringIO(), width=width, record=True, force_terminal=True, color_system="truecolor")
    out.print(thing)
    return out.export_text(clear=False)


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
    for form in (thing._repr_html_(), str(thing), thing.to_markdown(), printed(thing)):
        assert set() == {mark for mark in form if not mark.isprintable() and mark not in "\n\u200c\u200d"}


@pytest.mark.parametrize("kind", THINGS)
@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_is_no_markup_of_strangers(kind, text):
    """Markdown has no HTML, links or pictures of strangers: only our own paragraphs, lists, tables and emphasis."""
    tags, _, code = as_on_github(THINGS[kind](text).to_markdown())
    assert set() == set(tags) - {"p", "strong", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "pre"}
    assert 1 == tags.count("strong")
    assert set() == set("".join(code)) - set("@#:")


@pytest.mark.parametrize("text", ["@somebody", "a@e.example", "#1", "owner/page#1", ":smile:", "xmpp:a@e.example"])
def test_nobody_is_mentioned(text):
    """What GitHub links after escapes are gone is parted by code: names, addresses, numbers of issues, emoji."""
    tags, seen, code = as_on_github(iv.Invitation(role=text).to_markdown())
    assert "a" not in tags
    assert text in seen
    assert {1} == set(map(len, code))


@given(st.text(max_size=60))
@example("|")
@example("\\")
@example("a | b \\| c")
@example("@@#1 a:@b.c `#2`:smile:")
def test_any_text_comes_out_of_markdown_as_it_went_in(text):
    """A role of any text is read back from the Markdown, letter by letter, in one place and as one line."""
    invitation = iv.Invitation(organization=f"x{text}x", role_interest=0.3)
    tags, seen, _ = as_on_github(invitation.to_markdown())
    calm, _, _ = as_on_github(iv.Invitation(organization="xx", role_interest=0.3).to_markdown())
    assert calm == tags
    shown = (mark if mark.isprintable() or mark in "\u200c\u200d" else " " for mark in f"x{text}x")
    wanted = " ".join("".join(shown).split())
    assert wanted in " ".join(seen.split())


@pytest.mark.parametrize("kind", THINGS)
def test_all_forms_say_the_same(kind):
    """Every word of the text stands in the HTML, in the Markdown and in what rich prints, in some order."""
    thing = THINGS[kind]("Acme")
    html, (_, markdown, _) = "".join(Elements(thing._repr_html_()).said), as_on_github(thing.to_markdown())
    words = set(re.findall(r"\w{3,}", str(thing).partition("Its code:")[0]))
    for form in (html, markdown, printed(thing, 400)):
        missing = {word for word in words if word not in form}
        assert set() == missing


@pytest.mark.parametrize("kind", THINGS)
@pytest.mark.parametrize("width", [40, 100])
def test_rich_leaves_nothing_out(kind, width):
    """What rich prints has every word, in a narrow terminal too, and markup of rich's own is text."""
    thing = THINGS[kind]("[bold]Acme[/bold]")
    if kind not in ("overview", "scorer", "gate"):  # where the text does not stand in one cell
        assert "[bold]Acme[/bold]" in printed(thing, 400)
    assert Counter(letters(printed(thing, 400))) == Counter(letters(printed(thing, width)))


def test_what_has_no_code_shows_none():
    """A scorer whose code is not at hand shows none, in any form."""
    scorer = iv.scorer(kind="benefit", name="far")(eval("lambda travel: travel"))
    for form in (scorer._repr_html_(), str(scorer), scorer.to_markdown(), printed(scorer)):
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
    from interview_value.display.showing import page_of

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
        "interview_value.display.showing interview_value.display.words"
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
