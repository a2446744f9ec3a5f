"""An llms.txt beside the pages: the whole site on one page for language models, made from the lists of its sections."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

SECTIONS = ("tutorials", "how-to", "reference", "explanation")
ENTRY = re.compile(r"^- \[(?P<title>.+)\]\((?P<page>[\w./-]+)\): (?P<summary>.+)$", re.MULTILINE)


class Entry(NamedTuple):
    """A page as the list of its section has it."""

    page: str
    title: str
    summary: str


def title_of(page: Path) -> str:
    """Return the heading of a Markdown page."""
    return re.search(r"^# (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)[1]


def entries(docs: Path, section: str) -> Iterator[Entry]:
    """Yield the pages of a section, in order; a page is named from the root and without its suffix."""
    index = docs / section / "index.md"
    for found in ENTRY.finditer(index.read_text(encoding="utf-8")):
        page = (index.parent / found["page"]).resolve().relative_to(docs.resolve()).with_suffix("").as_posix()
        yield Entry(page, found["title"], found["summary"])


def text(docs: Path) -> str:
    """Return what stands in llms.txt."""
    home = (docs / "index.md").read_text(encoding="utf-8")
    title, summary, what = re.search(r"^# (.+)\n\n(.+)\n\n((?:.+\n)+)", home, re.MULTILINE).groups()
    install = re.search(r"^## Install\n\n(.+?\n```)$", home, re.MULTILINE | re.DOTALL)[1]
    parts = [f"# {title}", f"> {summary}", what.strip(), install]
    for section in SECTIONS:
        pages = (f"- [{title}]({page}.html): {summary}" for page, title, summary in entries(docs, section))
        parts += [f"## {title_of(docs / section / 'index.md')}", "\n".join(pages)]
    return "\n\n".join(parts) + "\n"


def describe(app: object, page: str, _template: str, context: dict[str, object], _tree: object) -> None:
    """Say to search engines what the lists say of a page."""
    known = {entry.page: entry.summary for name in SECTIONS for entry in entries(Path(app.srcdir), name)}
    if page in known:
        summary = known[page].replace('"', "&quot;")
        context["metatags"] = f'{context.get("metatags", "")}<meta name="description" content="{summary}">'


def write(app: object, problem: Exception | None) -> None:
    """Write llms.txt once the pages are there."""
    if problem is None and app.builder.format == "html":
        (Path(app.outdir) / "llms.txt").write_text(text(Path(app.srcdir)), encoding="utf-8")


def setup(app: object) -> dict[str, bool]:
    """Tell Sphinx when to write it."""
    app.connect("html-page-context", describe)
    app.connect("build-finished", write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
