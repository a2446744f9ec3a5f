"""Isolation: an evaluator that nothing on the machine reaches."""

from __future__ import annotations

import os
from typing import Any
from unittest.mock import patch

from ..evaluation.evaluator import Evaluator

__all__ = ["isolated_evaluator"]

PREFIX = "INTERVIEW_VALUE_"
"""What the environment variables of the library begin with."""


def isolated_evaluator(*plugins: object, **settings: Any) -> Evaluator:
    """Make an evaluator of the built-in scorers and some plugins: no discovery, no environment, nothing shared.

    Args:
        *plugins: Scorers, gates, or modules and objects with hook implementations.
        **settings: Further arguments of `Evaluator`, such as ``weights``, ``block`` and ``draws``.

    Returns:
        A new evaluator.

    Raises:
        PluginError: A plugin cannot be registered.
        NameClashError: Two plugins claim one name.
        InvalidInputError: A setting cannot be used.
    """
    others = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    with patch.dict(os.environ, others, clear=True):
        return Evaluator(plugins=plugins, discover=False, **settings)
