"""Pages: which page goes with which thing. Its module is loaded only then, with all that it needs."""

from __future__ import annotations

from importlib import import_module

from .page import Page

__all__ = ["page_of"]

PAGES = {
    "Comparison": ("deciding.comparison_page", "comparison_page"),
    "Evaluation": ("evaluation.page", "evaluation_page"),
    "Explanation": ("deciding.explanation_page", "explanation_page"),
    "Facts": ("model.page", "knowledge_page"),
    "Session": ("deciding.session_page", "session_page"),
    "_Criterion": ("scoring.page", "criterion_page"),
}
"""By the name of the class that shows itself, or of one that it is a kind of."""


def page_of(thing: object) -> Page:
    """Return the page that shows a thing."""
    module, maker = next(PAGES[kind.__name__] for kind in type(thing).__mro__ if kind.__name__ in PAGES)
    page: Page = getattr(import_module(f"interview_value.{module}"), maker)(thing)
    return page
