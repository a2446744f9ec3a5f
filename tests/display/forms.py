"""What a thing looks like in each form, as its readers see it, and texts that try to break out of it."""

from __future__ import annotations

import io
import re

import pytest

from .elements import Elements

__all__ = ["HOSTILE", "print_with_rich", "read_as_github"]

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


def read_as_github(markdown):
    """What GitHub's own parser makes of a text: the tags, the text that is seen, and each piece of code within a line."""
    html = cmarkgfm.github_flavored_markdown_to_html(markdown, options=cmarkgfm.cmark.Options.CMARK_OPT_UNSAFE)
    elements = Elements(html)
    code = re.findall(r"(?<!<pre>)<code>([^<]*)</code>", html)
    return [tag for tag, _ in elements.found if tag != "code"], "".join(elements.said), code


def print_with_rich(thing, width=100):
    """What rich prints, without its colours, and the styles that it used."""
    out = console.Console(file=io.StringIO(), width=width, record=True, force_terminal=True, color_system="truecolor")
    out.print(thing)
    return out.export_text(clear=False)
