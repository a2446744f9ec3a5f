"""What a person sees of a picture: its texts, bars and ticks, and whether all of them are inside."""

from __future__ import annotations

from matplotlib.text import Text

__all__ = ["SLACK", "bars", "colours_of", "mistakes_in", "outside", "ranges", "texts_of", "ticks"]

SLACK = 0.02
"""Inches: what nobody sees."""


def texts_of(axes):
    """The texts of a picture that are shown, as they read; a break in a line is a space."""
    axes.figure.canvas.draw()
    texts = (text for text in axes.findobj(Text) if text.get_visible())
    return [text.get_text().replace("\n", " ") for text in texts if text.get_text()]


def outside(axes):
    """How far a picture reaches beyond its edges, inches: left, bottom, right, top; none if it is all inside."""
    figure = axes.figure
    figure.canvas.draw()
    box, (width, height) = figure.get_tightbbox(), figure.get_size_inches()
    beyond = (-box.x0, -box.y0, box.x1 - width, box.y1 - height)
    return [far for far in beyond if far > SLACK]


def bars(axes):
    """Where each bar begins and ends."""
    return [(bar.get_x(), bar.get_x() + bar.get_width()) for bar in axes.patches]


def colours_of(patches):
    """The colours of bars, without how much shines through them."""
    from matplotlib.colors import to_hex

    return [to_hex(patch.get_facecolor()) for patch in patches]


def ranges(axes):
    """Where each line from left to right begins and ends, from the first that was drawn."""
    from matplotlib.collections import LineCollection

    drawn = (line for some in axes.collections if isinstance(some, LineCollection) for line in some.get_segments())
    return [(start[0], end[0]) for start, end in drawn if start[1] == end[1]]


def ticks(axis):
    """The numbers beside an axis that are shown, each with where it is in dots."""
    low, high = sorted(axis.get_view_interval())
    inside = [tick for tick in axis.get_major_ticks() if low <= tick.get_loc() <= high]
    return [(tick.get_loc(), tick.label1) for tick in inside]


def mistakes_in(caught):
    """All that an error says of what was wrong."""
    return "; ".join(map(str, caught.value.mistakes))
