"""Showing: what can be looked at shows itself, as text, in a notebook, as Markdown and in rich's terminals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .page import Page

__all__ = ["Showing", "page_of"]


class Showing:
    """What shows itself; the room that does it is loaded only then. Each form says the same and escapes everything."""

    __slots__ = ()

    def to_markdown(self) -> str:
        """Return it as Markdown without any HTML, such as one writes into an issue or a wiki."""
        from .markdown import page_markdown

        return page_markdown(self._page())

    def _page(self) -> Page:
        """Return what is shown; each class that shows itself brings its own."""
        raise NotImplementedError(f"{type(self).__name__} shows itself, but has no _page() that says what")

    def __str__(self) -> str:
        from .text import page_text

        return page_text(self._page())

    def _repr_html_(self) -> str:
        from .html import page_html

        return page_html(self._page())

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """What a terminal of IPython shows, and a notebook where it shows no HTML."""
        printer.text("…" if cycle else str(self))

    def __rich__(self) -> Any:
        from .rich import page_rich

        return page_rich(self._page())


def page_of(thing: Showing) -> Page:
    """Return the page that a thing shows, for whoever writes it in a way of their own."""
    return thing._page()  # pyright: ignore[reportPrivateUsage]  # a class has it for this module alone
