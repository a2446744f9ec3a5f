"""A page as rich prints it."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from .forms import print_with_rich
from .things import THINGS


def letters(text):
    """What of a text is letters, digits and signs, without what lays it out."""
    return re.sub(r"[\W_]+", "", "".join(mark if mark.isprintable() else " " for mark in text))


@pytest.mark.parametrize("kind", THINGS)
@pytest.mark.parametrize("width", [40, 100])
def test_rich_leaves_nothing_out(kind, width):
    """What rich prints has every word, in a narrow terminal too, and markup of rich's own is text."""
    thing = THINGS[kind]("[bold]Acme[/bold]")
    if kind not in ("overview", "scorer", "gate"):  # where the text does not stand in one cell
        assert "[bold]Acme[/bold]" in print_with_rich(thing, 400)
    assert Counter(letters(print_with_rich(thing, 400))) == Counter(letters(print_with_rich(thing, width)))
