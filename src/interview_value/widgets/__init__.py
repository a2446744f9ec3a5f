"""An invitation to be reweighed by hand, in a notebook.

Needs the extra ``widget``, and JupyterLab, VS Code, Colab, marimo or another host of anywidget.
"""

from __future__ import annotations

try:
    import anywidget as _anywidget
except ImportError as _error:
    raise ImportError("install interview-value[widget] to reweigh by hand in a notebook") from _error

from .explorer import Explorer

__all__ = ["Explorer"]

del _anywidget
