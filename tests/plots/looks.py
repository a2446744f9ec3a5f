"""What a person sees of a picture: its texts, and whether all of them are inside."""

from matplotlib.text import Text

__all__ = ["SLACK", "colours_of", "outside", "ranges", "said", "shown"]

SLACK = 0.02
"""Inches: what nobody sees."""


def shown(axes):
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


def colours_of(patches):
    """The colours of bars, without how much shines through them."""
    from matplotlib.colors import to_hex

    return [to_hex(patch.get_facecolor()) for patch in patches]


def ranges(axes):
    """Where each line from left to right begins and ends, from the first that was drawn."""
    from matplotlib.collections import LineCollection

    drawn = (line for some in axes.collections if isinstance(some, LineCollection) for line in some.get_segments())
    return [(start[0], end[0]) for start, end in drawn if start[1] == end[1]]


def said(caught):
    """All that an error says of what was wrong."""
    return "; ".join(map(str, caught.value.mistakes))
