"""Plots: pictures of what was worked out, each a function that draws on a matplotlib Axes and returns it.

Needs the extra ``plots``. Left out, ``ax`` is a new one of a size that suits what is shown.
"""

from __future__ import annotations

try:
    import matplotlib as _matplotlib
except ImportError as _error:
    raise ImportError("install interview-value[plots] to draw pictures") from _error

from .bridge import waterfall
from .course import session
from .dependence import curve
from .net import distribution
from .rivals import comparison
from .sensitivity import tornado
from .weighting import weights

__all__ = ["comparison", "curve", "distribution", "session", "tornado", "waterfall", "weights"]

del _matplotlib
