"""Arrow: the modules of PyArrow that read and write files; it has no types of its own."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ..batches import pyarrow

__all__ = ["compute", "csv", "ipc", "pa", "parquet"]

pa: Any = pyarrow()
compute: Any = import_module("pyarrow.compute")
csv: Any = import_module("pyarrow.csv")
ipc: Any = import_module("pyarrow.ipc")
parquet: Any = import_module("pyarrow.parquet")
