"""The site that was built: every link leads somewhere, every page is listed, and nothing comes from elsewhere.

It needs the built pages, whose folder ``INTERVIEW_VALUE_SITE`` names; the nox session ``docs`` builds them.
"""

from __future__ import annotations

import os
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

SITE = os.environ.get("INTERVIEW_VALUE_SITE", "")
ROOT = Path(SITE).resolve()
PAGES = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*.html")) if SITE else []

pytestmark = [
    pytest.mark.installed,
    pytest.mark.skipif(not SITE, reason="needs the built pages; run `nox -s docs`"),
]


class Page(HTMLParser):
    """What a page has that this file asks about: its elements, each with its attributes."""

    def __init__(self, path):
        super().__init__()
        self.elements = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        """Keep the element."""
        self.elements.append((tag, dict(attributes)))

    def all(self, attribute, *tags):
        """Return the values of an attribute, of all elements or of those with these tags."""
        return [
            has[attribute] for tag, has in self.elements if has.get(attribute) is not None and (tag in tags or not tags)
        ]


@cache
def page(path):
    """Return a page by its place on the disk."""
    return Page(path)


def broken(link, source):
    """Tell whether a link to this site leads nowhere: to no file, or to no such place in a page."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return False
    target = (source.parent / unquote(parts.path)).resolve() if parts.path else source
    if not target.is_file():
        return True
    if not parts.fragment or target.suffix != ".html":
        return False
    return unquote(parts.fragment) not in page(target).all("id")


def test_there_are_pages():
    """The folder has a site in it."""
    assert "index.html" in PAGES
    assert 40 < len(PAGES)


def test_broken_links_are_noticed():
    """A page that is not there, and a place that is not in its page, are broken links; what is there is none."""
    links = ["glossary.html#term-on-balance", "index.html", "nowhere.html", "glossary.html#nowhere", "#nowhere"]
    assert links[2:] == [link for link in links if broken(link, ROOT / "index.html")]


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(name):
    """Every link, picture, style and script of a page is there, and every place in a page that is linked."""
    links = [*page(ROOT / name).all("href"), *page(ROOT / name).all("src")]
    assert [] == [link for link in links if broken(link, ROOT / name)]


@pytest.mark.parametrize("name", PAGES)
def test_nothing_comes_from_elsewhere(name):
    """A page asks no other site for a script, a style, a font or a picture."""
    loaded = [*page(ROOT / name).all("src"), *page(ROOT / name).all("href", "link")]
    assert [] == [address for address in loaded if urlsplit(address).netloc]


@pytest.mark.parametrize("name", PAGES)
def test_pictures_have_words(name):
    """A picture says in words what it shows."""
    pictures = [has for tag, has in page(ROOT / name).elements if tag == "img"]
    assert [] == [has["src"] for has in pictures if not has.get("alt")]


def test_signatures_show_what_can_be_written():
    """A default that is made anew each time stands in a signature as one would write it."""
    html = (ROOT / "reference/api.html").read_text(encoding="utf-8")
    shown = [re.sub("<[^<>]*>", "", part.partition("</dt>")[0]) for part in html.split("<dt class=")]
    (invitation,) = [line for line in shown if "class interview_value.Invitation(" in line]
    assert "quantities={}, read_from={}" in invitation
    assert [] == [line for line in shown if re.search("=(NOTHING|&lt;)", line)]


@pytest.mark.parametrize("name", [name for name in PAGES if name != "search.html"])
def test_page_has_one_heading(name):
    """A page has one heading of its own; that of the search is made by a script."""
    assert 1 == [tag for tag, _ in page(ROOT / name).elements].count("h1")


def test_llms_txt_lists_every_page():
    """The list for language models has each page of the documentation once, with a summary in one line."""
    text = (ROOT / "llms.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.startswith("- ")]
    listed = [line.partition("](")[2].partition("): ") for line in lines]
    assert [] == [page for page, _, summary in listed if not summary]
    made = {"index.html", "genindex.html", "py-modindex.html", "search.html"}
    sections = {name for name in PAGES if name.endswith("/index.html")}
    assert sorted({*PAGES} - made - sections) == sorted(page for page, _, _ in listed)
    assert text.startswith("# interview_value\n\n> An interview invitation has come")


def test_llms_txt_says_what_it_is():
    """Before the list stands what the library is, and how to install it, as on the first page."""
    start = (ROOT / "llms.txt").read_text(encoding="utf-8").partition("\n## ")[0]
    assert "`interview_value` is a Python library that answers in **hours of your own time**" in start
    assert "which is not on PyPI yet" in start
    assert 'python -m pip install ".[plots,widget,readers]"\n```\n' in start


def test_pages_are_described():
    """A page of the lists has its summary where search engines look for it."""
    (described,) = [has for tag, has in page(ROOT / "how-to/spark.html").elements if has.get("name") == "description"]
    assert described["content"].startswith("on the workers of a cluster")
