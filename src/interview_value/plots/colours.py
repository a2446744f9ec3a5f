"""Colours: those of all pictures, which everybody can tell apart, in light and in dark."""

from __future__ import annotations

import matplotlib as mpl

__all__ = ["AGAINST", "FILLED", "FOR", "foreground"]

FOR, AGAINST = "#0072b2", "#d55e00"
"""What speaks for going and what speaks against it: the blue and the vermilion of Okabe and Ito (2008), which
colour-blind people tell apart. A sign or a place always says the same."""

FILLED = 0.9
"""How much of the ground a bar covers: both colours keep a contrast of 3 to 1 on white and on black, as WCAG 2.2
asks of graphics, and so do lines over them."""


def foreground() -> str:
    """Return the colour of text in the style at hand, light or dark."""
    return str(mpl.rcParams["text.color"])
