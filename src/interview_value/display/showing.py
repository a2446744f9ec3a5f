"""The base class of what shows itself: as text, in notebooks, as Markdown and by rich."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from .page import Page

__all__ = ["Showing", "Shown", "page_of"]


class Showing:
    """An object with a page, shown as text, HTML, Markdown or by rich.

    A subclass defines `_page`. Each form says the same and escapes everything. What writes a page is imported when
    something is shown.
    """

    __slots__ = ()

    def to_html(self, *, language: str | None = None) -> str:
        """Return it as a piece of HTML for a page: escaped, without a script, a style sheet or a colour of its own.

        Args:
            language: One of `interview_value.display.LANGUAGES`, such as ``"de"``; the one that is spoken if left out.

        Returns:
            The HTML.
        """
        from .html import page_html
        from .language import speaking

        with speaking(language):
            return page_html(self._page())

    def to_markdown(self, *, language: str | None = None) -> str:
        """Return it as Markdown without any HTML, such as one writes into an issue or a wiki.

        Args:
            language: One of `interview_value.display.LANGUAGES`, such as ``"de"``; the one that is spoken if left out.

        Returns:
            The Markdown.
        """
        from .language import speaking
        from .markdown import page_markdown

        with speaking(language):
            return page_markdown(self._page())

    def _page(self) -> Page:
        """Return the page of this object; each subclass has its own."""
        raise NotImplementedError(f"{type(self).__name__} shows itself, but has no _page() that says what")

    def __str__(self) -> str:
        from .text import page_text

        return page_text(self._page())

    def _repr_html_(self) -> str:
        """Return what notebooks show."""
        return self.to_html()

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """Print the text in a terminal of IPython, and in a notebook where it shows no HTML."""
        printer.text("…" if cycle else str(self))

    def __rich__(self) -> Any:
        from .rich import page_rich

        return page_rich(self._page())


class Shown(Showing):
    """A page by itself, such as that of `Evaluation.why`. It shows itself in a console, too.

    Args:
        make: Makes the page, in the language that is spoken.
    """

    __slots__ = ("_make",)

    def __init__(self, make: Callable[[], Page]) -> None:
        self._make = make

    def _page(self) -> Page:
        return self._make()

    def __repr__(self) -> str:
        return str(self)


def page_of(shown: Showing) -> Page:
    """Return the page of an object, for code that writes it to a width or in a form of its own."""
    return shown._page()  # pyright: ignore[reportPrivateUsage]  # a class has it for this module alone
