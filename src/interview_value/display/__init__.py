"""Pages of what can be shown, as text, HTML, Markdown and in rich, and the language in which they are said."""

from __future__ import annotations

from .language import LANGUAGES, add_catalogue, mark, say, say_count, speaking

__all__ = ["LANGUAGES", "add_catalogue", "mark", "say", "say_count", "speaking"]
