"""Pictures, each a function that draws on a matplotlib Axes.

Each is a function that draws on an Axes and returns it. Needs the extra ``plots``. Left out, ``ax`` is a new one of a
size that suits the picture.
"""

from __future__ import annotations

try:
    import matplotlib as _matplotlib
except ImportError as _error:
    raise ImportError("install interview-value[plots] to draw pictures") from _error

from .curve import curve
from .distribution import distribution
from .forest import comparison, session
from .tornado import tornado
from .waterfall import waterfall
from .weights import weights

__all__ = ["comparison", "curve", "distribution", "session", "tornado", "waterfall", "weights"]

del _matplotlib
